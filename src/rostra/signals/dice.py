"""Random numbers that replay: one seed, and a stream of its own for each purpose."""

import zlib

import numpy as np


def dice(seed: int, *purpose: str) -> np.random.Generator:
    """A PCG64 generator for one purpose under one seed.

    The stream depends on the seed and the words of the purpose only, so the draws for one series are the same
    whatever stands beside it.
    """
    words = [zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in purpose]
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, *words])))
