"""Is this asked about someone at all, of whom, and how often? Read from the school's packs by supposing the act.

A topic is asked when a yes can change what the school may do. Is it forbidden all the same, it is never asked: no
consent lifts that. Where no clause asks for a yes, also where a protocol says nothing, the school itself asks for one,
of whom the law has it (`silence.py`); only who rests on a legitimate interest needs none. What the protocol asks and
what the law asks is kept apart, each with its clause. Knows no rows and no school by name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from magdit.areas.consent.asking.probing import (
    Ban,
    Bans,
    Posting,
    Subject,
    Topic,
    bans,
    full_no,
    full_yes,
    harder,
    postings,
)
from magdit.areas.consent.asking.silence import rule_for, turns_of
from magdit.norms.act import age_on
from magdit.norms.judge import Book
from magdit.norms.model import ConsentRule
from magdit.norms.periods import after_period, is_period
from magdit.norms.ready import ReadyPack
from magdit.norms.truth import NO

LAW = "wet"
ENDLESS = frozenset({"tot_intrekking", "eenmalig"})


@dataclass(frozen=True, slots=True)
class Cited:
    """A clause of a pack."""

    pack: str
    clause: str


@dataclass(frozen=True, slots=True)
class Demand:
    """One requirement that a yes must meet: where it stands, what it keeps from happening, and whose turn it is.

    `soft`: without it the school asks first; nothing is forbidden by it alone.
    """

    pack: str
    rank: str
    rule: ConsentRule
    norms: tuple[str, ...]
    signers: tuple[str, ...]
    soft: bool

    @property
    def is_objection(self) -> bool:
        """Whether silence is enough, until someone objects."""
        return self.rule.opt_out


@dataclass(frozen=True, slots=True, eq=False)
class Asking:
    """What the packs make of one topic for one kind of person. `because`: the clauses, when it is never asked.

    `niet_nodig` only where the school rests on a legitimate interest (`by_interest`).
    """

    outcome: Literal["gevraagd", "nooit", "niet_nodig"]
    demands: tuple[Demand, ...] = ()
    because: tuple[Cited, ...] = ()
    by_interest: bool = False

    @property
    def is_asked(self) -> bool:
        """Whether anyone is asked for an answer."""
        return self.outcome == "gevraagd"

    @property
    def signers(self) -> tuple[str, ...]:
        """The roles whose answer counts now, of protocol and law together."""
        return tuple(dict.fromkeys(role for demand in self.demands for role in demand.signers))

    @property
    def is_objection(self) -> bool:
        """Whether nobody needs to say yes: only a no is heard."""
        return self.is_asked and all(one.is_objection or (one.soft and self.by_interest) for one in self.demands)

    @property
    def is_yearly(self) -> bool:
        """Whether it is asked again every school year."""
        return any(demand.rule.valid == "schooljaar" for demand in self.demands)

    def of(self, *, law: bool) -> tuple[Demand, ...]:
        """What the law asks, or what the school's own protocol asks."""
        return tuple(demand for demand in self.demands if (demand.rank == LAW) is law)

    def until(self, given: date, *, roles: frozenset[str]) -> date | None:
        """The last day on which a yes of this day, by someone in these roles, can hold; None: until taken back."""
        mine = (demand for demand in self.demands if roles & set(demand.signers))
        return min((end for demand in mine if (end := last_day(demand.rule, given)) is not None), default=None)


def last_day(rule: ConsentRule, given: date) -> date | None:
    """The last day of a yes under one rule."""
    if rule.opt_out or rule.valid in ENDLESS:
        return None
    if rule.valid == "schooljaar":
        return date(given.year + (given.month >= 8), 7, 31)
    return date.fromordinal(after_period(given, rule.valid).toordinal() - 1) if is_period(rule.valid) else None


_known: dict[tuple[object, ...], Asking] = {}
_sides: dict[tuple[ReadyPack, ...], tuple[tuple[tuple[str, str], ...], list[int]]] = {}


def asked(book: Book, topic: Topic, who: Subject, *, day: date) -> Asking:
    """What the packs of a school make of a topic for this person on a day; worked out once per side of every age."""
    if book.packs not in _sides:
        ages = sorted({age for ready in book.packs for age in ready.ages})
        _sides[book.packs] = tuple((ready.pack.id, ready.pack.hash) for ready in book.packs), ages
    packs, ages = _sides[book.packs]
    age = None if who.born is None else age_on(day, who.born)
    key = (packs, topic, who.roles, None if age is None else bisect_right(ages, age))
    found = _known.get(key)
    if found is None:
        found = _known[key] = _found_out(book, topic, Subject(who.roles, age=age))
    return found


def _found_out(book: Book, topic: Topic, who: Subject) -> Asking:
    # A channel the school does not know, nothing at all, or someone who is nothing there: no yes makes anything of it.
    if topic.channel not in book.catalogue.vocabularies["medium"] or not topic.covers or not who.roles:
        return Asking("nooit")
    refused: list[Cited] = []
    demands: dict[tuple[str, str], Demand] = {}
    open_ways = 0
    for posting in postings(topic, who, words=book.catalogue):
        tries = [_Tried(ready, posting, topic, who) for ready in book.packs]
        closed = [cited for tried in tries for cited in tried.never]
        refused += closed
        if not closed:
            open_ways += 1
            found = (demand for tried in tries for demand in tried.demands())
            demands |= {(demand.pack, demand.rule.name): demand for demand in found}
    if not open_ways:
        return Asking("nooit", because=tuple(dict.fromkeys(refused)))
    if topic.by_interest:
        return Asking("gevraagd" if demands else "niet_nodig", tuple(demands.values()), by_interest=True)
    kinds = _left(topic, demands.values())
    if not kinds:
        return Asking("gevraagd", tuple(demands.values()))
    law = (ready for ready in book.packs if ready.pack.rank == LAW)
    own = rule_for(law, topic, who, kinds=kinds, words=book.catalogue)
    if own is None:
        return Asking("nooit")
    more = Demand(own.pack, LAW, own.rule, (own.rule.clause,), own.signers, soft=False)
    return Asking("gevraagd", (*demands.values(), more))


def _left(topic: Topic, demands: Collection[Demand]) -> tuple[str, ...]:
    """What nobody would have to say yes to: of that the school asks by itself."""
    asked_for = {kind for demand in demands if not demand.is_objection for kind in demand.rule.covers}
    return tuple(kind for kind in topic.covers if kind not in asked_for)


class _Tried:
    """One pack and one way of posting, judged with everyone's yes and with less and less of it."""

    def __init__(self, ready: ReadyPack, posting: Posting, topic: Topic, who: Subject) -> None:
        self.ready, self.posting, self.topic = ready, posting, topic
        self.noes = full_no(topic, who)
        willing = posting.with_answers(full_yes(posting, topic, who))
        here = (willing.each(posting.group) or ())[0]
        # A yes that nobody can give here never opens anything; one that someone can is supposed by name.
        self.open = {rule.name: rule for rule, piece in ready.consents if piece.test(here) is not NO}
        self.turns = {rule.name: turns_of(ready, rule, here) for rule, _ in ready.consents}
        self.best = self._bans(set(self.open))
        hard = (ban for ban in self.best.values() if ban.severity == 2 and not ban.soft)
        self.never = tuple(dict.fromkeys(Cited(ready.pack.id, ban.clause) for ban in hard))

    def demands(self) -> Iterator[Demand]:
        """The yeses without which something stands harder in the way, and the objections that would."""
        mine = [rule for rule in self.open.values() if set(rule.covers) & set(self.topic.covers)]
        needed = self._needed([rule.name for rule in mine if not rule.opt_out])
        for rule in mine:
            if not rule.opt_out and rule.name in needed:
                yield self._demand(rule, harder(self.best, self._bans(needed - {rule.name})))
        objected = harder(self.best, bans(self.ready, self.posting.with_answers(self.noes, self.open)))
        for rule in mine:
            against = [ban for ban in objected if rule.name in ban.names]
            if rule.opt_out and against:
                yield self._demand(rule, against)

    def _needed(self, names: list[str]) -> set[str]:
        """As few of these as do what all of them do; of several that each suffice the first one stays."""
        needed = set(self.open)
        for name in reversed(names):
            if not harder(self.best, self._bans(needed - {name})):
                needed.discard(name)
        return needed

    def _demand(self, rule: ConsentRule, against: list[Ban]) -> Demand:
        pack = self.ready.pack
        clauses = tuple(dict.fromkeys(ban.clause for ban in against))
        soft = all(ban.soft for ban in against)
        return Demand(pack.id, pack.rank, rule, clauses, self.turns[rule.name], soft)

    def _bans(self, agreed: set[str]) -> Bans:
        return bans(self.ready, self.posting.with_answers((), agreed))
