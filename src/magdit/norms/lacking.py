"""What is still to be told before it is known whether there is a valid yes: the day, the medium, a role, an answer.

Names every fact that is really missing. An answer that was told in full is never among them: to ask for it again
would bring nothing. Weighs nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from magdit.norms.act import Consent
from magdit.norms.consent import Turns, granted, objected, refused, said_no, said_yes, standing_under, turns_of
from magdit.norms.model import ConsentRule
from magdit.norms.one_answer import (
    TIMELESS,
    YES_NO_OF,
    Asked,
    about,
    covers,
    for_channel,
    in_form,
    is_unused,
    lasts,
    plays,
    reaches,
    speaks_as,
)
from magdit.norms.truth import UNKNOWN, any_of, negate

TURN = "beurt"  # whose turn it is to answer: the facts on which that hangs
ANSWERS = "toestemmingen"


def lacking(rule: ConsentRule, asked: Asked) -> tuple[str, ...]:
    """Everything on which an unknown yes still hangs: facts of the act or the person, TURN or ANSWERS."""
    turns, records = turns_of(rule, asked), standing_under(rule, asked)
    found: list[str] = []
    if asked.person.consent is None:
        if refused(turns, records, asked) is UNKNOWN:
            found += _for_the_no(turns, records, asked)
        if not rule.opt_out and granted(rule, turns, records, asked) is UNKNOWN:
            found += _for_the_yes(rule, turns, records, asked)
    if rule.opt_out and objected(turns, asked) is UNKNOWN:
        found += _for_the_objection(turns, asked)
    return tuple(dict.fromkeys(found)) or (ANSWERS,)


def _for_the_yes(rule: ConsentRule, turns: Turns, records: tuple[Consent, ...], asked: Asked) -> Iterator[str]:
    for signer, turn in turns:
        said = any_of(said_yes(rule, record, signer, asked) for record in records)
        needed = max(negate(turn), said) if rule.together == "allen" else None
        if UNKNOWN not in {min(turn, said), needed}:
            continue
        if turn is UNKNOWN:
            yield TURN
        for record in records if said is UNKNOWN else ():
            if said_yes(rule, record, signer, asked) is UNKNOWN:
                yield from _of_speaking(record.by, signer.role, asked)
                yield from _of_a_yes(rule, record, asked)


def _for_the_no(turns: Turns, records: tuple[Consent, ...], asked: Asked) -> Iterator[str]:
    for signer, turn in turns:
        for record in records:
            said = said_no(record, signer, asked)
            if min(turn, said) is not UNKNOWN:
                continue
            if turn is UNKNOWN:
                yield TURN
            if said is UNKNOWN:
                yield from _of_speaking(record.by, signer.role, asked)
                yield from _of_a_no(record, asked)


def _for_the_objection(turns: Turns, asked: Asked) -> Iterator[str]:
    """With several people in the list only their own answers tell whose objection it is."""
    if not asked.alone:
        yield ANSWERS
        return
    for signer, turn in turns:
        for objection in asked.act.objections or ():
            if turn is UNKNOWN:
                yield TURN
            yield from _of_speaking(objection.by, signer.role, asked)


def _of_a_yes(rule: ConsentRule, record: Consent, asked: Asked) -> Iterator[str]:
    if in_form(rule, record) is UNKNOWN:
        yield ANSWERS
    if covers(rule, record, asked) is UNKNOWN:
        told = record.covers
        yield from (ANSWERS,) if told is None else _in_doubt((kind for kind in rule.covers if kind not in told), asked)
    if for_channel(rule, record, asked) is UNKNOWN:
        yield ANSWERS if record.channels is None else "medium"
    if lasts(rule, record, asked) is UNKNOWN:
        yield from _of_lasting(rule, record, asked)


def _of_lasting(rule: ConsentRule, record: Consent, asked: Asked) -> Iterator[str]:
    has_term, dated = rule.valid not in TIMELESS, record.on is not None
    if asked.day is None and (has_term or dated or record.until is not None):
        yield "moment"
    told_by_the_day = asked.day is None and dated  # of this school year or not
    if (has_term and not dated) or (is_unused(rule, record, asked) is UNKNOWN and not told_by_the_day):
        yield ANSWERS


def _of_a_no(record: Consent, asked: Asked) -> Iterator[str]:
    if record.on is not None and asked.day is None:
        yield "moment"
    if record.covers is not None and about(record, asked) is UNKNOWN:
        yield from _in_doubt(record.covers, asked)
    if record.channels is not None and reaches(record.channels, asked) is UNKNOWN:
        yield "medium"


def _in_doubt(kinds: Iterable[str], asked: Asked) -> Iterator[str]:
    """What the act shows or tells, as far as it is unknown whether it does."""
    yield from (YES_NO_OF.get(kind, "inhoud") for kind in kinds if plays(kind, asked) is UNKNOWN)


def _of_speaking(by: str, role: str, asked: Asked) -> Iterator[str]:
    if speaks_as(by, role, asked) is UNKNOWN:
        yield "rol" if "zelf" in {by, role} else ANSWERS
