"""What a reporting verb opens to its right: clauses, infinitives, objects, quotations, prepositions."""

from rostra.quotes.contents import content_end, first_clause, skip_addressee, skip_adjuncts
from rostra.quotes.phrases import Range
from rostra.quotes.reading import Reading
from rostra.quotes.units import CueHit


def right_content(reading: Reading, hit: CueHit, after: int, subject: Range | None = None) -> Range | None:
    start = _content_start(reading, after, _complements(reading, hit))
    if start is None or start >= len(reading.unit.tokens):
        return None
    if "predicate" in hit.form.cue.takes and reading.kind(start) == "Q":
        return (start, start + 1)
    content = content_end(reading, start)
    if content is not None and _ends_at_comma(reading, content, subject):
        return first_clause(reading, content)
    return content


def _complements(reading: Reading, hit: CueHit) -> frozenset[str]:
    """What the form may open: one that looks like a noun ("reports", "claims") needs a clause that shows itself."""
    takes = hit.form.cue.takes
    if hit.form.text in reading.grammar.nouns:
        return (takes - {"object", "clause", "addressee"}) | ({"that"} if "clause" in takes else frozenset())
    return takes


def _ends_at_comma(reading: Reading, content: Range, subject: Range | None) -> bool:
    """A relative clause that lacks its subject, and a clause under "while" or "although", end with a comma."""
    if reading.low(content[0]) in reading.grammar.words.auxiliaries:
        return True
    if subject is None or subject[0] == 0:
        return False
    before = reading.low(subject[0] - 1)
    context = reading.grammar.context
    return (
        before in context.contrast | context.stoppers
        and before not in context.coordinators
        and (before not in reading.grammar.words.relatives | context.infinitive)
    )


def _content_start(reading: Reading, after: int, takes: frozenset[str]) -> int | None:
    unit, grammar, context = reading.unit, reading.grammar, reading.grammar.context
    index = skip_addressee(unit, after, grammar) if "addressee" in takes else after
    if reading.low(index) in takes and reading.low(index) not in context.complementizers:
        content = index + (reading.low(index) not in context.infinitive)
        return content + (reading.low(content) in context.complementizers)
    spoken = skip_adjuncts(unit, index, grammar)
    low, kind = reading.low(spoken), reading.kind(spoken)
    if low in context.complementizers and takes & {"clause", "that"}:
        return spoken + 1
    if "addressee" in takes:
        later = _later_complementizer(reading, after)
        if later is not None:
            return later + 1
    if kind in {":", ","} and reading.kind(spoken + 1) == "Q" and takes & {"quote", "clause", "direct"}:
        return spoken + 1
    if kind == ":" and takes & {"quote", "clause"}:
        return spoken + 1
    if kind == "Q" and takes & {"quote", "clause", "direct", "object", "predicate"}:
        return spoken
    if low in takes:
        return spoken + (low not in context.infinitive)
    if "predicate" in takes:
        return _predicate(reading, after)
    for complement in sorted(takes):
        found = _find_preposition(reading, after, complement)
        if found is not None:
            return found
    if low in context.infinitive and "infinitive" in takes:
        return spoken
    if "infinitive" in takes and reading.unit.tokens and _is_infinitive(reading, spoken):
        return spoken
    if low in context.whether and takes & {"whether"}:
        return spoken
    if "clause" in takes and _opens_clause(reading, spoken):
        return spoken
    if "that" in takes and "object" not in takes and _is_clause(reading, spoken):
        return spoken
    if "object" in takes and _opens_object(reading, index):
        return index
    return None


def _later_complementizer(reading: Reading, after: int) -> int | None:
    """A complementizer after a long addressee: "told the paper's board in a long meeting that"."""
    for index in range(after + 1, min(after + 16, len(reading.unit.tokens))):
        if reading.low(index) in reading.grammar.context.complementizers:
            return index
        if reading.kind(index) not in {"w", "W", "n", "'s", ".", "&", "-"} or reading.low(index) in (
            reading.grammar.words.auxiliaries
        ):
            return None
    return None


def _predicate(reading: Reading, after: int) -> int | None:
    """Reads "called the raid "an act of war"": the quotation that ends the clause."""
    for index in range(after, min(after + 14, len(reading.unit.tokens))):
        if reading.kind(index) == "Q":
            return index
        if reading.kind(index) in {",", ";", ":"}:
            return None
    return None


def _find_preposition(reading: Reading, after: int, complement: str) -> int | None:
    """The first such preposition after the object: "accuse X of Y", "describe X, a Z, as Y", "instar a X a hacer"."""
    preposition, _, infinitive = complement.partition("+")
    if preposition not in reading.grammar.words.prepositions:
        return None
    parted = False
    for index in range(after + (not infinitive), min(after + 20, len(reading.unit.tokens))):
        kind = reading.kind(index)
        if kind in {";", ":", "."}:
            return None
        parted = parted or kind == ","
        if infinitive and not _is_infinitive(reading, index + 1):
            continue
        if reading.low(index) == preposition and (not parted or reading.kind(index - 1) == ","):
            return index + 1 + (reading.low(index + 1) in reading.grammar.context.complementizers)
    return None


def _is_infinitive(reading: Reading, index: int) -> bool:
    low = reading.low(index)
    endings = reading.grammar.context.infinitive_endings
    return reading.kind(index) == "w" and any(low.endswith(ending) for ending in endings)


def _is_clause(reading: Reading, index: int) -> bool:
    """A clause without complementizer that shows its verb: a subject pronoun first, or an auxiliary soon."""
    if not reading.grammar.context.bare_clauses or not _opens_clause(reading, index):
        return False
    if reading.low(index) in reading.grammar.context.subject_pronouns:
        return True
    for at in range(index + 1, min(index + 8, len(reading.unit.tokens))):
        if reading.low(at) in reading.grammar.words.auxiliaries:
            return True
        if reading.kind(at) not in {"w", "W", "n", "'s", "."}:
            return False
    return False


def _opens_clause(reading: Reading, index: int) -> bool:
    low, kind = reading.low(index), reading.kind(index)
    if kind not in {"w", "W", "n", "$"}:
        return False
    grammar = reading.grammar
    if low in grammar.context.complementizers or low in grammar.context.whether:
        return False
    return low not in grammar.words.prepositions or low in grammar.words.determiners


def _opens_object(reading: Reading, index: int) -> bool:
    low, kind = reading.low(index), reading.kind(index)
    return kind in {"w", "W", "n"} and (
        low in reading.grammar.words.determiners
        or low not in reading.grammar.adjuncts | reading.grammar.boundary
    )
