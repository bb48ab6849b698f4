"""What the forms of the page do, by the word that their button sends: `do=face:<picture>:<face>:<fate>` and so on.

Each answers where on the page to go on. What is not in the draft is not there: 404.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, QueryDict

from magdit.areas.drafts import actions
from magdit.areas.drafts.models import FATES, HIDDEN, OPEN, Draft, Picture
from magdit.areas.drafts.words import Words, words_of
from magdit.journeys.hand_in.answering import answer
from magdit.journeys.hand_in.cleaning import NO_SOUND
from magdit.journeys.hand_in.drawing import draw_face, draw_in_film
from magdit.journeys.hand_in.judging import HIDDEN_WELL, NOBODY, judge_draft
from magdit.journeys.hand_in.mending import mend, mend_all, mend_like
from magdit.journeys.hand_in.naming import say_names
from magdit.journeys.hand_in.saying import merge_faces, remove_face, say_of_children, say_of_faces
from magdit.journeys.hand_in.shown import IS_IN_IT, OUTERWEAR
from magdit.web.drafts import asking, placing
from magdit.web.drafts.marks import FIELD, version_for
from magdit.web.drafts.marks import TEXT as TEXT_PART
from magdit.web.drafts.marks import WHERE as WHERE_PART
from magdit.web.visit import Visit

NO_FACE, NOT_IN_IT, WHO = "geen", "nee", "wie-"
TICKS = (NOBODY, HIDDEN_WELL, OUTERWEAR)
PHOTOS, TEXT, WHERE, VERDICT, CHILDREN = "fotos", "tekst", "waar", "oordeel", "kinderen"


@dataclass(frozen=True, slots=True)
class Job:
    """A form that was sent: by whom, about which draft as it was shown, with which words after the verb."""

    visit: Visit
    row: Draft
    version: int
    rest: tuple[str, ...]

    @property
    def post(self) -> QueryDict:
        """What was filled in."""
        return self.visit.request.POST

    def word(self, at: int = 0) -> str:
        """The word behind the verb; 404 when it is not there."""
        if at >= len(self.rest):
            raise Http404
        return self.rest[at]

    def picture(self) -> Picture:
        """The picture that is meant."""
        return picture_of(self.row, self.word())


def picture_of(row: Draft, key: str) -> Picture:
    """A picture of this draft; 404 otherwise."""
    found = row.pictures.filter(pk=key, gone_at=None).select_related("draft__school").first() if _is_id(key) else None
    if found is None:
        raise Http404
    return found


def carry_out(visit: Visit, row: Draft) -> str:
    """Do what the button said; answers the place on the page to go on. Raises Refused when it may not."""
    verb, *rest = visit.request.POST.get("do", "").split(":")
    version = visit.number("version")
    if verb not in VERBS or version < 0:
        raise Http404
    return VERBS[verb](Job(visit, row, version, tuple(rest)))


def _words(job: Job) -> str:
    before = words_of(job.row)
    pictures = {str(key) for key in job.row.pictures.values_list("pk", flat=True)}
    alt = {key: job.post.get(f"alt-{key}", before.alt.get(key, "")).strip() for key in pictures}
    text = job.post.get("text", before.text).replace("\r\n", "\n")
    typed = Words(text, {key: said for key, said in alt.items() if said})
    if typed == before:
        return TEXT  # kept already: when a window closed, or in another one
    version = version_for(TEXT_PART, job.post.get(FIELD, ""), job.row, version=job.version)
    actions.change(job.visit.doing, job.row.pk, version=version, words=typed)
    return TEXT


def _where(job: Job) -> str:
    judging = judge_draft(job.row, job.visit.at)
    fields = placing.chosen(job.visit, judging, job.post)
    version = version_for(WHERE_PART, job.post.get(FIELD, ""), job.row, version=job.version)
    actions.change(job.visit.doing, job.row.pk, version=version, **fields)
    return WHERE


def _medium(job: Job) -> str:
    judging = judge_draft(job.row, job.visit.at)
    if job.word() not in judging.book.catalogue.vocabularies["medium"]:
        raise Http404
    actions.change(job.visit.doing, job.row.pk, version=job.version, medium=job.word(), account=None)
    return VERDICT


def _picture_away(job: Job) -> str:
    actions.remove_picture(job.visit.doing, job.row.pk, job.picture().pk, version=job.version)
    return PHOTOS


def _face(job: Job) -> str:
    picture, face, fate = job.picture(), job.word(1), job.word(2)
    if fate == NO_FACE:
        remove_face(job.visit.doing, picture, face, version=job.version)
    elif fate in FATES:
        say_of_faces(job.visit.doing, picture, [face], fate=fate, version=job.version)
    else:
        raise Http404
    return f"beeld-{picture.pk}"


def _named(job: Job) -> str:
    """The names that were typed beside the faces of one picture."""
    picture = job.picture()
    typed = {face["id"]: job.post.get(f"{WHO}{face['id']}", "") for face in picture.faces}
    say_names(job.visit.doing, picture, typed, version=job.version)
    return f"beeld-{picture.pk}"


def _hide_open(job: Job) -> str:
    """Every face of which nobody said who it is: in one picture, or in all."""
    key = job.rest[0] if job.rest else ""
    pictures = [job.picture()] if key else list(job.row.pictures.filter(gone_at=None).select_related("draft__school"))
    version = job.version
    for picture in pictures:
        faces = [face["id"] for face in picture.faces if face["fate"] == OPEN]
        if faces:
            version = say_of_faces(job.visit.doing, picture, faces, fate=HIDDEN, version=version).version
    return VERDICT


def _draw(job: Job) -> str:
    """On a photo, or on a sheet of a film."""
    picture = job.picture()
    x, y, w, h = (_number(job.post.get(side, "")) for side in "xywh")
    if len(job.rest) > 1:
        sheet = _number(job.word(1))
        draw_in_film(job.visit.doing, picture, sheet=sheet, x=x, y=y, w=w, h=h, version=job.version)
    else:
        draw_face(job.visit.doing, picture, x=x, y=y, w=w, h=h, version=job.version)
    return f"beeld-{picture.pk}"


def _merge(job: Job) -> str:
    picture = job.picture()
    merge_faces(job.visit.doing, picture, job.post.getlist("merge"), version=job.version)
    return f"beeld-{picture.pk}"


def _children(job: Job) -> str:
    asked, there = job.post.getlist("asked"), set(job.post.getlist("child"))
    said = {one: IS_IN_IT if one in there else NOT_IN_IT for one in asked if _is_id(one)}
    say_of_children(job.visit.doing, job.row, said, version=job.version, nobody_else=True)
    return CHILDREN


def _tick(job: Job) -> str:
    """One of the three of the check itself, or outerwear; also taken back."""
    fact, said = job.word(), job.word(1)
    if said not in {asking.YES, asking.NO, "weg"} or (fact not in TICKS and said != "weg"):
        raise Http404
    value = {asking.YES: True, asking.NO: False}.get(said)
    if value is False and fact in (NOBODY, HIDDEN_WELL):
        value = None  # a no leaves it open: then the picture is asked about
    actions.confirm(job.visit.doing, job.row.pk, version=job.version, fact=fact, value=value)
    return VERDICT


def _answer(job: Job) -> str:
    judging = judge_draft(job.row, job.visit.at)
    fact = judging.book.catalogue.fact(job.word())
    if fact is None or fact.per_person:
        raise Http404
    value = asking.answer_in(job.post, fact)
    answer(job.visit.doing, job.row, {fact.name: value}, version=job.version)
    return VERDICT


def _looks(job: Job) -> str:
    """What a person saw that magdit cannot: several at once."""
    judging = judge_draft(job.row, job.visit.at)
    told = {one.fact: job.post.get(f"kijk-{one.fact}", "") for one in asking.to_look_at(judging)}
    said = {fact: value == asking.YES for fact, value in told.items() if value in (asking.YES, asking.NO)}
    answer(job.visit.doing, job.row, said, version=job.version)
    return VERDICT


def _mend(job: Job) -> str:
    mend(job.visit.doing, job.row.pk, [job.word()], version=job.version)
    return VERDICT


def _mend_like(job: Job) -> str:
    mend_like(job.visit.doing, job.row.pk, job.word(), version=job.version)
    return VERDICT


def _mend_all(job: Job) -> str:
    mend_all(job.visit.doing, job.row.pk, version=job.version)
    return VERDICT


def _sound(job: Job) -> str:
    mends = [one for one in job.row.mends if one != NO_SOUND]
    mends += [NO_SOUND] if job.word() == "uit" else []
    actions.change(job.visit.doing, job.row.pk, version=job.version, mends=mends)
    return PHOTOS


VERBS: Mapping[str, Callable[[Job], str]] = {
    "words": _words, "where": _where, "medium": _medium, "picture-away": _picture_away, "face": _face,
    "named": _named, "hide-open": _hide_open, "draw": _draw, "merge": _merge, "children": _children, "tick": _tick,
    "answer": _answer, "looks": _looks, "mend": _mend, "mend-like": _mend_like,
    "mend-all": _mend_all, "sound": _sound,
}  # fmt: skip


def _number(given: str) -> int:
    return int(given) if given.strip().removeprefix("-").isdecimal() and len(given) < 8 else 0


def _is_id(given: str) -> bool:
    try:
        return bool(UUID(given))
    except ValueError:
        return False
