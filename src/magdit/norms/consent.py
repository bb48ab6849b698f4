"""Is there a valid yes for this person under this rule? Knows answers, dates and ages; knows no database and no school.

A no of anyone whose turn it is wins; silence is no; an answer told only in part stays unknown. Sources: AVG art. 4(11)
and 7, UAVG art. 5; what a school asks beyond that stands in its own `toestemmingseis`.
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
from magdit.words.roles import ROLES
from magdit.words.states import FORMS, GIVEN, OPEN, SAID_NO
from magdit.words.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class ConsentStatus:
    """How it stands: the truth, why in one code, and whom one may still ask (nobody after a no or an expiry)."""

    truth: Truth
    code: str
    ask: tuple[str, ...] = ()
    lacks: str | None = None
    by: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What surrounds the question: the act, the person, the media words, and whose turn it is (age, role)."""

    act: Act
    person: Person
    media: Vocabulary
    turn: Callable[[Signer], Truth]

    @property
    def day(self) -> date | None:
        """The day of the act, if told."""
        return None if self.act.moment is None else day_of(self.act.moment)


def consent_status(rule: ConsentRule, asked: Asked) -> ConsentStatus:
    """How the consents of one person stand under one rule."""
    turns = [(signer, asked.turn(signer)) for signer in rule.signers]
    may_ask = tuple(signer.role for signer, turn in turns if turn is not NO)
    if asked.person.consent is not None:
        return _by_short_form(asked.person.consent, rule, may_ask)
    if asked.person.consents is None:
        return _nothing_told(rule, may_ask)
    records = tuple(_in_force(asked.person.consents, asked.day))
    refused = any_of(min(turn, truth(bool(_noes(records, signer, asked)))) for signer, turn in turns)
    if rule.opt_out:
        return ConsentStatus(negate(refused), "refused" if refused is YES else "given")
    granted = _granted(rule, turns, records, asked)
    outcome = min(granted, negate(refused))
    return _explained(rule, outcome, turns, records, asked, may_ask)


def _by_short_form(state: str, rule: ConsentRule, may_ask: tuple[str, ...]) -> ConsentStatus:
    if rule.opt_out:
        return ConsentStatus(truth(state not in SAID_NO), _code_of(state))
    askable = may_ask if state in OPEN else ()
    return ConsentStatus(truth(state in GIVEN), _code_of(state), ask=askable)


def _nothing_told(rule: ConsentRule, may_ask: tuple[str, ...]) -> ConsentStatus:
    if rule.opt_out:
        return ConsentStatus(YES, "given")
    if not may_ask:
        return ConsentStatus(NO, "nobody_may_sign")
    return ConsentStatus(UNKNOWN, "unknown", ask=may_ask, lacks="toestemmingen")


def _granted(rule: ConsentRule, turns: list[tuple[Signer, Truth]], records: tuple[Consent, ...], asked: Asked) -> Truth:
    said = {
        signer: any_of(_valid(rule, record, asked) for record in _of(records, signer, asked)) for signer, _ in turns
    }
    someone = any_of(min(turn, said[signer]) for signer, turn in turns)
    if rule.together == "een":
        return someone
    return min(someone, all_of(max(negate(turn), said[signer]) for signer, turn in turns))


def _valid(rule: ConsentRule, record: Consent, asked: Asked) -> Truth:
    """Whether this one answer is a yes that this rule accepts for this act."""
    if record.state not in GIVEN or record.authority in {"nee", "onbekend"}:
        return NO
    parts = (
        _form(rule, record),
        _covers(rule, record, asked),
        _channel(rule, record, asked),
        _lasts(rule, record, asked),
    )
    return all_of(parts)


def _form(rule: ConsentRule, record: Consent) -> Truth:
    if not rule.forms:
        return YES
    if record.form is None:
        return UNKNOWN
    return any_of(falls_under(FORMS, record.form, form) for form in rule.forms)


def _covers(rule: ConsentRule, record: Consent, asked: Asked) -> Truth:
    plays = {kind: _plays(kind, asked) for kind in rule.covers}
    if record.covers is None:
        return UNKNOWN
    if all(value is NO for value in plays.values()):
        return truth(bool(set(record.covers) & set(rule.covers)))
    return all_of(max(negate(value), truth(kind in record.covers)) for kind, value in plays.items())


def _plays(kind: str, asked: Asked) -> Truth:
    """Whether this kind of data is in the act at all, so that the yes must cover it."""
    content = asked.act.facts.get("inhoud")
    if kind in {"foto", "video", "geluid"}:
        return truth(kind in content) if isinstance(content, tuple) else UNKNOWN
    if kind == "naam":
        return _told(asked.person.facts.get("genoemd"))
    if kind == "persoonsgegevens":
        return _told(asked.act.facts.get("persoonsgegevens"))
    return YES


def _channel(rule: ConsentRule, record: Consent, asked: Asked) -> Truth:
    medium = asked.act.facts.get("medium")
    if record.channels is None:
        return UNKNOWN if rule.channels else YES
    if not isinstance(medium, str):
        return UNKNOWN
    return any_of(falls_under(asked.media, medium, channel) for channel in record.channels)


def _lasts(rule: ConsentRule, record: Consent, asked: Asked) -> Truth:
    """Whether the yes was there before the act and still holds on its day."""
    if asked.day is None:
        return UNKNOWN if record.until or record.on or rule.valid == "schooljaar" else YES
    if record.until is not None and asked.day > record.until:
        return NO
    if record.on is None:
        return YES if rule.valid in {"eenmalig", "tot_intrekking"} else UNKNOWN
    if rule.valid == "schooljaar":
        return truth(school_year(record.on) == school_year(asked.day))
    if rule.valid in {"eenmalig", "tot_intrekking"}:
        return YES
    return truth(asked.day < after_period(record.on, rule.valid))


def _in_force(records: Iterable[Consent], day: date | None) -> Iterable[Consent]:
    """The answers that stand on this day: not those of later days, and of one named giver only the last."""
    known = [record for record in records if day is None or record.on is None or record.on <= day]
    for record in known:
        later = (other for other in known if _replaces(other, record))
        if not any(later):
            yield record


def _replaces(newer: Consent, older: Consent) -> bool:
    """Whether one answer takes the place of another. Two parents without a name may be two people, so both stand."""
    one_giver = newer.by == older.by and newer.giver == older.giver
    certain = newer.giver is not None or newer.by in {"leerling", "zelf"}
    same_matter = _within(older.channels, newer.channels) and _within(older.covers, newer.covers)
    dated = newer.on is not None and older.on is not None and newer.on > older.on
    return one_giver and certain and dated and same_matter


def _within(narrow: tuple[str, ...] | None, wide: tuple[str, ...] | None) -> bool:
    return wide is None or (narrow is not None and set(narrow) <= set(wide))


def _noes(records: tuple[Consent, ...], signer: Signer, asked: Asked) -> list[Consent]:
    """The refusals and withdrawals that count here: also of someone whose authority is unknown."""
    return [
        record
        for record in _of(records, signer, asked)
        if record.state in SAID_NO and record.authority != "nee" and _speaks_of(record, asked)
    ]


def _speaks_of(record: Consent, asked: Asked) -> bool:
    """A no counts unless it is certainly about another channel or another kind of data."""
    medium = asked.act.facts.get("medium")
    channels = record.channels
    if channels is not None and isinstance(medium, str) and _all_other(asked.media, medium, channels):
        return False
    if record.covers is None:
        return True
    return any(_plays(kind, asked) is not NO for kind in record.covers)


def _all_other(media: Vocabulary, medium: str, channels: tuple[str, ...]) -> bool:
    return all(falls_under(media, medium, channel) is NO for channel in channels)


def _of(records: tuple[Consent, ...], signer: Signer, asked: Asked) -> list[Consent]:
    return [record for record in records if _is_signer(record.by, signer.role, asked.person)]


def _is_signer(by: str, role: str, person: Person) -> bool:
    own = person.facts.get("rol")
    own_roles = own if isinstance(own, tuple) else ()
    if by == "zelf" or role == "zelf":
        named = role if by == "zelf" else by
        return named == "zelf" or any(falls_under(ROLES, mine, named) is YES for mine in own_roles)
    return falls_under(ROLES, by, role) is YES


def _explained(
    rule: ConsentRule,
    outcome: Truth,
    turns: list[tuple[Signer, Truth]],
    records: tuple[Consent, ...],
    asked: Asked,
    may_ask: tuple[str, ...],
) -> ConsentStatus:
    """Put the outcome in one code, with the answer that decided it."""
    noes = [record for signer, turn in turns if turn is not NO for record in _noes(records, signer, asked)]
    if noes and outcome is not YES:
        return ConsentStatus(outcome, _code_of(noes[0].state), by=noes[0].by, on=noes[0].on, lacks=_open_turn(turns))
    mine = [record for signer, turn in turns if turn is not NO for record in _of(records, signer, asked)]
    if outcome is YES:
        given = next(record for record in mine if _valid(rule, record, asked) is YES)
        return ConsentStatus(YES, "given", by=given.by, on=given.on)
    if outcome is UNKNOWN:
        return ConsentStatus(UNKNOWN, "unknown", ask=may_ask, lacks=_open_turn(turns) or "toestemmingen")
    ended = [record for record in mine if _has_ended(rule, record, asked)]
    if ended:
        return ConsentStatus(NO, "expired", by=ended[0].by, on=ended[0].on)
    if not mine:
        other = records[0].by if records else None
        return ConsentStatus(NO, "wrong_signer" if other else "not_asked", ask=may_ask, by=other)
    return ConsentStatus(NO, _why_not(rule, mine[0], asked), ask=may_ask, by=mine[0].by, on=mine[0].on)


def _open_turn(turns: list[tuple[Signer, Truth]]) -> str | None:
    return "leeftijd" if any(turn is UNKNOWN for _, turn in turns) else None


def _has_ended(rule: ConsentRule, record: Consent, asked: Asked) -> bool:
    return record.state in {"verlopen", "beeindigd"} or (record.state in GIVEN and _lasts(rule, record, asked) is NO)


def _why_not(rule: ConsentRule, record: Consent, asked: Asked) -> str:
    if record.state not in GIVEN:
        return _code_of(record.state)
    if record.authority in {"nee", "onbekend"}:
        return "no_authority"
    checks = (
        ("wrong_form", _form(rule, record)),
        ("not_covered", _covers(rule, record, asked)),
        ("wrong_channel", _channel(rule, record, asked)),
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


def _code_of(state: str) -> str:
    return _CODES[state]


def _told(value: object) -> Truth:
    return truth(value if isinstance(value, bool) else None)
