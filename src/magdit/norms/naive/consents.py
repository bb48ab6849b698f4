"""Whether there is a valid yes for the person in view under one requirement. A second writing, for the tests.

Answers of people whose turn it is; a no wins, silence is no, and what was told by halves stays unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from magdit.norms.act import Act, Consent, Person, day_of, school_year
from magdit.norms.conditions.tree import Name
from magdit.norms.model import ConsentRule
from magdit.norms.naive.view import View
from magdit.norms.naive.words import plainly_under
from magdit.norms.periods import after_period
from magdit.norms.truth import NO, UNKNOWN, YES, Truth, all_of, any_of, negate, truth
from magdit.words.states import FORMS

YES_STATES = ("gegeven", "vernieuwd")
NO_STATES = ("geweigerd", "ingetrokken")


def valid_yes(rule: ConsentRule, view: View) -> Truth:
    """Whether the consents of the person in view come to a yes, of those whose turn it is to sign."""
    person = view.person
    turns = [view.is_true(signer.when) for signer in rule.signers]
    if person is None:
        return UNKNOWN
    if rule.opt_out:
        return _nobody_objects(rule, turns, person, view)
    if person.consent is not None:
        return truth(person.consent in YES_STATES)
    if person.consents is None:
        return min(UNKNOWN, any_of(turns))
    answers = _standing(person.consents, _day(view.act) if rule.beforehand else None)
    a_no = _anyone_said_no(rule, turns, answers, view)
    said_yes = [_said(answers, signer.role, view, lambda one, at: _is_a_yes(one, rule, at)) for signer in rule.signers]
    someone = any_of(min(turn, yes) for turn, yes in zip(turns, said_yes, strict=True))
    everyone = all_of(max(negate(turn), yes) for turn, yes in zip(turns, said_yes, strict=True))
    needed = someone if rule.together == "een" else min(someone, everyone)
    return min(needed, negate(a_no))


def _anyone_said_no(rule: ConsentRule, turns: Sequence[Truth], answers: Sequence[Consent], view: View) -> Truth:
    said_no = [_said(answers, signer.role, view, _is_a_no) for signer in rule.signers]
    return any_of(min(turn, no) for turn, no in zip(turns, said_no, strict=True))


def _nobody_objects(rule: ConsentRule, turns: Sequence[Truth], person: Person, view: View) -> Truth:
    """May, until someone objects: among the answers of this person, or aloud and not said about whom."""
    if person.consent in NO_STATES:
        return NO
    aloud = _objected_aloud(rule, turns, view)
    if len(view.act.people.get(view.group or "") or ()) != 1:
        aloud = NO if person.consent in YES_STATES else min(aloud, UNKNOWN)
    if person.consent is not None:
        return negate(aloud)
    answers = _standing(person.consents or (), _day(view.act) if rule.beforehand else None)
    return negate(any_of([aloud, _anyone_said_no(rule, turns, answers, view)]))


def _objected_aloud(rule: ConsentRule, turns: Sequence[Truth], view: View) -> Truth:
    objectors = [objection.by for objection in view.act.objections or () if objection.state == "gegeven"]
    return any_of(
        min(turn, _speaks_as(by, signer.role, view))
        for turn, signer in zip(turns, rule.signers, strict=True)
        for by in objectors
    )


def _said(answers: Sequence[Consent], role: str, view: View, counts: Callable[[Consent, View], Truth]) -> Truth:
    """Whether someone in this role gave an answer that counts."""
    return any_of(min(_speaks_as(answer.by, role, view), counts(answer, view)) for answer in answers)


def _is_a_no(answer: Consent, view: View) -> Truth:
    """A no of anyone who may have authority, about this channel and something that this act has."""
    if answer.state not in NO_STATES or answer.authority == "nee":
        return NO
    here = YES if answer.channels is None else _reaches(answer.channels, view)
    about = YES if answer.covers is None else any_of(_plays(kind, view) for kind in answer.covers)
    # Said on some day, while the day of the act is not told: it may have come too late for this act.
    in_time = UNKNOWN if answer.on is not None and _day(view.act) is None else YES
    return all_of([here, about, in_time])


def _is_a_yes(answer: Consent, rule: ConsentRule, view: View) -> Truth:
    """A yes in the asked form, by someone with authority, for what this act shows, where it shows it, on that day."""
    if answer.state not in YES_STATES or answer.authority in ("nee", "onbekend"):
        return NO
    return all_of(
        [
            _in_form(answer, rule),
            _covers(answer, rule, view),
            _for_this_channel(answer, rule, view),
            _still_holds(answer, rule, _day(view.act)),
        ]
    )


def _in_form(answer: Consent, rule: ConsentRule) -> Truth:
    if not rule.forms:
        return YES
    return UNKNOWN if answer.form is None else any_of(plainly_under(answer.form, form, FORMS) for form in rule.forms)


def _covers(answer: Consent, rule: ConsentRule, view: View) -> Truth:
    """As far as it plays in this act; a yes about none of what the rule is for is no yes under the rule."""
    if answer.covers is None:
        return UNKNOWN
    playing = {kind: _plays(kind, view) for kind in rule.covers}
    if set(playing.values()) <= {NO}:
        return truth(any(kind in answer.covers for kind in rule.covers))
    return all_of(YES if kind in answer.covers else negate(plays) for kind, plays in playing.items())


def _plays(kind: str, view: View) -> Truth:
    """Whether the act has this kind of data at all."""
    if kind in ("foto", "video", "geluid"):
        content = view.act.facts.get("inhoud")
        return truth(kind in content) if isinstance(content, tuple) else UNKNOWN
    if kind == "naam":
        return view.is_true(Name("genoemd"))
    return view.is_true(Name("persoonsgegevens")) if kind == "persoonsgegevens" else YES


def _for_this_channel(answer: Consent, rule: ConsentRule, view: View) -> Truth:
    if answer.channels is None:
        return YES if not rule.channels else UNKNOWN
    return _reaches(answer.channels, view)


def _reaches(channels: Sequence[str], view: View) -> Truth:
    medium = view.act.facts.get("medium")
    if not isinstance(medium, str):
        return UNKNOWN
    return any_of(plainly_under(medium, channel, view.catalogue.vocabularies["medium"]) for channel in channels)


def _still_holds(answer: Consent, rule: ConsentRule, day: date | None) -> Truth:
    if rule.valid == "eenmalig":
        return min(_is_left(answer, day), _has_no_end_by(answer, day))
    if day is None:
        timeless = answer.until is None and answer.on is None and rule.valid == "tot_intrekking"
        return YES if timeless else UNKNOWN
    if answer.until is not None and day > answer.until:
        return NO
    if rule.valid == "tot_intrekking":
        return YES
    if answer.on is None:
        return UNKNOWN
    if rule.valid == "schooljaar":
        return truth(school_year(day) == school_year(answer.on))
    return truth(day < after_period(answer.on, rule.valid))


def _is_left(answer: Consent, day: date | None) -> Truth:
    """A yes for one time, and that time is still to come: so it is said, or it is of this very school year."""
    if answer.used is not None:
        return truth(not answer.used)
    of_this_year = day is not None and answer.on is not None and school_year(day) == school_year(answer.on)
    return YES if of_this_year else UNKNOWN


def _has_no_end_by(answer: Consent, day: date | None) -> Truth:
    if day is None:
        return YES if answer.until is None and answer.on is None else UNKNOWN
    return truth(answer.until is None or day <= answer.until)


def _standing(answers: Sequence[Consent], day: date | None) -> list[Consent]:
    """What was said by that day, without what the same giver later said otherwise about the same."""
    if day is None:
        return list(answers)
    said = [answer for answer in answers if answer.on is None or answer.on <= day]
    return [old for old in said if not any(_takes_place_of(new, old) for new in said)]


def _takes_place_of(new: Consent, old: Consent) -> bool:
    """Two parents without a name may be two people, so only a pupil, or someone named, surely speaks again."""
    surely_one = new.by == old.by and new.giver == old.giver and (new.giver or new.by in ("leerling", "zelf"))
    later = new.on is not None and old.on is not None and new.on > old.on
    return bool(surely_one and later and _wide_as(new.channels, old.channels) and _wide_as(new.covers, old.covers))


def _wide_as(new: Sequence[str] | None, old: Sequence[str] | None) -> bool:
    return new is None or (old is not None and set(old) <= set(new))


def _speaks_as(by: str, role: str, view: View) -> Truth:
    """Whether this one speaks in the asked role; "zelf" is the person, in any role that is theirs."""
    words = view.catalogue.vocabularies["rol"]
    if by == role == "zelf":
        return YES
    if "zelf" not in (by, role):
        return plainly_under(by, role, words)
    own = view.person.facts.get("rol") if view.person else None
    named = role if by == "zelf" else by
    return any_of(plainly_under(mine, named, words) for mine in own) if isinstance(own, tuple) else UNKNOWN


def _day(act: Act) -> date | None:
    return None if act.moment is None else day_of(act.moment)
