"""The report written: a page to read, and a list with who does what before when. Over our own former report only."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from magdit.areas.people.exports.tables import OutTable, as_csv
from magdit.check.archive.judging import LEVELS as ORDER
from magdit.check.archive.judging import Terms
from magdit.check.draft.shortlist import without_consent
from magdit.journeys.publish.removers import named_to_remove
from magdit.wording.archive_levels import LEVELS
from magdit.wording.archive_page import About, archive_page
from magdit.wording.file_errors import plain_name
from magdit.wording.verdicts import SAID
from magdit.words.roles import ROLES

PAGE, TABLE = "verslag.html", "verslag.csv"
HEADINGS = (
    "nummer", "ernst", "waar", "bladzijde", "titel", "oordeel", "artikelen", "wat ze zeggen", "waarom", "gevonden",
    "gezichten", "groepen", "wat helpt", "niet bekeken", "te doen", "wie", "uiterlijk", "gedaan op", "bewijs",
)  # fmt: skip


def ranked(found: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The worst first; of the same level the most clauses, then the most faces, then where it stands."""
    return sorted(found, key=_rank)


def write_report(source: str, found: Sequence[Mapping[str, Any]], terms: Terms, folder: Path) -> None:
    """Both files, for the user alone."""
    rows = ranked(found)
    page = archive_page(about(source, terms), rows)
    _write(folder / PAGE, page.encode("utf-8", "replace"))
    _write(folder / TABLE, as_csv(table(rows, terms.moment.date(), who=who_removes(terms))))


def who_removes(terms: Terms) -> str:
    """In which role it is taken down: whom the protocol names, otherwise who leads the school."""
    return next((role for role, _clause in named_to_remove(terms.book)), "schoolleiding")


def about(source: str, terms: Terms) -> About:
    """What stands above the report. Whom to look for is found out once, and not for each photo."""
    pack = terms.book.packs[0].pack
    watch: dict[str, list[str]] = {}
    for person in without_consent(terms.draft(), terms.book):
        watch.setdefault(person.group, []).append(person.display)
    return About(
        source=source,
        protocol=pack.title,
        organisation=pack.organisation,
        medium=terms.book.catalogue.dutch("medium", terms.medium),
        moment=terms.moment,
        people=None if terms.roster is None else len(terms.roster),
        watch=watch,
    )


def table(rows: Iterable[Mapping[str, Any]], today: date, *, who: str) -> OutTable:
    """What could not be published today, as a list of tasks: who looks at it or takes it down, and before when."""
    told = [row for row in rows if row["level"] != "niets"]
    return OutTable("archief", HEADINGS, tuple(_row(number, row, today, who) for number, row in enumerate(told, 1)))


def _row(number: int, row: Mapping[str, Any], today: date, who: str) -> tuple[str | int | date | None, ...]:
    level, clauses = LEVELS[row["level"]], row["clauses"]
    told = [
        level.title, row["place"], row["page"] or "", row["title"], SAID[row["verdict"]].word,
        ", ".join(dict.fromkeys(one["clause"] for one in clauses)),
        " | ".join(dict.fromkeys(one["says"] for one in clauses)),
        " | ".join(dict.fromkeys(why for one in clauses for why in one["why"])),
        ", ".join(row["findings"]), row["faces"], ", ".join(row["groups"]), row["helps"], " | ".join(row["missed"]),
        level.do, ROLES.dutch(who),
    ]  # fmt: skip
    due = today + timedelta(days=level.days) if level.days is not None else None
    return (number, *(plain_name(one) if isinstance(one, str) else one for one in told), due, "", "")


def _rank(row: Mapping[str, Any]) -> tuple[int, int, int, str, int]:
    return (ORDER.index(row["level"]), -len(row["clauses"]), -row["faces"], str(row["place"]), row["page"] or 0)


def _write(target: Path, content: bytes) -> None:
    """Whole or not at all, readable for the user alone."""
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.deel")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)
