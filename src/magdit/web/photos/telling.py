"""One publication in words, to who is in it or a parent: how it stands, and why it went. Never who said what."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from magdit.areas.people.models import Person
from magdit.journeys.publications.of_me import Shown


@dataclass(frozen=True, slots=True)
class Told:
    """`lead`: what it is where its words are not shown; `why`: of what is gone; `asked`: this reader asked for it."""

    shown: Shown
    word: str
    colour: str
    lead: str
    why: str
    asked: bool


def told(shown: Shown, reader: Person, child: Person, *, je: bool) -> Told:
    """How it stands, to this reader; `je`: a pupil."""
    task = shown.task
    asked = task is not None and task.asked_by == reader.pk
    word, colour = _stands(shown)
    name = child.called or child.last
    own = reader.pk == child.pk
    if shown.pictures and shown.text is None:
        mine = _("Een foto van jou.") if je else _("Een foto van u.")
        lead = mine if own else _("Een foto van %(name)s.") % {"name": name}
    else:
        mine = _("Een bericht met jou erin.") if je else _("Een bericht met u erin.")
        lead = mine if own else _("Een bericht met %(name)s.") % {"name": name}
    return Told(shown, word, colour, lead, _why(shown), asked)


def _stands(shown: Shown) -> tuple[str, str]:
    if shown.on_paper:
        return _("op papier"), "if"
    if shown.is_gone:
        return _("weggehaald"), ""
    if shown.task is not None:
        return _("wordt weggehaald"), "if"
    return _("staat er"), "yes"


def _why(shown: Shown) -> str:
    """Of what is gone: since when, and why, without telling who said no."""
    at = shown.row.down_at or shown.appearance.down_at
    if not shown.is_gone or at is None:
        return ""
    day = _("Weggehaald op %(day)s.") % {"day": date_format(at, "j F Y")}
    because = {
        "account_gesloten": _("De school gebruikt dit account niet meer."),
        "afspraken_voorbij": _("De afspraken met dit platform golden niet meer."),
    }.get(shown.row.down_because, _("Het hoefde of mocht hier niet meer staan."))
    return f"{day} {because}"
