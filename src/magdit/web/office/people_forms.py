"""The forms about people: names and e-mail, authority, a new guardian, and leaving."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from magdit.areas.people.models import Person
from magdit.areas.people.names import whole
from magdit.web.office.forms import Day
from magdit.web.versioned import Versioned

NAMES = ("called", "first", "infix", "last")
PERSON_FIELDS = {"email_wrong": "email", "language_wrong": "language", "born_wrong": "born", "name_missing": "last"}
AUTHORITY_FIELDS = {"source_missing": "source", "day_future": "since"}
AUTHORITY = (
    ("ja", gettext_lazy("Ja")),
    ("nee", gettext_lazy("Nee")),
    ("onbekend", gettext_lazy("Nog onbekend")),
)
RELATIONS = (
    ("ouder", gettext_lazy("Ouder")),
    ("voogd", gettext_lazy("Voogd")),
    ("verzorger", gettext_lazy("Andere verzorger")),
)


class EditPerson(Versioned):
    """Names and how to reach someone."""

    called = forms.CharField(label=gettext_lazy("Roepnaam"), required=False, max_length=300)
    first = forms.CharField(label=gettext_lazy("Voornamen"), required=False, max_length=400)
    infix = forms.CharField(label=gettext_lazy("Voorvoegsel"), required=False, max_length=100)
    last = forms.CharField(label=gettext_lazy("Achternaam"), required=False, max_length=500)
    born = Day(label=gettext_lazy("Geboortedatum"), required=False)
    email = forms.CharField(
        label=gettext_lazy("E-mail"), required=False, max_length=254,
        widget=forms.TextInput(attrs={"type": "email", "autocomplete": "off"}),
        help_text=gettext_lazy("Leeg: deze persoon krijgt brieven op papier."),
    )  # fmt: skip
    language = forms.CharField(
        label=gettext_lazy("Taal van brieven"), max_length=8, help_text=gettext_lazy("De code: nl, en, ar, tr …")
    )

    def __init__(self, *given: Any, shielded: bool = False, **more: Any) -> None:
        super().__init__(*given, **more)
        if shielded:
            self.fields["email"].help_text = _("Dit adres is afgeschermd. Leeg laten: het blijft zoals het is.")

    def changes(self, *, shielded: bool) -> dict[str, Any]:
        """What was typed; of who is shielded an empty e-mail is no change."""
        told = {name: value for name, value in self.cleaned_data.items() if name != "seen_version"}
        if shielded and not told["email"]:
            del told["email"]
        return told

    def cleaned_away(self, kept: Mapping[str, str]) -> list[str]:
        """What is kept otherwise than it was typed, field by field, as a sentence."""
        return [
            _("Bij %(field)s staat nu ‘%(kept)s’: tekens die u niet ziet of die er niet horen, zijn weggehaald.")
            % {"field": str(self.fields[name].label).lower(), "kept": kept[name]}
            for name in NAMES
            if " ".join(str(self.data.get(name, "")).split()) != kept[name]
        ]


class Authority(forms.Form):
    """Whether someone has authority over a child, and who says so."""

    authority = forms.ChoiceField(
        label=gettext_lazy("Heeft deze persoon gezag?"), choices=AUTHORITY, widget=forms.RadioSelect
    )
    source = forms.CharField(
        label=gettext_lazy("Volgens wie?"), required=False, max_length=300,
        help_text=gettext_lazy("Zoals ‘beide ouders’ of ‘uitspraak van de rechter’. Verplicht bij ja en bij nee."),
    )  # fmt: skip
    since = Day(label=gettext_lazy("Sinds wanneer?"), required=False, help_text=gettext_lazy("Mag leeg blijven."))


class ChangeAuthority(Authority, Versioned):
    """The same, for a bond that is there."""


class EndBond(forms.Form):
    """The last day of a bond."""

    on = Day(label=gettext_lazy("Laatste dag"))


class NewGuardian(Authority):
    """Someone around a child: who is known already, or someone new."""

    guardian = forms.TypedChoiceField(
        label=gettext_lazy("Wie is het?"), coerce=UUID, required=False, empty_value=None, widget=forms.RadioSelect
    )
    relation = forms.ChoiceField(label=gettext_lazy("Wat is deze persoon van het kind?"), choices=RELATIONS)
    called = forms.CharField(label=gettext_lazy("Roepnaam"), required=False, max_length=300)
    infix = forms.CharField(label=gettext_lazy("Voorvoegsel"), required=False, max_length=100)
    last = forms.CharField(label=gettext_lazy("Achternaam"), required=False, max_length=500)
    email = forms.CharField(
        label=gettext_lazy("E-mail"), required=False, max_length=254,
        widget=forms.TextInput(attrs={"type": "email", "autocomplete": "off"}),
    )  # fmt: skip
    field_order = ("guardian", "called", "infix", "last", "email", "relation", "authority", "source", "since")

    def __init__(self, *given: Any, known: tuple[Person, ...] = (), **more: Any) -> None:
        super().__init__(*given, **more)
        listed = [(str(one.pk), whole(one)) for one in known]
        cast(forms.ChoiceField, self.fields["guardian"]).choices = [*listed, ("", _("Iemand die er nog niet in staat"))]
        if not known:
            del self.fields["guardian"]

    @property
    def chosen(self) -> UUID | None:
        """Who of those who are known, if anybody."""
        found: UUID | None = self.cleaned_data.get("guardian") or None
        return found


class Leaving(forms.Form):
    """The last day at school."""

    on = Day(label=gettext_lazy("Laatste dag op school"))
