"""Every sentence of `magdit protocol lint`: what, where, and what to do. Plain Dutch, blaming no one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from magdit.norms.catalogue import Catalogue
from magdit.norms.examples.plain import as_told
from magdit.norms.lint.finding import SEVERITIES, Finding
from magdit.wording.dates import say_day
from magdit.wording.lint_act import act_sentence

HEADS: Mapping[str, str] = {
    "luid": "Dit kan zo niet bedoeld zijn",
    "gewoon": "Hier moet iemand naar kijken",
    "weten": "Goed om te weten",
}
SENTENCES: Mapping[str, str] = {
    "geen_eerste_dag": "Er staat niet vanaf welke dag het protocol werkt. Vul in_werking in bij de levensloop.",
    "verlopen": "Het protocol is verlopen op {dag}. Stel een nieuw protocol vast, of verleng dit.",
    "loopt_af": "Het protocol loopt over minder dan {maanden} maanden af, op {dag}. Begin met het volgende.",
    "evaluatie_nadert": "Op {dag} moet het protocol opnieuw bekeken zijn. Spreek af wie dat doet.",
    "nog_in_te_vullen": "Hier staat nog “{tekst}”{waar}. Vul in wat er moet staan, of haal het weg.",
    "verdwenen_platform": "Hier staat {naam}; {verdwenen}. Pas de naam aan, of zet er een ander voorbeeld neer.",
    "instelling_leeg": "De school heeft '{naam}' nog niet ingevuld. {vraag}",
    "niet_bijgevoegd": "Dit artikel leunt op een stuk dat niet is bijgevoegd: {stuk}. Voeg het toe.",
    "open_in_bron": "De bron laat hier iets open. Zo lezen wij het: {tekst}",
    "ongebruikt": "{Soort} '{naam}' wordt nergens gebruikt. Haal het weg, of gebruik het waar het bedoeld is.",
    "medium_niet_genoemd": "Het woord '{woord}' zegt niets over: {media}. Zet ze bij omvat, niet of open.",
    "bij_ontbreken": "Zegt niemand iets over {woord}, dan telt het als nee. Kijk of zwijgen hier een nee mag zijn.",
    "rust_op_vlag": "Hiernaar vraagt magdit pas als iemand het aankaart: {feit}. Tot dan telt het als {aanname}.",
    "nooit_waar": "De voorwaarde van {norm} kan nooit waar zijn. Deze regel doet dus niets. Kijk de voorwaarde na.",
    "altijd_waar": "De voorwaarde van {norm} is altijd waar. Laat haar weg, of schrijf op wat bedoeld is.",
    "altijd_opgeheven": "Een uitzondering heft {norm} altijd op. Deze regel doet dus niets. Kijk de uitzonderingen na.",
    "herstel_doet_niets": """
        Bij {norm} staat herstel '{herstel}', maar dat verandert niets waar deze regel naar kijkt. Niemand krijgt deze
        weg te zien. Haal het weg, of laat de regel naar iets kijken dat het verandert.""",
    "toestemming_nooit": """
        Artikel {toestemming} staat iets toe, maar artikel {verbod} verbiedt het altijd. Niemand kan de toestemming
        gebruiken. Kies wat moet gelden, of schrijf een uitzondering.""",
    "gebod_tegen_verbod": "Wie doet wat artikel {gebod} vraagt, doet wat {verbod} verbiedt. Kies wat moet gelden.",
    "verbod_naast_toestemming": """
        Artikel {toestemming} staat toe wat artikel {verbod} zonder uitzondering kan verbieden. Het verbod wint. Kijk of
        dat zo bedoeld is, of schrijf een uitzondering.""",
    "verbod_wint": """
        Wat artikel {toestemming} toestaat, kan artikel {verbod} in een bijzonder geval verbieden, of zonder het ja dat
        daarbij hoort. Het verbod wint. Dat is gewoon zo bij een algemene toestemming.""",
    "geimpliceerd_verbod": """
        Door 'alleen' verbiedt {norm} al het andere, voor: {wie}. Kijk of u iedereen bedoelt die dit raakt.""",
    "alleen_doet_niets": """
        Bij {norm} staat 'alleen', maar daardoor is niets verboden. Schrijf bij binnen waar de rest verboden is, of haal
        'alleen' weg.""",
    "toestemming_van_ander": """
        Het artikel vraagt voor een volwassene ({wie}) toestemming van: {van}. Het eigen ja van deze mens telt niet.
        Laat mensen over zichzelf beslissen.""",
    "niemand_kan_ja_zeggen": """
        Het artikel vraagt toestemming voor een volwassene ({wie}), maar niemand kan die geven. Schrijf op wie dat
        mag.""",
    "niet_gedekt": """
        Hierover zegt geen artikel iets: {handeling}. Voor wie: {wie}. Waar: {media}. Alleen de standaard spreekt. Kijk
        of dat genoeg is.""",
}
# Said of so many articles that it stands in one line; each sentence is on the page of its article, and in --json.
TOGETHER: Mapping[str, str] = {
    "open_in_bron": "De bron laat iets open in {artikelen}: {nummers}. Hoe wij dat lezen, staat daar bij open.",
}
SORTS = {
    "definitie": "De definitie",
    "venster": "Het venster",
    "akkoord": "Het akkoord",
    "toestemmingseis": "De toestemmingseis",
}


def finding_sentence(finding: Finding) -> str:
    """One finding in words."""
    facts = dict(finding.facts)
    if "dag" in facts:
        facts["dag"] = say_day(date.fromisoformat(facts["dag"]))
    if finding.code == "nog_in_te_vullen":
        facts["waar"] = "" if facts["stuk"] == facts["tekst"] else f": … {facts['stuk']} …"
    if finding.code == "verdwenen_platform":
        now = facts["nu"]
        facts["verdwenen"] = (
            f"dat heet sinds {facts['sinds']} {now}" if now else f"dat is er niet meer sinds {facts['sinds']}"
        )
    return " ".join(SENTENCES[finding.code].format(**facts, Soort=SORTS.get(facts.get("soort", ""), "")).split())


def finding_lines(name: str, findings: Iterable[Finding], catalogue: Catalogue) -> Iterator[str]:
    """All findings of one protocol, the loud ones first, each with its articles and its example."""
    found = list(findings)
    yield f"{name}: {_count(found)}"
    for severity in SEVERITIES:
        some = [finding for finding in found if finding.severity == severity]
        if some:
            yield from ("", HEADS[severity])
        for finding in some:
            if finding.code in TOGETHER:
                continue
            where = f"artikel {', '.join(finding.clauses)}: " if finding.clauses else ""
            yield f"  {where}{finding_sentence(finding)}  [{finding.code}]"
            if finding.example is not None:
                yield f"      Voorbeeld: {act_sentence(finding.example, catalogue)}"
        yield from _together([finding for finding in some if finding.code in TOGETHER])


def _together(found: list[Finding]) -> Iterator[str]:
    """Findings that would drown the others, a line for each sort: how many there are and where."""
    for code in dict.fromkeys(finding.code for finding in found):
        clauses = dict.fromkeys(clause for finding in found if finding.code == code for clause in finding.clauses)
        yield f"  {TOGETHER[code].format(artikelen=_articles(len(clauses)), nummers=', '.join(clauses))}  [{code}]"


def _articles(count: int) -> str:
    return "1 artikel" if count == 1 else f"{count} artikelen"


def finding_json(finding: Finding, protocol: str) -> dict[str, Any]:
    """One finding for a program; the example is an act as `magdit judge` reads it."""
    return {
        "protocol": protocol,
        "code": finding.code,
        "severity": finding.severity,
        "clauses": list(finding.clauses),
        "facts": dict(finding.facts),
        "sentence": finding_sentence(finding),
        "example": None if finding.example is None else as_told(finding.example),
    }


def _count(found: list[Finding]) -> str:
    told = [f"{sum(finding.severity == severity for finding in found)} {severity}" for severity in SEVERITIES]
    return ", ".join(told)
