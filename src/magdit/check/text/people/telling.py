"""Is the sentence around a hit about a story, a pet or a work of someone's? Its names are hardly those of a school."""

from __future__ import annotations

from dataclasses import dataclass

from magdit.check.text.data import word_list
from magdit.check.text.people.standing import Standing
from magdit.check.text.text import COMMA, JOINED

_CUES = word_list("around_names")
_TELLING = _CUES["fiction"] | _CUES["tale"] | _CUES["pet"]
_IN_A_TALE = (["in", "het"], ["in", "de"], ["uit", "het"], ["uit", "de"])


@dataclass(frozen=True, slots=True)
class Telling(Standing):
    """One hit, and what its sentence tells about."""

    @property
    def is_in_a_story(self) -> bool:
        """'een boekje over Kim', 'in het stuk is Romeo boos', 'onze hond Max': a book, a play, a toy, a pet."""
        if self.text.plains.isdisjoint(_TELLING):
            return False
        words, first, last = self.text.words, self.hit.first, self.hit.last
        while first > 0 and not words[first].opens:
            first -= 1
        while last + 1 < len(words) and not words[last + 1].opens:
            last += 1
        folded = self.text.folded
        for place, word in enumerate(words[first : last + 1], start=first):
            if word.plain in _CUES["fiction"] and folded[word.at - 1 : word.at] != "(":
                return True
            if word.plain in _CUES["tale"] and [other.plain for other in words[place - 2 : place]] in _IN_A_TALE:
                return True
            if word.plain in _CUES["pet"] and self._is_a_pet(place):
                return True
        return False

    def _is_a_pet(self, pet: int) -> bool:
        """'hond Max', 'de kat heet Moos', 'Max, onze hond', 'Moos is een kat'; not 'de hond van Max'."""
        first, last = self.hit.first, self.hit.last
        if pet == first - 1 or self.behind_one_of("is_called"):
            return True
        if not last < pet <= last + 3:
            return False
        words = self.text.words
        return words[last + 1].gap == COMMA or words[last + 1].plain in ("is", "was")

    def made_it(self, first: int) -> bool:
        """'een boek van Thea Beckman', 'geschreven door Annet Schaap': nobody of the school, as a rule."""
        words = self.text.words
        if not first or words[first].gap != JOINED or words[first - 1].plain not in ("van", "door"):
            return False
        place = first - 1
        while place >= 0:
            if words[place].plain in _CUES["author"]:
                return not self.has_an_age
            if words[place].opens:
                return False
            place -= 1
        return False
