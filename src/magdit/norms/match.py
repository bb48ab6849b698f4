"""Does a word fall under another? A narrower word does, one with a narrower word in common may, any other does not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from magdit.norms.truth import NO, UNKNOWN, YES, Truth
from magdit.words.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Wanted:
    """A set of words in expanded form: what surely falls under it, and the words that leave it open."""

    surely: frozenset[str]
    perhaps: frozenset[str]

    def covers(self, given: str) -> Truth:
        """Whether this word falls under the set."""
        if given in self.surely:
            return YES
        return UNKNOWN if given in self.perhaps else NO

    def covers_any(self, given: Iterable[str]) -> Truth:
        """Whether one of these words does. Runs for every norm of every act, so it is written out."""
        best = NO
        for word in given:
            if word in self.surely:
                return YES
            if word in self.perhaps:
                best = UNKNOWN
        return best


def wanted(vocabulary: Vocabulary, codes: Iterable[str]) -> Wanted:
    """Expand words to everything below them. A word with some of that below it, but not all of itself, leaves it open.

    So a word above ("medewerker" for "leerkracht"), and one beside it that overlaps: WhatsApp is a berichtendienst
    and is sociale media, so a berichtendienst may be sociale media.
    """
    surely = frozenset().union(*(vocabulary.below(code) for code in codes))
    perhaps = frozenset().union(*(vocabulary.above(code) for code in surely)) - surely
    return Wanted(surely, perhaps)


def falls_under(vocabulary: Vocabulary, given: str, code: str) -> Truth:
    """Whether one word falls under another: leerkracht under medewerker yes, medewerker under leerkracht unknown."""
    below = vocabulary.below(code)
    if given in below:
        return YES
    return NO if below.isdisjoint(vocabulary.below(given)) else UNKNOWN
