import sys
from pathlib import Path
from typing import BinaryIO

import click

from rostra.cli.options import engine_options, knowledge_option, lang_option

EPILOG = """\b
Examples:
  echo '{"id": "1", "text": "…"}' | rostra annotate
  rostra annotate articles.jsonl --engine rules > records.jsonl
  rostra annotate articles.jsonl --knowledge my-pack/
"""


@click.command("annotate", epilog=EPILOG)
@click.argument("file", type=click.File("rb"), default="-")
@engine_options
@lang_option
@knowledge_option
def command(
    file: BinaryIO,
    engine_name: str,
    model: str | None,
    threads: int,
    lang: str | None,
    packs: tuple[Path, ...],
) -> None:
    """Annotate JSON lines: one record in, one record out, no case.

    Input has `id` and `text`, and may have `lang`, `title`, `date` and `url`. Offsets count code points in `text`
    as given. An invalid line gives a refusal on its own output line; the exit status is 1 only when no line could
    be read.
    """
    from rostra.pipeline.knowing import knowledge_in
    from rostra.pipeline.stream import annotate_lines
    from rostra.plugins import EngineOptions, engine

    read = refused = 0
    options = EngineOptions(model, knowledge_in(packs) if packs else None, threads)
    for line in annotate_lines(file, engine(engine_name, options), lang):
        sys.stdout.buffer.write(line.dumps().encode("utf-8", "backslashreplace") + b"\n")
        sys.stdout.buffer.flush()
        read, refused = read + line.read, refused + (not line.read)
    if refused and not read:
        sys.exit(1)
