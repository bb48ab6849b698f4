"""What the forms of the office share: filled with what was typed, and a refusal told at the field that it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from magdit.areas.journal.refused import Refused
from magdit.web.told import refusal
from magdit.web.visit import Visit

SomeForm = TypeVar("SomeForm", bound=forms.Form)
# Said to who types for another: "you" is not the one who answers.
FOR_ANOTHER = {
    "not_your_turn": gettext_lazy("Hierover beslist nu: {who}. Een antwoord van deze ondertekenaar telt niet."),
    "not_your_child": gettext_lazy("Deze ondertekenaar staat niet als ouder of verzorger bij deze leerling."),
    "no_say_any_more": gettext_lazy("Deze ondertekenaar beslist niet (meer) over deze leerling."),
    "authority_unknown": gettext_lazy(
        "Van deze ondertekenaar weet de school nog niet of er gezag is. Een ja telt daarom niet, een nee wel. Schrijf"
        " eerst het gezag op, op de pagina van de leerling."
    ),
}


class Day(forms.DateField):
    """A day, chosen from a calendar where the browser has one."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def opened(visit: Visit, kind: type[SomeForm], *, initial: Mapping[str, Any] | None = None, **more: Any) -> SomeForm:
    """The form with what is being sent; or else with what was typed before the session ended, or what stands now."""
    if visit.sends:
        return kind(visit.request.POST, visit.request.FILES, initial=dict(initial or {}), **more)
    kept = {} if visit.kept is None else visit.kept.dict()
    return kind(initial={**(initial or {}), **kept}, **more)


def tell(form: forms.Form, refused: Refused, fields: Mapping[str, str] | None = None) -> None:
    """Show a refusal in the form, at the field that the code belongs to; without a field at the top."""
    field = (fields or {}).get(refused.code)
    form.add_error(field if field in form.fields else None, sentence(refused))


def sentence(refused: Refused) -> str:
    """The sentence for a refusal, for who does something for another."""
    if refused.code in FOR_ANOTHER:
        return str(FOR_ANOTHER[refused.code]).format(**refused.facts)
    return refusal(refused)


class Search(forms.Form):
    """Part of a name."""

    words = forms.CharField(
        label=gettext_lazy("Naam"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        help_text=gettext_lazy("Een deel van de naam is genoeg."),
    )

    def clean_words(self) -> str:
        """At least two letters: one letter finds half the school."""
        words = str(self.cleaned_data["words"]).strip()
        if len(words) < 2:
            raise forms.ValidationError(_("Typ minstens twee letters."))
        return words
