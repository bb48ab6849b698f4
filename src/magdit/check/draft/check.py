"""The story of one check: look, reconcile, judge; then mend what was asked, look again, and judge what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from magdit.check.draft.again import with_surprises
from magdit.check.draft.clean import Clean, clean_copies, clean_text
from magdit.check.draft.draft import Draft
from magdit.check.draft.early import before_the_pictures
from magdit.check.draft.judged import Judged, Price, judged, prices
from magdit.check.draft.look import Eyes, Looked, look, words_seen
from magdit.check.draft.plan import Plan, Sentences, planned
from magdit.check.draft.reconcile import Subject, named_people, subjects
from magdit.norms.judge import Book
from magdit.words.roles import AUTHOR


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
    first_word: Callable[[Judged], None] | None = None,
) -> Checked:
    """Check a draft under a book of protocols. Writes only when a folder is given; originals are never touched.

    `first_word` hears what the words and the answers say while the pictures are still to be looked at.
    """
    eyes = eyes or Eyes()
    words = words_seen(draft, eyes)
    if first_word is not None and (draft.photos or draft.films):
        first_word(before_the_pictures(draft, words, book, layer=layer))
    looked = look(draft, eyes, words=words)
    people = subjects(draft, looked)
    first = judged(draft, looked, people, book, layer=layer)
    elsewhere = prices(first, book, layer=layer)
    if folder is None:
        return Checked(draft, first, Plan(), None, (), None, elsewhere)
    plan = planned(first, draft, wanted, sentences)
    copies = clean_copies(looked, plan, folder, eyes, medium=draft.medium)
    text = draft.text if plan.text is None else plan.text
    text_file = clean_text(text, folder) if text.strip() else None
    after = _after(draft, plan, copies, text)
    hidden = {copy.path.name for copy in copies if copy.original in plan.hidden_films}
    again = with_surprises(look(after, eyes, hidden), looked, copies, eyes, films_hidden=hidden)
    mended = judged(after, again, _people_after(people, (looked, again), plan, draft), book, layer=layer)
    return Checked(draft, first, plan, mended, copies, text_file, elsewhere)


def _after(draft: Draft, plan: Plan, copies: tuple[Clean, ...], text: str) -> Draft:
    """The draft as it would go out: the clean copies and the mended words."""
    photos = tuple(copy.path for copy in copies if copy.path.suffix == ".jpg")
    films = tuple(copy.path for copy in copies if copy.path.suffix != ".jpg")
    now = {copy.original: copy.path.name for copy in copies}
    alt_texts = {now[name]: written for name, written in draft.alt_texts.items() if name in now}
    return replace(draft, photos=photos, films=films, text=text, alt_texts=alt_texts)


def _people_after(
    people: tuple[Subject, ...] | None, looks: tuple[Looked, Looked], plan: Plan, draft: Draft
) -> tuple[Subject, ...] | None:
    """The same people after mending. Hiding a face is no proof: whether they are still recognisable a person says."""
    if people is None:
        return None
    before, now = named_people(looks[0]), named_people(looks[1])
    hidden = {step.index for step in plan.done if step.remedy == "onherkenbaar_maken"}
    told = [_told_again(subject, before, now) for subject in people]
    if plan.without_sound or plan.without_pictures:
        told = [replace(subject, audible=False) for subject in told]
    if plan.without_pictures:
        return tuple(replace(subject, recognisable=False, shown=False, sources={}) for subject in told)
    gone = False if draft.says.unrecognisable else None
    source = {"herkenbaar": AUTHOR} if draft.says.unrecognisable else {}
    return tuple(
        replace(subject, recognisable=gone, sources=source) if at in hidden else subject
        for at, subject in enumerate(told)
    )


def _told_again(subject: Subject, before: Mapping[str, bool | None], now: Mapping[str, bool | None]) -> Subject:
    """Whether someone is named, as the mended words say; a name that stands elsewhere (on a shirt) is still there."""
    if subject.person is None or (subject.named and subject.person.id not in before):
        return subject
    return replace(subject, named=now.get(subject.person.id, False))
