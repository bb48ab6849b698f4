"""A line of the journal as a sentence: who did what, and the values that lay sealed in it.

What a page does not know the words of, is told by its own: a line is never left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from magdit.areas.consent.asking.overview import titles
from magdit.areas.consent.models import Item
from magdit.areas.journal.doing import Ref
from magdit.areas.journal.history import HistoryLine
from magdit.areas.people.models import Person
from magdit.areas.people.names import whole
from magdit.areas.people.queries import visible_files
from magdit.web.officer.verbs import FIELDS, LOOKED_AT, VERBS
from magdit.web.told import page_language, word
from magdit.words.media import MEDIA
from magdit.words.roles import ROLES
from magdit.words.states import AUTHORITY, CONSENT_STATES

IDENTITY = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}|[0-9a-f]{64}")
WORDS = (ROLES, CONSENT_STATES, AUTHORITY, MEDIA)
# Said in the sentence already, or of use to a program alone.
QUIET = frozenset(
    {"versie", "wat", "account", "accounts", "regels", "verzonnen", "beheer", "taken", "aantal", "eerder"}
)


@dataclass(frozen=True, slots=True)
class LineTold:
    """When, a sentence, and what more the line holds as pairs of a word and a value."""

    number: int
    at: datetime
    sentence: str
    more: tuple[tuple[str, str], ...]
    is_look: bool
    is_lost: bool


def lines_told(lines: Sequence[HistoryLine], *, viewer: Person, on: date, about: Person) -> tuple[LineTold, ...]:
    """The lines as sentences about this person, with the names that the viewer may see."""
    names = _names(viewer, on, (ref for line in lines for ref in (line.actor, line.about)))
    topics = _topics(about, {str(line.details["onderwerp"]) for line in lines if "onderwerp" in line.details})
    return tuple(_told(_with_topic(line, topics), names, str(about.pk)) for line in lines)


def _topics(about: Person, codes: set[str]) -> dict[str, str]:
    """What the topics in these lines ask, by their code."""
    items = list(Item.objects.filter(board=about.board_id, code__in=codes)) if codes else []
    told = titles(items, language=page_language())
    return {item.code: title for item, title in zip(items, told, strict=True)}


def _with_topic(line: HistoryLine, topics: dict[str, str]) -> HistoryLine:
    code = line.details.get("onderwerp")
    return replace(line, details={**line.details, "onderwerp": topics[code]}) if code in topics else line


def _told(line: HistoryLine, names: dict[str, str], about: str) -> LineTold:
    who = _who(line.actor, names)
    known = VERBS.get(line.verb)
    verb = _(known) if known else _("%(who)s: %(verb)s.") % {"who": "%(who)s", "verb": line.verb.replace("_", " ")}
    what = LOOKED_AT.get(str(line.details.get("wat", "")))
    sentence = verb.replace("%(who)s", who).replace("%(what)s", _(what) if what else _("dit dossier"))
    if line.about.kind == "persoon" and line.about.id != about:
        sentence = _("%(sentence)s Over %(name)s.") % {"sentence": sentence, "name": _who(line.about, names)}
    return LineTold(
        number=line.number,
        at=line.at,
        sentence=sentence[:1].upper() + sentence[1:],
        more=(*_pairs(line.details), *_pairs(line.personal or {})),
        is_look=line.verb in {"gezien", "scan gezien", "bewijs ingezien"},
        is_lost=line.is_lost,
    )


def _who(ref: Ref, names: dict[str, str]) -> str:
    if ref.kind == "persoon":
        return names.get(ref.id) or _("iemand die er niet meer is")
    if ref.kind == "sleutel":
        return _("een programma met een sleutel")
    return _("het systeem")


def _names(viewer: Person, on: date, refs: Iterable[Ref]) -> dict[str, str]:
    ids = {ref.id for ref in refs if ref.kind == "persoon" and _is_id(ref.id)}
    rows = visible_files(viewer, on).filter(pk__in=ids)
    return {str(one.pk): whole(one) for one in rows}


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _pairs(values: dict[str, Any], under: str = "") -> Iterable[tuple[str, str]]:
    """The values that say something to a reader; ids of rows do not."""
    for key, value in values.items():
        word = " ".join(part for part in (under, _field(key)) if part)
        if isinstance(value, dict):
            yield from _pairs(value, word)
        elif key not in QUIET and (said := _said(value)):
            yield word, said


def _field(key: str) -> str:
    return _(FIELDS[key]) if key in FIELDS else key.replace("_", " ")


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, list):
        return ", ".join(part for one in value if (part := _said(one)))
    if value is None or (isinstance(value, str) and IDENTITY.fullmatch(value)):
        return ""
    known = next((words for words in WORDS if value in words), None)
    return word(known, value) if known else _field(str(value))
