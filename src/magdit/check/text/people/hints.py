"""Small signs beside a hit that someone is meant, or a firm: a label, a file name, 'met roos mee', 'we missen roos'."""

from __future__ import annotations

from dataclasses import dataclass

from magdit.check.text.data import word_list
from magdit.check.text.people.known import is_place_or_brand
from magdit.check.text.people.shapes import is_no_name
from magdit.check.text.people.telling import Telling
from magdit.check.text.text import COMMA

_CUES = word_list("around_names")
_LABEL = 20
_LONG = 7
_CLASSES = frozenset("12345678")
_PERSONS = (
    *("juf", "meester", "docent", "spreker", "leider", "leidster", "coach", "trainer", "ouder", "moeder", "vader"),
    *("leerling", "collega", "directeur", "chauffeur", "agent", "arts", "loog", "graaf", "stagiair", "stagiaire"),
    *("zus", "broer", "tante", "dochter", "zoon", "vriend", "vriendin", "vrijwilliger", "jongen", "meisje", "lid"),
    *("hulp", "wacht"),
)


@dataclass(frozen=True, slots=True)
class Hints(Telling):
    """One hit, and what stands right beside it."""

    @property
    def is_behind_a_label(self) -> bool:
        """'Achternaam: Wiersma', 'Mentor: Xandrissa'."""
        before = self.text.folded[max(0, self.hit.start - _LABEL) : self.hit.start].rstrip()
        return before.endswith(":") and before[:-1].rpartition("\n")[2].split(" ")[-1] in _CUES["label"]

    @property
    def is_before_a_trade(self) -> bool:
        """'Jansen Bouw', 'Visser Transport': a firm."""
        behind = self.behind()
        return behind is not None and behind.capital and not behind.shouted and is_no_name(behind.plain)

    @property
    def is_behind_a_person_noun(self) -> bool:
        """'broer Sjuul', 'schipper Tammo', 'gastspreker Berthe'; not 'vrienden Roos'."""
        before = self.before
        if before is None or not self.word.capital or before.plain in _CUES["kin_plural"]:
            return False
        plain = before.plain
        return plain in _CUES["kin"] or plain in _CUES["trade"] or (len(plain) > _LONG and plain.endswith(_PERSONS))

    @property
    def is_missed(self) -> bool:
        """'we missen roos', 'roos niet, die was ziek'."""
        words, place = self.text.words, self.hit.last + 2
        is_left_out = self.word.opens and place < len(words) and words[place].gap == COMMA
        return self.behind_one_of("misses") or (is_left_out and words[place - 1].plain == "niet")

    @property
    def is_behind_its_verb(self) -> bool:
        """'vandaag mocht merel de bel luiden', 'toen vroeg roos': when it was, what someone did, and who."""
        words, place = self.text.words, self.hit.first - 2
        if place < 0 or not words[place].opens or words[place].plain not in _CUES["when"]:
            return False
        return self.behind_one_of("wills") or self.behind_one_of("person_verb")

    @property
    def is_of_a_class(self) -> bool:
        """'Naoufel uit 4 havo'."""
        behind, second = self.behind(), self.behind(2)
        return behind is not None and behind.plain == "uit" and second is not None and second.plain in _CLASSES

    @property
    def goes_along(self) -> bool:
        """'met april naar de film', 'met roos mee'."""
        before, behind = self.before, self.behind()
        return before is not None and before.plain == "met" and behind is not None and behind.plain in ("naar", "mee")

    @property
    def is_a_someone_beside(self) -> bool:
        """'met Ben', 'van Will': a capital, and no month or feast."""
        return self.behind_one_of("with_someone") and not is_place_or_brand(self.word.plain)

    @property
    def is_beside_a_name_in_english(self) -> bool:
        """'Bas and Roos won'; not 'Hope and glory'."""
        behind, second = self.behind(), self.behind(2)
        return behind is not None and behind.plain == "and" and second is not None and second.capital

    @property
    def is_in_a_picture_name(self) -> bool:
        """'IMG_linde_groep5', 'roos_portret.jpg'."""
        folded, words = self.text.folded, self.text.words
        glued = "_" in (folded[self.hit.start - 1 : self.hit.start] + folded[self.hit.end : self.hit.end + 1])
        near = words[max(0, self.hit.first - 2) : self.hit.last + 3]
        return glued and any(word.plain in _CUES["picture"] for word in near)
