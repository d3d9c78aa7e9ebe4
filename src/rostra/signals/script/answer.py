"""The test of a shared script: passages, claims, timing, leader, and the record that a machine reads."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rostra.kernel import QueryError, SeriesError
from rostra.signals.reading import MOST_PERIODS
from rostra.signals.results import plain
from rostra.signals.script.claims import ClaimUse, SharedClaim, as_narratives, shared_claims
from rostra.signals.script.corpus import CorpusDocument
from rostra.signals.script.grams import GramIndex, Ints, index_grams, pairs_sharing
from rostra.signals.script.leader import Leader, leader
from rostra.signals.script.narratives import Narrative, narratives_of
from rostra.signals.script.passages import LEAST_GRAMS, Passage, passages_of
from rostra.signals.script.plan import ScriptPlan
from rostra.signals.script.stock import StockPhrase, stock_phrases
from rostra.signals.script.timing import LeadLag, lead_lag
from rostra.signals.series import FloatArray, Series

SCHEMA = "rostra.signals.script/1"
NARRATIVE_SHARE = 0.05
"""Share of all documents from which a shingle is too common to be a narrative of two actors."""


@dataclass(frozen=True, slots=True, eq=False)
class Script:
    """The answer. `timing_refusal` says why there is no `timing`; `background` is how many documents of others stood by."""

    plan: ScriptPlan
    documents: Mapping[str, int]
    background: int
    passages: tuple[Passage, ...]
    excluded: tuple[Passage, ...]
    stock: tuple[StockPhrase, ...]
    claims: tuple[SharedClaim, ...]
    narratives: tuple[Narrative, ...]
    timing: LeadLag | None
    timing_refusal: str | None
    leader: Leader

    def to_json(self) -> dict[str, Any]:
        """Everything found, with every setting and n."""
        timing = {"lag": None, "p": None, "controlled": False, "refusal": self.timing_refusal}
        return {
            "schema": SCHEMA,
            "passages": plain(self.passages),
            "excluded": plain(self.excluded),
            "stock_phrases": plain(self.stock),
            "claims": plain(self.claims),
            "narratives": plain(self.narratives),
            "lead_lag": timing if self.timing is None else plain(self.timing),
            "leader": plain(self.leader),
            "documents": plain(self.documents),
            "background_documents": self.background,
            "settings": plain(self.plan) | {"least_shared_grams": LEAST_GRAMS},
        }


def script(
    documents: Sequence[CorpusDocument],
    plan: ScriptPlan,
    media: Series | None = None,
    claims: Sequence[ClaimUse] = (),
) -> Script:
    """What two actors share, and who first (METHODS 3). Raises QueryError for an actor without a document.

    `media` is the daily count of the topic in third-party news, without which timing is co-movement only. `claims`
    are those of the documents where an engine has read them.
    """
    counts = _counted(documents, plan)
    index = index_grams([document.text for document in documents])
    side = np.array([_side(document, plan) for document in documents], dtype=np.int64)
    common = _is_stock(index, side, plan)
    found = _passages(index, documents, side, common, plan)
    shared = shared_claims(claims, plan.actors)
    told = narratives_of(index, documents, plan.actors, _is_narrative(index, side, common, plan))
    timing, refusal = _timing(documents, plan, media)
    first_day = min(document.date for document in documents).toordinal()
    return Script(
        plan=plan,
        documents=counts,
        background=int(np.sum(side < 0)),
        passages=tuple(passage for passage in found if passage.kind == "shared"),
        excluded=tuple(passage for passage in found if passage.kind != "shared"),
        stock=stock_phrases(index, documents, side, common),
        claims=shared,
        narratives=told,
        timing=timing,
        timing_refusal=refusal,
        leader=leader((*told, *as_narratives(shared)), plan.actors, plan.seed, first_day),
    )


def _counted(documents: Sequence[CorpusDocument], plan: ScriptPlan) -> dict[str, int]:
    counts = {actor: sum(document.actor == actor for document in documents) for actor in plan.actors}
    silent = [actor for actor, count in counts.items() if not count]
    if silent:
        known = ", ".join(sorted({document.actor for document in documents})[:20])
        raise QueryError(f"no document of {', '.join(silent)}", remedy=f"the corpus has: {known}")
    return counts


def _side(document: CorpusDocument, plan: ScriptPlan) -> int:
    return plan.actors.index(document.actor) if document.actor in plan.actors else -1


def _is_stock(index: GramIndex, side: Ints, plan: ScriptPlan) -> npt.NDArray[np.bool_]:
    """Which places (w,) begin a shingle of so many documents of other actors that everybody says it."""
    return index.documents_with(side < 0) >= plan.background


def _is_narrative(
    index: GramIndex, side: Ints, common: npt.NDArray[np.bool_], plan: ScriptPlan
) -> npt.NDArray[np.bool_]:
    """Which places (w,) begin a shingle that both actors use, and not half the corpus."""
    most = max(plan.most_documents, int(NARRATIVE_SHARE * len(side)))
    one, other = index.documents_with(side == 0), index.documents_with(side == 1)
    usable: npt.NDArray[np.bool_] = (one > 0) & (other > 0) & ~common & (one + other <= most)
    return usable


def _passages(
    index: GramIndex,
    documents: Sequence[CorpusDocument],
    side: Ints,
    common: npt.NDArray[np.bool_],
    plan: ScriptPlan,
) -> list[Passage]:
    usable = ~common & (index.documents_with(np.ones(len(side), dtype=bool)) <= plan.most_documents)
    pairs = pairs_sharing(index, usable, side, plan.most_documents)
    kept = sorted(pair for pair, count in pairs.items() if count >= LEAST_GRAMS)
    return [passage for pair in kept for passage in passages_of(index, documents, pair, usable)]


def _timing(
    documents: Sequence[CorpusDocument], plan: ScriptPlan, media: Series | None
) -> tuple[LeadLag | None, str | None]:
    days = [document.date for document in documents if document.actor in plan.actors]
    first, last = min(days), max(days)
    length = (last - first).days + 1
    if length > MOST_PERIODS:
        return None, f"{first} to {last} is no corpus of one time; check the first and the last date"
    one, other = (_daily(documents, actor, first, length) for actor in plan.actors)
    weekdays = (np.arange(length) + first.weekday()) % 7
    volume = None if media is None else _aligned(media, first, length)
    try:
        return lead_lag(one, other, weekdays.astype(np.float64), volume), None
    except SeriesError as refusal:
        return None, str(refusal)


def _daily(documents: Sequence[CorpusDocument], actor: str, first: dt.date, length: int) -> FloatArray:
    """Documents of an actor a day, (length,): a day of the corpus without one is a zero, the corpus being whole."""
    counts = np.zeros(length)
    for document in documents:
        if document.actor == actor:
            counts[(document.date - first).days] += 1
    return counts


def _aligned(media: Series, first: dt.date, length: int) -> FloatArray:
    """Media counts on the days of the corpus, NaN where the file has none."""
    known = dict(zip(media.dates, media.values.tolist(), strict=True))
    days = (first + dt.timedelta(days=day) for day in range(length))
    return np.array([known.get(day, np.nan) for day in days], dtype=np.float64)
