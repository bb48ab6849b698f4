"""What a school asks at all: per topic, of whom and how often, at every age that its packs know. Reads; asks nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from magdit.areas.consent.asking.asked import LAW, Asking, asked
from magdit.areas.consent.asking.probing import Subject
from magdit.areas.consent.books import book_of
from magdit.areas.consent.loading import PUPIL_ITEM, topic_of
from magdit.areas.consent.models import Item, ItemText
from magdit.areas.consent.records import OWN
from magdit.areas.consent.texts.queries import texts_shown
from magdit.areas.consent.texts.words import PLACE
from magdit.areas.people.models import School
from magdit.areas.people.rules import ADULT, born_by
from magdit.norms.judge import Book
from magdit.wording.consent_lines import Side, TopicRow
from magdit.wording.rows import one_of
from magdit.words.roles import ROLES

YOUNGEST, OLDEST = 4, ADULT
NAMED_ONE = frozenset({"leerling", "medewerker"})  # there is but one of these: whom it is about
# Whom a question is about when nobody is named, and where, in the languages that we speak ourselves.
NOBODY_BY_NAME = {
    "nl": {True: "de leerling", False: "de medewerker"},
    "en": {True: "the pupil", False: "the employee"},
}
SOME_SCHOOL = {"nl": "de school", "en": "the school"}


def what_is_asked(school: School, on: date) -> tuple[TopicRow, ...]:
    """Every topic of the board in use, as the packs of this school have it on a day."""
    items = list(Item.objects.filter(board=school.board_id, active=True))
    book = book_of(school)
    return tuple(
        TopicRow(title, item.code, tuple(_sides(book, item, on)))
        for item, title in zip(items, titles(items), strict=True)
    )


def titles(items: Iterable[Item], *, language: str = "nl", name: str = "", school: str = "") -> list[str]:
    """What each topic is called on screen: its question, or its code while nobody wrote that.

    Without a `name` it speaks of "de leerling" or "de medewerker", whomever the topic is about.
    """
    listed = list(items)
    shown = texts_shown(listed, language)
    return [
        _filled(item, shown[item.id].text, name=name, school=school) if item.id in shown else item.code
        for item in listed
    ]


def _filled(item: Item, text: ItemText, *, name: str, school: str) -> str:
    spoken = text.language if text.language in SOME_SCHOOL else "nl"
    nobody = NOBODY_BY_NAME[spoken][item.asked_of == PUPIL_ITEM]
    told = {"naam": name or nobody, "school": school or SOME_SCHOOL[spoken]}
    return PLACE.sub(lambda found: told.get(found.group(1), found.group()), text.title)


def _sides(book: Book, item: Item, on: date) -> Iterator[Side]:
    if item.asked_of != PUPIL_ITEM:
        yield _side("medewerker", asked(book, topic_of(item), Subject(("medewerker",)), day=on))
        return
    steps: list[tuple[int, Asking]] = []
    for age in range(YOUNGEST, OLDEST + 1):
        asking = asked(book, topic_of(item), Subject(("leerling",), born_by(on, age)), day=on)
        if not steps or _told(steps[-1][1]) != _told(asking):
            steps.append((age, asking))
    ends = [age for age, _ in steps[1:]]
    for (age, asking), end in zip(steps, [*ends, None], strict=True):
        yield _side(_who(age, end), asking)


def _side(who: str, asking: Asking) -> Side:
    return Side(
        who=who,
        outcome=asking.outcome,
        signers=tuple(_whom(roles) for roles in _sets(asking, own="medewerker" if who == "medewerker" else "leerling")),
        yearly=asking.is_yearly,
        objection=asking.is_objection,
        clauses=_clauses(asking),
    )


def _sets(asking: Asking, *, own: str) -> list[tuple[str, ...]]:
    """Of whom one is needed, per requirement; each said once. Whoever answers for themself is called by `own`.

    A requirement that another already meets is left out: whoever hears a parent, hears a parent or guardian too.
    """
    told = (tuple(own if role in OWN else role for role in one.signers) for one in asking.demands if one.signers)
    sets = list(dict.fromkeys(tuple(dict.fromkeys(roles)) for roles in told))
    if asking.is_objection:
        return [tuple(dict.fromkeys(role for roles in sets for role in roles))] if sets else []
    kept: list[tuple[str, ...]] = []
    for roles in sorted(sets, key=len):
        if not any(set(known) <= set(roles) for known in kept):
            kept.append(roles)
    return kept


def _whom(signers: tuple[str, ...]) -> str:
    """Whose answer one requirement asks for: one of these."""
    return one_of(f"{_article(role)} {ROLES.dutch(role) if role in ROLES else role}" for role in signers)


def _article(role: str) -> str:
    return "de" if role in NAMED_ONE else "een"


def _clauses(asking: Asking) -> tuple[str, ...]:
    """The protocol's own clauses first; those of the law say that they are."""
    if asking.because:
        return tuple(f"{one.pack} {one.clause}" for one in asking.because)
    found = [(demand.rank == LAW, f"{demand.pack} {demand.rule.clause}") for demand in asking.demands]
    return tuple(dict.fromkeys(clause for _, clause in sorted(found)))


def _told(asking: Asking) -> tuple[object, ...]:
    return asking.outcome, asking.signers, asking.is_yearly, asking.is_objection, _clauses(asking)


def _who(age: int, end: int | None) -> str:
    if age == YOUNGEST:
        return "leerling" if end is None else f"leerling tot {end} jaar"
    return f"leerling vanaf {age} jaar" if end is None else f"leerling van {age} tot {end} jaar"
