"""The forms of this room: saying that something may be a breach, and handling it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from magdit.areas.registers.breaches_story import MOST
from magdit.web.versioned import Versioned

MOMENT = "%Y-%m-%dT%H:%M"
NONE = "geen"


def words(label: Any, help_text: Any = "", *, rows: int = 3, required: bool = False) -> forms.CharField:
    """A field for free words on several lines."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=help_text, required=required, max_length=MOST, widget=area)


def moment(label: Any, help_text: Any = "", *, required: bool = False) -> forms.DateTimeField:
    """A field for a day and hour."""
    chooser = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT)
    return forms.DateTimeField(
        label=label, help_text=help_text, required=required, widget=chooser, input_formats=[MOMENT, "%Y-%m-%dT%H:%M:%S"]
    )  # fmt: skip


class ReportForm(forms.Form):
    """A few words are enough; who handles it asks for the rest."""

    what = words(
        _("Wat is er gebeurd?"), _("In gewone woorden. U hoeft nog niet alles te weten."), rows=5, required=True
    )
    known_at = moment(_("Sinds wanneer weet de school dit?"), _("Laat dit leeg als de school het nu pas weet."))
    signals = forms.MultipleChoiceField(label=_("Speelt dit ook?"), required=False, widget=forms.CheckboxSelectMultiple)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, signals: Iterable[tuple[str, str]], works_here: bool, je: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if je:
            self.fields["what"].help_text = gettext("In gewone woorden. Je hoeft nog niet alles te weten.")
        choices = list(signals)
        cast(forms.MultipleChoiceField, self.fields["signals"]).choices = choices
        if not choices or not works_here:
            del self.fields["signals"]
        if not works_here:
            del self.fields["known_at"]


class StoryForm(Versioned):
    """What the authority will ask for: as much of it as is known."""

    what = words(_("Wat is er gebeurd?"), rows=5, required=True)
    when = words(_("Wanneer gebeurde het?"), rows=1)
    whose = words(_("Om wie gaat het?"), _("Groepen, geen namen: leerlingen van 6A en hun ouders."), rows=2)
    many = words(_("Om hoeveel mensen gaat het?"), _("Een schatting is goed."), rows=1)
    kinds = words(_("Welke gegevens?"), _("Zoals naam, adres, foto, cijfer of gezondheid."), rows=2)
    consequences = words(_("Wat kan er voor deze mensen van komen?"), rows=3)
    measures = words(_("Wat hebt u al gedaan, en wat gaat u doen?"), rows=3)
    advice = words(_("Wat kunnen deze mensen zelf doen?"), _("Komt in de brief aan hen."), rows=2)


class DecideForm(Versioned):
    """Whether it is a breach, how much risk it brings, and why."""

    risk = forms.ChoiceField(label=_("Wat is het?"), widget=forms.RadioSelect)
    why = words(_("Waarom vindt u dat?"), _("Dit blijft bij de melding bewaard, ook als u niets meldt."), required=True)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        cast(forms.ChoiceField, self.fields["risk"]).choices = [
            (NONE, gettext("Geen datalek: er zijn geen gegevens bij een ander gekomen of kwijt")),
            ("onwaarschijnlijk", gettext("Een datalek, waarschijnlijk zonder risico voor mensen")),
            ("risico", gettext("Een datalek met risico voor mensen")),
            ("hoog", gettext("Een datalek met hoog risico voor mensen")),
        ]


class ReportedForm(Versioned):
    """That the authority was told."""

    at = moment(_("Wanneer is het gemeld?"), required=True)
    number = words(_("Nummer van de melding"), _("Dat geeft de toezichthouder. Mag later."), rows=1)
    late = words(_("Waarom was het later dan de termijn?"), _("Alleen nodig als de termijn voorbij was."), rows=2)


class ToldForm(Versioned):
    """That those concerned were told."""

    at = moment(_("Wanneer hoorden zij het?"), required=True)
    how = words(_("Hoe hoorden zij het?"), _("Zoals: per brief aan alle ouders van 6A."), rows=2, required=True)
