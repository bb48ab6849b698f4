"""Changing what several people keep: the second of two hears what the first changed, and keeps what they typed.

A form carries what stood there when it was shown. What someone did not touch is not written, so two who change
different things do not hinder each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core import signing
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Board, School
from magdit.protocols.library import UnknownProtocol
from magdit.web.told import refusal
from magdit.web.visit import Visit

STOOD, SALT, CLASHED = "stond", "magdit.web.settings", "clashed"


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that somebody else changed meanwhile, and what stands there now."""

    name: str
    label: str
    now: str


def stood(visit: Visit, form: forms.Form, row: Board | School) -> str:
    """What stood there when someone began, signed, for the form to carry.

    A form that comes back keeps what it carried: only of a field that clashed its reader has now heard what it became.
    """
    return signing.dumps(dict(_before(visit, form, row)) | getattr(form, CLASHED, {}), salt=SALT)


def save(visit: Visit, form: forms.Form, row: Board | School, write: Callable[..., object]) -> HttpResponse | None:
    """Write what was changed in a valid form and go back to the page; None when it must be shown again."""
    try:
        with transaction.atomic():
            type(row)._default_manager.select_for_update().get(pk=row.pk)
            row.refresh_from_db()
            changes, clashes = _changes(visit, form, row)
            if clashes:
                setattr(form, CLASHED, {clash.name: getattr(row, clash.name) for clash in clashes})
                _tell(form, clashes)
                return None
            if changes:
                write(**changes)
    except Refused as refused:
        form.add_error(None, refusal(refused))
        return None
    except UnknownProtocol:
        form.add_error("protocol", _("Dit protocol is er niet (meer). Kies een ander."))
        return None
    messages.success(visit.request, _("Bewaard.") if changes else _("Er was niets veranderd."))
    return HttpResponseRedirect(visit.request.path)


def _changes(visit: Visit, form: forms.Form, row: Board | School) -> tuple[dict[str, Any], list[Clash]]:
    before = _before(visit, form, row)
    touched = {name: value for name, value in form.cleaned_data.items() if value != before[name]}
    changes = {name: value for name, value in touched.items() if value != getattr(row, name)}
    clashes = [
        Clash(name, str(form.fields[name].label), _shown(form.fields[name], getattr(row, name)))
        for name in changes
        if getattr(row, name) != before[name]
    ]
    return changes, clashes


def _before(visit: Visit, form: forms.Form, row: Board | School) -> Mapping[str, Any]:
    """What the form was shown with; without a mark of ours it is compared with what stands there now."""
    now = {name: getattr(row, name) for name in form.fields}
    mark = str(visit.typed.get(STOOD, "")) if visit.typed else ""
    try:
        return now | dict(signing.loads(mark, salt=SALT))
    except signing.BadSignature:
        return now


def _tell(form: forms.Form, clashes: list[Clash]) -> None:
    for clash in clashes:
        form.add_error(
            None,
            _("Iemand anders heeft '%(label)s' veranderd terwijl u bezig was. Er staat nu: %(now)s. Kijk wat goed is.")
            % {"label": clash.label, "now": clash.now},
        )
    form.add_error(None, _("Er is niets veranderd. Wat u invulde staat er nog; nog een keer bewaren zet dat erin."))


def _shown(field: forms.Field, value: object) -> str:
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value))  # type: ignore[arg-type]  # our choices are pairs
    return {True: _("ja"), False: _("nee"), "": _("niets")}.get(value, str(value))
