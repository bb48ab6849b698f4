"""What one answer of one giver is worth for this act: a yes under a rule, a no that counts, or neither.

Told by halves it stays unknown: which day, which medium, what the act shows, or who the person is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from magdit.norms.act import Act, Consent, Person, day_of, school_year
from magdit.norms.match import falls_under
from magdit.norms.model import ConsentRule, Signer
from magdit.norms.periods import after_period
from magdit.norms.truth import NO, UNKNOWN, YES, Truth, all_of, any_of, negate, truth
from magdit.words.states import FORMS, GIVEN, SAID_NO
from magdit.words.vocabulary import Vocabulary

TIMELESS = frozenset({"eenmalig", "tot_intrekking"})
YES_NO_OF = {"naam": "genoemd", "persoonsgegevens": "persoonsgegevens"}  # what of the act a kind of data plays in


@dataclass(frozen=True, slots=True)
class Asked:
    """What surrounds the question: the act, the person, the word lists, and whose turn it is (age, role).

    `is_so` tells of a yes/no fact what it counts as, also when nobody told it. `alone`: nobody else is in the list in
    which this person stands, so what someone said of "the child" is about this one.
    """

    act: Act
    person: Person
    media: Vocabulary
    roles: Vocabulary
    turn: Callable[[Signer], Truth]
    is_so: Callable[[str], Truth]
    alone: bool

    @property
    def day(self) -> date | None:
        """The day of the act, if told."""
        return None if self.act.moment is None else day_of(self.act.moment)


def standing(records: Iterable[Consent], day: date | None) -> tuple[Consent, ...]:
    """The answers that stand on this day: not those of later days, and of one named giver only the last."""
    if day is None:
        return tuple(records)  # which of them stand depends on the day
    known = [record for record in records if record.on is None or record.on <= day]
    return tuple(record for record in known if not any(_replaces(other, record) for other in known))


def is_yes(rule: ConsentRule, record: Consent, asked: Asked) -> Truth:
    """Whether this answer is a yes that the rule accepts for this act."""
    if record.state not in GIVEN or record.authority in {"nee", "onbekend"}:
        return NO
    parts = (
        in_form(rule, record),
        covers(rule, record, asked),
        for_channel(rule, record, asked),
        lasts(rule, record, asked),
    )
    return all_of(parts)


def is_no(record: Consent, asked: Asked) -> Truth:
    """Whether this is a refusal or withdrawal that counts here: also of someone whose authority is unknown.

    One about another channel or other data does not; while it is unknown what the act is about, neither is the no.
    """
    if record.state not in SAID_NO or record.authority == "nee":
        return NO
    channel = YES if record.channels is None else reaches(record.channels, asked)
    in_time = UNKNOWN if record.on is not None and asked.day is None else YES
    return all_of((channel, about(record, asked), in_time))


def speaks_as(by: str, role: str, asked: Asked) -> Truth:
    """Whether this giver answers in the asked role; "zelf" is the person, in the roles that are theirs."""
    if by != "zelf" and role != "zelf":
        return falls_under(asked.roles, by, role)
    named = role if by == "zelf" else by
    if named == "zelf":
        return YES
    own = asked.person.facts.get("rol")
    return any_of(falls_under(asked.roles, mine, named) for mine in own) if isinstance(own, tuple) else UNKNOWN


def in_form(rule: ConsentRule, record: Consent) -> Truth:
    """Whether it was given in a form that the rule accepts."""
    if not rule.forms:
        return YES
    if record.form is None:
        return UNKNOWN
    return any_of(falls_under(FORMS, record.form, form) for form in rule.forms)


def covers(rule: ConsentRule, record: Consent, asked: Asked) -> Truth:
    """Whether it is about everything of the rule that the act has."""
    if record.covers is None:
        return UNKNOWN
    playing = {kind: plays(kind, asked) for kind in rule.covers}
    if all(value is NO for value in playing.values()):
        return truth(bool(set(record.covers) & set(rule.covers)))
    return all_of(max(negate(value), truth(kind in record.covers)) for kind, value in playing.items())


def for_channel(rule: ConsentRule, record: Consent, asked: Asked) -> Truth:
    """Whether it is about the medium of the act."""
    if record.channels is None:
        return UNKNOWN if rule.channels else YES
    return reaches(record.channels, asked)


def lasts(rule: ConsentRule, record: Consent, asked: Asked) -> Truth:
    """Whether it still holds on the day of the act."""
    timeless, unused = rule.valid in TIMELESS, is_unused(rule, record, asked)
    if unused is NO:
        return NO
    if asked.day is None:
        return unused if timeless and record.until is None and record.on is None else UNKNOWN
    if record.until is not None and asked.day > record.until:
        return NO
    if timeless or record.on is None:
        return unused if timeless else UNKNOWN
    if rule.valid == "schooljaar":
        return truth(school_year(record.on) == school_year(asked.day))
    return truth(asked.day < after_period(record.on, rule.valid))


def is_unused(rule: ConsentRule, record: Consent, asked: Asked) -> Truth:
    """Whether a yes for once has yet to serve; while nobody told, one of this school year counts as still to serve."""
    if rule.valid != "eenmalig":
        return YES
    if record.used is not None:
        return truth(not record.used)
    if record.on is None or asked.day is None:
        return UNKNOWN
    return YES if school_year(record.on) == school_year(asked.day) else UNKNOWN


def about(no: Consent, asked: Asked) -> Truth:
    """Whether a refusal is about something that the act has; one that names no kind of data is about all of it."""
    return YES if no.covers is None else any_of(plays(kind, asked) for kind in no.covers)


def plays(kind: str, asked: Asked) -> Truth:
    """Whether this kind of data is in the act at all, so that the yes must cover it."""
    content = asked.act.facts.get("inhoud")
    if kind in {"foto", "video", "geluid"}:
        return truth(kind in content) if isinstance(content, tuple) else UNKNOWN
    fact = YES_NO_OF.get(kind)
    return YES if fact is None else asked.is_so(fact)


def reaches(channels: Iterable[str], asked: Asked) -> Truth:
    """Whether the act goes out over one of these channels."""
    medium = asked.act.facts.get("medium")
    if not isinstance(medium, str):
        return UNKNOWN
    return any_of(falls_under(asked.media, medium, channel) for channel in channels)


def _replaces(newer: Consent, older: Consent) -> bool:
    """Whether one answer takes the place of another. Two parents without a name may be two people, so both stand."""
    one_giver = newer.by == older.by and newer.giver == older.giver
    certain = newer.giver is not None or newer.by in {"leerling", "zelf"}
    same_matter = _within(older.channels, newer.channels) and _within(older.covers, newer.covers)
    dated = newer.on is not None and older.on is not None and newer.on > older.on
    return one_giver and certain and dated and same_matter


def _within(narrow: tuple[str, ...] | None, wide: tuple[str, ...] | None) -> bool:
    return wide is None or (narrow is not None and set(narrow) <= set(wide))
