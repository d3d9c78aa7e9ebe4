from dataclasses import dataclass

from rostra.kernel import Span


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a stage could not read, and why: returned, counted and shown, never raised.

    `source` names the file or line where there is no document to point into; otherwise `document` and `span` do.
    """

    stage: str
    code: str
    message: str
    source: str | None = None
    document: str | None = None
    span: Span | None = None
