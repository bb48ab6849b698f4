"""What a word in a cell of a free table means here: the mapping's own words first, then those that everybody writes."""

from __future__ import annotations

from magdit.areas.people.imports.delivery import Place
from magdit.areas.people.imports.mapping import Mapping
from magdit.areas.people.imports.problems import Problems
from magdit.check.tables.folded import folded
from magdit.wording.imports import field_told
from magdit.words.roles import ROLES
from magdit.words.states import AUTHORITY, CONSENT_STATES, FORMS
from magdit.words.vocabulary import UnknownWord, Vocabulary

YES = {"ja": True, "j": True, "true": True, "waar": True, "1": True}  # a cross may mean either: ask
NO = {"nee": False, "n": False, "false": False, "onwaar": False, "0": False}
RELATIONS = {
    **dict.fromkeys("ouder vader moeder papa mama ouders".split(), "ouder"),
    **dict.fromkeys("voogd voogdes voogdijinstelling gezinsvoogd".split(), "voogd"),
    **dict.fromkeys(
        "verzorger verzorgster stiefouder stiefvader stiefmoeder pleegouder pleegvader pleegmoeder opa oma grootouder"
        " oom tante broer zus partner contactpersoon anders overig andereverzorger".split(),
        "verzorger",
    ),
}
ANSWERS = ("ja", "nee", "ingetrokken", "verlopen")  # what a school writes; every other state is read all the same
GIVERS = ("ouder", "voogd", "leerling", "zelf")
ORDINARY = frozenset({"leerling", "leerkracht", "oop", "medewerker"})


class Words:
    """Reads words by a mapping; what it cannot read becomes a problem with what may stand there."""

    def __init__(self, mapping: Mapping, problems: Problems) -> None:
        self._values, self.problems = mapping.values, problems

    def yes(self, field: str, text: str, at: Place) -> bool | None:
        """Ja or nee, or None when empty."""
        if not text:
            return None
        said = self._own(field, text)
        answer = (YES | NO).get(folded(said))
        if answer is None:
            self._wrong(text, at, field, ("ja", "nee"))
        return answer

    def relation(self, field: str, text: str, at: Place) -> str | None:
        """What someone is to a child, or None when it is not told."""
        if not text:
            return None
        found = RELATIONS.get(folded(self._own(field, text)))
        if found is None:
            self._wrong(text, at, field, ("ouder", "voogd", "verzorger"))
        return found

    def authority(self, field: str, text: str, at: Place) -> str | None:
        """Gezag as it is told, or None when it is not."""
        if not text:
            return None
        said = self._own(field, text)
        if (answer := (YES | NO).get(folded(said))) is not None:
            return "ja" if answer else "nee"
        return self._word(AUTHORITY, field, said, at)

    def role(self, field: str, text: str, at: Place) -> str:
        """A role without powers; nothing told is a pupil."""
        code = self._word(ROLES, field, self._own(field, text), at) if text else "leerling"
        if code in ORDINARY or code is None:
            return code or "leerling"
        if code in ROLES.below("leerkracht"):
            return "leerkracht"
        self.problems.remark("role_with_powers", at)
        return "medewerker"

    def state(self, field: str, text: str, at: Place) -> str | None:
        """How far an answer has come; ja is given, nee is refused, empty says nothing."""
        if not text:
            return None
        said = self._own(field, text)
        if (answer := (YES | NO).get(folded(said))) is not None:
            return "gegeven" if answer else "geweigerd"
        try:
            return CONSENT_STATES.code(said)
        except UnknownWord:
            self._wrong(said, at, field, ANSWERS)
            return None

    def giver(self, field: str, text: str, at: Place) -> str:
        """In which role someone answered, or '' when the table does not say."""
        if not text:
            return ""
        said = folded(self._own(field, text))
        found = RELATIONS.get(said, said)
        found = "ouder" if found == "verzorger" else found
        if found not in GIVERS:
            self._wrong(text, at, field, GIVERS)
            return ""
        return found

    def form(self, field: str, text: str, at: Place) -> str:
        """How an answer was given; by the administration's own system when the table does not say."""
        return (self._word(FORMS, field, self._own(field, text), at) or "") if text else "digitaal_akkoord"

    def _own(self, field: str, text: str) -> str:
        """The word of the mapping; a field of a second guardian reads the words of the first."""
        base = field[3:] if field[:3] in {"v1_", "v2_"} else field
        for name in (field, base):
            if (said := self._values.get(name, {}).get(folded(text))) is not None:
                return said
        return text

    def _word(self, words: Vocabulary, field: str, said: str, at: Place) -> str | None:
        try:
            return words.code(said)
        except UnknownWord:
            self._wrong(said, at, field, tuple(word.code for word in words)[:10])
            return None

    def _wrong(self, text: str, at: Place, field: str, accepted: tuple[str, ...]) -> None:
        self.problems.add("word_unknown", at, value=text[:40], field=field_told(field), accepted=", ".join(accepted))
