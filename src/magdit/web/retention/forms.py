"""The forms of this room: how long, and why not."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from magdit.areas.drafts.destroying import MOST_DAYS
from magdit.areas.registers.holds import MOST_REASON

DAYS = {
    "required": _("Vul een aantal dagen in."),
    "invalid": _("Vul een heel getal in."),
    "min_value": _("Kies minstens 1 dag."),
    "max_value": _("Kies hoogstens %(limit_value)s dagen."),
}


class TermsForm(forms.Form):
    """The terms of a school; the version keeps two who edit at once apart."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    picture_days = forms.IntegerField(
        label=_("Originele foto's en films weg na (dagen)"),
        help_text=_("Geteld vanaf het plaatsen of weggooien. De schone kopie bij een publicatie blijft."),
        min_value=1, max_value=MOST_DAYS, error_messages=DAYS,
    )  # fmt: skip
    draft_days = forms.IntegerField(
        label=_("Een bericht dat niet af is, verloopt na (dagen)"),
        help_text=_("Geteld vanaf de laatste verandering. Dan gaan de tekst en de foto's weg."),
        min_value=1, max_value=MOST_DAYS, error_messages=DAYS,
    )  # fmt: skip


class HoldForm(forms.Form):
    """Why something must be kept."""

    reason = forms.CharField(
        label=_("Waarom moet dit bewaard blijven?"),
        help_text=_("Bijvoorbeeld: er loopt een klacht. Schrijf geen namen op."),
        max_length=MOST_REASON,
        error_messages={"required": _("Schrijf in een zin waarom.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )
