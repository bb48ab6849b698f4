"""The rows of what a list would change, each as a line to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from magdit.web.told import word
from magdit.words.roles import ROLES
from magdit.words.states import AUTHORITY, CONSENT_STATES, FORMS


def new(told: Sequence[Any]) -> str:
    """Someone who is new, with what they are here."""
    name, roles = told
    return f"{name} ({', '.join(word(ROLES, role) for role in roles) or _('verzorger')})"


def changed(told: Sequence[Any]) -> str:
    """Someone who changes, field by field."""
    name, fields = told
    return f"{name}: " + ", ".join(f"{_field(field)} {_value(was)} → {_value(now)}" for field, was, now in fields)


def group(told: Sequence[Any]) -> str:
    """A group with its school year."""
    name, year = told
    return f"{name} ({year}-{year + 1})"


def authority(told: Sequence[Any]) -> str:
    """Whose authority over whom will be told otherwise."""
    guardian, child, was, now = told
    sentence = _("{guardian} bij {child}: {was} → {now}")
    return sentence.format(guardian=guardian, child=child, was=word(AUTHORITY, was), now=word(AUTHORITY, now))


def left_group(told: Sequence[Any]) -> str:
    """Someone and a group."""
    name, group_name = told
    return f"{name} ({group_name})"


def bond(told: Sequence[Any]) -> str:
    """A guardian and a child."""
    guardian, child = told
    return _("{guardian} bij {child}").format(guardian=guardian, child=child)


def candidate(name: str, born: str) -> str:
    """Someone who is here already, to choose."""
    if not born:
        return _("Ja, dit is {name}").format(name=name)
    return _("Ja, dit is {name}, geboren {day}").format(name=name, day=_day(born))


def why(code: str) -> str:
    """Why we ask whether this is the same person."""
    return {
        "same": _("Er is hier al iemand die zo heet."), "several": _("Er zijn er hier meer die zo heten."),
        "listed": _("Deze naam staat twee keer in de lijst."),
        "reused": _("Dit nummer was eerst van iemand anders."),
    }.get(code, "")  # fmt: skip


def counts(told: Mapping[str, int]) -> list[tuple[str, int]]:
    """How many of each."""
    names = {
        "nieuw": _("nieuwe mensen"), "gewijzigd": _("mensen gewijzigd"), "gelijk": _("mensen gelijk gebleven"),
        "groepen": _("nieuwe groepen"), "rollen": _("rollen die iemand krijgt"),
        "in-groep": _("mensen die in een groep komen"), "verzorgers": _("verzorgers bij kinderen"),
    }  # fmt: skip
    always = {"nieuw", "gewijzigd", "gelijk"}
    return [(name, told.get(code, 0)) for code, name in names.items() if code in always or told.get(code)]


def consents(told: Mapping[str, int]) -> list[tuple[str, int]]:
    """The same of a list of consents."""
    names = {
        "nieuw": _("nieuwe antwoorden"), "gewijzigd": _("antwoorden gewijzigd"),
        "was-ja": _("daarvan waren eerst ja"), "gelijk": _("antwoorden gelijk gebleven"),
        "geraden": _("antwoorden waarbij niet staat wie het zei"),
        "tegen": _("keer ja in de lijst en nee hier: het nee blijft gelden"), "taken": _("taken om iets weg te halen"),
    }  # fmt: skip
    return [(name, told[code]) for code, name in names.items() if told.get(code) or code in {"nieuw", "gewijzigd"}]


def accepted(code: str) -> str:
    """A word that may stand in a list, as people say it."""
    known = next((words for words in (ROLES, AUTHORITY, CONSENT_STATES, FORMS) if code in words), None)
    return word(known, code) if known else code


def _field(field: str) -> str:
    return {
        "first": _("voornamen"), "called": _("roepnaam"), "infix": _("voorvoegsel"), "last": _("achternaam"),
        "born": _("geboren"), "email": _("e-mail"), "shielded": _("afgeschermd"), "institution": _("instelling"),
        "left_on": _("vertrokken op"),
    }.get(field, field)  # fmt: skip


def _value(value: object) -> str:
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, str) and len(value) == 10 and value[4:5] == value[7:8] == "-":
        return _day(value)
    return str(value) if value not in {None, ""} else _("(leeg)")


def _day(value: str) -> str:
    return date_format(date.fromisoformat(value), "j F Y")
