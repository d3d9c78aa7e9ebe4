"""The armed groups that a text names: whom "the group", "the rebels" or "a spokesman for the militia" mean."""

from bisect import bisect_left
from collections.abc import Sequence

from rostra.claims.states import MOVEMENT
from rostra.model import Mention
from rostra.rules.claimwords import ClaimWords


class Groups:
    """Armed groups of one document by where they are named."""

    def __init__(self, mentions: Sequence[Mention], words: ClaimWords) -> None:
        self._named = [
            (m.span.start, m.name)
            for m in mentions
            if m.kind in {"organisation", "military_unit"} and _is_group(m.id or "", m.name, words)
        ]

    def meant(self, near: int, until: int) -> str | None:
        """The group that a noun before `until` means: the only one named before, or the last one if behind `near`."""
        last = bisect_left(self._named, (until,))
        if not last:
            return None
        alone = len({name for _, name in self._named[:last]}) == 1
        return self._named[last - 1][1] if alone or self._named[last - 1][0] >= near else None


def _is_group(entity: str, name: str, words: ClaimWords) -> bool:
    if entity.startswith(MOVEMENT):
        return True
    parts = name.lower().split()
    return not entity and len(parts) > 1 and bool(words.group_names.intersection(parts))
