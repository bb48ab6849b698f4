"""What a free table may tell us: our fields per kind of table, and the headings under which they are often found.

Data, with the few questions asked of it. How a table is read with them stands in `mapping` and `mapped`.
"""

from __future__ import annotations

from collections.abc import Mapping

from magdit.check.tables.folded import folded

KINDS = ("leerlingen", "verzorgers", "toestemmingen")
ITEM = "onderwerp:"  # a column with the answers about one item: "onderwerp:website-foto"

_KEY = "magdit-nummer|nummer|leerlingnummer|stamnummer|leerling id|id|sleutel|persoon id|personeelsnummer"
_NAME = {
    "voornaam": "voornamen|first name|given name|doopnamen",
    "roepnaam": "noemnaam|roepnamen|called",
    "tussenvoegsel": "voorvoegsel|voorvoegsels|tussenvoegsels|tv|infix",
    "achternaam": "familienaam|last name|surname|naam",
    "email": "e-mail|e-mailadres|mail|mailadres|email address",
}
_CHILD = {
    "kind_sleutel": f"nummer kind|{_KEY}|leerling",
    "kind_voornaam": "voornaam kind|voornaam leerling|voornamen leerling",
    "kind_roepnaam": "roepnaam kind|roepnaam leerling|roepnaam",
    "kind_tussenvoegsel": "voorvoegsel kind|tussenvoegsel kind|tussenvoegsel leerling|voorvoegsel leerling",
    "kind_achternaam": "achternaam kind|achternaam leerling",
    "kind_geboortedatum": "geboortedatum kind|geboortedatum leerling|geboortedatum|geboren",
}
_GUARDIAN = {
    **_NAME,
    "sleutel": "nummer verzorger|relatienummer|verzorger id|oudernummer",
    "relatie": "soort relatie|relatie tot kind|relation|hoedanigheid",
    "gezag": "ouderlijk gezag|heeft gezag|gezaghebbend|wettelijk vertegenwoordiger",
    "gezag_sinds": "gezag sinds|gezag vanaf",
    "afgeschermd": "afgeschermd adres|geheim adres|adres geheim|geheim",
    "instelling": "is instelling|organisatie",
}
_PUPIL = {
    "sleutel": _KEY,
    **_NAME,
    "geboortedatum": "geb.datum|geboren|geboren op|geboorte datum|date of birth|birth date",
    "groep": "klas|stamgroep|stamklas|groepsnaam|lesgroep",
    "rol": "functie|role",
    "vanaf": "instroomdatum|datum inschrijving|ingeschreven op|begindatum|in dienst",
    "tot": "uitstroomdatum|datum uitschrijving|uitgeschreven op|einddatum|uit dienst",
    "afgeschermd": "afgeschermd adres|geheim adres|adres geheim",
}


def _numbered(fields: Mapping[str, str]) -> dict[str, str]:
    """The same fields for a first and second guardian on one row, as most administrations export them."""
    told: dict[str, str] = {}
    for number in ("1", "2"):
        for field, also in fields.items():
            names = (field.replace("_", " "), *also.split("|"))
            who = ("verzorger", "ouder", "ouder/verzorger", "contactpersoon")
            told[f"v{number}_{field}"] = "|".join(
                spelled for name in names for one in who
                for spelled in (f"{one} {number} {name}", f"{name} {one} {number}", f"{name} {number}")
            )  # fmt: skip
    return told


FIELDS: Mapping[str, Mapping[str, str]] = {
    "leerlingen": _PUPIL,
    "verzorgers": {**_CHILD, **_GUARDIAN, **_numbered(_GUARDIAN)},
    "toestemmingen": {
        **_CHILD,
        "onderwerp": "item|vraag|toestemming voor|doel",
        "antwoord": "staat|status|toestemming|keuze",
        "door": "gegeven door|ingevuld door|wie",
        "verzorger_sleutel": "nummer verzorger|relatienummer|verzorger id",
        "datum": "datum antwoord|gegeven op|op|beantwoord op",
        "vorm": "hoe",
    },
}
# One of each group must be there, or the table tells of nobody.
NEEDED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "leerlingen": (("achternaam",), ("voornaam", "roepnaam")),
    "verzorgers": (("kind_sleutel", "kind_achternaam"), ("achternaam", "v1_achternaam")),
    "toestemmingen": (("kind_sleutel", "kind_achternaam"), ("antwoord", ITEM)),
}


def fields_of(kind: str) -> tuple[str, ...]:
    """The names of our fields for a kind of table."""
    return tuple(FIELDS[kind])


def by_heading(kind: str) -> dict[str, str]:
    """Every heading we know for this kind, folded, with its field; the first to claim a heading keeps it."""
    known: dict[str, str] = {}
    for field in FIELDS[kind]:
        known.setdefault(folded(field), field)
    for field, also in FIELDS[kind].items():
        for heading in also.split("|"):
            known.setdefault(folded(heading), field)
    return known
