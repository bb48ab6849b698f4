"""How a hit stands in its text: its neighbours, its capitals, how common it is. What they mean is for `around.py`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from magdit.check.text.data import word_list
from magdit.check.text.people.commonness import Commonness, commonness
from magdit.check.text.people.join import Hit
from magdit.check.text.people.known import is_ordinary
from magdit.check.text.people.shapes import surname_ends
from magdit.check.text.text import BROKEN, COMMA, JOINED, Text, Word

_CUES = word_list("around_names")
_AGE = re.compile(r" ?\(\d{1,2}(?: jaar)?\)|[^\w\n.]{1,5}\d{1,2} jaar| ?= ?\d{1,2}(?!\d| ?[\w%])")


@dataclass(frozen=True, slots=True)
class Standing:
    """One hit in its text, and the places of words that are a name whatever stands near.

    `solid`: names of the roster; `likely`: first names that are hardly anything else.
    """

    text: Text
    hit: Hit
    solid: frozenset[int]
    likely: frozenset[int] = frozenset()
    # The first word of the hit, and the one before it if it hangs together: asked for dozens of times.
    word: Word = field(init=False, repr=False, compare=False)
    before: Word | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        words, first = self.text.words, self.hit.first
        object.__setattr__(self, "word", words[first])
        object.__setattr__(self, "before", words[first - 1] if first and words[first].gap == JOINED else None)

    @property
    def level(self) -> Commonness:
        """How much the hit looks like an ordinary word; two words together hardly do."""
        if self.hit.first != self.hit.last:
            return Commonness.NAME
        level = commonness(self.word.plain)
        if (
            level > Commonness.SELDOM
            and self.word.capital
            and self.word.plain in _CUES["english_word"]
            and not self.text_is_english
        ):
            level = Commonness.SELDOM
        if self.hit.kind == "given_inflected" and self.word.capital and self._is_no_word_itself:
            level = min(level, Commonness.SELDOM)  # 'Wolfs boterham': wolf is a word, wolfs is not
        short = self.hit.kind == "given_inflected" and len(self.word.plain) <= 4 and "'" not in self.word.plain
        return max(level, Commonness.SELDOM) if short or len(self.word.plain) < 3 else level

    @property
    def _is_no_word_itself(self) -> bool:
        return not is_ordinary(self.word.plain) and self.word.plain not in word_list("names_that_are_words")["often"]

    @property
    def text_is_english(self) -> bool:
        """Whether 'will' and 'hope' are words here: more English than Dutch around them."""
        near = self.text.words[max(0, self.hit.first - 30) : self.hit.last + 30]
        return sum(word.plain in _CUES["english"] for word in near) > sum(word.plain in _CUES["dutch"] for word in near)

    def behind(self, steps: int = 1) -> Word | None:
        """The word behind, if all up to it hangs together."""
        place = self.hit.last + 1
        words = self.text.words[place : place + steps]
        if len(words) < steps:
            return None
        for word in words:
            if word.gap != JOINED:
                return None
        return words[-1]

    def behind_one_of(self, cue: str) -> bool:
        """Whether the word before is one of these cues."""
        before = self.before
        return before is not None and before.plain in _CUES[cue]

    def followed_by_one_of(self, cue: str) -> bool:
        """Whether the word behind is one of these cues."""
        behind = self.behind()
        return behind is not None and behind.plain in _CUES[cue]

    @property
    def is_written_as_name(self) -> bool:
        """A capital that means something: not because a sentence starts here, not because everything is in capitals."""
        return self.word.capital and not self.word.opens and not self.is_shouted

    @property
    def is_shouted(self) -> bool:
        """All capitals, in a stretch that is all capitals."""
        near = (self.before, self.behind())
        return self.word.shouted and (all(word is None for word in near) or any(w and w.shouted for w in near))

    @property
    def is_lower(self) -> bool:
        """Written without a capital, or shouted, so that its spelling says nothing."""
        return not self.word.capital or self.is_shouted

    @property
    def is_half_a_word(self) -> bool:
        """'Jet-lag', 'Noor-achtig': a capital here and none behind the hyphen."""
        behind = self.behind()
        glued = self.text.folded[self.hit.end : self.hit.end + 1] == "-"
        return glued and self.word.capital and behind is not None and behind.plain.isalpha() and not behind.capital

    @property
    def is_hyphenated(self) -> bool:
        """'Jan-Willem': half of a longer name."""
        folded, start, end = self.text.folded, self.hit.start, self.hit.end
        left = start > 1 and folded[start - 1] == "-" and folded[start - 2].isalpha()
        right = end + 1 < len(folded) and folded[end] == "-" and folded[end + 1].isalpha()
        return (left or right) and not self._is_in_a_file_name

    @property
    def _is_in_a_file_name(self) -> bool:
        """'kamp-noor-en-sem.jpg': a string of more than two parts, or with digits, underscores or an ending."""
        folded, start, end = self.text.folded, self.hit.start, self.hit.end
        left, right = folded[max(0, start - 60) : start], folded[end : end + 60]
        chain = (left.split()[-1:] if left and not left[-1].isspace() else []) + right.split()[:1]
        near = "".join(chain)
        return near.count("-") > 1 or "_" in near or "." in near.rstrip(".,!?") or any(sign.isdigit() for sign in near)

    @property
    def stands_alone(self) -> bool:
        """'Zara!': the only word of its sentence."""
        words, place = self.text.words, self.hit.last + 1
        return self.word.opens and (place >= len(words) or words[place].opens)

    @property
    def is_before_a_number(self) -> bool:
        """'max 5 personen', 'max. 30'."""
        words, place = self.text.words, self.hit.last + 1
        return place < len(words) and words[place].plain.isdigit() and not self.has_an_age

    @property
    def other_surname_ends(self) -> int | None:
        """Where a surname that is not this person's ends, if one follows: 'Noor Jansen', 'Noor de Wit'."""
        if not self.word.capital or self.is_shouted:
            return None
        last = surname_ends(self.text, self.hit.last + 1)
        return None if last is None or last in self.solid else last

    def initials_before(self) -> tuple[int, str]:
        """The place of the first initial before this surname, and the initials: 'N.J. van Dijk' gives 'nj'."""
        words, place, initials = self.text.words, self.hit.first, ""
        while place and len(initials) < 4 and words[place].gap != BROKEN and words[place].gap != COMMA:
            before = words[place - 1]
            is_article = self.text.folded[max(0, before.at - 1)] == "'" and before.at > 0  # 't Hart, 's Gravesande
            if len(before.plain) != 1 or not before.plain.isalpha() or is_article:
                break
            place, initials = place - 1, before.plain + initials
        return place, initials

    @property
    def has_an_age(self) -> bool:
        """'Roos (8)', 'Roos, 8 jaar'."""
        folded, end = self.text.folded, self.hit.end
        return _AGE.match(folded, end, end + 12) is not None
