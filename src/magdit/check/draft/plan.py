"""From the routes of an answer to what can be done here: faces to hide, words to change, things to leave out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from magdit.check.draft.draft import Draft
from magdit.check.draft.facts import is_personal
from magdit.check.draft.judged import Judged
from magdit.check.draft.reconcile import Place, Subject, named_people, unassigned
from magdit.check.text.finding import Finding
from magdit.check.text.mend import Change, first_name_only, in_place_of, left_out, with_sentence
from magdit.check.text.mend import replace as changed
from magdit.norms.answer import Route, Step
from magdit.words.roles import ROLES

# What `--herstel` may be asked for, and the remedies each carries out. "locatie" is part of every clean copy.
KINDS = {
    "gezichten": frozenset({"onherkenbaar_maken"}),
    "locatie": frozenset[str](),
    "gegevens": frozenset({"gegevens_weglaten", "naam_weglaten"}),
    "disclaimer": frozenset({"disclaimer_toevoegen"}),
    "functie": frozenset({"functie_vermelden"}),
    "beeld": frozenset({"beeld_weglaten"}),
    "geluid": frozenset({"geluid_weglaten"}),
}
EVERYTHING = "alles"
DOABLE = frozenset().union(*KINDS.values())


@dataclass(frozen=True)
class Plan:
    """What will be done, and the steps that are not in this program's hands."""

    hidden: tuple[Place, ...] = ()
    hidden_films: tuple[str, ...] = ()
    text: str | None = None
    without_pictures: bool = False
    without_sound: bool = False
    done: tuple[Step, ...] = ()
    left: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences that may be added to a post; a school may have its own."""

    disclaimer: str
    position: str


def planned(judged: Judged, draft: Draft, wanted: Iterable[str], sentences: Sentences) -> Plan:
    """What to do of the cheapest route that is in the author's own hands, limited to what was asked for."""
    kinds = set(wanted)
    if not kinds:
        return Plan()
    remedies = DOABLE if EVERYTHING in kinds else frozenset().union(*(KINDS[kind] for kind in kinds))
    route = _chosen(judged.answer.routes, remedies)
    return plan_of(route.steps if route else (), judged, draft, sentences, remedies=remedies)


def plan_of(
    steps: tuple[Step, ...],
    judged: Judged,
    draft: Draft,
    sentences: Sentences,
    *,
    remedies: frozenset[str] = DOABLE,
) -> Plan:
    """What to do of these steps, as far as it can be done here; the others are left."""
    doing = [step for step in steps if step.remedy in remedies and not _leaves_nothing(step, draft)]
    hidden = tuple(dict.fromkeys(place for step in doing for place in _faces(step, judged)))
    films = tuple(dict.fromkeys(name for step in doing for name in _films(step, judged)))
    done = tuple(step for step in doing if not _is_blind(step, judged))
    return Plan(
        hidden=hidden,
        hidden_films=films,
        text=_text(done, judged, draft, sentences),
        without_pictures=any(step.remedy == "beeld_weglaten" for step in done),
        without_sound=any(step.remedy == "geluid_weglaten" for step in done),
        done=done,
        left=tuple(step for step in steps if step not in done),
    )


def is_doable(step: Step, judged: Judged, draft: Draft) -> bool:
    """Whether this step can be done here in full, with the draft as it is."""
    return step.remedy in DOABLE and not _leaves_nothing(step, draft) and not _is_blind(step, judged)


def _leaves_nothing(step: Step, draft: Draft) -> bool:
    """Without the picture there must be words left to send."""
    return step.remedy == "beeld_weglaten" and not draft.text.strip()


def _chosen(routes: tuple[Route, ...], remedies: frozenset[str]) -> Route | None:
    """The cheapest own route that can be done in full, else the one of which most can be done."""
    own = [route for route in routes if route.own]
    whole = [route for route in own if all(step.remedy in remedies for step in route.steps)]
    partly = [route for route in own if any(step.remedy in remedies for step in route.steps)]
    return next(iter([*whole, *partly]), None)


def _is_blind(step: Step, judged: Judged) -> bool:
    """Whether this cannot be done here in full: a picture of them that cannot be hidden, a name that is in no words."""
    if step.remedy == "onherkenbaar_maken":
        subject = _subject(step, judged)
        films = set(_films(step, judged))
        return subject is None or bool(set(subject.beyond) - films) or not (films or list(_faces(step, judged)))
    return step.remedy == "naam_weglaten" and _person_id(step, judged) not in named_people(judged.looked)


def _faces(step: Step, judged: Judged) -> Iterator[Place]:
    """The faces to hide for this step. Where it is not known which face is theirs, every face that may be."""
    subject = _subject(step, judged) if step.remedy == "onherkenbaar_maken" else None
    if subject is None or judged.people is None:
        return
    yield from subject.faces
    for seen in judged.looked.photos:
        if seen.name in subject.perhaps:
            yield from ((seen.name, place) for place in unassigned(seen, judged.people))


def _films(step: Step, judged: Judged) -> tuple[str, ...]:
    """The films they are in. Which face there is theirs nobody says, so every face in it is hidden."""
    subject = _subject(step, judged) if step.remedy == "onherkenbaar_maken" else None
    looks = judged.looked.film_looks
    return tuple(name for name in subject.beyond if name in looks and looks[name].tracks) if subject else ()


def _text(steps: tuple[Step, ...], judged: Judged, draft: Draft, sentences: Sentences) -> str | None:
    """The mended words of the post, or None when they stay as they are."""
    text = draft.text
    remedies = {step.remedy for step in steps}
    if remedies & {"gegevens_weglaten", "naam_weglaten"}:
        text = changed(text, _changes(steps, judged, draft))
    if "disclaimer_toevoegen" in remedies:
        text = with_sentence(text, sentences.disclaimer)
    if "functie_vermelden" in remedies:
        text = with_sentence(text, sentences.position)
    return None if text == draft.text else text


def _changes(steps: tuple[Step, ...], judged: Judged, draft: Draft) -> list[Change]:
    post = next(seen for seen in judged.looked.texts if seen.where == "tekst")
    nameless = {_person_id(step, judged) for step in steps if step.remedy == "naam_weglaten"}
    data = any(step.remedy == "gegevens_weglaten" for step in steps)
    changes: list[Change] = []
    for finding in post.findings:
        if finding.type == "name" and nameless & set(finding.person or ()):
            changes.append(_change(finding, post.text, draft, keep_first=False))
        elif data and is_personal(finding, post, draft):
            changes.append(_change(finding, post.text, draft, keep_first=True))
    return _apart(changes)


def _change(finding: Finding, text: str, draft: Draft, *, keep_first: bool) -> Change:
    """A surname away, so that the first name stays; a whole name becomes what someone is; anything else is left out."""
    people = [draft.roster.by_id[i] for i in finding.person or () if i in draft.roster.by_id] if draft.roster else []
    if finding.type == "name" and keep_first and people:
        return first_name_only(text, finding, people[0])
    if finding.type == "name" and people:
        role = people[0].role
        noun = f"een {ROLES.dutch(role) if role in ROLES else role}"
        return in_place_of(finding, noun.capitalize() if _begins_sentence(text, finding.start) else noun)
    return left_out(text, finding)


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return not before or before[-1] in ".!?\n"


def _apart(changes: list[Change]) -> list[Change]:
    """Changes that no longer touch each other: where two meet, the second begins after the first."""
    apart: list[Change] = []
    for change in sorted(set(changes), key=lambda c: (c.start, c.end)):
        if apart and change.start < apart[-1].end:
            if change.end <= apart[-1].end:
                continue
            change = replace(change, start=apart[-1].end)
        apart.append(change)
    return apart


def _person_id(step: Step, judged: Judged) -> str | None:
    subject = _subject(step, judged)
    return subject.person.id if subject and subject.person else None


def _subject(step: Step, judged: Judged) -> Subject | None:
    return None if step.index is None or judged.people is None else judged.people[step.index]
