"""Where a text takes up names that it gave before.

Each text has its own names: a pattern would cost more to compile than to run, an automaton does not.
"""

import re
from collections.abc import Collection, Iterator

from ahocorasick_rs import AhoCorasick, Implementation

OPENS = re.compile(r"(?<![\w-])")
CLOSES = re.compile(r"(?![\w-])")


def occurrences(
    text: str,
    names: Collection[str],
    opens: re.Pattern[str] = OPENS,
    closes: re.Pattern[str] = CLOSES,
) -> Iterator[tuple[int, int]]:
    """Start and end of each name in a text, in order, without overlap; of several at one place the longest.

    `opens` must match where a name starts, `closes` where it ends.
    """
    if not names:
        return
    automaton = AhoCorasick(names, implementation=Implementation.NoncontiguousNFA)
    matches = automaton.find_matches_as_indexes(text, overlapping=True)
    free = 0
    for start, negative in sorted([(start, -end) for _, start, end in matches]):
        if start >= free and opens.match(text, start) and closes.match(text, -negative):
            yield start, -negative
            free = -negative
