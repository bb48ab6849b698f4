"""Which parts of a protocol its cases and stories would miss: each is taken out once, and all of them are run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from magdit.norms.broken import BrokenPack
from magdit.norms.compile_pack import compile_pack
from magdit.norms.judge import Book
from magdit.protocols.cases import Case, read_cases, run_case
from magdit.protocols.library import Library
from magdit.protocols.shorter import Shorter, shorter_packs
from magdit.protocols.stories import Story, read_stories, run_story

FELL_APART = "het protocol past niet meer in elkaar"


@dataclass(frozen=True, slots=True)
class Trial:
    """One part taken out, and the first case or story that came out otherwise; None: nobody missed it."""

    shorter: Shorter
    noticed: str | None


@dataclass(frozen=True, slots=True)
class Witnesses:
    """The cases and stories of one protocol, and the book they are run against."""

    book: Book
    cases: tuple[Case, ...]
    stories: tuple[Story, ...]

    @staticmethod
    def of(name: str, library: Library) -> Witnesses:
        """The witnesses of the protocol of this name; raises as `Library.book` does.

        A case or story that does not come true on the whole protocol is no witness: it would miss everything.
        """
        folder, book = library.folder(name), library.book(name)
        cases = tuple(case for case in read_cases(folder) if run_case(case, book).passed)
        return Witnesses(book, cases, tuple(story for story in read_stories(folder) if run_story(story, book).passed))

    def notice(self, shorter: Shorter) -> str | None:
        """The name of the first case or story that does not come true any more under the shorter protocol."""
        try:
            ready = compile_pack(shorter.pack, self.book.catalogue)
        except BrokenPack:
            return FELL_APART
        less = Book((ready, *self.book.packs[1:]), self.book.catalogue)
        for story in self.stories:
            if not run_story(story, less).passed:
                return story.name
        likely_first = sorted(self.cases, key=lambda case: f"'{shorter.clause}'" not in str(case.expected))
        return next((case.name for case in likely_first if not run_case(case, less).passed), None)


def trials(name: str, library: Library, *, among: Iterable[Shorter] | None = None) -> Iterator[Trial]:
    """Take out every part, or only those given, and see who notices."""
    witnesses = Witnesses.of(name, library)
    for shorter in shorter_packs(library.pack(name)) if among is None else among:
        yield Trial(shorter, witnesses.notice(shorter))
