"""The words in which families are asked: every question of the board, a next version of one, and how it will read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from magdit.areas.consent.models import Item, ItemText
from magdit.areas.consent.texts.actions import new_text
from magdit.areas.consent.texts.words import SOURCE, Words, faults, filled, tidy
from magdit.areas.journal.refused import Refused
from magdit.areas.people.api_keys import governs_board
from magdit.web.room import room
from magdit.web.settings.forms import TextForm
from magdit.web.told import refusal
from magdit.web.visit import Visit

VERSION, LOOK = "versie", "bekijk"
LONGEST = 10  # digits of a version


@dataclass(frozen=True, slots=True)
class TextLine:
    """A question with the version of now, and which translations are of that version."""

    item: Item
    text: ItemText | None
    good: tuple[str, ...]
    stale: tuple[str, ...]


@room
def texts(visit: Visit) -> HttpResponse:
    """Every question in use, with its translations."""
    _require_governor(visit)
    items = list(Item.objects.filter(board=visit.person.board_id, active=True))
    newest = _newest(items)
    return render(visit.request, "settings/texts.html", {"lines": [_line(item, newest) for item in items]})


@room
def text(visit: Visit, item: str) -> HttpResponse:
    """One question: write the next version, look how a parent will read it."""
    _require_governor(visit)
    row = visit.one(Item.objects.filter(board=visit.person.board_id, active=True), code=item)
    line = _line(row, _newest([row]))
    now = {name: getattr(line.text, name) for name in ("title", "body", "why")} if line.text else {}
    form = TextForm(visit.typed or None, initial=now)
    words = _words(form, now)
    if visit.sends and LOOK not in visit.request.POST and form.is_valid() and _written(visit, form, line):
        return HttpResponseRedirect(visit.request.path)
    line = _line(row, _newest([row])) if visit.sends else line  # another may have come first
    version = line.text.version if line.text else 0
    newer = visit.typed is not None and line.text is not None and _seen(visit) != version
    told = {"form": form, "line": line, "item": row, "seen": _as_read(words), "version": version, "newer": newer}
    return render(visit.request, "settings/text.html", told)


def _written(visit: Visit, form: TextForm, line: TextLine) -> bool:
    """Write the next version. Who began from an older one hears that, and keeps what they typed."""
    try:
        new_text(visit.doing, line.item, Words(**form.cleaned_data), seen=_seen(visit))
    except Refused as refused:
        if refused.code in {"not_yours", "no_right"}:
            raise
        form.add_error(None, refusal(refused))
        return False
    messages.success(visit.request, _("Bewaard. Wie nu wordt gevraagd, leest deze tekst."))
    return True


def _seen(visit: Visit) -> int:
    """The version that stood on the page when they began; -1 for what is none."""
    told = str(visit.typed.get(VERSION, "")) if visit.typed else ""
    return int(told) if told.isascii() and told.isdecimal() and len(told) < LONGEST else -1


def _words(form: TextForm, now: dict[str, str]) -> Words:
    told = {name: form.data.get(name, "") for name in ("title", "body", "why")} if form.is_bound else now
    return tidy(Words(**told)) if told else Words("", "")


def _as_read(words: Words) -> Words | None:
    """How a parent of an invented child reads it; None while it cannot be shown."""
    if faults(words):
        return None
    return filled(replace(words), {"naam": "Noor", "school": "De Linde"})


def _newest(items: list[Item]) -> dict[tuple[str, str], ItemText]:
    rows = ItemText.objects.filter(item__in=items).select_related("item").order_by("version")
    return {(row.item.code, row.language): row for row in rows}


def _line(item: Item, newest: dict[tuple[str, str], ItemText]) -> TextLine:
    source = newest.get((item.code, SOURCE))
    others = sorted((language, row) for (code, language), row in newest.items() if code == item.code and row != source)
    good = tuple(language for language, row in others if source is not None and row.translates == source.mark)
    return TextLine(item, source, good, tuple(language for language, _row in others if language not in good))


def _require_governor(visit: Visit) -> None:
    if not governs_board(visit.person, visit.today):
        raise Http404
