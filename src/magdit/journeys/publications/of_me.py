"""Where someone is shown, as they or their parents see it: only what was for them to see when it was published.

Other people are not named here: words are shown when they name nobody else. What was taken down is still told, with
its day; who said no is not. What never stood anywhere is not told at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Prefetch, Q, Subquery, UUIDField

from magdit.areas.drafts.audience import InClass, Reader, belongs
from magdit.areas.drafts.models import Publication, PublishedPicture
from magdit.areas.drafts.publication_words import kept_of_all
from magdit.areas.drafts.rules_out import GONE, LEAVING, ON_PAPER, PLACED
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Membership, Person
from magdit.areas.people.rights import roles_of, roles_on
from magdit.areas.registers.models import Appearance, TakedownTask
from magdit.areas.registers.removal import ask_removal
from magdit.journeys.publications.naming import names_another
from magdit.words.roles import ROLES

EVER_SEEN = (PLACED, LEAVING, GONE, ON_PAPER)
STAFF = ROLES.below("medewerker")


@dataclass(frozen=True, slots=True)
class Waiting:
    """Someone has to take it down: since when, by when, and who asked, where somebody did."""

    since: datetime
    due: datetime
    asked_by: UUID | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A publication in which someone is shown. `text`: None where it names others. `task`: the open one, if any."""

    row: Publication
    appearance: Appearance
    pictures: tuple[tuple[PublishedPicture, str], ...]
    text: str | None
    task: Waiting | None

    @property
    def on_paper(self) -> bool:
        """Whether it is out of everybody's hands."""
        return self.row.state == ON_PAPER

    @property
    def is_gone(self) -> bool:
        """Whether it was taken down."""
        return not self.on_paper and (self.row.state == GONE or self.appearance.down_at is not None)

    @property
    def may_ask(self) -> bool:
        """Whether asking to take it down would do anything."""
        return not self.on_paper and not self.is_gone and self.task is None


def shown_of(doing: Doing, viewer: Person, child: Person) -> list[UUID]:
    """The publications in which they are shown that were for this viewer, the newest first. Who asks is let in."""
    reader = _reader(doing, viewer, child)
    where = Appearance.objects.filter(person=child).values("publication")
    rows = Publication.objects.filter(pk__in=where, board=child.board_id, state__in=EVER_SEEN)
    rows = rows.exclude(published_at=None).order_by("-published_at", "pk")
    told = rows.values_list("pk", "audience", "school", "groups", "published_at")
    return [
        pk
        for pk, audience, school, groups, at in told
        if at is not None
        and belongs(reader, audience=audience, school=school, groups=groups, on=at.astimezone(SCHOOL_CLOCK).date())
    ]


def told_of(child: Person, publications: Sequence[UUID]) -> tuple[Shown, ...]:
    """These publications as they are shown about this person."""
    pictures = Prefetch("pictures", PublishedPicture.objects.filter(gone_at=None))
    rows = Publication.objects.select_related("account", "school").prefetch_related(pictures).in_bulk(publications)
    shown = _appearances(publications)
    mine = {one.publication: one for one in shown if one.person_id == child.pk}
    named = {one.publication for one in shown if one.person_id != child.pk and "naam" in one.covers}
    kept = kept_of_all(rows.values())
    others = _others(child, rows.values(), kept.values())
    return tuple(
        _told(rows[pk], mine[pk], _Words(child, others, kept.get(pk, {}), hidden=pk in named))
        for pk in publications
        if pk in rows and pk in mine
    )


def ask_away(doing: Doing, shown: Shown, *, word: str) -> TakedownTask:
    """Ask that it is taken down. What is on paper cannot be asked back."""
    if shown.on_paper:
        raise Refused("paper_stays")
    return ask_removal(doing, shown.appearance.pk, word=word)


@dataclass(frozen=True, slots=True)
class _Words:
    """What was written in a post, as far as it names nobody but this child. `hidden`: it is known to name others."""

    child: Person
    others: Sequence[Person]
    kept: Mapping[str, Any]
    hidden: bool

    def text(self) -> str | None:
        """The post itself."""
        return self._unless_named(str(self.kept["text"])) if self.kept else None

    def alts(self) -> dict[int, str]:
        """What stands beside the pictures, by their order."""
        pictures = self.kept.get("pictures", ())
        return {one["order"]: self._unless_named(str(one["alt"])) or "" for one in pictures}

    def _unless_named(self, said: str) -> str | None:
        return None if self.hidden or names_another(said, self.others, own=self.child) else said


def _told(row: Publication, mine: Appearance, words: _Words) -> Shown:
    alts, task = words.alts(), _waiting(mine)
    pictures = tuple((one, alts.get(one.order, "")) for one in row.pictures.all())
    found = Shown(row, mine, pictures, words.text(), task)
    return replace(found, pictures=(), text=None) if found.is_gone else found


def _appearances(publications: Sequence[UUID]) -> list[Appearance]:
    """Everyone in these, each with what is waiting to be done about it."""
    tasks = TakedownTask.objects.filter(appearance=OuterRef("pk"), done_at=None)
    asked = {f"task_{name}": Subquery(tasks.values(name)[:1]) for name in ("made_at", "due")}
    asked["task_asked_by"] = Subquery(tasks.values("asked_by")[:1], output_field=UUIDField())
    return list(Appearance.objects.filter(publication__in=publications).annotate(**asked))


def _waiting(mine: Any) -> Waiting | None:
    return Waiting(mine.task_made_at, mine.task_due, mine.task_asked_by) if mine.task_due else None


def _others(child: Person, rows: Iterable[Publication], kept: Iterable[Mapping[str, Any]]) -> list[Person]:
    """Everyone of whom a name may be in these posts: who could be in the pictures, and the classes they are about."""
    ids = {one for each in kept for one in each.get("there", ())}
    groups = {group for row in rows for group in row.groups}
    classmates = Membership.objects.filter(group__in=groups).values("person")
    found = Person.objects.filter(Q(pk__in=ids) | Q(pk__in=classmates)).exclude(pk=child.pk)
    return list(found.only("called", "first", "infix", "last"))


def _reader(doing: Doing, viewer: Person, child: Person) -> Reader:
    pupil = roles_on(child.pk, doing.today).filter(role="leerling")
    told = list(pupil.values_list("school", *(f"person__memberships__{name}" for name in ("group", "begins", "ends"))))
    works = {role.school_id for role in roles_of(viewer, doing.today) if role.role in STAFF}
    return Reader(
        is_parent=viewer.pk != child.pk,
        schools=frozenset(school for school, *_ in told if school),
        classes=tuple(InClass(str(group), begins, ends) for _, group, begins, ends in told),
        works_at=frozenset(one for one in works if one),
    )
