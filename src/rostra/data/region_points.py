"""A point inside each first-level region, for maps of whole states."""

from collections.abc import Mapping
from importlib.resources.abc import Traversable

from rostra.kernel.tables import FaultList, read_toml

RegionPoints = Mapping[str, tuple[float, float]]
"""Latitude and longitude in degrees (WGS 84) by the entity id of a region, to a tenth of a degree."""


def load_region_points(path: Traversable) -> RegionPoints:
    """Reads `region_points.toml`. Raises KnowledgeError that lists every point that is none."""
    table, faults = read_toml(path), FaultList(path.name)
    for region, point in table.items():
        if len(point) != 2 or not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
            faults.add(f"{point} is no point", "write [latitude, longitude] in degrees", field=region)
    faults.close()
    return {region: (float(point[0]), float(point[1])) for region, point in table.items()}
