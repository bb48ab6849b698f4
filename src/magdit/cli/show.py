"""Lines with a style, on a terminal. The style is colour and weight only: the words say everything by themselves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from magdit.wording.answer_lines import Line

STYLES = {
    "title": "bold",
    "head": "bold",
    "soft": "dim",
    "warn": "yellow",
    "clause": "bold",
    "verdict:mag": "bold green",
    "verdict:mag_mits": "bold yellow",
    "verdict:vraag": "bold magenta",
    "verdict:eerst_weten": "bold cyan",
    "verdict:mag_niet": "bold red",
    "verdict:voorleggen": "bold",
    "verdict:niet_geregeld": "bold",
}


def show(lines: Iterable[Line], console: Console | None = None) -> None:
    """Write the lines; without colour where the terminal or the user asks for none."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = console or Console(highlight=False, soft_wrap=False)
    for line in lines:
        words = Text(line.text, style=STYLES.get(line.style, ""))
        console.print(Padding(words, (0, 0, 0, 2 * line.indent), expand=False) if line.text else "")
