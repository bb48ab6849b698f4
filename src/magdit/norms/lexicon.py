"""The words of one pack: its own wide words above the shared lists. Turns a list of words in a norm into a test."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from magdit.norms.broken import BrokenPack
from magdit.norms.match import Wanted, wanted
from magdit.norms.model import Definition
from magdit.norms.truth import NO, UNKNOWN, YES, Truth
from magdit.words.vocabulary import UnknownWord, Vocabulary


@dataclass(frozen=True, slots=True)
class Wide:
    """A pack's own wide word, spelled out: what falls under it, what never does, and what it leaves open.

    `named` is what it names outright, and that goes first. `inner` are the pack's other wide words that it covers,
    each with what that one leaves out or asks. `itself`: its code, when the shared list knows this word too.
    """

    word: str
    clause: str
    named: frozenset[str]
    surely: frozenset[str]
    never: frozenset[str]
    open: frozenset[str]
    definition: Definition
    home: Vocabulary = field(repr=False, compare=False)
    itself: str | None = None
    inner: tuple[Wide, ...] = ()

    def covers(self, given: str, condition: Callable[[Wide], Truth]) -> Truth:
        """Whether a word falls under it, as every narrower word agrees; else it is unknown. `condition`: as in WordSet.

        An act that names the wide word itself means what the pack means by it: that says nothing of what it leaves out.
        """
        found = {self._exactly(word, condition) for word in self.home.below(given)}
        value = YES if given == self.itself else found.pop() if len(found) == 1 else UNKNOWN
        return min(value, condition(self))

    def _exactly(self, word: str, condition: Callable[[Wide], Truth]) -> Truth:
        """The same for this word and nothing narrower, its own condition apart; an open one is for a person."""
        if word in self.named:
            return YES
        if word in self.never:
            return NO
        if word in self.open:
            return UNKNOWN
        if word in self.surely:
            return YES
        return max((min(wide._exactly(word, condition), condition(wide)) for wide in self.inner), default=NO)

    def family(self) -> Iterator[Wide]:
        """This word and every wide word within it."""
        yield self
        for wide in self.inner:
            yield from wide.family()


@dataclass(frozen=True, slots=True)
class WordSet:
    """The words a norm lists: plain ones together, and wide ones that may carry a condition of their own."""

    plain: Wanted
    wide: tuple[Wide, ...]

    def covers_any(self, given: Iterable[str], condition: Callable[[Wide], Truth]) -> Truth:
        """Whether one of the given words falls under the set; `condition` tells if a wide word holds now."""
        best = NO
        for word in given:
            value = self.plain.covers(word)
            for wide in self.wide:
                value = max(value, wide.covers(word, condition))
            if value is YES:
                return YES
            best = max(best, value)
        return best

    def is_open_for(self, given: Iterable[str]) -> tuple[Wide, ...]:
        """The wide words that leave one of these words to a person's judgement."""
        words = tuple(given)
        return tuple(wide for wide in self.family() if any(word in wide.open - wide.named for word in words))

    def reached_by(self, given: Iterable[str]) -> tuple[Wide, ...]:
        """The wide words that one of these words falls under, or may: their own conditions matter."""
        words = tuple(given)
        return tuple(
            wide for wide in self.family() if any(wide.covers(word, lambda held: YES) is not NO for word in words)
        )

    def family(self) -> tuple[Wide, ...]:
        """The wide words it lists and those within them."""
        return tuple(one for wide in self.wide for one in wide.family())


class Lexicon:
    """Finds words: first the pack's own wide words, then the shared list."""

    def __init__(self, definitions: Iterable[Definition], vocabularies: Iterable[Vocabulary]) -> None:
        self._lists = tuple(vocabularies)
        self._wide: dict[tuple[str, str], Wide] = {}
        for definition in _inner_first([definition for definition in definitions if definition.covers]):
            self._add(definition)

    def is_wide(self, word: str) -> bool:
        """Whether the pack defines this as a wide word for any list."""
        return any(word == known for _, known in self._wide)

    def word_set(self, vocabulary: Vocabulary, words: Iterable[str], *, clause: str) -> WordSet:
        """The words as a set to test against; raises BrokenPack with the nearest word for an unknown one."""
        wide, plain = [], []
        for word in words:
            found = self._wide.get((vocabulary.name, word))
            if found is not None:
                wide.append(found)
            else:
                plain.append(self._code(vocabulary, word, clause))
        return WordSet(wanted(vocabulary, plain), tuple(wide))

    def codes(self, vocabulary: Vocabulary, words: Iterable[str], *, clause: str) -> tuple[str, ...]:
        """The words as codes, wide words replaced by what they cover; raises BrokenPack for an unknown one."""
        found: list[str] = []
        for word in words:
            wide = self._wide.get((vocabulary.name, word))
            inside = wide.definition.covers if wide is not None else ()
            found += self.codes(vocabulary, inside, clause=clause) if wide else [self._code(vocabulary, word, clause)]
        return tuple(dict.fromkeys(found))

    def _add(self, definition: Definition) -> None:
        first = definition.covers[0]
        homes = [words for words in self._lists if first in words] or [
            words for words in self._lists if (words.name, first) in self._wide
        ]
        if not homes:
            nearest = tuple(near for words in self._lists for near in words.nearest(first))[:3]
            raise BrokenPack("unknown_word", clause=definition.clause, given=first, nearest=nearest)
        home = next((words for words in homes if all(self._knows(words, word) for word in definition.covers)), homes[0])
        self._wide[(home.name, definition.word)] = self._spelled(home, definition)

    def _knows(self, words: Vocabulary, word: str) -> bool:
        return word in words or (words.name, word) in self._wide

    def _spelled(self, home: Vocabulary, definition: Definition) -> Wide:
        plain = [word for word in definition.covers if (home.name, word) not in self._wide]
        nested = [self._wide[(home.name, word)] for word in definition.covers if (home.name, word) in self._wide]
        codes = [self._code(home, word, definition.clause) for word in plain]
        itself = home.code(definition.word) if definition.word in home else None
        return Wide(
            word=definition.word,
            clause=definition.clause,
            named=frozenset(codes) | ({itself} if itself else set()),
            surely=self._below(home, codes, definition.clause),
            never=self._below(home, definition.never, definition.clause),
            open=self._below(home, definition.open, definition.clause),
            definition=definition,
            home=home,
            itself=itself,
            inner=tuple(nested),
        )

    def _below(self, home: Vocabulary, words: Iterable[str], clause: str) -> frozenset[str]:
        return frozenset().union(*(home.below(self._code(home, word, clause)) for word in words))

    def _code(self, vocabulary: Vocabulary, word: str, clause: str) -> str:
        try:
            return vocabulary.code(word)
        except UnknownWord as unknown:
            near = unknown.nearest or tuple(word for name, word in self._wide if name == vocabulary.name)[:3]
            raise BrokenPack(
                "unknown_word", clause=clause, given=word, nearest=near, wanted=vocabulary.name
            ) from unknown


def _inner_first(definitions: list[Definition]) -> Iterator[Definition]:
    """Wide words after those they cover, wherever they stand in the document; raises BrokenPack for a ring."""
    waiting = list(definitions)
    while waiting:
        unknown = {definition.word for definition in waiting}
        free = [d for d in waiting if not (set(d.covers) - {d.word}) & unknown]
        if not free:
            ring = [definition.word for definition in waiting]
            raise BrokenPack("ring", clause=waiting[0].clause, given=" -> ".join((*ring, ring[0])))
        yield from free
        waiting = [definition for definition in waiting if definition not in free]
