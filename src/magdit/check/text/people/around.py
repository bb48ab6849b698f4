"""What stands around a name: titles, relations, articles, verbs, other names. Answers questions; decides nothing."""

from __future__ import annotations

from dataclasses import dataclass

from magdit.check.text.data import word_list
from magdit.check.text.people.commonness import Commonness, commonness
from magdit.check.text.people.join import Hit
from magdit.check.text.text import BROKEN, COMMA, JOINED, Text, Word

_CUES = word_list("around_names")
INFIXES = frozenset(
    {"van", "de", "der", "den", "ter", "ten", "t", "te", "in", "op", "von", "el", "al", "ben", "bin", "da"}
)
STRONG = frozenset({"full", "glued", "listed"})


@dataclass(frozen=True, slots=True)
class Around:
    """One hit in its text. `solid` holds the places of words that are a name for certain, whatever stands near."""

    text: Text
    hit: Hit
    solid: frozenset[int]

    @property
    def word(self) -> Word:
        """The first word of the hit."""
        return self.text.words[self.hit.first]

    @property
    def level(self) -> Commonness:
        """How much the hit looks like an ordinary word; two words together hardly do."""
        if self.hit.first != self.hit.last:
            return Commonness.NAME
        level = commonness(self.word.plain)
        short = self.hit.kind == "given_inflected" and len(self.word.plain) <= 4 and "'" not in self.word.plain
        return max(level, Commonness.SELDOM) if short else level

    @property
    def before(self) -> Word | None:
        """The word before, if it hangs together with the name."""
        return self.text.words[self.hit.first - 1] if self.hit.first and self.word.gap == JOINED else None

    def behind(self, steps: int = 1) -> Word | None:
        """The word behind, if all up to it hangs together."""
        words = self.text.words[self.hit.last + 1 : self.hit.last + 1 + steps]
        return words[-1] if len(words) == steps and all(word.gap == JOINED for word in words) else None

    @property
    def is_related(self) -> bool:
        """'zusje roos', 'de moeder van roos'."""
        if self.behind_one_of("relation"):
            return True
        before, place = self.before, self.hit.first - 2
        return before is not None and before.plain == "van" and place >= 0 and self._is_relation(place)

    def _is_relation(self, place: int) -> bool:
        return self.text.words[place].plain in _CUES["relation"] and self.text.words[place + 1].gap == JOINED

    def behind_one_of(self, cue: str) -> bool:
        """Whether the word before is one of these cues."""
        return self.before is not None and self.before.plain in _CUES[cue]

    @property
    def is_a_thing(self) -> bool:
        """'de roos', 'de mooiste roos': an article before it, right there or with one word in between."""
        if self.behind_one_of("article"):
            return True
        words, place = self.text.words, self.hit.first
        if place < 2 or self.word.gap != JOINED or words[place - 1].gap != JOINED:
            return False
        return words[place - 2].plain in _CUES["article"] and words[place - 1].plain.endswith("e")

    @property
    def is_in_a_saying(self) -> bool:
        """'Jan en alleman' names nobody."""
        start = self.word.spoken_at
        return any(self.text.spoken.startswith(saying, start) for saying in _CUES["idiom"])

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
    def stands_with_names(self) -> bool:
        """'Sem, roos en Bram': next to a name, with a comma or 'en' between."""
        words, first, last = self.text.words, self.hit.first, self.hit.last
        left = first - 1 if self.word.gap == COMMA else first - 2 if self.behind_one_of("joins") else -1
        right = last + 1 if last + 1 < len(words) and words[last + 1].gap == COMMA else -1
        if self.followed_by_one_of("joins"):
            right = last + 2
        return left in self.solid or right in self.solid

    @property
    def acts_like_a_person(self) -> bool:
        """'Roos vertelt', 'Storm is jarig', 'roos wordt 9 jaar'."""
        if self.is_a_thing:
            return False
        later = [self.behind(steps) for steps in (1, 2, 3, 4)]
        is_birthday = any(word is not None and word.plain in ("jarig", "verjaardag") for word in later)
        return self.followed_by_one_of("person_verb") or is_birthday

    @property
    def may_act_like_a_person(self) -> bool:
        """'fleur werd tweede': weaker, since a storm does things too."""
        return self.followed_by_one_of("maybe_person_verb") and not self.is_a_thing

    @property
    def other_surname_ends(self) -> int | None:
        """Where a surname that is not this person's ends, if one follows: 'Noor Jansen', 'Noor de Wit'."""
        words, place = self.text.words, self.hit.last + 1
        while place < len(words) and words[place].gap == JOINED and words[place].plain in INFIXES:
            place += 1
        if place >= len(words) or words[place].gap != JOINED or place in self.solid:
            return None
        follower = words[place]
        if not follower.capital or follower.opens or follower.shouted or not self.word.capital or self.is_shouted:
            return None
        return place if follower.plain.isalpha() and len(follower.plain) > 1 else None

    @property
    def follows_another_name(self) -> bool:
        """'Anne Noor', 'Prins Claus': a word with a capital before it that is no title, no greeting, no first word."""
        before = self.before
        if before is None or self.hit.first - 1 in self.solid or not before.capital or before.opens or before.shouted:
            return False
        return not (self.behind_one_of("title") or self.behind_one_of("relation")) and len(before.plain) > 1

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
