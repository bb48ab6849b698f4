"""The forms of this room: a school, a board, a text, a role and a key. What they mean is explained beside them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any, cast

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from magdit.areas.people.actions.founding import protocols
from magdit.areas.people.api_keys import SCOPES
from magdit.areas.people.models import Person, School
from magdit.areas.people.names import listed
from magdit.protocols.read_pack import HEAD
from magdit.web.told import word
from magdit.words.roles import ROLES

YEAR = timedelta(days=365)


class SchoolForm(forms.Form):
    """What holds for one school."""

    name = forms.CharField(label=_("Naam"), max_length=200)
    brin = forms.CharField(
        label=_("BRIN"), required=False, max_length=6,
        help_text=_("Het nummer van de school bij de overheid, zoals 12AB of 12AB00. Mag leeg blijven."),
    )  # fmt: skip
    protocol = forms.ChoiceField(
        label=_("Protocol"),
        help_text=_(
            "De regels waaronder de school werkt. Een ander protocol verandert vandaag al wat er wordt gevraagd en wat"
            " mag: overleg dus eerst met het bestuur en de medezeggenschapsraad."
        ),
        widget=forms.Select(attrs={"lang": "nl"}),  # a protocol has the title that its authors gave it
    )
    mirror = forms.BooleanField(
        label=_("Toestemmingen komen uit de leerlingadministratie"), required=False,
        help_text=_(
            "Aan: ouders geven een ja dáár, en u haalt de lijst hier binnen. Een nee nemen we hier altijd aan. Uit:"
            " ouders en leerlingen antwoorden hier."
        ),
    )  # fmt: skip
    mirror_days = forms.IntegerField(
        label=_("Gegevens uit de administratie zijn te oud na (dagen)"), min_value=1, max_value=366,
        help_text=_("Daarna telt een ja niet meer, tot er een nieuwe lijst is. Een nee blijft gelden."),
    )  # fmt: skip
    card_days = forms.IntegerField(
        label=_("Een geprinte fotokaart geldt (dagen)"), min_value=1, max_value=31,
        help_text=_("Eén dag is het veiligst: ouders mogen elke dag van gedachten veranderen."),
    )  # fmt: skip
    own_data = forms.CharField(
        label=_("Openbare gegevens van de school"), required=False, max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_(
            "Telefoonnummer, adres, website, account of rekening van de school zelf, op elke regel één. De check"
            " markeert die niet. Zet hier niets van een persoon."
        ),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        folders = tuple(getattr(settings, "PACKS", ()))
        cast(forms.ChoiceField, self.fields["protocol"]).choices = _protocols(folders)


class BoardForm(forms.Form):
    """What holds for the whole board."""

    name = forms.CharField(label=_("Naam"), max_length=200)
    contact = forms.EmailField(
        label=_("E-mail voor vragen over privacy"), required=False,
        help_text=_("Staat op elke brief en elk bewijs. Ouders schrijven hierheen."),
    )  # fmt: skip
    address = forms.CharField(
        label=_("Adres"), required=False, max_length=300, help_text=_("Staat ook op brieven en bewijzen.")
    )
    parents_needed = forms.ChoiceField(
        label=_("Hoeveel ouders moeten ja zeggen?"), widget=forms.RadioSelect,
        choices=[("een", _("Eén ouder met gezag is genoeg")), ("allen", _("Alle ouders met gezag"))],
        help_text=_("Eén nee is altijd genoeg om het niet te doen, wat u hier ook kiest."),
    )  # fmt: skip
    keep_years = forms.IntegerField(
        label=_("Een dossier bewaren na vertrek (jaren)"), min_value=1, max_value=50,
        help_text=_("Twee jaar is gewoon voor het dossier van een leerling. Daarna kan het weg."),
    )  # fmt: skip
    second_step = forms.ChoiceField(
        label=_("Wie bewijst bij het inloggen met een tweede stap wie hij is?"), widget=forms.RadioSelect,
        choices=[
            ("velen", _("Wie gegevens van een hele school ziet")),
            ("personeel", _("Al het personeel")),
            ("niemand", _("Niemand; het mag wel")),
        ],
        help_text=_("Een tweede stap is een code uit een app, of een beveiligingssleutel."),
    )  # fmt: skip


class TextForm(forms.Form):
    """The Dutch words of one question."""

    title = forms.CharField(label=_("De vraag"), max_length=400, widget=forms.Textarea(attrs={"rows": 2}))
    body = forms.CharField(
        label=_("De uitleg"), max_length=8000, widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Gewone woorden en korte zinnen. Zeg ook wat er gebeurt bij een nee: niets."),
    )  # fmt: skip
    why = forms.CharField(
        label=_("Waarom we het vragen"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class RoleForm(forms.Form):
    """Giving someone of the school a role."""

    person = forms.ChoiceField(label=_("Wie"))
    role = forms.ChoiceField(label=_("Rol"))
    ends = forms.DateField(
        label=_("Tot en met"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Mag leeg blijven: dan tot iemand de rol beëindigt."),
    )  # fmt: skip

    def __init__(self, *args: Any, people: Iterable[Person], roles: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        empty = ("", _("Kies"))
        cast(forms.ChoiceField, self.fields["person"]).choices = [
            empty,
            *((str(one.pk), listed(one)) for one in people),
        ]
        named = sorted((word(ROLES, code), code) for code in roles)
        cast(forms.ChoiceField, self.fields["role"]).choices = [empty, *((code, name) for name, code in named)]


class KeyForm(forms.Form):
    """A new key for another program."""

    name = forms.CharField(
        label=_("Waarvoor is de sleutel?"), max_length=80,
        help_text=_("Zoals: koppeling met de leerlingadministratie. Zet er geen naam van een mens in."),
    )  # fmt: skip
    place = forms.ChoiceField(label=_("Voor welke school?"))
    scopes = forms.MultipleChoiceField(
        label=_("Wat mag het programma?"), widget=forms.CheckboxSelectMultiple,
        help_text=_("Kies niet meer dan nodig is."),
    )  # fmt: skip
    until = forms.DateField(
        label=_("Geldig tot en met"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Ten hoogste twee jaar. Daarna maakt u een nieuwe."),
    )  # fmt: skip

    def __init__(self, *args: Any, schools: QuerySet[School], whole_board: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = [("", _("Alle scholen van het bestuur"))] if whole_board else []
        cast(forms.ChoiceField, self.fields["place"]).choices = [*places, *((str(one.pk), one.name) for one in schools)]
        self.fields["place"].required = not whole_board
        cast(forms.ChoiceField, self.fields["scopes"]).choices = [(one.code, word(SCOPES, one.code)) for one in SCOPES]


@cache
def _protocols(folders: tuple[str, ...]) -> list[tuple[str, str]]:
    """Every protocol by its title and whose it is; the folders are read once, as where their packs are judged with."""
    library = protocols()
    return [(name, _title(library.folder(name))) for name in library.ids()]


def _title(folder: Path) -> str:
    """The title that a pack gives itself, and of which organisation it is; of one that cannot be read its folder."""
    try:
        told = tomllib.loads((folder / HEAD).read_bytes().decode("utf-8-sig"))["protocol"]
        return ", ".join(str(told[part]) for part in ("titel", "organisatie") if told.get(part))
    except (OSError, ValueError, LookupError):
        return folder.name
