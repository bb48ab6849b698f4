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
    """How it stands: the truth, why in one code, whom one may still ask, and who decided."""

    truth: Truth
    code: str
    ask: tuple[str, ...] = ()
    by: str | None = None


def grant_status(powers: Sequence[Power], act: Act, roles: Vocabulary = ROLES) -> GrantStatus:
    """How one kind of leave stands for this actor; several powers of one name mean: any of them will do."""
    mine = [power for power in powers if _is_for(power, act, roles) is not NO]
    ask = tuple(dict.fromkeys(role for power in mine for role in power.who))
    if not mine:
        return GrantStatus(NO, "nobody_may_grant")
    if act.grants is None:
        return GrantStatus(UNKNOWN, "unknown", ask=ask)
    about = [(power, grant) for power in mine for grant in act.grants if grant.what in {None, power.name}]
    # Who takes a leave back, or refuses it, no longer gives it: of one giver a no wins, as with a consent.
    said_no = {grant.by for power, grant in about if grant.state in SAID_NO}
    held = [(grant, NO if grant.by in said_no else _holds(power, grant, act, roles)) for power, grant in about]
    given = any_of(value for _, value in held)
    if given is YES:
        return GrantStatus(YES, "given", by=next(grant.by for grant, value in held if value is YES))
    closed = [grant for power, grant in about if _is_closed(power, grant, act, roles)]
    if closed:
        return GrantStatus(given, _CODES.get(closed[0].state, "expired"), by=closed[0].by)
    return GrantStatus(given, "asked" if about else "not_asked", ask=ask)


def _is_for(power: Power, act: Act, roles: Vocabulary) -> Truth:
    return _actor_is(power.to, act, roles) if power.to else YES


def _holds(power: Power, grant: Grant, act: Act, roles: Vocabulary) -> Truth:
    if grant.state != "gegeven":
        return NO
    to_actor = YES if grant.to is None else _actor_is(grant.to, act, roles)
    return all_of((_may(power, grant, roles), to_actor, _in_time(grant, act.moment), _is_for(power, act, roles)))


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


def _is_closed(power: Power, grant: Grant, act: Act, roles: Vocabulary) -> bool:
    """A refusal, withdrawal or expiry by someone who may decide: not to be asked again."""
    if _may(power, grant, roles) is NO:
        return False
    return grant.state in _CODES or (grant.state == "gegeven" and _in_time(grant, act.moment) is NO)


_CODES = {"geweigerd": "refused", "ingetrokken": "withdrawn", "verlopen": "expired"}
SAID_NO = frozenset({"geweigerd", "ingetrokken"})
