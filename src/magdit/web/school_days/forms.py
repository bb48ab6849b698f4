"""The forms of this room: one period, and a pasted list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from magdit.areas.registers.free_days import MOST_NAME

NEEDED = {"required": _("Vul dit in."), "invalid": _("Kies een dag uit de kalender.")}


def _day() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class PeriodForm(forms.Form):
    """One holiday or day off."""

    name = forms.CharField(label=_("Naam"), max_length=MOST_NAME, error_messages=NEEDED)
    first = forms.DateField(label=_("Van"), widget=_day(), error_messages=NEEDED)
    last = forms.DateField(
        label=_("Tot en met"), required=False, widget=_day(), error_messages=NEEDED, help_text=_("Leeg bij één dag.")
    )

    def clean(self) -> dict[str, Any]:
        """One day lasts until that day."""
        told = super().clean() or {}
        return {**told, "last": told.get("last") or told.get("first")}


class ListForm(forms.Form):
    """Lines as they come out of a spreadsheet."""

    lines = forms.CharField(
        label=_("Lijst"), widget=forms.Textarea(attrs={"rows": 4}), error_messages=NEEDED,
        help_text=_("Op elke regel: naam; van; tot en met. Zoals: Studiedag; 12-03-2027; 12-03-2027"),
    )  # fmt: skip
