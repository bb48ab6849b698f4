"""What another system writes in one cell, taken apart: names with their voorvoegsel, e-mail addresses. No files."""

from __future__ import annotations

import unicodedata

from magdit.areas.journal.refused import Refused
from magdit.areas.people import entry, names
from magdit.areas.people.clean_names import LENGTHS, clean
from magdit.areas.people.imports.delivery import Place
from magdit.areas.people.imports.problems import Problems

MOST_MAIL = 254
_INFIXES = frozenset(names.INFIXES)


def is_infix(text: str) -> bool:
    """Whether this is a voorvoegsel ('van der') and no second name."""
    return " ".join(text.casefold().split()) in _INFIXES


def name_part(text: str, *, field: str, at: Place, problems: Problems, institution: bool = False) -> str:
    """A part of a name as we keep it; what is no name becomes a problem."""
    if not text or text in _INFIXES or (text.isascii() and text.isalpha() and len(text) <= LENGTHS[field]):
        return text  # most names: nothing to clean, and there are a hundred thousand of them
    try:
        return clean(text, field=field, institution=institution)
    except Refused as refused:
        problems.add(refused.code, at, **refused.facts)
        return ""


def group_name(text: str, *, at: Place, problems: Problems) -> str:
    """The name of a group: any visible sign, since schools write '4V_wi1' and 'h3#2'."""
    seen = (" " if sign.isspace() else sign for sign in unicodedata.normalize("NFC", text))
    kept = " ".join("".join(sign for sign in seen if unicodedata.category(sign)[0] != "C").split())
    if len(kept) > LENGTHS["group"]:
        problems.add("name_long", at, field="naam van de groep", most=LENGTHS["group"])
    return kept[: LENGTHS["group"]]


def surname(family: str, infix: str | None) -> tuple[str, str]:
    """Voorvoegsel and achternaam; taken apart when the other system writes both in one cell."""
    if infix or (" " not in family and "'" not in family and "’" not in family):
        return infix or "", family
    return names.parted(family)


def mail(text: str, *, at: Place, problems: Problems) -> str | None:
    """An e-mail address in one spelling, or None with a remark: a strange address must not stop a whole school."""
    if not text.strip():
        return None
    if len(text) > MOST_MAIL:
        problems.remark("bad_mail", at)
        return None
    try:
        before, _, domain = entry.email(text).rpartition("@")
    except Refused:
        problems.remark("bad_mail", at)
        return None
    return f"{before}@{domain.lower()}"
