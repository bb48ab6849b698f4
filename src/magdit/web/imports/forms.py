"""Handing in a list: what kind it is, the file, and of which day it tells."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import ColumnMapping, School
from magdit.web.told import refusal


def kinds(school: School) -> list[tuple[str, str]]:
    """The kinds of list, as an office calls them; consents only where the administration stays master."""
    found = [
        ("oneroster", _("OneRoster (zip)")),
        ("edexml", _("EDEXML (xml)")),
        ("uwlr", _("UWLR (xml)")),
        ("sds", _("School Data Sync (zip)")),
        ("leerlingen", _("Leerlingen of medewerkers in Excel of CSV")),
        ("verzorgers", _("Verzorgers in Excel of CSV")),
    ]
    return [*found, ("toestemmingen", _("Toestemmingen in Excel of CSV"))] if school.mirror else found


class HandIn(forms.Form):
    """A list to look at."""

    soort = forms.ChoiceField(widget=forms.RadioSelect)
    bestand = forms.FileField(allow_empty_file=True)
    stand = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    koppeling = forms.ChoiceField(required=False)

    def __init__(self, *given: Any, school: School, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["soort"] = forms.ChoiceField(
            label=_("Wat voor lijst is het?"), choices=kinds(school), widget=forms.RadioSelect
        )
        self.fields["bestand"].label = _("Het bestand")
        self.fields["bestand"].help_text = _("Zoals uw leerlingadministratie het maakte. Hoogstens 200 MB.")
        self.fields["stand"].label = _("Van welke dag is de lijst?")
        self._kept(school)
        for field in self.fields.values():
            field.error_messages |= {"required": _("Dit is nog niet ingevuld."), "invalid": _("Kies een dag.")}

    def says_too_large(self, most: int) -> None:
        """The file was let go while it came in."""
        self.fields["bestand"].error_messages["required"] = refusal(Refused("list_too_big", most=most))

    def _kept(self, school: School) -> None:
        kept = ColumnMapping.objects.filter(school=school).order_by("name").values_list("name", "kind")
        if not kept:
            del self.fields["koppeling"]
            return
        self.fields["koppeling"] = forms.ChoiceField(
            required=False, label=_("Een koppeling die u eerder bewaarde"),
            help_text=_("Alleen bij Excel of CSV: zo hoeft u de kolommen niet opnieuw aan te wijzen."),
            choices=[("", _("Geen")), *((name, f"{name} ({kind})") for name, kind in kept)],
        )  # fmt: skip
