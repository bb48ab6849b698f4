"""The form of this room: part of a name."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

FEWEST, MOST = 2, 80


class SearchForm(forms.Form):
    """A few letters of a name. They are kept in the session and never stand in an address."""

    name = forms.CharField(
        label=_("Naam, of een deel ervan"),
        max_length=MOST,
        min_length=FEWEST,
        error_messages={
            "required": _("Vul een naam in."),
            "min_length": _("Vul minstens twee letters in."),
            "max_length": _("Dat is te lang voor een naam. Vul een deel van de naam in."),
        },
        widget=forms.TextInput(attrs={"autocomplete": "off", "type": "search"}),
    )
