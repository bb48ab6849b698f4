"""How one person stands for one topic on a day: may it, why, and until when. The norm engine weighs the answers.

A no of anyone whose turn it is wins, silence is no, and what stays unknown is no. Knows no rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from magdit.areas.consent.asking.asked import Asking, Demand, asked
from magdit.areas.consent.asking.probing import Posting, Subject, Topic, postings
from magdit.areas.consent.records import OWN, Terms, Told, heard_on, records_of
from magdit.areas.people.rules import turns
from magdit.norms.act import Consent, age_on, school_year
from magdit.norms.judge import Book
from magdit.norms.ready import ReadyPack
from magdit.norms.situation import Situation
from magdit.norms.truth import YES
from magdit.words.states import GIVEN, SAID_NO
from magdit.words.vocabulary import Vocabulary

STATES = {
    "given": "gegeven",
    "asked": "gevraagd",
    "refused": "geweigerd",
    "objected": "geweigerd",
    "withdrawn": "ingetrokken",
    "expired": "verlopen",
    "used": "verlopen",
    "invalid": "ongeldig",
    "wrong_form": "ongeldig",
    "not_covered": "ongeldig",
    "wrong_channel": "ongeldig",
}  # of all other codes nobody gave an answer that counts: ConsentUnknown
NOES = ("refused", "withdrawn", "objected")
TERMS = Terms()


@dataclass(frozen=True, slots=True)
class Weighed:
    """How it stands under one demand."""

    demand: Demand
    is_met: bool
    code: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands: may the person be shown, why in one code, the state as DPV names it, and each demand."""

    yes: bool
    code: str
    state: str
    asking: Asking
    demands: tuple[Weighed, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether someone whose word counts said no."""
        return self.code in NOES


def standing(
    book: Book, topic: Topic, who: Subject, told: Sequence[Told], *, day: date, terms: Terms = TERMS
) -> Standing:
    """How someone stands for a topic on a day, given every answer about it so far."""
    asking = asked(book, topic, who, day=day)
    heard = heard_on(told, who, day=day)
    if not asking.is_asked:
        return _unasked(asking, heard)
    return weighed(book, topic, who, records_of(heard, topic, terms, day=day), day=day)


def weighed(book: Book, topic: Topic, who: Subject, records: tuple[Consent, ...], *, day: date) -> Standing:
    """How it stands with these records, for a topic that is asked. Many stand alike: weighed once."""
    asking = asked(book, topic, who, day=day)
    if all(demand.rule.valid in BY_YEAR for demand in asking.demands) and not any(r.dates for r in book.packs):
        who, records, day = _alike(who, records, day)
    key = (asking, records, day)
    found = _known.get(key)
    if found is None:
        if len(_known) > MOST_KNOWN:
            _known.clear()
        found = _known[key] = _together(asking, _of_each(book, asking, topic, who, records, day), topic, records)
    return found


def lasts_until(
    book: Book, topic: Topic, who: Subject, told: Sequence[Told], *, day: date, terms: Terms = TERMS
) -> date | None:
    """The last day on which a yes of today still stands if nobody says anything; None when no end is known."""
    for turn in sorted(set(_turns(book, who, told, terms))):
        if turn > day and not standing(book, topic, who, told, day=turn, terms=terms).yes:
            return turn - timedelta(days=1)
    return None


MOST_KNOWN = 50_000
BY_YEAR = frozenset({"schooljaar", "tot_intrekking"})
PASSED = date(1900, 1, 1)
_known: dict[tuple[Asking, tuple[Consent, ...], date], Standing] = {}


def _alike(who: Subject, records: tuple[Consent, ...], day: date) -> tuple[Subject, tuple[Consent, ...], date]:
    """The same question for everyone of this age with such answers: where only the school year of a yes counts."""
    alike = tuple(
        replace(
            record,
            on=None if record.on is None else date(school_year(record.on), 8, 1),
            until=PASSED if record.until is not None and record.until < day else None,
        )
        for record in records
    )
    age = None if who.born is None else age_on(day, who.born)
    return Subject(who.roles, age=age), alike, date(school_year(day) + 1, 7, 31)


def _unasked(asking: Asking, heard: Sequence[Told]) -> Standing:
    """Never asked: no. No consent needed: yes, but a no that was said all the same is heard."""
    noes = [one for one in heard if one.state in SAID_NO and one.authority != "nee"]
    if noes:
        return Standing(False, "withdrawn" if noes[0].state == "ingetrokken" else "refused", noes[0].state, asking)
    never = asking.outcome == "nooit"
    return Standing(not never, "never" if never else "not_needed", "niet_gevraagd", asking)


def _of_each(
    book: Book, asking: Asking, topic: Topic, who: Subject, records: tuple[Consent, ...], day: date
) -> tuple[Weighed, ...]:
    packs = {ready.pack.id: ready for ready in book.packs}
    # The first way of posting shows nothing but what this topic is about.
    here = _here(next(iter(postings(topic, who, day=day, words=book.catalogue))), records)
    return tuple(_under(packs[demand.pack], demand, here) for demand in asking.demands)


def _here(posting: Posting, records: tuple[Consent, ...]) -> Situation:
    people = posting.with_answers(records).each(posting.group)
    return people[0] if people else posting.with_answers(records)


def _under(ready: ReadyPack, demand: Demand, here: Situation) -> Weighed:
    known = (piece for rule, piece in ready.consents if rule.name == demand.rule.name)
    piece = next(known, None) or ready.compiler.consent(demand.rule)
    if piece.test(here) is YES:
        return Weighed(demand, True, "given")
    grounds = (ground for ground in piece.grounds(here) if ground.fact == demand.rule.name)
    return Weighed(demand, False, next((ground.detail.get("code", "unknown") for ground in grounds), "unknown"))


def _together(asking: Asking, demands: tuple[Weighed, ...], topic: Topic, records: tuple[Consent, ...]) -> Standing:
    """All demands must be met. Of several that are not, a no is told before a silence.

    What is only asked first does not count where the school rests on a legitimate interest.
    """
    unmet = [one for one in demands if not one.is_met and not (one.demand.soft and topic.by_interest)]
    given = [record for record in records if record.state in GIVEN]
    if not unmet:
        state = "vernieuwd" if any(record.state == "vernieuwd" for record in given) else "gegeven"
        code = "given" if given else "not_objected"
        return Standing(True, code, state if given else "niet_gevraagd", asking, demands)
    first = min(unmet, key=lambda one: (one.code not in NOES, one.code == "unknown"))
    stale = any(record.covers is None for record in given) and first.code not in NOES
    code = "stale" if stale else first.code
    return Standing(False, code, STATES.get(code, "niet_gevraagd"), asking, demands)


def _turns(book: Book, who: Subject, told: Iterable[Told], terms: Terms) -> Iterator[date]:
    """The days on which something may be otherwise by time alone."""
    if who.born is not None:
        yield from (turns(who.born, age) for age in {18, *(age for ready in book.packs for age in ready.ages)})
    yield from (day for ready in book.packs for day in ready.dates)
    for one in told:
        yield date(school_year(one.on) + 1, 8, 1)
        if one.until is not None:
            yield one.until + timedelta(days=1)
        if one.as_of is not None:
            yield one.as_of + timedelta(days=terms.mirror_days + 1)


def speaks(asking: Asking, role: str, who: Subject, roles: Vocabulary) -> bool:
    """Whether the answer of someone in this role counts now, for a yes or a no."""
    return bool(speaking_as(role, who, roles) & set(asking.signers))


def speaking_as(role: str, who: Subject, roles: Vocabulary) -> frozenset[str]:
    """As what an answer in this role may count: the role and all wider words; of oneself also one's own roles."""
    mine = (*who.roles, "zelf") if role in OWN else (role,)
    return frozenset(wide for one in mine if one in roles for wide in (one, *roles.above(one)))
