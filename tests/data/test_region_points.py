from pathlib import Path

import pytest

from rostra.data import shipped_knowledge
from rostra.data.region_points import load_region_points
from rostra.kernel import KnowledgeError

KNOWLEDGE = shipped_knowledge()


def test_every_point_belongs_to_a_region_that_is_known() -> None:
    assert set(KNOWLEDGE.region_points) <= {p.id for p in KNOWLEDGE.places.all if p.type == "region"}


def test_most_regions_have_a_point() -> None:
    regions = [place for place in KNOWLEDGE.places.all if place.type == "region"]
    assert len(KNOWLEDGE.region_points) >= 0.85 * len(regions)


@pytest.mark.parametrize(
    ("region", "latitude", "longitude"),
    [("region:VE/zulia", 10, -72), ("region:MX/sonora", 29.7, -110), ("region:UA/kharkiv-oblast", 49.5, 36)],
)
def test_a_point_lies_in_its_region(region: str, latitude: float, longitude: float) -> None:
    assert KNOWLEDGE.region_points[region] == pytest.approx((latitude, longitude), abs=1.5)


def test_points_of_a_state_lie_within_its_reach() -> None:
    for state, reach in {"VE": 15, "IQ": 12, "ES": 35, "AR": 40}.items():
        own = [point for region, point in KNOWLEDGE.region_points.items() if f":{state}/" in region]
        assert max(lat for lat, _ in own) - min(lat for lat, _ in own) <= reach


def test_a_point_off_the_globe_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "region_points.toml"
    path.write_text('"region:XR/north" = [91, 0]\n"region:XR/south" = [1]\n', encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_region_points(path)
    assert len(caught.value.faults) == 2
