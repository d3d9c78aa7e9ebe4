"""What a test of a shared script is asked."""

from dataclasses import dataclass

from rostra.kernel import QueryError


@dataclass(frozen=True, slots=True)
class ScriptPlan:
    """The question: whether two actors use the same passages and claims, and who first.

    `most_documents` is in how many documents a shingle may occur before it is a stock phrase to a pair;
    `background` in how many documents of other actors before it is one to everybody.
    """

    actors: tuple[str, str]
    seed: int = 0
    most_documents: int = 20
    background: int = 2

    def __post_init__(self) -> None:
        if len(set(self.actors)) != 2:
            raise QueryError(
                f"two different actors are compared, got {', '.join(self.actors)}",
                remedy="name two, as in --actors A,B",
            )
