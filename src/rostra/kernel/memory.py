"""Building what stays: large tables made at once, none of which can be garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Puts the search for reference cycles off while a large table is built.

    Each new object counts towards the next search, and each search walks the table again: half of the time of
    building one of 60,000 words. Nested uses and a process that has no collector stay as they are.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
