"""Sentences about lists from other systems: what is wrong where, what was worth a remark, and what was left unread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

FIELDS: Mapping[str, str] = {
    "sleutel": "nummer",
    "email": "e-mail",
    "gezag_sinds": "gezag sinds",
    "verzorger_sleutel": "nummer van de verzorger",
}
WHOSE: Mapping[str, str] = {"kind_": "van het kind", "v1_": "van verzorger 1", "v2_": "van verzorger 2"}
PROBLEMS: Mapping[str, str] = {
    "file_missing": "dit bestand bestaat niet. Controleer de naam.",
    "no_zip": "dit is geen zip en geen map. Geef het bestand zoals het andere systeem het maakte.",
    "broken_zip": "deze zip is beschadigd of niet af. Maak de export opnieuw.",
    "too_large": "dit bestand is te groot om een lijst van een school te zijn.",
    "too_many_files": "er zitten meer dan {most} bestanden in deze zip. Geef de export zelf.",
    "path_outside": "in deze zip staan namen die naar een andere map wijzen. Zo'n zip openen we niet.",
    "zip_locked": "deze zip heeft een wachtwoord. Maak de export zonder wachtwoord.",
    "zip_bomb": "dit bestand wordt bij het uitpakken vele malen groter dan een lijst kan zijn. We openen het niet.",
    "file_twice": "dit bestand zit er twee keer in. Maak de export opnieuw.",
    "file_needed": "het bestand {file} ontbreekt. Zet het erbij in de export van het andere systeem.",
    "manifest_value": "hier staat '{value}'. Het mag zijn: absent, bulk of delta.",
    "oneroster_version": "dit is versie '{found}' van OneRoster. We lezen 1.1 en 1.2.",
    "not_utf8": "de tekens zijn niet te lezen. Dit bestand hoort UTF-8 te zijn.",
    "empty_file": "er staat niets in.",
    "no_rows": "er staan alleen kopjes in, geen regels.",
    "double_column": "deze kolom staat er twee keer.",
    "missing_column": "deze kolom ontbreekt. De kolommen heten nu: {found}.",
    "too_many_rows": "er staan meer dan {most} regels in.",
    "row_length": "deze regel heeft {found} vakken; er zijn {expected} kolommen. Misschien is een vak verschoven.",
    "broken_quotes": "een aanhalingsteken wordt niet gesloten.",
    "bad_date": "'{value}' is geen datum. Schrijf haar als {form}.",
    "bad_status": "de status is {value}. Het mag zijn: active of tobedeleted.",
    "value_needed": "hier is niets ingevuld, en zonder kan het niet.",
    "key_long": "deze sleutel is te lang. Controleer of de kolommen goed staan.",
    "double_key": "de sleutel '{key}' staat al op een eerdere regel, bij iemand of iets anders.",
    "group_unknown": "de groep '{key}' staat niet in deze lijst.",
    "person_unknown": "'{key}' staat niet in deze lijst.",
    "child_unknown": "bij '{key}' vinden we hier geen leerling, of meer dan een.",
    "giver_unknown": "bij '{key}' vinden we hier geen verzorger.",
    "name_long": "de naam ({field}) is langer dan {most} tekens.",
    "name_sign": "in de naam ({field}) staat een teken dat in geen naam hoort.",
    "born_wrong": "deze geboortedatum kan niet: voor 1900, of na de dag van de lijst.",
    "days_turned": "het einde ligt voor het begin.",
    "school_year": "het schooljaar is niet te lezen. Het hoort er te staan als 2026-2027.",
    "keys_are_bsn": "de sleutels in deze lijst zijn burgerservicenummers. Die mogen we niet bewaren. Maak een"
    " export met leerlingnummers.",
    "school_not_here": "de school '{key}' staat niet in deze lijst. Er staan in: {found}.",
    "other_school": "deze lijst is van school {theirs}, en u leest in voor {ours}. Er is niets gelezen.",
    "which_school": "welke school het is, is niet te zien. Er staan in: {found}. Kies er een met --vestiging SLEUTEL.",
    "no_school": "er staat geen school in deze lijst.",
    "no_edexml": "dit is geen EDEXML en geen antwoord van UWLR.",
    "soap_fault": "dit is een foutmelding van het andere systeem, geen antwoord. Vraag de gegevens opnieuw op.",
    "xml_dtd": "dit XML-bestand bevat een DTD. Zo'n bestand kan andere bestanden openen; we lezen het niet.",
    "xml_broken": "hier is de XML niet goed. Maak de export opnieuw.",
    "workbook_broken": "dit Excel-bestand is niet te lezen. Bewaar het opnieuw, of bewaar de lijst als CSV.",
    "mapping_fits_nothing": "geen enkele kolom van deze koppeling staat in dit bestand. De kolommen heten: {found}.",
    "column_gone": "deze kolom van de koppeling staat niet in het bestand.{near} De kolommen heten: {found}.",
    "column_forbidden": "deze kolom mogen we niet lezen. Haal haar uit de koppeling.",
    "item_unknown": "het onderwerp '{item}' is er niet. Er is: {known}.",
    "field_unknown_here": "'{given}' is geen veld.{near}",
    "field_needed": "er is geen kolom voor {field}. Wijs haar aan met --kolom 'KOP=VELD'. De kolommen heten: {found}.",
    "word_unknown": "'{value}' kennen we niet bij {field}. Het mag zijn: {accepted}. Of zeg wat het betekent met"
    " --waarde '{field}:{value}=WOORD'.",
    "answer_contradicts": "dit spreekt een andere regel over hetzelfde kind en onderwerp tegen. Laat er een staan, of"
    " zeg bij elke regel wie het antwoord gaf.",
    "answer_in_future": "dit antwoord zou van {day} zijn, en die dag moet nog komen. Kijk de datum na.",
    "answer_too_early": "dit antwoord zou van {day} zijn. Dat is voor 2000, of voor dit kind geboren was. Kijk de datum"
    " na.",
    "list_too_early": "de dag van deze lijst ligt voor {first}. Kijk de datum na.",
    "bond_twice": "deze verzorger staat al bij dit kind, met een ander gezag.",
}
# The same on a page, where nobody types options.
ON_PAGE: Mapping[str, str] = {
    "no_zip": "dit is geen zip. Geef het bestand zoals het andere systeem het maakte.",
    "which_school": "welke school het is, is niet te zien. Er staan in: {found}. Vul hieronder in welke het is.",
    "field_needed": "er is geen kolom voor {field}. Wijs haar aan. De kolommen heten: {found}.",
    "word_unknown": "'{value}' kennen we niet bij {field}. Het mag zijn: {accepted}. Of kies hieronder wat het"
    " betekent.",
}
REMARKS: Mapping[str, str] = {
    "bad_mail": "adressen van e-mail die geen adres zijn; ze zijn weggelaten",
    "role_with_powers": "mensen met een rol die meer mag (zoals directeur of beheerder); zij komen erin als"
    " medewerker. Geef de rol zelf",
    "role_unknown": "rollen die we niet kennen; ze zijn overgeslagen",
    "role_of_nobody": "rollen van iemand die niet in de lijst staat",
    "birth_of_nobody": "geboortedata van iemand die niet in de lijst staat",
    "guardian_unknown": "verzorgers die bij een kind genoemd worden en zelf niet in de lijst staan",
    "file_not_told": "bestanden die er wel zijn, maar niet in het manifest staan; ze zijn niet gelezen",
    "more_sheets": "werkbladen meer dan een; het eerste is gelezen",
    "no_guardian": "regels zonder verzorger",
}


def field_told(field: str, translate: Callable[[str], str] = str) -> str:
    """A field of a free table as a person says it: "nummer van het kind". It may be typed so too."""
    for prefix, whose in WHOSE.items():
        if field.startswith(prefix):
            return f"{field_told(field.removeprefix(prefix), translate)} {translate(whose)}"
    return translate(FIELDS.get(field, field))


def problem_sentence(
    code: str, facts: Mapping[str, object], *, file: str, line: int, column: str, on_page: bool = False,
    translate: Callable[[str], str] = str,
) -> str:  # fmt: skip
    """What is wrong, with file, line and column, and what to do; on a page also about whom the row is."""
    told = {key: value for key, value in facts.items() if key != "near"}
    near = translate(" Bedoelde u '{near}'?").format(near=facts["near"]) if facts.get("near") else ""
    who = str(facts.get("who", "")) if on_page else ""
    where = [
        file or translate("dit bestand"),
        translate(", regel {line}").format(line=line) if line else "",
        f" ({who})" if who else "",
        translate(", kolom '{column}'").format(column=column) if column else "",
    ]
    words = (ON_PAGE.get(code) if on_page else None) or PROBLEMS[code]
    return f"{''.join(where)}: {translate(words).format(**told, near=near)}"


def remark_sentence(code: str, count: int, *, file: str, line: int, translate: Callable[[str], str] = str) -> str:
    """Something that stops nothing, with how often and where first."""
    where = translate(" (het eerst in {file}, regel {line})").format(file=file, line=line) if line else ""
    return f"{count} × {translate(REMARKS[code])}{where}."


def dropped_sentences(columns: Iterable[tuple[str, bool]], translate: Callable[[str], str] = str) -> list[str]:
    """Which columns were not read, those that we may not keep apart."""
    forbidden: list[str] = []
    unused: list[str] = []
    for column, is_forbidden in columns:
        (forbidden if is_forbidden else unused).append(column)
    told = []
    if forbidden:
        told.append(f"{translate('Niet gelezen, want dat mogen we niet bewaren')}: {_listed(forbidden)}.")
    if unused:
        told.append(f"{translate('Niet gelezen, want daar doen we niets mee')}: {_listed(unused)}.")
    return told


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(columns))
