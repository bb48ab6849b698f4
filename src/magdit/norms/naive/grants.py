"""Whether leave was given for an act by someone who may give it. A second writing, for the tests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from magdit.norms.act import Act, Grant
from magdit.norms.model import Power
from magdit.norms.naive.words import plainly_under
from magdit.norms.truth import NO, UNKNOWN, YES, Truth, all_of, any_of, truth
from magdit.words.vocabulary import Vocabulary


def leave_given(powers: Iterable[Power], act: Act, roles: Vocabulary) -> Truth:
    """One good leave under one of the powers is enough. Nobody may give this actor leave: no, whatever was granted."""
    return any_of(min(_meant_for(power.to or None, act, roles), _given_under(power, act, roles)) for power in powers)


def _given_under(power: Power, act: Act, roles: Vocabulary) -> Truth:
    if act.grants is None:
        return UNKNOWN
    spoken = [grant for grant in act.grants if grant.what in (power.name, None)]
    noes = [grant for grant in spoken if grant.state in ("geweigerd", "ingetrokken")]
    no_longer = {
        grant.by for grant in noes if min(_meant_for(grant.to, act, roles), _in_its_time(grant, act)) is not NO
    }
    return any_of(_is_good(grant, power, act, roles) for grant in spoken if grant.by not in no_longer)


def _is_good(grant: Grant, power: Power, act: Act, roles: Vocabulary) -> Truth:
    given = truth(grant.state == "gegeven")
    by_the_right_one = any_of(plainly_under(grant.by, role, roles) for role in power.who)
    return all_of([given, by_the_right_one, _meant_for(grant.to, act, roles), _in_its_time(grant, act)])


def _meant_for(wanted: tuple[str, ...] | None, act: Act, roles: Vocabulary) -> Truth:
    """Whether the actor is among these; nobody spoke of them: then it is meant for anyone."""
    if wanted is None:
        return YES
    own = act.facts.get("wie")
    return (
        any_of(plainly_under(mine, role, roles) for mine in own for role in wanted)
        if isinstance(own, tuple)
        else UNKNOWN
    )


def _in_its_time(grant: Grant, act: Act) -> Truth:
    if grant.start is None and grant.until is None:
        return YES
    if not isinstance(act.moment, datetime):
        return UNKNOWN
    begun = grant.start is None or act.moment >= grant.start
    ended = grant.until is not None and act.moment > grant.until
    return truth(begun and not ended)
