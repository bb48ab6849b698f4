"""Is there a valid yes for this person under this rule? Knows answers, dates and ages; knows no database and no school.

A no of anyone whose turn it is wins; silence is no; an answer told only in part stays unknown. Sources: AVG art. 4(11)
and 7, UAVG art. 5; what a school asks beyond that stands in its own `toestemmingseis`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from magdit.norms.act import Consent
from magdit.norms.model import ConsentRule, Signer
from magdit.norms.one_answer import (
    Asked,
    covers,
    for_channel,
    in_form,
    is_no,
    is_unused,
    is_yes,
    lasts,
    speaks_as,
    standing,
)
from magdit.norms.truth import NO, UNKNOWN, YES, Truth, all_of, any_of, negate, truth
from magdit.words.states import GIVEN, OPEN, SAID_NO

Turns = tuple[tuple[Signer, Truth], ...]


@dataclass(frozen=True, slots=True)
class ConsentStatus:
    """How it stands: the truth, why in one code, and whom one may still ask (nobody after a no or an expiry)."""

    truth: Truth
    code: str
    ask: tuple[str, ...] = ()
    by: str | None = None
    on: date | None = None


def consent_status(rule: ConsentRule, asked: Asked) -> ConsentStatus:
    """How the consents of one person stand under one rule."""
    turns = turns_of(rule, asked)
    if rule.opt_out:
        return _unless_objected(rule, turns, asked)
    may_ask = tuple(signer.role for signer, turn in turns if turn is not NO)
    if rule.name in asked.person.agreed:
        return ConsentStatus(YES, "given")
    if asked.person.consent is not None:
        state = asked.person.consent
        return ConsentStatus(truth(state in GIVEN), _CODES[state], ask=may_ask if state in OPEN else ())
    if asked.person.consents is None:
        return ConsentStatus(UNKNOWN, "unknown", ask=may_ask) if may_ask else ConsentStatus(NO, "nobody_may_sign")
    records = standing_under(rule, asked)
    outcome = min(granted(rule, turns, records, asked), negate(refused(turns, records, asked)))
    return _explained(rule, outcome, turns, records, asked, may_ask)


def turns_of(rule: ConsentRule, asked: Asked) -> Turns:
    """Whether it is the turn of each who may sign."""
    return tuple((signer, asked.turn(signer)) for signer in rule.signers)


def standing_under(rule: ConsentRule, asked: Asked) -> tuple[Consent, ...]:
    """The answers that stand; a rule that does not ask for a yes beforehand also counts one that came later."""
    return standing(asked.person.consents or (), asked.day if rule.beforehand else None)


def refused(turns: Turns, records: tuple[Consent, ...], asked: Asked) -> Truth:
    """Whether anyone whose turn it is said no to this."""
    return any_of(min(turn, said_no(record, signer, asked)) for signer, turn in turns for record in records)


def objected(turns: Turns, asked: Asked) -> Truth:
    """Whether one who may sign for this person objected. Among several people nobody knows whose objection it is."""
    made = [objection for objection in asked.act.objections or () if objection.state == "gegeven"]
    found = any_of(min(turn, speaks_as(one.by, signer.role, asked)) for signer, turn in turns for one in made)
    return found if asked.alone else min(found, UNKNOWN)


def _unless_objected(rule: ConsentRule, turns: Turns, asked: Asked) -> ConsentStatus:
    """An opt-out: silence is no objection. A yes in the short form tells of one among several whose it is not."""
    short, objection = asked.person.consent, objected(turns, asked)
    if short is not None:
        said, code = truth(short in SAID_NO), _CODES[short]
        objection = NO if short in GIVEN and not asked.alone else objection
    else:
        said, code = refused(turns, standing_under(rule, asked), asked), "refused"
    if said is YES or objection is YES:
        return ConsentStatus(NO, code if said is YES else "objected")
    if said is UNKNOWN or objection is UNKNOWN:
        return ConsentStatus(UNKNOWN, "unknown")
    return ConsentStatus(YES, "given" if short is None else code)


def granted(rule: ConsentRule, turns: Turns, records: tuple[Consent, ...], asked: Asked) -> Truth:
    """Whether all who must, or one who may, said a yes that counts."""
    said = [
        (turn, any_of(said_yes(rule, record, signer, asked) for record in records))
        for signer, turn in turns
        if turn is not NO  # whose turn it is not gives nothing, and is not waited for
    ]
    someone = any_of(min(turn, yes) for turn, yes in said)
    if rule.together == "een":
        return someone
    return min(someone, all_of(max(negate(turn), yes) for turn, yes in said))


def said_yes(rule: ConsentRule, record: Consent, signer: Signer, asked: Asked) -> Truth:
    """Whether this is a yes of this signer that counts."""
    speaks = speaks_as(record.by, signer.role, asked)
    return speaks if speaks is NO else min(speaks, is_yes(rule, record, asked))


def said_no(record: Consent, signer: Signer, asked: Asked) -> Truth:
    """Whether this is a no of this signer that counts."""
    said = is_no(record, asked)
    return said if said is NO else min(speaks_as(record.by, signer.role, asked), said)


def _explained(
    rule: ConsentRule,
    outcome: Truth,
    turns: Turns,
    records: tuple[Consent, ...],
    asked: Asked,
    may_ask: tuple[str, ...],
) -> ConsentStatus:
    """Put the outcome in one code, with the answer that decided it."""
    noes = [record for record in records if _counts_as_no(record, turns, asked)]
    if noes and outcome is not YES:
        return ConsentStatus(outcome, _CODES[noes[0].state], by=noes[0].by, on=noes[0].on)
    mine = [record for record in records if _is_of(record, turns, asked)]
    if outcome is YES:
        given = next(record for record in mine if is_yes(rule, record, asked) is YES)
        return ConsentStatus(YES, "given", by=given.by, on=given.on)
    if outcome is UNKNOWN:
        return ConsentStatus(UNKNOWN, "unknown", ask=may_ask)
    ended = [record for record in mine if _has_ended(rule, record, asked)]
    if ended:
        return ConsentStatus(NO, "expired", by=ended[0].by, on=ended[0].on)
    if not mine:
        other = records[0].by if records else None
        return ConsentStatus(NO, "wrong_signer" if other else "not_asked", ask=may_ask, by=other)
    told = next((record for record in mine if _was_used(rule, record, asked)), mine[0])
    return ConsentStatus(NO, _why_not(rule, told, asked), ask=may_ask, by=told.by, on=told.on)


def _counts_as_no(record: Consent, turns: Turns, asked: Asked) -> bool:
    return any(turn is not NO and said_no(record, signer, asked) is not NO for signer, turn in turns)


def _is_of(record: Consent, turns: Turns, asked: Asked) -> bool:
    return any(turn is not NO and speaks_as(record.by, signer.role, asked) is not NO for signer, turn in turns)


def _has_ended(rule: ConsentRule, record: Consent, asked: Asked) -> bool:
    """Over by time or by word; a yes that served its one time is not over in this sense: a new one may be asked."""
    if record.state not in GIVEN:
        return record.state in {"verlopen", "beeindigd"}
    return lasts(rule, record, asked) is NO and not _was_used(rule, record, asked)


def _was_used(rule: ConsentRule, record: Consent, asked: Asked) -> bool:
    return record.state in GIVEN and is_unused(rule, record, asked) is NO


def _why_not(rule: ConsentRule, record: Consent, asked: Asked) -> str:
    if record.state in SAID_NO:
        return "not_asked"  # that no was about something else
    if record.state not in GIVEN:
        return _CODES[record.state]
    if record.authority in {"nee", "onbekend"}:
        return "no_authority"
    if _was_used(rule, record, asked):
        return "used"
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
