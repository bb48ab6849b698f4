"""Every sentence about something that went wrong: what, where, and what to do now. Plain Dutch, blaming no one."""

from __future__ import annotations

from collections.abc import Iterable

from magdit.norms.broken import BrokenPack
from magdit.norms.read_value import BadAct, Mistake
from magdit.protocols.library import UnknownProtocol
from magdit.wording.rows import one_of

PACK_SENTENCES = {
    "unknown_key": "de sleutel '{given}' bestaat niet in {wanted}.",
    "missing_key": "'{given}' ontbreekt bij {wanted}.",
    "wrong_choice": "'{given}' is geen geldige keuze voor {wanted}.",
    "unknown_word": "het woord '{given}' ({wanted}) bestaat niet.",
    "unknown_name": "'{given}' is geen feit, akkoord of afgeleid woord.",
    "unknown_clause": "artikel '{given}' bestaat niet in dit protocol.",
    "unknown_step": "de stap '{given}', die eerst moet, bestaat niet in dit soort zaak.",
    "unknown_duty": "de plicht '{given}' bestaat niet in dit protocol.",
    "unknown_window": "het venster '{given}' bestaat niet.",
    "unknown_list": "de woordenlijst '{given}' bestaat niet ({wanted}).",
    "bad_condition": "de voorwaarde «{given}» is niet te lezen; verwacht: {wanted}.",
    "not_yes_no": "'{given}' is geen ja-of-nee-feit ({wanted}); zet er een vergelijking achter, zoals 'is' of 'bevat'.",
    "not_words": "'{given}' heeft geen woordenlijst ({wanted}), dus 'is', 'in' en 'bevat' kunnen hier niet.",
    "not_people": "'{given}' is geen lijst van personen.",
    "is_people": "'{given}' is een lijst van personen; gebruik iemand {given} (…) of ieder {given} (…).",
    "needs_person": "'{given}' gaat over één persoon; gebruik per = of iemand in_beeld (…).",
    "wrong_bound": "de vergelijking «{given}» past niet bij de soort van dit feit ({wanted}).",
    "ring": "deze uitzonderingen verwijzen in een kring: {given}.",
    "id_taken": "het id '{given}' is van de wetslaag. Geef het protocol in protocol.toml een eigen id.",
    "twice": "{wanted} '{given}' staat er twee keer.",
    "fact_twice": "het feit '{given}' bestaat al.",
    "misplaced_key": "'{given}' doet niets bij een {wanted}.",
    "lifts_higher_rank": "deze norm kan artikel '{given}' niet opheffen: dat heeft een hogere rang.",
    "absent_consent": "'{given}' rust op een toestemming of akkoord; dan mag bij_ontbreken niet.",
    "lifts_consent": "deze norm kan artikel '{given}' niet opheffen: een toestemmingseis blijft altijd staan.",
    "wrong_kind": "bij '{given}' hoort {wanted}.",
    "no_toml": "dit bestand is niet te lezen als TOML in UTF-8. Kijk naar haken, komma's en aanhalingstekens.",
    "no_file": "het bestand '{given}' ontbreekt.",
    "too_large": "dit bestand is te groot om een protocol te zijn.",
    "unknown_condition": "deze voorwaarde wordt niet begrepen.",
}
ACT_SENTENCES = {
    "unknown_key": "de sleutel '{given}' kennen we niet.",
    "unknown_word": "het woord '{given}' staat niet in de lijst '{wanted}'.",
    "wrong_type": "'{given}' kan hier niet; verwacht: {wanted}.",
    "too_far": "'{given}' ligt te ver weg; verwacht: {wanted}.",
    "missing": "'{wanted}' ontbreekt.",
    "no_age": "'{given}' kan geen leeftijd zijn.",
    "not_born": "deze persoon is op de dag van de handeling nog niet geboren ({given}).",
    "other_age": "volgens de geboortedatum is deze persoon dan {wanted} jaar, niet {given}. Geef een van de twee.",
    "not_both": "'{given}' en '{wanted}' gaan niet samen; geef de korte uitkomst of de losse antwoorden.",
    "reason_missing": "een afwijking heeft een artikel en een reden nodig.",
}


def pack_sentence(broken: BrokenPack) -> str:
    """One mistake in a pack: file, line, article, what, and the nearest known word."""
    line = f", regel {broken.line}" if broken.line else ""
    clause = f" artikel {broken.clause}:" if broken.clause else ""
    words = PACK_SENTENCES[broken.code].format(given=broken.given, wanted=broken.wanted)
    return f"{broken.pack}/{broken.file}{line}:{clause} {words}{_meant(broken.nearest)}"


def act_sentences(bad: BadAct) -> list[str]:
    """Every mistake in an act, one sentence each."""
    return [mistake_sentence(mistake) for mistake in bad.mistakes]


def mistake_sentence(mistake: Mistake) -> str:
    """One mistake in an act: where, what, and the nearest known word."""
    words = ACT_SENTENCES[mistake.code].format(given=mistake.given, wanted=mistake.wanted)
    return f"{mistake.where}: {words}{_meant(mistake.nearest)}"


def protocol_sentence(unknown: UnknownProtocol) -> str:
    """An unknown protocol: what there is, and what was probably meant."""
    there = ", ".join(unknown.known) or "geen"
    return f"Het protocol '{unknown.given}' bestaat niet.{_meant(unknown.nearest)} Er zijn: {there}."


def _meant(nearest: Iterable[str]) -> str:
    names = [f"'{name}'" for name in nearest]
    if not names:
        return ""
    return f" Bedoelde u {one_of(names)}?"
