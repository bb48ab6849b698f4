"""Was leave given by someone who may give it? A grant is a record: by, to, for what, from, until, state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from magdit.norms.act import Act, Grant
from magdit.norms.match import falls_under, wanted
from magdit.norms.model import Power
from magdit.norms.truth import NO, UNKNOWN, YES, Truth, all_of, any_of
from magdit.words.roles import ROLES
from magdit.words.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class GrantStatus:
    """How it stands: the truth, why in one code, whom one may still ask, and who decided.

    `lacks` names the fact that is still to be told before the grants that there are can be weighed.
    """

    truth: Truth
    code: str
    ask: tuple[str, ...] = ()
    by: str | None = None
    lacks: str | None = None


def grant_status(powers: Sequence[Power], act: Act, roles: Vocabulary = ROLES) -> GrantStatus:
    """How one kind of leave stands for this actor; several powers of one name mean: any of them will do."""
    mine = [power for power in powers if _is_for(power, act, roles) is not NO]
    ask = tuple(dict.fromkeys(role for power in mine for role in power.who))
    if not mine:
        return GrantStatus(NO, "nobody_may_grant")
    if act.grants is None:
        return GrantStatus(UNKNOWN, "unknown", ask=ask)
    meant = [grant for grant in act.grants if _is_to(grant, act, roles) is not NO]
    about = [(power, grant) for power in mine for grant in meant if grant.what in {None, power.name}]
    # Who takes a leave back, or refuses it, no longer gives it: of one giver a no wins, as with a consent.
    # A no to another, or for another lesson, says nothing of this one.
    noes = [grant for power, grant in about if grant.state in SAID_NO and _in_time(grant, act.moment) is not NO]
    said_no = {grant.by for grant in noes}
    held = [(grant, NO if grant.by in said_no else _holds(power, grant, act, roles)) for power, grant in about]
    given = any_of(value for _, value in held)
    if given is YES:
        return GrantStatus(YES, "given", by=next(grant.by for grant, value in held if value is YES))
    over = [grant for _, grant in about if grant.state == "verlopen"]
    closed = [grant for power, grant in about if grant in (*noes, *over) and _may(power, grant, roles) is not NO]
    if closed:
        return GrantStatus(given, _CODES[closed[0].state], by=closed[0].by)
    return _still_to_ask(given, [grant for _, grant in about], act, ask)


def _still_to_ask(given: Truth, about: Sequence[Grant], act: Act, ask: tuple[str, ...]) -> GrantStatus:
    """No leave, and nobody said that it is over: it may be asked. One for another hour says nothing of this one."""
    if given is UNKNOWN and not isinstance(act.moment, datetime):
        return GrantStatus(UNKNOWN, "unknown", ask=ask, lacks="moment")
    elsewhen = [grant for grant in about if _in_time(grant, act.moment) is NO]
    if elsewhen:
        code = "expired" if _has_begun(elsewhen[0], act) else "not_yet"
        return GrantStatus(given, code, ask=ask, by=elsewhen[0].by)
    return GrantStatus(given, "asked" if about else "not_asked", ask=ask)


def _has_begun(grant: Grant, act: Act) -> bool:
    return grant.start is None or not isinstance(act.moment, datetime) or grant.start <= act.moment


def _is_for(power: Power, act: Act, roles: Vocabulary) -> Truth:
    return _actor_is(power.to, act, roles) if power.to else YES


def _holds(power: Power, grant: Grant, act: Act, roles: Vocabulary) -> Truth:
    if grant.state != "gegeven":
        return NO
    to_actor = _is_to(grant, act, roles)
    return all_of((_may(power, grant, roles), to_actor, _in_time(grant, act.moment), _is_for(power, act, roles)))


def _is_to(grant: Grant, act: Act, roles: Vocabulary) -> Truth:
    return YES if grant.to is None else _actor_is(grant.to, act, roles)


def _may(power: Power, grant: Grant, roles: Vocabulary) -> Truth:
    return any_of(falls_under(roles, grant.by, role) for role in power.who)


def _actor_is(those: Sequence[str], act: Act, roles: Vocabulary) -> Truth:
    own = act.facts.get("wie")
    return wanted(roles, those).covers_any(own) if isinstance(own, tuple) else UNKNOWN


def _in_time(grant: Grant, moment: date | datetime | None) -> Truth:
    if grant.start is None and grant.until is None:
        return YES
    if not isinstance(moment, datetime):
        return UNKNOWN
    after_start = grant.start is None or grant.start <= moment
    before_end = grant.until is None or moment <= grant.until
    return YES if after_start and before_end else NO


_CODES = {"geweigerd": "refused", "ingetrokken": "withdrawn", "verlopen": "expired"}
SAID_NO = frozenset({"geweigerd", "ingetrokken"})
