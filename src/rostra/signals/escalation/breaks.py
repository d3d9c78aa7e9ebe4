"""Change points looking back: a description of a curve, never a test (on news series such a test is mostly wrong)."""

import numpy as np

from rostra.signals.gates import library
from rostra.signals.series import FloatArray

PENALTY = 3.0
"""Times log T on standardised values. Of the searches tried on the 31 series of TCPD, binary segmentation with this
penalty came first (mean F1 .725; PELT .712; no change at all .663)."""


def change_points(values: FloatArray) -> tuple[int, ...]:
    """First positions of new levels in values (T,), ascending; 0 is never among them.

    Binary segmentation with squared error on standardised values, every position tried. None for a constant.
    """
    spread = values.std()
    if len(values) < 4 or not spread:
        return ()
    scaled = ((values - values.mean()) / spread).reshape(-1, 1)
    search = library("ruptures").Binseg(model="l2", jump=1, min_size=2).fit(scaled)
    found = search.predict(pen=PENALTY * float(np.log(len(values))))
    return tuple(int(at) for at in found[:-1])
