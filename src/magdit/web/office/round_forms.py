"""The forms of a round: opening it, and giving it another end or rhythm."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from magdit.web.office.forms import Day

OPEN_FIELDS = {"round_ends_before_it_begins": "closes", "round_over_two_years": "closes", "round_exists": "opens"}
CHANGE_FIELDS = {"round_ends_before_it_begins": "closes", "round_over_two_years": "closes"}
MOST = 365


class OpenRound(forms.Form):
    """A new round."""

    opens = Day(label=gettext_lazy("Eerste dag"), help_text=gettext_lazy("Vanaf deze dag gaan de vragen uit."))
    closes = Day(
        label=gettext_lazy("Laatste dag"), required=False,
        help_text=gettext_lazy("Mag leeg blijven: dan loopt de ronde tot het einde van het schooljaar."),
    )  # fmt: skip


class ChangeRound(forms.Form):
    """Another end, or another rhythm of reminders."""

    closes = Day(
        label=gettext_lazy("Laatste dag"), required=False,
        help_text=gettext_lazy("Mag leeg blijven: dan loopt de ronde tot het einde van het schooljaar."),
    )  # fmt: skip
    remind_after = forms.IntegerField(
        label=gettext_lazy("Herinner na (dagen)"), min_value=1, max_value=MOST,
        help_text=gettext_lazy("Zoveel dagen na de vraag, of na de vorige herinnering."),
    )  # fmt: skip
    most_reminders = forms.IntegerField(
        label=gettext_lazy("Herinner hoogstens (keer)"), min_value=0, max_value=MOST,
        help_text=gettext_lazy("Nul: er gaan geen herinneringen uit."),
    )  # fmt: skip
