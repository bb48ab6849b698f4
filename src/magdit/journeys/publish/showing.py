"""What someone sees before they send a post, and while it is on its way. Copies that it shows are kept for later."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from magdit.areas.drafts.models import Draft, Picture, Publication, PublishedPicture
from magdit.areas.drafts.publication_words import alt_of, kept_of
from magdit.areas.drafts.publications_queries import is_to_go, visible_publications
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, School
from magdit.check.draft.look import Eyes
from magdit.journeys.hand_in.cleaning import clean_all, is_clean
from magdit.journeys.hand_in.judging import Judging, judge_draft
from magdit.journeys.publish.allowed import approver_of, is_by_hand, refuse_unless_it_may, require_sender, to_look_at
from magdit.norms.catalogue import Fact


@dataclass(frozen=True, slots=True)
class Copy:
    """A picture as it goes out. `waits`: a film, whose copy is made afterwards."""

    picture: Picture
    alt: str
    waits: bool


@dataclass(frozen=True, slots=True)
class Ready:
    """A draft as it would go out. `wrong`: what keeps it back; `looks`: what the sender must have looked at."""

    row: Draft
    text: str
    copies: tuple[Copy, ...]
    looks: tuple[tuple[str, str], ...]
    approver: Person | None
    by_hand: bool
    wrong: Refused | None


def ready(doing: Doing, row: Draft, *, eyes: Eyes | None = None) -> Ready:
    """What would go out, where, and who approved it; or what keeps it back."""
    judging, approver, wrong = judge_draft(row, doing.at), None, None
    looks = _looks(judging)
    try:
        require_sender(doing, row)
        refuse_unless_it_may(judging, looked=True)
        approver = approver_of(judging)
        photos = all(one.kind == "foto" for one in judging.pictures)
        if photos and clean_all(doing, row, pictures=judging.pictures, eyes=eyes):
            raise Refused("copy_shows_more", count=1)
    except Refused as refused:
        wrong = refused
    alt = judging.words.alt
    copies = tuple(Copy(one, alt.get(str(one.pk), ""), not is_clean(one, row)) for one in judging.pictures)
    return Ready(row, judging.words.text, copies, looks, approver, is_by_hand(row.account), wrong)


@dataclass(frozen=True, slots=True)
class OnItsWay:
    """A publication as who sends it sees it. `must_go`: it may not stand there any more."""

    row: Publication
    text: str
    pictures: tuple[tuple[PublishedPicture, str], ...]
    by_hand: bool
    must_go: bool

    @property
    def is_moving(self) -> bool:
        """Whether something will change by itself soon."""
        return self.row.next_try is not None


def on_its_way(person: Person, doing: Doing, school: School, publication: UUID) -> OnItsWay | None:
    """This publication, for who may see it; None otherwise."""
    rows: QuerySet[Publication] = visible_publications(person, doing.today).filter(school=school, pk=publication)
    row = rows.select_related("account", "school__board", "author", "approved_by", "draft").first()
    if row is None:
        return None
    pictures = tuple((one, alt_of(one)) for one in row.pictures.filter(gone_at=None).select_related("publication"))
    return OnItsWay(row, _text(row), pictures, is_by_hand(row.account), is_to_go(row))


def _text(row: Publication) -> str:
    try:
        return str(kept_of(row)["text"])
    except Refused:
        return ""


def _looks(judging: Judging) -> tuple[tuple[str, str], ...]:
    """The open questions in words."""
    facts: list[tuple[str, Fact | None]] = [(name, judging.book.catalogue.fact(name)) for name in to_look_at(judging)]
    return tuple((name, fact.question if fact is not None else name) for name, fact in facts)
