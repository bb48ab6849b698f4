"""Tests on one fact: is it so, one of these words, empty, below a bound. Types are checked when the pack is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time

from magdit.norms.act import MISSING, FactValue, _Missing, day_of
from magdit.norms.answer import Ground
from magdit.norms.broken import BrokenPack
from magdit.norms.catalogue import Catalogue, Fact
from magdit.norms.fitting import Told, as_words, covered, fitting
from magdit.norms.grounding import ground_of, grounding
from magdit.norms.lexicon import Lexicon, Wide, WordSet
from magdit.norms.match import falls_under
from magdit.norms.model import Definition
from magdit.norms.pieces import ALWAYS, NOTHING, Piece, Test, read_by, turned
from magdit.norms.situation import Situation, school_year_of, teller
from magdit.norms.truth import NO, UNKNOWN, YES, Truth, any_of, truth

SIGNS: Mapping[str, Callable[[float, float], bool]] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "=": lambda a, b: a == b,
}


class FactTests:
    """Makes tests on facts for one pack. `wide_condition` compiles the condition of a wide word, if it has one."""

    def __init__(
        self,
        catalogue: Catalogue,
        lexicon: Lexicon,
        capacities: tuple[Definition, ...],
        wide_condition: Callable[[Wide], Piece | None],
    ) -> None:
        self.catalogue, self.lexicon = catalogue, lexicon
        self._capacities, self._wide_condition = capacities, wide_condition

    def yes_no(self, fact: Fact) -> Piece:
        """A bare yes/no fact; one asked only on a flag counts as assumed until somebody raises it."""
        name, assumed, by_flag = fact.name, truth(fact.assumed), fact.asked == "bij_vlag"
        told = teller(name, per_person=fact.per_person)

        def test(situation: Situation) -> Truth:
            value = told(situation)
            if value is True:
                return YES
            if value is False:
                return NO
            return assumed if by_flag and not situation.is_flagged(name) else UNKNOWN

        return self.explained(fact, test)

    def one_of(self, fact: Fact, values: tuple[str, ...], clause: str) -> Piece:
        """The fact is, or holds, one of these words."""
        if fact.kind == "ja_nee" and len(values) == 1 and values[0] in {"ja", "nee"}:
            return self.yes_no(fact) if values == ("ja",) else turned(self.yes_no(fact))
        if fact.kind in {"tekst", "teksten"}:
            return self._text_in(fact, values)
        return self.word_test(fact, self._word_set(fact, values, clause))

    def word_test(self, fact: Fact, words: WordSet, *, every: bool = False) -> Piece:
        """A test that a choice (or every word of a list) falls under a set; an open word lacks a judgement."""
        conditions = {wide.word: self._wide_condition(wide) or ALWAYS for wide in words.family()}
        conditional = any(wide.definition.about is not None for wide in words.family())
        told, fits, ground = self._told(fact), fitting(words, every=every), grounding(fact)

        def test_under_conditions(situation: Situation) -> Truth:
            given = as_words(told(situation))
            return covered(words, given, lambda wide: conditions[wide.word].test(situation), every=every)

        test = test_under_conditions if conditional else self._plain_word_test(fact, fits)

        def why(situation: Situation, outcome: Truth) -> Iterable[Ground]:
            return open_grounds(situation) if outcome is UNKNOWN else (ground(situation, outcome),)

        def open_grounds(situation: Situation) -> Iterator[Ground]:
            given = as_words(told(situation))
            for wide in words.reached_by(given or ()):
                yield from conditions[wide.word].grounds(situation)
            held = {word: NO if piece.test(situation) is NO else YES for word, piece in conditions.items()}
            narrow = covered(words, given, lambda wide: held[wide.word], every=every)
            judged = narrow is UNKNOWN and words.is_open_for(given or ())
            # A word told narrowly enough is not what is lacking: only the condition of the wide word is.
            yield ground_of(fact, situation, narrow, lack="oordeel" if judged else None)
            if given is None and self._hangs_on_the_actor(fact, situation):
                yield ground_of(self.catalogue.facts["wie"], situation, UNKNOWN)

        actor = {"wie"} if fact.name == "hoedanigheid" and self._capacities else NOTHING
        return Piece(test, why, frozenset({fact.name, *actor}) | read_by(conditions.values()))

    def _plain_word_test(self, fact: Fact, fits: Callable[[Told], Truth]) -> Test:
        """Most tests are of this sort: one of the act itself is written out, for it is run for every norm."""
        name, told = fact.name, self._told(fact)
        if fact.per_person or (name == "hoedanigheid" and self._capacities):
            return lambda situation: fits(told(situation))
        return lambda situation: fits(situation.act.facts.get(name, MISSING))

    def only_from(self, fact: Fact, values: tuple[str, ...], clause: str) -> Piece:
        """Every word of a list fact is one of these."""
        return self.word_test(fact, self._word_set(fact, values, clause), every=True)

    def empty(self, fact: Fact) -> Piece:
        """A list fact (or list of people) is known and holds nothing."""

        def test(situation: Situation) -> Truth:
            if fact.kind == "personen":
                people = situation.act.people.get(fact.name)
                return truth(None if people is None else not people)
            value = situation.value(fact.name, per_person=fact.per_person)
            # Nothing at all is no fact either: what went wrong before here must not read as "there is something".
            return UNKNOWN if value is MISSING or value is None else truth(value == ())

        return self.explained(fact, test)

    def compare(self, fact: Fact, sign: str, bound: object, clause: str) -> Piece:
        """A number, date or moment against a bound; a day without an hour cannot be held against an hour."""
        if fact.kind not in {"getal", "datum", "moment"} or (fact.kind == "getal") != isinstance(bound, int | float):
            raise BrokenPack("wrong_bound", clause=clause, given=f"{fact.name} {sign} {bound}", wanted=fact.kind)
        holds, told = SIGNS[sign], teller(fact.name, per_person=fact.per_person)

        def test(situation: Situation) -> Truth:
            pair = _comparable(told(situation), bound)
            return UNKNOWN if pair is None else truth(holds(*pair))

        return self.explained(fact, test)

    def school_year(self, values: tuple[str, ...]) -> Piece:
        """The school year of the act is one of these ("2025-2026")."""

        def test(situation: Situation) -> Truth:
            year = school_year_of(situation.act)
            return truth(year in values) if isinstance(year, str) else UNKNOWN

        return self.explained(self.catalogue.facts["moment"], test)

    def explained(self, fact: Fact, test: Test) -> Piece:
        """A test whose ground is this one fact."""
        ground = grounding(fact)
        return Piece(test, lambda situation, outcome: (ground(situation, outcome),), frozenset({fact.name}))

    def _told(self, fact: Fact) -> Callable[[Situation], Told]:
        """What is told of a fact; for a capacity also what the pack says of the one who acts."""
        told = teller(fact.name, per_person=fact.per_person)
        if fact.name != "hoedanigheid" or not self._capacities:
            return told
        return lambda situation: self._capacity(situation, told(situation))

    def _capacity(self, situation: Situation, value: FactValue | _Missing) -> FactValue | _Missing:
        """The capacity that a pack says always holds for this role (a director is never private), else as told.

        While nobody said who acts, a capacity that was told may yet turn out to be that of a director.
        """
        speaks = {definition: self._is_one_of(definition.who, situation) for definition in self._capacities}
        for definition, truly in speaks.items():
            if truly is YES:
                return definition.value or MISSING
        doubtful = any(truly is UNKNOWN and definition.value != value for definition, truly in speaks.items())
        return MISSING if doubtful else value

    def _is_one_of(self, roles: tuple[str, ...], situation: Situation) -> Truth:
        mine = situation.act.facts.get("wie")
        if not isinstance(mine, tuple):
            return UNKNOWN
        return any_of(
            falls_under(self.catalogue.vocabularies["rol"], role, wanted) for role in mine for wanted in roles
        )

    def _hangs_on_the_actor(self, fact: Fact, situation: Situation) -> bool:
        return fact.name == "hoedanigheid" and any(
            self._is_one_of(definition.who, situation) is UNKNOWN for definition in self._capacities
        )

    def _text_in(self, fact: Fact, values: tuple[str, ...]) -> Piece:
        wanted, told = {value.casefold() for value in values}, self._told(fact)

        def test(situation: Situation) -> Truth:
            given = as_words(told(situation))
            return UNKNOWN if given is None else truth(any(text.casefold() in wanted for text in given))

        return self.explained(fact, test)

    def _word_set(self, fact: Fact, values: tuple[str, ...], clause: str) -> WordSet:
        vocabulary = self.catalogue.words_of(fact)
        if vocabulary is None:
            raise BrokenPack("not_words", clause=clause, given=fact.name, wanted=fact.kind)
        return self.lexicon.word_set(vocabulary, values, clause=clause)


def _comparable(value: FactValue | _Missing, bound: object) -> tuple[float, float] | None:
    """Both sides as numbers, or None when the value is unknown or too coarse."""
    if isinstance(value, int | float) and not isinstance(value, bool) and isinstance(bound, int | float):
        return value, bound
    if not isinstance(value, date) or not isinstance(bound, date):
        return None
    day, other = day_of(value), day_of(bound)
    if not isinstance(bound, datetime) or day != other:
        return day.toordinal(), other.toordinal()
    if not isinstance(value, datetime):
        return None
    # The clock on the wall, not a timestamp: that of the night in which the clock goes back is no order.
    return (value - datetime.combine(day, time.min)).total_seconds(), (
        bound - datetime.combine(day, time.min)
    ).total_seconds()
