"""The story of one check: look, reconcile, judge; then mend what was asked, look again, and judge what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from magdit.check.draft.attempts import NotLooked, attempt
from magdit.check.draft.clean import Clean, clean_copies, clean_text
from magdit.check.draft.draft import Draft
from magdit.check.draft.judged import Judged, Price, judged, prices
from magdit.check.draft.look import Eyes, Looked, look
from magdit.check.draft.plan import EVERYTHING, KINDS, Plan, Sentences, planned
from magdit.check.draft.reconcile import Subject, named_people, subjects
from magdit.check.images.faces import Face
from magdit.check.images.metadata import traces_left
from magdit.norms.judge import Book

CLEAR = 0.5  # a face that only the clean copy shows; fainter ones come and go with the compression


@dataclass(frozen=True)
class Checked:
    """A draft that was checked: as handed in, and after mending if that was asked."""

    draft: Draft
    first: Judged
    plan: Plan
    mended: Judged | None
    copies: tuple[Clean, ...]
    text_file: Path | None
    elsewhere: tuple[Price, ...]

    @property
    def final(self) -> Judged:
        """The judgement that counts: of the clean copy when there is one."""
        return self.mended or self.first


def check(
    draft: Draft,
    book: Book,
    *,
    sentences: Sentences,
    wanted: Iterable[str] = (),
    folder: Path | None = None,
    layer: str = "alles",
    eyes: Eyes | None = None,
) -> Checked:
    """Check a draft under a book of protocols. Writes only when a folder is given; originals are never touched."""
    eyes = eyes or Eyes()
    looked = look(draft, eyes)
    people = subjects(draft, looked)
    first = judged(draft, looked, people, book, layer=layer)
    elsewhere = prices(first, book, layer=layer)
    if folder is None:
        return Checked(draft, first, Plan(), None, (), None, elsewhere)
    plan = planned(first, draft, wanted, sentences)
    copies = clean_copies(looked, plan, folder, eyes)
    text = draft.text if plan.text is None else plan.text
    text_file = clean_text(text, folder) if text.strip() else None
    after = _after(draft, plan, copies, text)
    seen_again = _look_again(look(after, eyes), looked, copies)
    mended = judged(after, seen_again, _people_after(people, seen_again, plan, draft), book, layer=layer)
    return Checked(draft, first, plan, mended, copies, text_file, elsewhere)


def is_known_wish(kind: str) -> bool:
    """Whether `--herstel` knows this kind of mending."""
    return kind == EVERYTHING or kind in KINDS


def _after(draft: Draft, plan: Plan, copies: tuple[Clean, ...], text: str) -> Draft:
    """The draft as it would go out: the clean copies and the mended words."""
    photos = tuple(copy.path for copy in copies if copy.path.suffix == ".jpg")
    films = tuple(copy.path for copy in copies if copy.path.suffix != ".jpg")
    return replace(draft, photos=photos, films=films, text=text)


def _look_again(clean: Looked, before: Looked, copies: tuple[Clean, ...]) -> Looked:
    """What is seen in the clean copies, under the names of the originals; what should be gone and is not, is a miss."""
    names = {copy.path.name: copy for copy in copies}
    faces = {seen.name: seen.faces or () for seen in before.photos}
    missed = [*clean.not_looked]
    for seen in clean.photos:
        copy = names[seen.name]
        hidden = [faces[copy.original][place] for place in copy.hidden]
        missed += [
            NotLooked("gezichten", copy.original, "face_still_seen") for f in seen.faces or () if _inside(f, hidden)
        ]
    for copy in copies:
        missed += _traces(copy)
    return replace(clean, not_looked=tuple(missed))


def _surprises(now: Iterable[Face], known: Iterable[Face], hidden: list[Face]) -> Iterator[str]:
    """Faces that are still there though hidden, and clear faces that nobody had seen before."""
    for face in now:
        if _inside(face, hidden):
            yield "face_still_seen"
        elif face.score > CLEAR and not _inside(face, known):
            yield "new_face"


def _traces(copy: Clean) -> list[NotLooked]:
    """A clean copy that still tells something is not clean."""
    if copy.path.suffix != ".jpg":
        return []
    left = attempt(lambda: traces_left(copy.path), what="metadata", where=copy.original)
    if isinstance(left, NotLooked):
        return [left]
    return [NotLooked("metadata", copy.original, "traces_left")] if left else []


def _people_after(
    people: tuple[Subject, ...] | None, clean: Looked, plan: Plan, draft: Draft
) -> tuple[Subject, ...] | None:
    """The same people after mending. Hiding a face is no proof: whether they are still recognisable a person says."""
    if people is None:
        return None
    named = named_people(clean)
    hidden = {step.index for step in plan.done if step.remedy == "onherkenbaar_maken"}
    told = [_told_again(subject, named) for subject in people]
    if plan.without_pictures:
        return tuple(replace(subject, recognisable=False, shown=False, sources={}) for subject in told)
    gone = False if draft.says.unrecognisable else None
    source = {"herkenbaar": "auteur"} if draft.says.unrecognisable else {}
    return tuple(
        replace(subject, recognisable=gone, sources=source) if at in hidden else subject
        for at, subject in enumerate(told)
    )


def _told_again(subject: Subject, named: Mapping[str, bool | None]) -> Subject:
    """Whether someone is named, as the mended words say."""
    return subject if subject.person is None else replace(subject, named=named.get(subject.person.id, False))


def _inside(face: Face, hidden: Iterable[Face]) -> bool:
    middle_x, middle_y = face.x + face.w / 2, face.y + face.h / 2
    return any(h.x <= middle_x <= h.x + h.w and h.y <= middle_y <= h.y + h.h for h in hidden)
