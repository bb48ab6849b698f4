"""Collects the Dutch sentences of our pages and lays them beside their English: locale/en/LC_MESSAGES/django.po.

Usage: `make english`. What was translated stays; what nobody says any more goes; what has no English yet is named, and
the exit code is then 1. The .mo that the pages read is made of it. It translates nothing itself.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

HOME = Path(__file__).resolve().parent.parent
SOURCE = HOME / "src" / "magdit"
# What speaks English beside Dutch: the pages, the API, and what stands around both.
ROOMS = ("web", "api", "server")
# Below the pages nobody knows gettext: there a sentence is handed to `translate`.
WORDING = SOURCE / "wording"
CATALOGUE = SOURCE / "web" / "locale" / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "translate": None,
    "lazy": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
NEVER = datetime(2026, 1, 1, tzinfo=UTC)  # a date that moves would make every run a change
Message = str | tuple[str, str]


def sentences() -> Catalog:
    """Every Dutch sentence that pages show, each with the file that says it."""
    found = Catalog(locale="en")
    for path in sorted(_files()):
        for message, context in _said(path):
            found.add(message, locations=[(str(path.relative_to(HOME)), None)], context=context)  # type: ignore[list-item]  # Babel takes no line too
    for sentence in _by_variable():
        found.add(sentence, locations=[("src/magdit/web/translating.py", None)])  # type: ignore[list-item]  # Babel takes no line too
    return found


def merged(kept: Catalog) -> Catalog:
    """The sentences of now with the English that was written for them before."""
    found = sentences()
    result = Catalog(
        locale="en", project="magdit", version="pages", msgid_bugs_address="see CONTRIBUTING.md",
        last_translator="magdit maintainers", language_team="magdit maintainers",
        creation_date=NEVER, revision_date=NEVER, fuzzy=False,
        header_comment="# The English of the pages, with Dutch as the key. `make english` collects and compiles it.",
    )  # fmt: skip
    for message in found:
        if message.id:
            known = kept.get(message.id, message.context)
            english = known.string if known else ("", "") if message.pluralizable else ""
            result.add(message.id, english, locations=sorted(set(message.locations)), context=message.context)
    return result


def missing(catalogue: Catalog) -> list[str]:
    """The sentences without English."""
    return [
        str(message.id)
        for message in catalogue
        if message.id and not all([message.string] if isinstance(message.string, str) else message.string or [""])
    ]


def read() -> Catalog:
    """The English as it lies in the repository."""
    if not CATALOGUE.exists():
        return Catalog(locale="en")
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en")


def write(catalogue: Catalog) -> None:
    """Write what people read, and what the pages read."""
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    with CATALOGUE.open("wb") as file:
        write_po(file, catalogue, sort_output=True, include_lineno=False, width=120, ignore_obsolete=True)
    with CATALOGUE.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)


def _files() -> Iterator[Path]:
    yield from WORDING.rglob("*.py")
    for room in ROOMS:
        yield from (SOURCE / room).rglob("*.py")
        yield from (SOURCE / room).rglob("*.html")
        yield from (SOURCE / room).rglob("*.txt")


def _said(path: Path) -> Iterator[tuple[Message, str | None]]:
    text = path.read_text(encoding="utf-8")
    code = text if path.suffix == ".py" else templatize(text, origin=str(path))
    for _line, message, _comments, context in extract("python", BytesIO(code.encode()), keywords=KEYWORDS):
        yield (message if isinstance(message, str) else (message[0], message[1])), context


def _by_variable() -> list[str]:
    from magdit.web.translating import by_variable

    return sorted(set(by_variable()))


def main() -> int:
    """Collect, merge and write; name what is missing."""
    import django

    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"MAGDIT_DATA": folder, "DJANGO_SETTINGS_MODULE": "magdit.server.settings"}
        django.setup()
        catalogue = merged(read())
    write(catalogue)
    lacking = missing(catalogue)
    print(f"{len(catalogue)} zinnen, waarvan {len(lacking)} zonder Engels")
    for sentence in lacking:
        print(f"  {sentence}")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
