from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rostra.cli.listing import Output, day, show
from rostra.cli.options import case_option, lang_option, period_options
from rostra.cli.signals_options import SignalsGroup, json_option, series_options
from rostra.kernel import PartialDate, Span

if TYPE_CHECKING:
    from rostra.signals import Period, SeriesTable
    from rostra.signals.forecast import Words
    from rostra.store import Case, Entry

EPILOG = """\b
Examples:
  rostra forecast find --case news.db
  rostra forecast add --from w_1f0c --series counts.csv --value threats --total articles --ahead 6
  rostra forecast add --series counts.csv --value threats --total articles --ahead 3
  rostra forecast add --series counts.csv --value threats --total articles --ahead 6 \\
    --says "will increasingly resort to displays" --document d_1f0c
  rostra forecast score --series later.csv --value threats --total articles
  rostra forecast list --json
"""


@click.group("forecast", cls=SignalsGroup, epilog=EPILOG)
def command() -> None:
    """Keep a ledger of predictions in a case, and score them later.

    A prediction says that a series will be over a threshold in a period to come: the 90th percentile of its trailing
    ten years unless another is given. Neither a prediction nor its first outcome is ever changed.
    """


@command.command("add")
@case_option
@series_options
@click.option("--value", metavar="COL", required=True, help="The column that is predicted.")
@click.option("--total", metavar="COL", help="The column of all articles: then the share is predicted.")
@click.option("--ahead", type=click.IntRange(1, 120), required=True, help="Periods from the last one known.")
@click.option(
    "--made", callback=day, metavar="DATE", help="The last day known; default: the end of the file."
)
@click.option("--over", "threshold", type=float, help="Another threshold, in the units of the series.")
@click.option(
    "--from", "found", metavar="ID", help="A statement that `forecast find` lists: its words and place."
)
@click.option("--says", help="The words of a text; without them the prediction is the tool's own.")
@click.option("--document", help="Id of the document that has those words.")
@click.option("--probability", type=click.FloatRange(0, 1), help="The probability that the text gives.")
@json_option
def add(
    case_path: Path, series: Path, date: str, period: "Period | None", value: str, total: str | None, ahead: int,
    made: PartialDate | None, threshold: float | None, found: str | None, says: str | None, document: str | None,
    probability: float | None, as_json: bool,
) -> None:  # fmt: skip
    """Store a prediction, found in a text or made by the tool.

    The tool predicts only at a horizon at which its scores earn it.
    """
    from rostra.signals.forecast import Terms, Words, from_text, from_tool
    from rostra.store import Case

    if found is not None and (says, document, probability) != (None, None, None):
        raise click.UsageError("--from brings its own words, document and probability")
    if (says, found) == (None, None) and (document, probability, threshold) != (None, None, None):
        raise click.UsageError(
            "--document, --probability and --over belong to the words of a text: give --says or --from"
        )
    table = _read(series, date, period, value, total)
    terms = Terms(value, ahead, total, threshold, made)
    with Case.open(case_path) as case:
        if found is not None:
            told: Words | None = _found(case, found, threshold)
        else:
            id_, span = _words(case, document, says)
            told = Words(says, id_, span, probability) if says is not None else None
        prediction = from_text(table, told, terms) if told else from_tool(table, terms)
        case.predict(prediction)
        _show([entry for entry in case.predictions() if entry.prediction.id == prediction.id], as_json)


def _words(case: "Case", document: str | None, says: str | None) -> tuple[str | None, Span | None]:
    """The full id of the document and where it has the words. Raises QueryError."""
    from rostra.kernel import QueryError

    if document is None or says is None:
        return None, None
    id_ = case.find(document)
    at = case.document(id_).text.find(says) if says else -1
    if at < 0:
        raise QueryError(f"{id_} does not have these words", remedy="copy them as they stand in the document")
    return id_, Span(at, at + len(says))


def _found(case: "Case", id_: str, threshold: float | None) -> "Words":
    """The sentence of a statement that was found in a text. Raises QueryError for one that the terms do not fit."""
    from rostra.kernel import QueryError
    from rostra.pipeline.predicting import foreseen_with
    from rostra.signals.forecast import Words

    each = foreseen_with(case, id_)
    one = each.foreseen
    if one.direction == "down":
        raise QueryError(
            f"{one.id} foresees less, and the ledger scores what goes over a threshold",
            remedy="write down the rise that it rules out with --says, and a probability of your reading",
        )
    if one.direction == "same" and threshold is None:
        raise QueryError(
            f"{one.id} foresees that things go on, not that they are unusually high",
            remedy="give the level that they would stay above with --over",
        )
    return Words(one.sentence.of(each.document.text), one.document, one.sentence, one.probability)


@command.command("find")
@case_option
@lang_option
@click.option("--outlet", help="Part of the name of an outlet.")
@period_options
@click.option("--limit", type=click.IntRange(min=1), help="At most this many rows.")
@json_option
def find(case_path: Path, as_json: bool, limit: int | None, **asked: Any) -> None:
    """List statements that there will be more, less or as much of a military act.

    Found by rules over the documents of a case (threats, displays, exercises, tests, deployments, mobilisation);
    nothing is stored until `forecast add --from ID`. A statement is a sentence with its place, no verdict on anybody.
    """
    from rostra.cli.forecast_found import LISTING
    from rostra.pipeline.predicting import foreseen_in
    from rostra.store import Case, DocumentFilter

    with Case.open(case_path, "read") as case:
        found = ((each.foreseen, each.document) for each in foreseen_in(case, DocumentFilter(**asked)))
        show(LISTING, found, Output(as_json, as_csv=False, limit=limit))


@command.command("score")
@case_option
@series_options
@click.option("--value", metavar="COL", required=True, help="The column that was predicted.")
@click.option("--total", metavar="COL", help="The column of all articles, where the share was predicted.")
@json_option
def score(
    case_path: Path,
    series: Path,
    date: str,
    period: "Period | None",
    value: str,
    total: str | None,
    as_json: bool,
) -> None:
    """Score the predictions whose period a file has seen; a first outcome stands."""
    from rostra.signals.forecast import outcomes
    from rostra.store import Case

    table = _read(series, date, period, value, total)
    with Case.open(case_path) as case:
        waiting = [entry.prediction for entry in case.predictions() if entry.outcome is None]
        settled = {outcome.prediction for outcome in outcomes(waiting, table, total) if case.settle(outcome)}
        _show([entry for entry in case.predictions() if entry.prediction.id in settled], as_json)


@command.command("list")
@case_option
@json_option
def list_(case_path: Path, as_json: bool) -> None:
    """List all predictions with what came of them."""
    from rostra.store import Case

    with Case.open(case_path, "read") as case:
        _show(case.predictions(), as_json)


def _read(series: Path, date: str, period: "Period | None", value: str, total: str | None) -> "SeriesTable":
    from rostra.signals import Layout, read_series

    return read_series(series, Layout(date, (value,), total, period=period))


def _show(entries: "list[Entry] | tuple[Entry, ...]", as_json: bool) -> None:
    import json

    from rostra.cli.options import for_machines
    from rostra.report.ledger import ledger_table, ledger_to_json, standing_line
    from rostra.report.terminal import console

    if as_json:
        for_machines()
        click.echo(json.dumps(ledger_to_json(entries), ensure_ascii=False))
        return
    console().print(ledger_table(entries))
    click.echo(standing_line(entries))
