"""Which values of a fact may turn a condition: the words it names and their neighbours, both sides of each bound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from magdit.norms.act import FactValue, day_of
from magdit.norms.catalogue import Catalogue, Fact
from magdit.norms.conditions.tree import And, Compare, In, Node, OnlyFrom, Within
from magdit.norms.leaning import SCHOOL_YEAR, Leaning
from magdit.norms.model import Definition, Pack, Window
from magdit.norms.windows import is_overnight
from magdit.words.vocabulary import Vocabulary

A_TUESDAY = datetime(2026, 3, 3, 14, 0)
THIS_WEEK = A_TUESDAY.date()
FEW = 12
# What an example is told with when it can be: words everyone knows.
EVERYDAY = frozenset(
    {"leerkracht", "ouder", "leerling", "directeur", "instagram", "whatsapp", "ouderportaal", "website"}
)
MINUTE, DAY, WEEK = timedelta(minutes=1), timedelta(days=1), timedelta(days=7)


class Values:
    """Looks up values for the facts of one pack."""

    def __init__(self, pack: Pack, catalogue: Catalogue) -> None:
        self.pack, self.catalogue, self.leaning = pack, catalogue, Leaning(pack)
        self._covers = {d.word: (*d.covers, d.word) for d in pack.definitions if d.covers}
        self._wide = {d.word: d for d in pack.definitions if d.covers}
        self._days = sorted(self.leaning.dates(), key=str)
        self._lists: dict[tuple[str, tuple[str, ...], bool], tuple[str, ...]] = {}
        self._windows = {window.name: window for window in pack.windows}

    def to_try(self, fact: Fact, node: Node, wanted: bool) -> Iterable[FactValue]:
        """Values worth trying for this leaf, the plainest first."""
        if fact.kind == "ja_nee":
            return (wanted, not wanted)
        if fact.kind in {"keuze", "keuzes"}:
            words = self.words(fact, node.values if isinstance(node, In | OnlyFrom) else (), wanted=wanted)
            if fact.kind == "keuze":
                return words
            several = [(word, other) for word in words[:3] for other in words if other != word and len(words) < FEW]
            return (*((word,) for word in words), (), *several)
        if fact.kind in {"moment", "datum"}:
            return tuple(self.moments(node))
        if isinstance(node, Compare) and isinstance(node.bound, int | float):
            return tuple(beside(node.bound))
        given = node.values if isinstance(node, In | OnlyFrom) else ()
        texts = (*given, "iets anders") if wanted else ("iets anders", *given)
        return tuple((text,) for text in texts) if fact.kind == "teksten" else texts

    def words(self, fact: Fact, named: Iterable[str], *, wanted: bool = True) -> tuple[str, ...]:
        """All words of a choice: first the narrow ones under those named, or else their neighbours."""
        key = (fact.name, tuple(named), wanted)
        if key not in self._lists:
            self._lists[key] = self._words(fact, key[1], wanted)
        return self._lists[key]

    def _words(self, fact: Fact, named: Iterable[str], wanted: bool) -> tuple[str, ...]:
        vocabulary = self.catalogue.words_of(fact)
        if vocabulary is None:
            return ()
        named = self.spelled(vocabulary, named)
        under = [word for code in named for word in _narrow_first(vocabulary, code)]
        near = [word for code in named for word in neighbours(vocabulary, code)]
        everything = [word.code for word in vocabulary]
        return tuple(dict.fromkeys((*under, *named, *everything) if wanted else (*near, *everything)))

    def spelled(self, vocabulary: Vocabulary, words: Iterable[str]) -> tuple[str, ...]:
        """Words as codes of a list, the pack's own wide words as what they cover."""
        found: list[str] = []
        waiting, seen = list(words), set[str]()
        while waiting:
            word = waiting.pop(0)
            if word in seen:
                continue
            seen.add(word)
            waiting = [*self._covers.get(word, ()), *waiting]
            found += [vocabulary.code(word)] if word in vocabulary else []
        return tuple(dict.fromkeys(found))

    def asked_by(self, words: Iterable[str]) -> Iterator[Node]:
        """What these wide words ask, and those that they cover: for each way through them one condition."""
        for word in words:
            yield from (And(asked) for asked in self._asked(word, ()) if asked)

    def _asked(self, word: str, path: tuple[str, ...]) -> Iterator[tuple[Node, ...]]:
        definition = self._wide.get(word)
        if definition is None or word in path:
            yield ()
            return
        own = () if definition.about is None else (definition.about,)
        for inner in dict.fromkeys(self._asked_within(definition, (*path, word))):
            yield (*own, *inner)

    def _asked_within(self, definition: Definition, path: tuple[str, ...]) -> Iterator[tuple[Node, ...]]:
        for covered in definition.covers:
            yield from self._asked(covered, path)

    def moments(self, node: Node) -> Iterator[date]:
        """Moments on both sides of the bound in a leaf."""
        if isinstance(node, Compare) and isinstance(node.bound, date):
            yield from around(node.bound)
            for days in range(1, 8):  # on any day of the week, on either side
                noon = datetime.combine(day_of(node.bound), time(12))
                yield from (noon + days * DAY, noon - days * DAY)
        elif isinstance(node, Within):
            for start in (THIS_WEEK, *(day_of(bound) + side * WEEK for bound in self._days for side in (1, -1))):
                yield from window_moments(self._windows[node.window], start)
        elif isinstance(node, In):
            for year in filter(None, map(SCHOOL_YEAR.fullmatch, node.values)):
                yield from (datetime(int(part), month, 15, 12) for part in year.groups() for month in (3, 9))
        yield A_TUESDAY


def beside(bound: int | float) -> tuple[int | float, ...]:
    """A number and one on either side."""
    return (bound, bound - 1, bound + 1)


def around(bound: date) -> tuple[datetime, ...]:
    """A moment and one on either side: a minute for an hour, a day for a day."""
    if isinstance(bound, datetime):
        return (bound, bound - MINUTE, bound + MINUTE)
    noon = datetime.combine(bound, time(12))
    return (noon, noon - DAY, noon + DAY)


def window_moments(window: Window, week: date = THIS_WEEK) -> Iterator[datetime]:
    """In this week: a moment inside a window, both its bounds, just outside them, and a day on which it stays shut."""
    monday = week - timedelta(days=week.weekday())
    days = [monday + timedelta(days=ahead) for ahead in range(7)]
    for day in days:
        if day.weekday() in window.days:
            start = datetime.combine(day, window.start or time(12))
            end = datetime.combine(day + DAY * is_overnight(window), window.end or time(12))
            yield from (start, end, end + MINUTE, start - MINUTE)
            break
    yield from (datetime.combine(day, time(12)) for day in days)


def neighbours(vocabulary: Vocabulary, code: str) -> tuple[str, ...]:
    """The words that share a wider word with this one, and that wider word itself."""
    above = vocabulary.above(code)
    return tuple(word.code for word in vocabulary if word.code in above or above & vocabulary.above(word.code))


def _narrow_first(vocabulary: Vocabulary, code: str) -> list[str]:
    below = [word.code for word in vocabulary if word.code in vocabulary.below(code)]
    return sorted(below, key=lambda word: 0 if word in EVERYDAY else len(vocabulary.below(word)))
