"""The forms of this room: a question, an answer, a decision, a stand-in, and what a school agreed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from magdit.areas.drafts.asking_rules import MOST_DAYS, MOST_QUESTION
from magdit.areas.drafts.stand_ins import REMOVERS
from magdit.web.told import choices_of, word
from magdit.words.roles import ROLES
from magdit.words.vocabulary import Vocabulary

NEEDED = {"required": _("Vul dit in.")}


def _offer(form: forms.Form, name: str, choices: list[tuple[str, Any]]) -> None:
    """What can be chosen is known only when the form is shown; words may be lazy."""
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(name)
    field.choices = choices


class QuestionForm(forms.Form):
    """One question, and to whom of those that the protocol names."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    question = forms.CharField(
        label=_("Wat wilt u weten?"), max_length=MOST_QUESTION, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf in een zin wat u wilt weten.")},
    )  # fmt: skip
    role = forms.ChoiceField(label=_("Aan wie?"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, roles: list[str], je: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if je:
            self.fields["question"].label = gettext("Wat wil je weten?")
        _offer(self, "role", [(role, word(ROLES, role)) for role in roles])
        if len(roles) < 2:
            del self.fields["role"]


class AnswerForm(forms.Form):
    """What is said to a doubt, with words, and what is left to the judgement of who answers."""

    outcome = forms.ChoiceField(
        choices=[("mag", _("Mag")), ("mag_niet", _("Mag niet")), ("anders", _("Pas aan"))],
        error_messages={"required": _("Kies een antwoord."), "invalid_choice": _("Kies een antwoord.")},
    )
    words = forms.CharField(
        label=_("Uw antwoord in woorden"), help_text=_("Bij ‘mag niet’ en ‘pas aan’ is dit nodig."), required=False,
        max_length=MOST_QUESTION, widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def __init__(self, *args: Any, facts: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        for name, question in facts:
            self.fields[f"feit-{name}"] = forms.ChoiceField(
                label=question, required=False, choices=[("ja", _("Ja")), ("nee", _("Nee"))], widget=forms.RadioSelect
            )

    def facts(self) -> dict[str, bool]:
        """What was judged; a question that was left open is left open."""
        said = {name: value for name, value in self.cleaned_data.items() if name.startswith("feit-") and value}
        return {name.removeprefix("feit-"): value == "ja" for name, value in said.items()}


class DecisionForm(forms.Form):
    """Approve, or send back with a note."""

    outcome = forms.ChoiceField(
        choices=[("goed", _("Goedkeuren")), ("terug", _("Terugsturen"))],
        error_messages={"required": _("Kies wat u besluit."), "invalid_choice": _("Kies wat u besluit.")},
    )
    note = forms.CharField(
        label=_("Wat moet er anders?"), help_text=_("Nodig als u het terugstuurt."), required=False,
        max_length=MOST_QUESTION, widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class PrecedentForm(forms.Form):
    """The answer as an example for others."""

    precedent = forms.CharField(
        label=_("Zo helpt uw antwoord ook anderen"), required=False, max_length=MOST_QUESTION,
        help_text=_("Schrijf vraag en antwoord op zonder namen of gegevens. Het staat dan bij het artikel."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class StandInForm(forms.Form):
    """Who answers for someone, and until when they are away."""

    deputy = forms.ChoiceField(label=_("Uw vervanger"), required=False)
    away_until = forms.DateField(
        label=_("Afwezig tot en met"), required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text=_("Leeg als u er gewoon bent. Uw vervanger krijgt een vraag ook als u er te lang over doet."),
        error_messages={"invalid": _("Kies een dag uit de kalender.")},
    )  # fmt: skip

    def __init__(self, *args: Any, people: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        _offer(self, "deputy", [("", _("Niemand")), *people])


class RulesForm(forms.Form):
    """When a post is approved first, by whom, and how long answers may take."""

    when = forms.ChoiceField(
        label=_("Keurt iemand berichten goed voordat ze uitgaan?"), widget=forms.RadioSelect,
        choices=[("nooit", _("Nee")), ("altijd", _("Ja, elk bericht")), ("media", _("Ja, voor deze kanalen"))],
        error_messages=NEEDED,
    )  # fmt: skip
    channels = forms.MultipleChoiceField(label=_("Kanalen"), required=False, widget=forms.CheckboxSelectMultiple)
    role = forms.ChoiceField(label=_("Door wie"), error_messages=NEEDED)
    days = forms.IntegerField(
        label=_("Een collega antwoordt binnen (schooldagen)"), min_value=1, max_value=MOST_DAYS,
        help_text=_("Daarna gaat de vraag naar de vervanger, en dan een trede hoger."),
    )  # fmt: skip
    family_days = forms.IntegerField(
        label=_("Ouders antwoorden binnen (schooldagen)"), min_value=1, max_value=MOST_DAYS,
        help_text=_("Als een ouder via de school iets vraagt. Wie niets zegt, zegt nee."),
    )  # fmt: skip

    remover = forms.ChoiceField(
        label=_("Wie haalt weg wat niet meer mag?"), required=False,
        help_text=_("Noemt het protocol iemand, dan gaat die voor. Daarna wie het account heeft, en de schoolleiding."),
    )  # fmt: skip

    def __init__(self, *args: Any, media: Vocabulary, roles: tuple[str, ...], **more: Any) -> None:
        super().__init__(*args, **more)
        _offer(self, "remover", [("", _("Wie het account heeft")), *((one, word(ROLES, one)) for one in REMOVERS)])
        _offer(self, "channels", choices_of(media))
        _offer(self, "role", [(one, word(ROLES, one)) for one in roles])
