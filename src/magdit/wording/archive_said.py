"""What `magdit archive check` says on the screen: the outcome in numbers, and why it cannot begin or go on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from magdit.wording.answer_lines import Line
from magdit.wording.archive_levels import LEVELS
from magdit.wording.archive_missed import NOT_READ
from magdit.wording.file_errors import plain_name

STYLES = {"zeker": "verdict:mag_niet", "niets": "verdict:mag"}
OTHERS = {
    "source": "een andere bron",
    "protocol": "een ander protocol",
    "packs": "een andere versie van het protocol",
    "medium": "een ander kanaal",
    "roles": "een andere rol",
    "told": "andere feiten",
    "people": "een andere lijst van leerlingen of toestemmingen",
}


def summary(
    found: Sequence[Mapping[str, Any]], page: Path, table: Path, *, tasks: tuple[int, int, int] | None = None
) -> Iterator[Line]:
    """How much of each kind there is, and where to read it. `tasks`: how many came in, came back and ended."""
    count = Counter(told["level"] for told in found)
    yield Line("Wat staat er al online?", "title")
    yield Line("")
    for level, told in LEVELS.items():
        yield Line(f"{count[level]:6}  {told.title}", STYLES.get(level, "plain") if count[level] else "soft")
    yield Line("")
    yield Line(f"Lees het verslag: {page}")
    yield Line(f"De lijst met taken: {table}")
    if tasks is None:
        yield Line("Er is niets verstuurd of veranderd.", "soft")
        return
    new, again, ended = tasks
    yield Line(f"Taken bij de school: {new} nieuw, {again} heropend, {ended} afgesloten. Ze staan bij Publicaties.")
    yield Line("Er is niets weggehaald.", "soft")


def cannot_begin(source: str, code: str) -> str:
    """Why a site or sitemap cannot be checked at all."""
    more = " Ligt het in uw eigen netwerk? Zeg dan --eigen-netwerk." if code == "private" else ""
    return f"{plain_name(source)}: dit is niet te controleren, want {NOT_READ.get(code, NOT_READ['failed'])}.{more}"


def cannot_go_on(stopped: Any, folder: Path) -> str:
    """Why the work in this folder cannot be gone on with."""
    again = "Kies met --uit een andere map, of begin opnieuw met --opnieuw."
    if stopped.code == "at_work":
        return f"In '{folder}' is al een controle bezig. Wacht tot die klaar is, of kies met --uit een andere map."
    if stopped.code == "other":
        return f"In '{folder}' staat een controle met {OTHERS[stopped.facts['what']]}. {again}"
    return f"De voortgang in '{folder}' is niet te lezen. {again}"
