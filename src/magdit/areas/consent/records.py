"""From stored answers to the records that the norm engine weighs: the last of each giver, with the authority of now.

Here the register reduces what only it knows (who answered last, ended bonds, both parents needed, a mirror grown old).
Everything else is left to the rules of the packs, so that the register and a check can never disagree. No rows here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from magdit.areas.consent.asking.probing import Subject, Topic
from magdit.areas.people.rules import ADULT
from magdit.norms.act import Consent, age_on
from magdit.words.roles import ROLES
from magdit.words.states import GIVEN, SAID_NO

OWN = frozenset({"leerling", "oud_leerling", "zelf"})
PARENTS = ROLES.below("ouder")
MIRROR = "spiegel"
WAITING = "gevraagd"


@dataclass(frozen=True, slots=True)
class Told:
    """One stored answer, as far as it matters here. `authority` is that of the giver on the day that is asked about.

    `giver` is empty when the pupil administration did not say who; then it lists only who has authority.
    """

    number: int
    giver: str
    role: str
    state: str
    on: date
    form: str | None
    until: date | None = None
    authority: str | None = None
    bond_ends: date | None = None
    as_of: date | None = None
    school: str = ""  # at which school; empty: at all of the board
    since: date | None = None  # from when the giver has what they answered with

    @property
    def voice(self) -> str:
        """Whose word this is: the last of each voice counts."""
        return self.giver or f"als {self.role}"


@dataclass(frozen=True, slots=True)
class Terms:
    """What board and school decide themselves: is one parent enough (`needs_all`: who must agree), how old is old."""

    needs_all: frozenset[str] = frozenset()  # the parents with authority, when the yes of one is not enough
    mirror_days: int = 7


def of_school(told: Iterable[Told], school: str) -> tuple[Told, ...]:
    """What counts at one school: all that was said there; and of elsewhere a no, where it is still the last word.

    A yes from before the bond of now says nothing, and neither does what it took the place of.
    """
    ordered = sorted(told, key=lambda one: one.number)
    last = {(one.voice, one.school): one.number for one in ordered}
    here = [
        one
        for one in ordered
        if one.school in {"", school} or (one.state in SAID_NO and last[one.voice, one.school] == one.number)
    ]
    lapsed = {one.voice: one.number for one in here if one.state in GIVEN and one.since and one.on < one.since}
    return tuple(one for one in here if one.number > lapsed.get(one.voice, 0))


def heard_on(told: Iterable[Told], who: Subject, *, day: date) -> tuple[Told, ...]:
    """Of every giver the last answer up to and including this day, as long as they have a voice on it."""
    last: dict[str, Told] = {}
    for one in sorted((one for one in told if one.on <= day), key=lambda one: one.number):
        last[one.voice] = one
    of_age = who.born is not None and age_on(day, who.born) >= ADULT
    heard = (one for one in last.values() if not (one.role in PARENTS and (of_age or _is_over(one, day))))
    return tuple(sorted(heard, key=lambda one: one.number))


def records_of(
    heard: Iterable[Told], topic: Topic, terms: Terms, *, day: date, givers: Sequence[str] = (), label: str = ""
) -> tuple[Consent, ...]:
    """The records of what is heard on a day. `givers`: in which order they are numbered.

    `label` keeps topics apart: an answer about one never takes the place of an answer about another.
    """
    heard = tuple(heard)
    names = {giver: f"ouder {place}" for place, giver in enumerate(givers or sorted({o.giver for o in heard}), 1)}
    found = [(_record(one, topic, names[one.giver], label, terms, day), one) for one in heard]
    return _with_all(found, terms) if terms.needs_all else tuple(record for record, _ in found)


def _is_over(one: Told, day: date) -> bool:
    return one.bond_ends is not None and one.bond_ends < day


def is_stale(one: Told, terms: Terms, *, day: date) -> bool:
    """Whether what the pupil administration said is too long ago to act on."""
    return one.as_of is not None and one.as_of + timedelta(days=terms.mirror_days) < day


def _record(one: Told, topic: Topic, name: str, label: str, terms: Terms, day: date) -> Consent:
    giver = f"{name} bij {label}" if label else name
    by = "zelf" if one.role in OWN else one.role
    if one.state in GIVEN and is_stale(one, terms, day=day):
        # Nobody knows whether it still stands: told by halves it stays unknown, so that somebody asks.
        return Consent(by, one.state, on=one.on, authority=one.authority, giver=giver)
    return Consent(
        by, one.state, one.on, one.form, topic.covers, (topic.channel,), one.until, one.authority, giver=giver
    )


def _with_all(found: Sequence[tuple[Consent, Told]], terms: Terms) -> tuple[Consent, ...]:
    """Where all parents must agree a yes is as weak as the weakest; while one is silent it still waits."""
    agreed = {one.giver: record for record, one in found if one.role in PARENTS and record.state in GIVEN}
    joint = [agreed[giver] for giver in sorted(terms.needs_all) if giver in agreed]
    complete = len(joint) == len(terms.needs_all)
    return tuple(
        record
        if one.giver not in agreed or one.role not in PARENTS
        else _as_weak(record, joint)
        if complete
        else replace(record, state=WAITING)
        for record, one in found
    )


def _as_weak(record: Consent, joint: Sequence[Consent]) -> Consent:
    """This yes with the earliest day and end of all, and the weakest form: a joint yes is no better than its least."""
    days = [one.on for one in joint if one.on is not None]
    ends = [one.until for one in joint if one.until is not None]
    if any(one.covers is None for one in joint):
        return replace(record, on=min(days), until=None, form=None, covers=None, channels=None)
    forms = [one.form for one in joint if one.form is not None]
    form = max(forms, key=_STRENGTH.index) if len(forms) == len(joint) else None
    return replace(record, on=min(days), until=min(ends, default=None), form=form)


_STRENGTH = ("schriftelijk", "digitaal_akkoord", "email", "mondeling", "stilzwijgend")
