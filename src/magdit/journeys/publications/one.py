"""Everything that is known of one publication, for who answers for it: what, where, who, why, and what came after.

Names only of whom the viewer may see; the consents it rests on only for who answers for what the school shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from magdit.areas.consent.asking.overview import titles
from magdit.areas.consent.models import Answer
from magdit.areas.drafts.models import Publication, PublishedPicture, Turn
from magdit.areas.drafts.publication_words import kept_of_all, ref_out
from magdit.areas.drafts.publications_queries import READERS
from magdit.areas.drafts.rules_out import GONE
from magdit.areas.drafts.turns import turns_about
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.history import HistoryLine, opened
from magdit.areas.journal.queries import lines_about
from magdit.areas.people.models import Group, Person
from magdit.areas.people.queries import visible_files
from magdit.areas.people.rights import where_held
from magdit.areas.registers.models import Appearance, TakedownTask
from magdit.areas.registers.removal import ASKED, words_with


@dataclass(frozen=True, slots=True)
class Clause:
    """An article that counted when it went out, and what it said then in our words."""

    pack: str
    number: str
    says: str


@dataclass(frozen=True, slots=True)
class Yes:
    """A yes that it rests on."""

    answer: Answer
    title: str


@dataclass(frozen=True, slots=True)
class Task:
    """Someone must be taken down, and what was written with the request for it."""

    row: TakedownTask
    word: str


@dataclass(frozen=True, slots=True)
class Story:
    """`others`: how many more are shown than the viewer may know of. `answers`: for who may see them, else None."""

    row: Publication
    text: str | None
    pictures: tuple[tuple[PublishedPicture, str], ...]
    people: tuple[Person, ...]
    others: int
    groups: tuple[str, ...]
    answers: tuple[Yes, ...] | None
    clauses: tuple[Clause, ...]
    tasks: tuple[Task, ...]
    lines: tuple[HistoryLine, ...]
    names: Mapping[str, Person]
    may_restore: bool
    turn: Turn | None = None  # whose it is to take it down

    @property
    def must_go(self) -> bool:
        """Whether it may not stand there any more."""
        own = self.row.must_go_by is not None and self.row.down_at is None
        return own or any(one.row.done_at is None for one in self.tasks)

    @property
    def consents(self) -> int:
        """How many yeses it rests on."""
        return len(self.row.rests_on.get("consents", ()))


def story_of(doing: Doing, viewer: Person, row: Publication, *, language: str) -> Story:
    """All of one publication; who asks has been let in already."""
    shown, tasks = _shown(doing, viewer, row), _tasks(row)
    kept, words = _opened(row, tasks)
    entries = lines_about(row.board_id, ref_out(row.pk)).select_related("key").order_by("number")
    lines = tuple(opened(entry) for entry in entries)
    people = sorted((one.person for one in shown if one.is_seen), key=lambda one: (one.last, one.called))
    return Story(
        row=row, text=str(kept["text"]) if kept else None, pictures=_pictures(row, kept),
        people=tuple(people), others=len(shown) - len(people), groups=_groups(row),
        answers=_answers(row, language) if answers_for(viewer, row, doing) else None,
        clauses=tuple(_clauses(kept)), tasks=tuple(Task(one, words.get(one.pk, "")) for one in tasks), lines=lines,
        names=_names(doing, viewer, row, lines), may_restore=_may_restore(doing, row, tasks),
        turn=turns_about([row.pk]).get(row.pk),
    )  # fmt: skip


def answers_for(viewer: Person, row: Publication, doing: Doing) -> bool:
    """Whether this person answers for what the school shows, and did not only write this one."""
    return not where_held(viewer, READERS, doing.today).isdisjoint({None, row.school_id})


def _opened(row: Publication, tasks: Iterable[TakedownTask]) -> tuple[dict[str, Any], dict[UUID, str]]:
    """What was sealed with it, and what was written with open requests; nothing of which the key is gone."""
    waiting = [one for one in tasks if one.done_at is None]
    return kept_of_all([row]).get(row.pk, {}), words_with(waiting)


def _shown(doing: Doing, viewer: Person, row: Publication) -> list[Any]:
    """Who is shown, each with `is_seen`: whether this viewer may know them."""
    seen = Exists(visible_files(viewer, doing.today).filter(pk=OuterRef("person")))
    return list(Appearance.objects.filter(publication=row.pk).select_related("person").annotate(is_seen=seen))


def _pictures(row: Publication, kept: Mapping[str, Any]) -> tuple[tuple[PublishedPicture, str], ...]:
    """Each with what was written for who cannot see it: as it was kept with the post, so without opening it again."""
    alts = {one["order"]: str(one["alt"]) for one in kept.get("pictures", ())}
    return tuple((one, alts.get(one.order, "")) for one in row.pictures.all())


def _names(doing: Doing, viewer: Person, row: Publication, lines: Iterable[HistoryLine]) -> dict[str, Person]:
    """Who did what with it, as far as the viewer may see them."""
    known = {str(one.pk): one for one in (row.author, row.approved_by, viewer) if one is not None}
    others = {line.actor.id for line in lines if line.actor.kind == "persoon"} - set(known)
    rows = visible_files(viewer, doing.today).filter(pk__in=others) if others else ()
    return known | {str(one.pk): one for one in rows}


def _groups(row: Publication) -> tuple[str, ...]:
    if not row.groups:
        return ()
    if row.draft is not None and row.draft.group is not None:
        return (row.draft.group.name,)
    return tuple(Group.objects.filter(pk__in=row.groups).order_by("name").values_list("name", flat=True))


def _answers(row: Publication, language: str) -> tuple[Yes, ...]:
    rows = Answer.objects.filter(pk__in=row.rests_on.get("consents", ())).select_related("item", "person", "giver")
    listed = sorted(rows, key=lambda one: (one.person.last, one.person.called, one.at))
    told = titles([one.item for one in listed], language=language)
    return tuple(Yes(answer, title) for answer, title in zip(listed, told, strict=True))


def _clauses(kept: Mapping[str, Any]) -> Iterable[Clause]:
    answer = kept.get("receipt", {}).get("answer", {})
    found: dict[tuple[str, str], Clause] = {}
    for reason in answer.get("redenen", ()):
        pack, number = str(reason["pakket"]), str(reason["artikel"])
        found.setdefault((pack, number), Clause(pack, number, str(reason.get("zegt") or "")))
    return found.values()


def _tasks(row: Publication) -> list[TakedownTask]:
    rows = TakedownTask.objects.filter(appearance__publication=row.pk)
    return list(rows.select_related("appearance__person", "asked_by").order_by("made_at", "pk"))


def _may_restore(doing: Doing, row: Publication, tasks: Iterable[TakedownTask]) -> bool:
    in_time = row.state == GONE and row.back_until is not None and row.back_until >= doing.at
    return in_time and not any(one.because == ASKED for one in tasks)
