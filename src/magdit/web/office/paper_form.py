"""The form in which a paper is typed over: who signed, when, yes or no per question, and the scan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast
from uuid import UUID

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from magdit.areas.consent.models import Item
from magdit.areas.consent.paper import MOST, PaperRefused, TakenIn
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from magdit.areas.people.names import whole
from magdit.journeys.office_paper import Form, Signer, Told, take_in
from magdit.web.office.forms import Day, sentence, tell

IN_MB = MOST // 1024 // 1024
FIELDS = {
    "paper_in_future": "signed_on", "paper_too_early": "signed_on", "no_scan": "scan", "scan_too_big": "scan",
    "not_a_scan": "scan", "scan_cut_off": "scan",
    "not_yours": "signer",
}  # fmt: skip


class PaperForm(forms.Form):
    """A paper of one person, with a field per question of the school."""

    signer = forms.TypedChoiceField(
        label=gettext_lazy("Wie heeft getekend?"), coerce=UUID, widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies wie heeft getekend.")},
    )  # fmt: skip
    signed_on = Day(
        label=gettext_lazy("Welke datum staat op het papier?"),
        error_messages={"required": gettext_lazy("Vul de datum in die op het papier staat.")},
    )
    scan = forms.FileField(
        label=gettext_lazy("Scan van het papier"), required=False, allow_empty_file=True,
        help_text=gettext_lazy("Een pdf, png of jpeg van hoogstens 10 MB. De scan wordt versleuteld bewaard."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/png,image/jpeg"}),
    )  # fmt: skip

    def __init__(self, *given: Any, asked: Form, too_large: bool = False, **more: Any) -> None:
        super().__init__(*given, **more)
        self.asked, self.too_large = asked, too_large
        signers = [(str(one.person.pk), _signer(one)) for one in asked.signers]
        cast(forms.ChoiceField, self.fields["signer"]).choices = signers
        for question in asked.questions:
            yes = [] if question.elsewhere else [("yes", _("Ja"))]
            told = _("Een ja op papier hoort in de leerlingadministratie.") if question.elsewhere else ""
            self.fields[_name(question.item)] = forms.ChoiceField(
                label=question.title, required=False, widget=forms.RadioSelect,
                choices=[*yes, ("no", _("Nee")), ("", _("Niet ingevuld"))],
                help_text=told, error_messages={"invalid_choice": told} if told else None,
            )  # fmt: skip

    @property
    def questions(self) -> Iterator[BoundField]:
        """The fields of the questions, in the order of the paper."""
        return (self[_name(question.item)] for question in self.asked.questions)

    def hand_in(self, doing: Doing, school: School) -> TakenIn | None:
        """Take the paper in; None when something is wrong with it, which then stands in the form."""
        if self.too_large:
            tell(self, Refused("scan_too_big", most=IN_MB), FIELDS)
        if not self.is_valid():
            return None
        says = {q.item: said == "yes" for q in self.asked.questions if (said := self.cleaned_data[_name(q.item)])}
        scan = self.cleaned_data["scan"]
        told = Told(
            self.cleaned_data["signer"], self.cleaned_data["signed_on"], b"" if scan is None else bytes(scan.read())
        )
        try:
            return take_in(doing, school, self.asked.person, says, told)
        except PaperRefused as refused:
            for item, reason in refused.reasons.items():
                self.add_error(f"answer_{item}", sentence(reason))
        except Refused as refused:
            if refused.code in {"no_right"}:
                raise
            tell(self, refused, FIELDS)
        return None


def _name(item: Item) -> str:
    return f"answer_{item.pk}"


def _signer(signer: Signer) -> str:
    if signer.relation == "zelf":
        return _("%(name)s zelf") % {"name": whole(signer.person)}
    if not signer.known:
        return _("%(name)s (gezag nog onbekend: alleen een nee telt)") % {"name": whole(signer.person)}
    return whole(signer.person)
