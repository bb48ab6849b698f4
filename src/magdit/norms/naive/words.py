"""Whether a word falls under another: all narrower words of the one are looked up in the other, each time anew."""

from __future__ import annotations

from magdit.norms.model import Definition
from magdit.norms.naive.view import View
from magdit.norms.truth import NO, UNKNOWN, YES, Truth, any_of, truth
from magdit.words.vocabulary import Vocabulary


def falls_under(given: str, wanted: str, vocabulary: Vocabulary, view: View) -> Truth:
    """Whether a word falls under another, as this protocol defines that other or else as the word list has it.

    A narrower word does, one with a narrower word in common leaves it open, and any other does not.
    """
    definition = _wide_word(wanted, vocabulary, view)
    if definition is None:
        return plainly_under(given, wanted, vocabulary)
    also = _condition_of(definition, view)
    if definition.word in vocabulary and given == vocabulary.code(definition.word):
        return also
    found = {_exactly_in(word, definition, vocabulary, view) for word in vocabulary.below(given)}
    return min(found.pop() if len(found) == 1 else UNKNOWN, also)


def _exactly_in(word: str, definition: Definition, vocabulary: Vocabulary, view: View) -> Truth:
    """This word and nothing narrower: what is named outright goes first, then what is left out, then what is open."""
    named = {vocabulary.code(one) for one in definition.covers if _wide_word(one, vocabulary, view) is None}
    if definition.word in vocabulary:
        named.add(vocabulary.code(definition.word))
    if word in named:
        return YES
    if any(word in vocabulary.below(vocabulary.code(one)) for one in definition.never):
        return NO
    if any(word in vocabulary.below(vocabulary.code(one)) for one in definition.open):
        return UNKNOWN
    return any_of(_exactly_under(word, one, vocabulary, view, but=definition) for one in definition.covers)


def _exactly_under(word: str, wanted: str, vocabulary: Vocabulary, view: View, *, but: Definition) -> Truth:
    definition = _wide_word(wanted, vocabulary, view)
    if definition is None or definition is but:
        return truth(word in vocabulary.below(vocabulary.code(wanted)))
    return min(_exactly_in(word, definition, vocabulary, view), _condition_of(definition, view))


def _wide_word(word: str, vocabulary: Vocabulary, view: View) -> Definition | None:
    """The protocol's own definition of this word, if it widens a word of this list."""
    return next((one for one in view.definitions(word) if one.covers and _is_about(one, vocabulary, view)), None)


def _condition_of(definition: Definition, view: View) -> Truth:
    return YES if definition.about is None else view.of_the_whole().is_true(definition.about)


def _is_about(definition: Definition, vocabulary: Vocabulary, view: View) -> bool:
    """Whether a definition widens a word of this list (and not, say, a role where a medium is meant)."""
    first = definition.covers[0]
    return first in vocabulary or any(
        _is_about(other, vocabulary, view) for other in view.definitions(first) if other.covers
    )


def plainly_under(given: str, wanted: str, vocabulary: Vocabulary) -> Truth:
    """The same by the word list alone; `wanted` in any spelling."""
    code = vocabulary.code(wanted)
    if given in vocabulary.below(code):
        return YES
    return UNKNOWN if vocabulary.below(code) & vocabulary.below(given) else NO
