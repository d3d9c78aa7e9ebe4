"""How many independent sources there are: the effective number, and the groups of one origin (METHODS, section 5)."""

from collections.abc import Callable, Sequence

RIDGE = 1e-3
CONTAINMENT = 0.3
"""Share of one report's passages found in another from which the two count as one origin (METHODS, section 5)."""
INDEPENDENT = 1.99
"""Two unrelated reports give an n_eff of 2 less the ridge."""


def n_eff(containment: Sequence[Sequence[float]]) -> float:
    """Effective number of sources, 1' R^-1 1 with a ridge; R is the symmetric matrix of containment, ones on its diagonal.

    n identical copies give 1, n unrelated reports n.
    """
    size = len(containment)
    if size == 0:
        return 0.0
    rows = [
        [float(containment[i][j]) + (RIDGE if i == j else 0.0) for j in range(size)] + [1.0]
        for i in range(size)
    ]
    return sum(_solved(rows))


def _solved(rows: list[list[float]]) -> list[float]:
    """Gauss-Jordan with pivoting on an augmented matrix; the ridge keeps it regular."""
    size = len(rows)
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        lead = rows[at][at]
        rows[at] = [value / lead for value in rows[at]]
        for other in range(size):
            share = rows[other][at]
            if other != at and share:
                rows[other] = [mine - share * his for mine, his in zip(rows[other], rows[at], strict=True)]
    return [row[-1] for row in rows]


def clusters(size: int, same_origin: Callable[[int, int], bool]) -> tuple[tuple[int, ...], ...]:
    """Reports 0 to size - 1 grouped by origin: whatever a chain of shared origins ties together is one."""
    group = list(range(size))
    for left in range(size):
        for right in range(left):
            if same_origin(left, right) and group[left] != group[right]:
                old, new = group[left], group[right]
                group = [new if each == old else each for each in group]
    return tuple(tuple(at for at in range(size) if group[at] == key) for key in dict.fromkeys(group))
