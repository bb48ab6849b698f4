"""The forms of this room: an account, how magdit reaches it, and what was agreed with the platform."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from magdit.areas.people.models import Person
from magdit.areas.people.names import listed
from magdit.areas.registers.models import ChannelAccount
from magdit.areas.registers.models_channels import AGREEMENTS, KINDS
from magdit.connectors.connector import Connector, connectors
from magdit.web.addresses import with_scheme
from magdit.web.told import word
from magdit.web.versioned import Versioned
from magdit.wording.connectors import asked_words, choice_word, connector_about, connector_name
from magdit.words.circumstances import AUDIENCES
from magdit.words.vocabulary import Vocabulary

EMPTY = ("", _("Kies"))
TOO_WIDE = frozenset({"sociale_media", "commercieel_platform", "berichtendienst", "schoolsysteem", "internet"})


class WebAddress(forms.CharField):
    """An address of the web; https:// may be left out."""

    widget = forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"})

    def to_python(self, value: Any) -> str:
        """With https:// in front."""
        return with_scheme(str(super().to_python(value)))


class AccountForm(Versioned):
    """An account, page, group or paper of the school."""

    kind = forms.ChoiceField(label=_("Wat is het?"), widget=forms.RadioSelect, initial="account")
    medium = forms.ChoiceField(label=_("Waar staat het?"))
    name = forms.CharField(
        label=_("Hoe heet het?"), max_length=120,
        help_text=_("Zoals bezoekers het zien: @delinde, of De Lindekrant."),
    )  # fmt: skip
    address = WebAddress(
        label=_("Adres"), required=False, max_length=500,
        help_text=_("Zoals in de browser. Van papier blijft dit leeg."),
    )  # fmt: skip
    audience = forms.ChoiceField(label=_("Wie kan het zien?"), initial="openbaar")
    owner = forms.ChoiceField(
        label=_("Wie zorgt ervoor?"), required=False,
        help_text=_("Deze persoon kijkt na wat er staat, en wat anderen erbij zetten."),
    )  # fmt: skip
    under = forms.ChoiceField(
        label=_("Hoort bij"), required=False,
        help_text=_("Alleen voor een pagina of groep: het account waar die bij hoort."),
    )  # fmt: skip
    connector = forms.ChoiceField(label=_("Hoe komen berichten daar?"), widget=forms.RadioSelect, initial="hand")
    circulation = forms.IntegerField(
        label=_("Oplage"), required=False, min_value=1, max_value=1_000_000,
        help_text=_("Alleen voor papier. Wat is rondgedeeld, kan niemand meer terughalen."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, media: Vocabulary, people: Iterable[Person], accounts: Iterable[ChannelAccount], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.people = {str(one.pk): one for one in people}
        self.accounts = {str(one.pk): one for one in accounts}
        named = sorted((word(media, one.code), one.code) for one in media if one.code not in TOO_WIDE)
        self._choose("kind", [(code, gettext(label)) for code, label in KINDS])
        self._choose("medium", [EMPTY, *((code, name) for name, code in named)])
        self._choose("audience", [(one.code, word(AUDIENCES, one.code)) for one in AUDIENCES])
        self._choose("owner", [("", _("Nog niemand")), *((pk, listed(one)) for pk, one in self.people.items())])
        self._choose("under", [("", _("Nergens bij")), *((pk, one.name) for pk, one in self.accounts.items())])
        self._choose("connector", [(code, _way(code)) for code in sorted(connectors(), key=lambda one: one != "hand")])

    def told(self) -> dict[str, Any]:
        """What was filled in, as the register takes it."""
        told = {name: value for name, value in self.cleaned_data.items() if name in ACCOUNT_FIELDS}
        told["owner"] = self.people.get(self.cleaned_data["owner"])
        told["under"] = self.accounts.get(self.cleaned_data["under"])
        return told

    def _choose(self, name: str, choices: Any) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = choices


ACCOUNT_FIELDS = tuple(name for name in AccountForm.base_fields if name != "seen_version")


class NewAccountForm(AccountForm):
    """The same, for one that is not on the list yet."""

    place = forms.ChoiceField(label=_("Van wie is het?"), required=False)
    ours = forms.BooleanField(
        label=_("Dit is van de school, niet van een persoon. Eigen accounts van collega's, leerlingen of ouders horen"
                " hier niet."),
    )  # fmt: skip

    def __init__(self, *args: Any, places: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self._choose("place", places)
        if len(places) == 1:
            del self.fields["place"]


class ConnectForm(Versioned):
    """How magdit reaches an account: made from what its connector asks. What is secret is never shown again."""

    def __init__(self, *args: Any, connector: Connector, has_secret: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        self.asks = connector.asks
        for ask in connector.asks:
            label, help_text = (gettext(said) if said else "" for said in asked_words(connector.code, ask))
            self.fields[ask.name] = _field(ask, label, help_text, has_secret=has_secret)

    def part(self, place: str) -> dict[str, Any]:
        """What was filled in for the address, the settings or the secret."""
        return {ask.name: self.cleaned_data[ask.name] for ask in self.asks if ask.place == place}


class AgreeForm(Versioned):
    """What was agreed with the platform, and until when."""

    agreement = forms.ChoiceField(label=_("Wat is er afgesproken?"), widget=forms.RadioSelect)
    until = forms.DateField(
        label=_("Tot en met"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Mag leeg blijven. Na deze dag gelden er geen afspraken meer."),
    )  # fmt: skip

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        cast(forms.ChoiceField, self.fields["agreement"]).choices = [
            (code, gettext(label)) for code, label in AGREEMENTS
        ]


def _way(code: str) -> str:
    about = connector_about(code)
    return f"{gettext(connector_name(code))}. {gettext(about)}" if about else connector_name(code)


def _field(ask: Any, label: str, help_text: str, *, has_secret: bool) -> forms.Field:
    if ask.kind == "yes_no":
        return forms.BooleanField(label=label, help_text=help_text, required=False)
    if ask.kind == "choice":
        choices = [(choice, gettext(choice_word(choice))) for choice in ask.choices]
        return forms.ChoiceField(label=label, help_text=help_text, required=ask.needed, choices=choices)
    if ask.kind == "secret":
        stays = gettext("Er is er een bewaard. Laat dit leeg om die te houden.") if has_secret else ""
        return forms.CharField(
            label=label, help_text=f"{help_text} {stays}".strip(), required=ask.needed and not has_secret, strip=True,
            max_length=1000, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        )  # fmt: skip
    if ask.kind == "address":
        return WebAddress(label=label, help_text=help_text, required=ask.needed, max_length=500)
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, help_text=help_text, required=ask.needed, max_length=500, widget=widget)
