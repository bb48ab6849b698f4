"""The questions of `magdit mag` as people read them: the question, its choices, why it is asked, how to answer it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from magdit.norms.judge import Book, outcome_of
from magdit.norms.questions import OPEN, open_subjects
from magdit.norms.read_act import read_act
from magdit.norms.situation import Situation
from magdit.norms.truth import NO
from magdit.norms.trying import CONSENT, LEAVE, Subject
from magdit.wording.rows import spoken
from magdit.words.roles import ROLES
from magdit.words.states import CONSENT_STATES
from magdit.words.vocabulary import Vocabulary, Word

MOST_CLAUSES = 3
LEAVE_WORDS = Vocabulary(
    "akkoord",
    (
        Word("gegeven", "ja, gegeven", "given", also=("ja",)),
        Word("niet_gevraagd", "nog niet gevraagd", "not asked", also=("nee", "geen")),
        Word("gevraagd", "gevraagd, nog geen antwoord", "asked"),
        Word("geweigerd", "geweigerd", "refused"),
    ),
)
HOW = {
    "ja_nee": "Antwoord met ja of nee.",
    "keuze": "Kies één nummer, of typ het woord. Met 'lijst' ziet u alle woorden.",
    "keuzes": "Kies een of meer nummers of woorden, met een komma ertussen. Met 'lijst' ziet u alle woorden.",
    "getal": "Typ een getal, bijvoorbeeld 9.",
    "datum": "Typ een dag, bijvoorbeeld 20-11-2026.",
    "moment": "Typ een dag, als het kan met het uur: 20-11-2026 14:00.",
    "tekst": "Typ een paar woorden.",
    "teksten": "Typ een of meer dingen, met een komma ertussen.",
    "personen": "Typ hoeveel mensen (2 leerlingen), hun voornamen (Noor, Sem), of: niemand.",
    "akkoorden": "Typ de nummers van de akkoorden die er zijn, of: geen.",
    "lijst": "Typ ja als het klopt, of de nummers waar het anders is (1, 3). Twijfelt u? Zet er een ? achter (3?).",
}
ALSO = "Weet u het niet? Typ: weet ik niet. Waarom deze vraag? Typ ?. Vorige vraag: terug. Stoppen: stop."


def question_of(book: Book, subject: Subject, raw: Mapping[str, Any], leaves: Mapping[str, tuple[str, ...]]) -> str:
    """The question in one line, with the person it is about."""
    if subject.duty is not None:
        return f"Is dit al gedaan? {_duty_text(book, subject.duty)}"
    if subject.fact == LEAVE:
        return _leave_question(leaves)
    text = (
        "Is er toestemming voor deze persoon?"
        if subject.fact == CONSENT
        else book.catalogue.facts[subject.fact].question
    )
    if subject.place is None:
        return text
    group, index = subject.place
    return f"{raw[group][index].get('naam') or f'persoon {index + 1}'}: {text}"


def kind_of(book: Book, subject: Subject, leaves: Mapping[str, tuple[str, ...]]) -> str:
    """What sort of answer fits."""
    if subject.duty is not None:
        return "ja_nee"
    if subject.fact == LEAVE:
        return "keuze" if len(leaves) <= 1 else "akkoorden"
    return "keuze" if subject.fact == CONSENT else book.catalogue.facts[subject.fact].kind


def words_for(book: Book, subject: Subject) -> Vocabulary | None:
    """The words to choose from, if it is a choice."""
    if subject.fact == LEAVE:
        return LEAVE_WORDS
    if subject.fact == CONSENT:
        return CONSENT_STATES
    fact = book.catalogue.fact(subject.fact)
    return None if fact is None else book.catalogue.words_of(fact)


def why_asked(book: Book, subject: Subject, raw: Mapping[str, Any]) -> Iterator[str]:
    """The clauses that hang on this answer, in our words."""
    found = list(dict.fromkeys(_clauses_on(book, subject, raw))) or list(dict.fromkeys(_leaning_on(book, subject, raw)))
    for pack, number in found[:MOST_CLAUSES]:
        says = next(ready.pack.clause(number).says for ready in book.packs if ready.pack.id == pack)
        yield f"Dit telt voor artikel {number}{' (wet)' if pack == 'wet' else ''}: {says}"
    if not found:
        yield "Hiervan hangt af welke artikelen gelden. Elk artikel gaat over bepaalde mensen, dingen en plekken."
    elif len(found) > MOST_CLAUSES:
        more = len(found) - MOST_CLAUSES
        yield f"En voor nog {more} artikel{'en' if more > 1 else ''}."


def lines_to_check(book: Book, usual: Mapping[str, bool]) -> Iterator[str]:
    """The yes/no questions of a list, each with the answer that counts as long as nobody says otherwise."""
    for name, answer in usual.items():
        fact = book.catalogue.facts[name]
        yield f"{'Voor iemand: ' if fact.per_person else ''}{fact.question} {'Ja' if answer else 'Nee'}."


def _clauses_on(book: Book, subject: Subject, raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every clause in doubt for which this is missing, and the scope while that is in doubt."""
    situation = Situation(read_act(raw, book.catalogue))
    for finding in outcome_of(book.packs, situation).findings:
        in_doubt = finding.says in OPEN and finding.ready.decides
        if in_doubt and subject in open_subjects(book, [g for g in finding.grounds() if g.is_unknown]):
            yield finding.pack.pack.id, finding.ready.norm.clause
    for ready in book.packs:
        if subject in open_subjects(book, [g for g in ready.scope.grounds(situation) if g.is_unknown]):
            yield from ((ready.pack.id, number) for number in ready.scope_clauses(situation))
        yield from ((ready.pack.id, duty.duty.clause) for duty in ready.duties if duty.duty.id == subject.duty)


def _leaning_on(book: Book, subject: Subject, raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every clause that plays here and speaks of what was only presumed."""
    situation = Situation(read_act(raw, book.catalogue))
    for ready in book.packs:
        for norm in ready.norms:
            if subject.fact in norm.names and norm.gate.test(situation) is not NO:
                yield ready.pack.id, norm.norm.clause


def _leave_question(leaves: Mapping[str, tuple[str, ...]]) -> str:
    if len(leaves) != 1:
        return "Welke akkoorden zijn er?"
    name, roles = next(iter(leaves.items()))
    return f"Is er akkoord van {_roles(roles)}? ({spoken(name)})"


def leave_line(name: str, roles: tuple[str, ...]) -> str:
    """One leave to choose from a list."""
    return f"{spoken(name)} (van {_roles(roles)})"


def _roles(roles: tuple[str, ...]) -> str:
    return " of ".join(ROLES.dutch(role) if role in ROLES else spoken(role) for role in roles) or "wie erover gaat"


def _duty_text(book: Book, duty_id: str) -> str:
    for ready in book.packs:
        for duty in (duty.duty for duty in ready.duties):
            if duty.id == duty_id:
                return duty.text or ready.pack.clause(duty.clause).says
    return spoken(duty_id)
