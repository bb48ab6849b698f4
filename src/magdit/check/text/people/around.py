"""What stands around a name: titles, relations, articles, verbs, other names. Answers questions; decides nothing."""

from __future__ import annotations

from dataclasses import dataclass

from magdit.check.text.data import word_list
from magdit.check.text.people.commonness import Commonness, commonness
from magdit.check.text.people.hints import Hints
from magdit.check.text.people.known import first_names, is_compound
from magdit.check.text.people.shapes import is_no_name
from magdit.check.text.people.verbs import is_deed
from magdit.check.text.text import COMMA, JOINED

_CUES = word_list("around_names")
_NEAR = 5
_SAYS_WHO = (" ik ben ", " naam is ", " dit is ", " noemen haar ", " noemen hem ")
STRONG = frozenset({"full", "glued", "listed"})


@dataclass(frozen=True, slots=True)
class Around(Hints):
    """One hit and what stands around it, question by question. Who weighs asks."""

    @property
    def is_behind_title(self) -> bool:
        """'juf roos', 'mevrouw Smit'; not 'docent Frans', who teaches French."""
        before = self.before
        if before is None or before.plain not in _CUES["title"]:
            return False
        return not (self.word.plain in _CUES["language"] and before.plain in _CUES["teacher"])

    @property
    def is_behind_the(self) -> bool:
        """'de noor', 'een finn'."""
        return self.before is not None and self.before.plain in ("de", "het", "een")

    @property
    def is_related(self) -> bool:
        """'zusje roos', 'de moeder van roos', 'beste roos', 'ik ben roos'."""
        if self.behind_one_of("kin") or self._is_greeted or self.is_behind_a_person_noun:
            return True
        if self.text.spoken.endswith(_SAYS_WHO, 0, self.word.spoken_at):
            return True
        before, place = self.before, self.hit.first - 2
        if before is None or before.plain != "van" or place < 0 or self.text.words[place + 1].gap != JOINED:
            return False
        return self.text.words[place].plain in _CUES["kin"]

    @property
    def _is_greeted(self) -> bool:
        """'beste roos'; not 'de beste dag'."""
        words, place = self.text.words, self.hit.first - 2
        if not self.behind_one_of("greeting"):
            return False
        return place < 0 or words[place + 1].gap != JOINED or words[place].plain not in ("de", "het", "een")

    @property
    def is_kin_of_the_author(self) -> bool:
        """'mn broertje siebren'."""
        place = self.hit.first - 2
        is_one = self.behind_one_of("kin") and not self.behind_one_of("kin_plural")
        return is_one and place >= 0 and self.text.words[place].plain in _CUES["mine"]

    @property
    def is_a_thing(self) -> bool:
        """'de roos', 'de mooiste roos': an article before it, right there or with one word in between."""
        if self.behind_one_of("determiner" if self.is_written_as_name else "article"):
            return True
        if self.is_written_as_name and self.level is Commonness.NAME and self.word.plain in first_names():
            return False  # 'De grote Mitch'
        words, place = self.text.words, self.hit.first
        if place < 2 or self.word.gap != JOINED or words[place - 1].gap != JOINED:
            return False
        between = words[place - 1].plain
        is_adjective = between.endswith("e") and between not in _CUES["kin"] and between not in _CUES["title"]
        return is_adjective and words[place - 2].plain in _CUES["article"]

    @property
    def stands_with_names(self) -> bool:
        """'Sem, roos en Bram', 'Noor & Sem': next to a name, with a comma, 'en' or a sign between."""
        first, last = self.hit.first, self.hit.last
        left = first - 1 if self._is_listed(first) else first - 2 if self.behind_one_of("joins") else -1
        right = last + 1 if self._is_listed(last + 1) else -1
        if self.followed_by_one_of("joins"):
            right = last + 2
        return any(place in self.solid or place in self.likely for place in (left, right))

    @property
    def may_be_in_a_list(self) -> bool:
        """Whether a comma, 'en' or the like stands on either side."""
        joined = self.behind_one_of("joins") or self.followed_by_one_of("joins")
        return joined or self._is_listed(self.hit.first) or self._is_listed(self.hit.last + 1)

    def _is_listed(self, place: int) -> bool:
        """Whether a comma, an ampersand, a plus or a stroke stands before this word."""
        words = self.text.words
        if not 0 < place < len(words):
            return False
        end = words[place - 1].at + len(words[place - 1].plain)
        return words[place].gap == COMMA or self.text.folded[end : words[place].at].strip() in ("&", "+", "/")

    @property
    def owns(self) -> bool:
        """'Joessef zn fiets', 'zoe haar huis'."""
        return self.followed_by_one_of("own")

    @property
    def owns_or_is_addressed(self) -> bool:
        """'Joessef zn fiets', 'Mees, wat een bocht!'."""
        return self.owns or self.is_addressed

    @property
    def is_addressed(self) -> bool:
        """'Mees, wat een bocht!', 'Roos, kom je?'."""
        words, place = self.text.words, self.hit.last + 1
        is_called = place < len(words) and words[place].gap == COMMA and words[place].plain in _CUES["address"]
        return is_called and self.word.capital

    @property
    def _is_together_with_someone(self) -> bool:
        """'floor en ik', 'ik en floor'."""
        second = self.behind(2)
        if self.followed_by_one_of("joins") and second is not None and second.plain in ("ik", "haar", "mij"):
            return True
        place = self.hit.first
        return self.behind_one_of("joins") and place > 1 and self.text.words[place - 2].plain == "ik"

    @property
    def is_explained(self) -> bool:
        """'Bas is een instrument': a word that is told about, at the start of a sentence."""
        verb, article = self.behind(), self.behind(2)
        if not self.word.opens or verb is None or article is None or self.acts_like_a_person:
            return False
        return verb.plain in ("is", "zijn", "was", "betekent") and article.plain in ("een", "de", "het")

    @property
    def is_in_a_pair(self) -> bool:
        """'beer en roos gaan mee': two that may be names, and what they do together."""
        if self.followed_by_one_of("joins"):
            place, other = self.hit.last + 3, self.hit.last + 2
        else:
            place, other = self.hit.last + 1, self.hit.first - 2
        words = self.text.words
        together = place < len(words) and words[place].gap == JOINED and words[place].plain in _CUES["together"]
        joined = self.followed_by_one_of("joins") or self.behind_one_of("joins")
        return together and joined and 0 <= other < len(words) and words[other].plain in first_names()

    @property
    def stands_with_things(self) -> bool:
        """'Linde, Eik, Beuk': in a row of single words, with one beside it that is only a word."""
        return self._is_a_thing_in_a_row(self.hit.first - 1) or self._is_a_thing_in_a_row(self.hit.last + 1)

    def _is_a_thing_in_a_row(self, place: int) -> bool:
        words = self.text.words
        if (
            not 0 <= place < len(words)
            or place in self.solid | self.likely
            or not self._is_listed(max(place, self.hit.first))
        ):
            return False
        behind = words[place + 1] if place + 1 < len(words) else None
        ends = behind is None or behind.gap != JOINED or behind.plain in _CUES["joins"]
        return ends and words[place].gap != JOINED and commonness(words[place].plain) >= Commonness.ALSO

    @property
    def does_something(self) -> bool:
        """'Storm hing', 'Floor veegt': a verb right behind it that is no weather, and no article before it."""
        behind = self.behind()
        return behind is not None and not behind.capital and is_deed(behind.plain) and not self.is_a_thing

    @property
    def is_the_subject(self) -> bool:
        """'mees vertelt', 'wolf heeft', 'lente jarig': at the start, or behind another name, and no animal's deed."""
        if self.followed_by_one_of("animal_verb") or self.is_a_thing:
            return False
        if self.followed_by_one_of("person_noun"):
            return True
        acts = self.acts_like_a_person or self.followed_by_one_of("wills")
        return acts and self.opens_or_follows_a_name

    @property
    def opens_or_follows_a_name(self) -> bool:
        """'mees vertelt', 'daan en mees vertellen'."""
        place = self.hit.first - 2
        return (
            self.word.gap != JOINED
            or self.word.opens
            or (self.behind_one_of("joins") and place in self.solid | self.likely)
        )

    @property
    def acts_like_a_person(self) -> bool:
        """'Roos vertelt', 'Storm is jarig', 'roos wordt 9 jaar'."""
        if self.is_a_thing:
            return False
        if self.has_an_age or self.owns_or_is_addressed or self._is_together_with_someone:
            return True
        if self.followed_by_one_of("maybe_person_verb"):
            second = self.behind(2)
            if second is not None and second.plain in _CUES["hers"]:
                return True  # 'Beer is zijn jas kwijt'
        return self.followed_by_one_of("person_verb") or self._is_said_of_people

    @property
    def _is_said_of_people(self) -> bool:
        """'Storm is vandaag jarig', 'Djulian is een vrolijke jongen'."""
        words, place = self.text.words, self.hit.last + 1
        for word in words[place : place + _NEAR]:
            if word.gap != JOINED:
                return False
            if word.plain in _CUES["person_noun"]:
                return not self.word.shouted
        return False

    @property
    def is_followed_as_a_person(self) -> bool:
        """'Storm, die zijn diploma haalde', 'Roos met haar konijn': someone's pronoun follows soon."""
        words = self.text.words[self.hit.last + 1 : self.hit.last + 7]
        for word in words:
            if word.opens:
                return False
            if word.plain in _CUES["gender"]:
                return True
        return not words  # 'Roos!' by itself, as in a list or a caption

    @property
    def is_of_a_group(self) -> bool:
        """'de noor van groep 7', spoken of a child all the same."""
        second = self.behind(2)
        return self.followed_by_one_of("of_a_group") and second is not None and second.plain in _CUES["group"]

    @property
    def is_with_someone(self) -> bool:
        """'appje van ruud', 'naast daan', 'daan heeft'."""
        return self.behind_one_of("with_someone") or self.may_act_like_a_person

    @property
    def is_backed(self) -> bool:
        """Names beside it, what it does, or who it belongs to: then it is someone."""
        return self.stands_with_names or self.acts_like_a_person or self.is_related

    @property
    def may_act_like_a_person(self) -> bool:
        """'fleur werd tweede': weaker, since a storm does things too."""
        return self.followed_by_one_of("maybe_person_verb") and not self.is_a_thing

    @property
    def is_about_people(self) -> bool:
        """'wie neemt mees mee', 'mees en sterre zijn ziek': something that is said of people stands close by."""
        return self._is_near("of_people") or self.is_at_play

    @property
    def is_at_play(self) -> bool:
        """'Storm op de glijbaan', 'Roos met haar diploma': what children have, and where they are."""
        return self._is_near("of_children")

    def _is_near(self, cue: str) -> bool:
        words, first = self.text.words, self.hit.first
        start, end = first, self.hit.last + 1
        while start > max(0, first - 4) and words[start].gap == JOINED:
            start -= 1
        while end < min(len(words), self.hit.last + 6) and words[end].gap == JOINED:
            end += 1
        return any(word.plain in _CUES[cue] for word in words[start:end])

    @property
    def follows_another_name(self) -> bool:
        """'Anne Noor', 'Prins Claus': a word with a capital before it that is no title, no greeting, no first word."""
        before = self.before
        if before is None or self.hit.first - 1 in self.solid or not before.capital or before.shouted:
            return False
        if any(self.behind_one_of(cue) for cue in ("title", "kin", "greeting", "joins")) or len(before.plain) < 2:
            return False
        return before.plain in first_names() or not (is_no_name(before.plain) or is_compound(before.plain))
