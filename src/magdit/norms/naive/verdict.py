"""The plain judgement of an act under one protocol: what each norm says, which duties come first, the outcome."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from magdit.norms.act import Act
from magdit.norms.catalogue import Catalogue
from magdit.norms.conditions.tree import Always
from magdit.norms.model import Duty, Norm, Pack
from magdit.norms.naive.addressed import addressed, in_scope
from magdit.norms.naive.conditions import truth_of
from magdit.norms.naive.norms import (
    ban_is_lifted,
    ban_plays,
    clauses_allow,
    only_is_lifted,
    only_plays,
    permission_holds,
    views_of,
)
from magdit.norms.naive.view import View
from magdit.norms.truth import NO, UNKNOWN, YES, Truth, all_of, negate

Word = Literal["forbids", "allows", "perhaps_forbids", "perhaps_allows"]
DECIDING = ("moet", "in_beginsel")


@dataclass(frozen=True)
class Heard:
    """What one norm says, of the act or of one person in it (`place`)."""

    norm: Norm
    word: Word
    place: int | None = None


@dataclass(frozen=True)
class PlainVerdict:
    """The outcome as handed in, what each norm said that decided it, and the clauses to cite."""

    value: str
    heard: tuple[Heard, ...]
    clauses: frozenset[str]

    @property
    def norms(self) -> frozenset[str]:
        """The ids of the deciding norms."""
        return frozenset(one.norm.id for one in self.heard)


def judge_plainly(pack: Pack, catalogue: Catalogue, act: Act) -> PlainVerdict:
    """Judge an act as the design and the manual for packs say it, in their order."""
    view = View(pack, catalogue, act, allows=clauses_allow, weigh=truth_of)
    whole = [scope for scope in pack.scopes if not scope.clauses]
    within = all_of(in_scope(scope, view) for scope in whole)
    scopes = frozenset(scope.clause for scope in whole if in_scope(scope, view) is within)
    if within is NO:
        return PlainVerdict("niet_geregeld", (), scopes)
    heard = [one for norm in pack.norms for one in _heard(norm, view) if norm.force in DECIDING]
    waiting = [duty for duty in pack.duties if _comes_first(duty, view)]
    value = _value(heard, waiting, pack)
    if within is UNKNOWN and value != "niet_geregeld":
        value = "onzeker"
    deciding = tuple(_deciding(value, heard))
    cited = _cited(value, deciding, waiting)
    return PlainVerdict(value, deciding, cited or (scopes if within is UNKNOWN else frozenset({pack.default.clause})))


def is_called(duty: Duty, view: View) -> Truth:
    """Whether this act calls up a duty. One that follows another is called when that one is, whoever acts."""
    if duty.repeats and not duty.actions and isinstance(duty.about, Always):
        return NO
    actors = duty.actors if duty.actors is not None else () if duty.after else duty.who
    here = addressed(view, clause=duty.clause, who=actors, actions=duty.actions, media=duty.media)
    earlier = [other for other in view.pack.duties if duty.after in (other.id, f"plicht:{other.id}")]
    return all_of([here, truth_of(duty.about, view), *(is_called(other, view) for other in earlier)])


def _value(heard: list[Heard], waiting: list[Duty], pack: Pack) -> str:
    words = {one.word for one in heard}
    if "forbids" in words:
        return "mag_niet"
    if "perhaps_forbids" in words or waiting:
        return "onzeker"
    if "allows" in words:
        return "mag"
    return "onzeker" if "perhaps_allows" in words else pack.default.outcome


def _deciding(value: str, heard: list[Heard]) -> Iterator[Heard]:
    words = {"mag_niet": ("forbids",), "mag": ("allows",), "onzeker": ("perhaps_forbids", "perhaps_allows")}
    yield from (one for one in heard if one.word in words.get(value, ()))


def _cited(value: str, deciding: tuple[Heard, ...], waiting: list[Duty]) -> frozenset[str]:
    """The deciding clauses; a doubt about a ban decides before a doubt about a permission."""
    if value != "onzeker":
        return frozenset(one.norm.clause for one in deciding)
    bans = {one.norm.clause for one in deciding if one.word == "perhaps_forbids"}
    first = bans | {duty.clause for duty in waiting}
    return frozenset(first or {one.norm.clause for one in deciding})


def _heard(norm: Norm, view: View) -> Iterator[Heard]:
    if norm.kind != "toestemming":
        for one in views_of(norm, view):
            lifted = YES if _deviated(norm, one) else ban_is_lifted(norm, one)
            yield from _softened(norm, _ban_word(ban_plays(norm, one), lifted), one)
        return
    holds = permission_holds(norm, view)
    if holds is not NO:
        yield Heard(norm, "allows" if holds is YES else "perhaps_allows")
    for one in views_of(norm, view) if norm.only else ():
        lifted = YES if _deviated(norm, one) else only_is_lifted(norm, one)
        word = _ban_word(only_plays(norm, one), lifted)
        # The permission speaks for the act itself; that its ban gives way must not be said twice.
        yield from _softened(norm, word if word in ("forbids", "perhaps_forbids") else None, one)


def _ban_word(played: Truth, lifted: Truth) -> Word | None:
    """A ban that plays forbids; one that plays and is lifted is a reason why the act may go on."""
    holds = min(played, negate(lifted))
    if holds is not NO:
        return "forbids" if holds is YES else "perhaps_forbids"
    if played is NO:
        return None
    return "allows" if played is YES else "perhaps_allows"


def _softened(norm: Norm, word: Word | None, view: View) -> Iterator[Heard]:
    """A norm in principle asks for a judgement; it never forbids by itself."""
    if word is None:
        return
    softly = norm.force == "in_beginsel" and word == "forbids"
    yield Heard(norm, "perhaps_forbids" if softly else word, view.place)


def _deviated(norm: Norm, view: View) -> bool:
    """Whether someone set a norm in principle aside, with a reason."""
    return norm.force == "in_beginsel" and any(made.clause == norm.clause for made in view.act.deviations)


def _comes_first(duty: Duty, view: View) -> bool:
    """Whether a duty still stands before the act: it is, or may be, called up and is not done."""
    if not duty.beforehand or duty.force != "moet":
        return False
    said = {duty.id, *duty.either} & view.act.done
    fulfilled = duty.done is not None and truth_of(duty.done, view) is YES
    return not said and not fulfilled and is_called(duty, view) is not NO
