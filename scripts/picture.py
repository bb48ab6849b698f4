"""Draw docs/check.svg: the real terminal output of the check that the demo mends, cut where the README has room."""

from __future__ import annotations

import io
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from magdit.check.draft.check import check
from magdit.cli.check import draft_of, parsed
from magdit.cli.show import show
from magdit.demo.__main__ import scenes
from magdit.demo.photos_made import lay_out
from magdit.protocols.library import Library
from magdit.wording.answer_lines import Line
from magdit.wording.report import report
from magdit.wording.sentences import sentences_of

TARGET = Path(__file__).parents[1] / "docs" / "check.svg"
NOTE = re.compile(r"<!--.*?-->\s*", re.DOTALL)
WIDTH = 96
SHOWN = ("Gedaan", "Waarom")
FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)  # the drawing must ask nothing of another host


def main() -> int:
    """Run the check and draw what a teacher sees."""
    with tempfile.TemporaryDirectory() as folder:
        _, mended, _ = scenes(lay_out(Path(folder) / "fotos"), Path(folder))
        options = parsed(mended.commands[0])
        book = Library().book(options.protocol)
        checked = check(
            draft_of(options, book),
            book,
            sentences=sentences_of(book),
            wanted=options.herstel,
            folder=Path(folder) / "schoon",
        )
        console = Console(record=True, width=WIDTH, file=io.StringIO(), highlight=False, force_terminal=True)
        show(_first(report(checked, book)), console)
    drawing = console.export_svg(title="magdit check", unique_id="magdit")
    TARGET.write_text(NOTE.sub("", FONT.sub("", drawing)), encoding="utf-8")
    print(f"Getekend: {TARGET.name}")
    return 0


def _first(lines: Iterator[Line]) -> Iterator[Line]:
    """Up to and with the reasons; the lists below them are for who uses it."""
    for line in lines:
        if line.style == "head" and line.text not in SHOWN:
            return
        yield line


if __name__ == "__main__":
    sys.exit(main())
