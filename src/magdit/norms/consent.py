"""Is there a valid yes for this person under this rule? Knows answers, dates and ages; knows no database and no school.

A no of anyone whose turn it is wins; silence is no; an answer told only in part stays unknown. Sources: AVG art. 4(11)
and 7, UAVG art. 5; what a school asks beyond that stands in its own `toestemmingseis`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from magdit.norms.act import Consent
from magdit.norms.model import ConsentRule, Signer
from magdit.norms.one_answer import Asked, covers, for_channel, in_form, is_no, is_yes, lasts, speaks_as, standing
from magdit.norms.truth import NO, UNKNOWN, YES, Truth, all_of, any_of, negate, truth
from magdit.words.states import GIVEN, OPEN, SAID_NO

Turns = tuple[tuple[Signer, Truth], ...]


@dataclass(frozen=True, slots=True)
class ConsentStatus:
    """How it stands: the truth, why in one code, and whom one may still ask (nobody after a no or an expiry).

    `lacks` names what is still to be told: a fact of the act or the person, or the consents themselves.
    """

    truth: Truth
    code: str
    ask: tuple[str, ...] = ()
    lacks: str | None = None
    by: str | None = None
    on: date | None = None


def consent_status(rule: ConsentRule, asked: Asked) -> ConsentStatus:
    """How the consents of one person stand under one rule."""
    turns = tuple((signer, asked.turn(signer)) for signer in rule.signers)
    may_ask = tuple(signer.role for signer, turn in turns if turn is not NO)
    if rule.name in asked.person.agreed:
        return ConsentStatus(YES, "given")
    if asked.person.consent is not None:
        return _by_short_form(asked.person.consent, rule, may_ask)
    if asked.person.consents is None:
        return _nothing_told(rule, may_ask)
    # A rule that does not ask for a yes beforehand also counts one that came later.
    records = standing(asked.person.consents, asked.day if rule.beforehand else None)
    refused = any_of(min(turn, _said_no(record, signer, asked)) for signer, turn in turns for record in records)
    if rule.opt_out:
        return ConsentStatus(negate(refused), "refused" if refused is YES else "given")
    outcome = min(_granted(rule, turns, records, asked), negate(refused))
    return _explained(rule, outcome, turns, records, asked, may_ask)


def _by_short_form(state: str, rule: ConsentRule, may_ask: tuple[str, ...]) -> ConsentStatus:
    if rule.opt_out:
        return ConsentStatus(truth(state not in SAID_NO), _CODES[state])
    askable = may_ask if state in OPEN else ()
    return ConsentStatus(truth(state in GIVEN), _CODES[state], ask=askable)


def _nothing_told(rule: ConsentRule, may_ask: tuple[str, ...]) -> ConsentStatus:
    if rule.opt_out:
        return ConsentStatus(YES, "given")
    if not may_ask:
        return ConsentStatus(NO, "nobody_may_sign")
    return ConsentStatus(UNKNOWN, "unknown", ask=may_ask, lacks="toestemmingen")


def _granted(rule: ConsentRule, turns: Turns, records: tuple[Consent, ...], asked: Asked) -> Truth:
    said = {signer: any_of(_said_yes(rule, record, signer, asked) for record in records) for signer, _ in turns}
    someone = any_of(min(turn, said[signer]) for signer, turn in turns)
    if rule.together == "een":
        return someone
    return min(someone, all_of(max(negate(turn), said[signer]) for signer, turn in turns))


def _said_yes(rule: ConsentRule, record: Consent, signer: Signer, asked: Asked) -> Truth:
    return min(speaks_as(record.by, signer.role, asked), is_yes(rule, record, asked))


def _said_no(record: Consent, signer: Signer, asked: Asked) -> Truth:
    return min(speaks_as(record.by, signer.role, asked), is_no(record, asked))


def _explained(
    rule: ConsentRule,
    outcome: Truth,
    turns: Turns,
    records: tuple[Consent, ...],
    asked: Asked,
    may_ask: tuple[str, ...],
) -> ConsentStatus:
    """Put the outcome in one code, with the answer that decided it."""
    lacks = next(_lacking(rule, turns, records, asked), "toestemmingen") if outcome is UNKNOWN else None
    noes = [record for record in records if _counts_as_no(record, turns, asked)]
    if noes and outcome is not YES:
        return ConsentStatus(outcome, _CODES[noes[0].state], by=noes[0].by, on=noes[0].on, lacks=lacks)
    mine = [record for record in records if _is_of(record, turns, asked)]
    if outcome is YES:
        given = next(record for record in mine if is_yes(rule, record, asked) is YES)
        return ConsentStatus(YES, "given", by=given.by, on=given.on)
    if outcome is UNKNOWN:
        return ConsentStatus(UNKNOWN, "unknown", ask=may_ask, lacks=lacks)
    ended = [record for record in mine if _has_ended(rule, record, asked)]
    if ended:
        return ConsentStatus(NO, "expired", by=ended[0].by, on=ended[0].on)
    if not mine:
        other = records[0].by if records else None
        return ConsentStatus(NO, "wrong_signer" if other else "not_asked", ask=may_ask, by=other)
    return ConsentStatus(NO, _why_not(rule, mine[0], asked), ask=may_ask, by=mine[0].by, on=mine[0].on)


def _counts_as_no(record: Consent, turns: Turns, asked: Asked) -> bool:
    return any(turn is not NO and _said_no(record, signer, asked) is not NO for signer, turn in turns)


def _is_of(record: Consent, turns: Turns, asked: Asked) -> bool:
    return any(turn is not NO and speaks_as(record.by, signer.role, asked) is not NO for signer, turn in turns)


def _lacking(rule: ConsentRule, turns: Turns, records: tuple[Consent, ...], asked: Asked) -> Iterator[str]:
    """What is still to be told before these answers can be weighed, the person first."""
    if any(turn is UNKNOWN for _, turn in turns):
        yield "leeftijd"
    if any(speaks_as(record.by, signer.role, asked) is UNKNOWN for record in records for signer, _ in turns):
        yield "rol"
    if asked.day is None and any(record.on or record.until for record in records):
        yield "moment"
    if "medium" not in asked.act.facts and any(record.channels is not None for record in records):
        yield "medium"
    if "inhoud" not in asked.act.facts and {"foto", "video", "geluid"} & {*rule.covers, *_told_of(records)}:
        yield "inhoud"


def _told_of(records: tuple[Consent, ...]) -> Iterator[str]:
    for record in records:
        yield from record.covers or ()


def _has_ended(rule: ConsentRule, record: Consent, asked: Asked) -> bool:
    return record.state in {"verlopen", "beeindigd"} or (record.state in GIVEN and lasts(rule, record, asked) is NO)


def _why_not(rule: ConsentRule, record: Consent, asked: Asked) -> str:
    if record.state in SAID_NO:
        return "not_asked"  # that no was about something else
    if record.state not in GIVEN:
        return _CODES[record.state]
    if record.authority in {"nee", "onbekend"}:
        return "no_authority"
    checks = (
        ("wrong_form", in_form(rule, record)),
        ("not_covered", covers(rule, record, asked)),
        ("wrong_channel", for_channel(rule, record, asked)),
    )
    return next((code for code, value in checks if value is NO), "incomplete")


_CODES = {
    "gegeven": "given",
    "vernieuwd": "given",
    "niet_gevraagd": "not_asked",
    "gevraagd": "asked",
    "uitgesteld": "asked",
    "geweigerd": "refused",
    "ingetrokken": "withdrawn",
    "verlopen": "expired",
    "ongeldig": "invalid",
    "beeindigd": "expired",
}
