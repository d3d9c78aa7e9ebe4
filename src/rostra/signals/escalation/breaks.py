"""Change points looking back: a description of a curve, never a test (on news series such a test is mostly wrong).

Binary segmentation with squared error (Scott and Knott 1974), every position tried. It gives what `Binseg("l2",
jump=1)` of ruptures gives, which a test holds it against; importing that library takes ten times as long as the search.
"""

import numpy as np

from rostra.signals.series import FloatArray

PENALTY = 3.0
"""Times log T on standardised values. Of the searches tried on the 31 series of TCPD, binary segmentation with this
penalty came first (mean F1 .725; PELT .712; no change at all .663)."""
LEAST_LENGTH = 2


def change_points(values: FloatArray) -> tuple[int, ...]:
    """First positions of new levels in values (T,), ascending; 0 is never among them. None for a constant."""
    if len(values) < 2 * LEAST_LENGTH or not (spread := values.std()):
        return ()
    scaled = (values - values.mean()) / spread
    penalty = PENALTY * float(np.log(len(values)))
    ends, open_ = {0, len(values)}, [_best(scaled, 0, len(values))]
    while open_:
        gain, start, at, end = max(open_)
        if gain <= penalty:
            break
        open_.remove((gain, start, at, end))
        open_ += [
            _best(scaled, low, high)
            for low, high in ((start, at), (at, end))
            if high - low >= 2 * LEAST_LENGTH
        ]
        ends.add(at)
    return tuple(sorted(ends - {0, len(values)}))


def _best(values: FloatArray, start: int, end: int) -> tuple[float, int, int, int]:
    """The split of a stretch that lowers the squared error most: by how much, start, position, end."""
    sums = np.cumsum(values[start:end])
    n, total = end - start, sums[-1]
    left = np.arange(LEAST_LENGTH, n - LEAST_LENGTH + 1)
    before = sums[left - 1]
    gains = before**2 / left + (total - before) ** 2 / (n - left) - total**2 / n
    at = int(np.argmax(gains))
    return float(gains[at]), start, start + int(left[at]), end
