"""The rules of tone, read from data/tone_rules_*.txt: which kind each flags, with which reason, by which sentences.

A file holds macros ('{who} = jij|jullie') and rules ('[threat tone_threat_wish]' with a sentence a line). The sentences
are kept apart from the code so that whoever knows the language, and not Python, can read and mend them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from magdit.check.text import data
from magdit.check.text.finders.tone_anchors import Needs, needs, weight
from magdit.check.text.finders.tone_line import behind, filled, pattern

# In this order the first one keeps the words: what is a slur is no mere insult too.
_FILES = ("groups", "threats", "aimed", "bullying", "coarse")
_SHARED = "harm"


@dataclass(frozen=True, slots=True)
class Rule:
    """`kind` is what stands behind 'tone:', `code` the reason that the wording tells; `rank` says which goes first."""

    kind: str
    code: str
    rank: int
    file: str
    sentence: str
    needs: Needs

    def may_match(self, words: Set[str]) -> bool:
        """Whether a text with these words and '·grades' has what the sentence cannot do without."""
        for need in self.needs:  # noqa: SIM110 (a generator takes twice as long, and this runs for every post)
            if need.isdisjoint(words):
                return False
        return True

    @property
    def pattern(self) -> re.Pattern[str]:
        """Made when it is first needed: most texts need none."""
        return _pattern(self.file, self.sentence)


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order in which they may take words."""
    return tuple(
        _rule(rank, *found) for rank, found in enumerate(found for name in _FILES for found in _sentences(name))
    )


def _rule(rank: int, file: str, title: str, sentence: str) -> Rule:
    kind, code = title.split()
    return Rule(kind, code, rank, file, sentence, needs(sentence, _needs_of_macros(file)))


@cache
def rules_by_word() -> dict[str, tuple[Rule, ...]]:
    """For each word or '·grade' that a rule cannot do without, the rules to try when a text has it."""
    found: dict[str, list[Rule]] = {}
    for rule in rules():
        for word in min(rule.needs, key=weight):
            found.setdefault(word, []).append(rule)
    return {word: tuple(those) for word, those in found.items()}


def rules_for(words: Set[str]) -> list[Rule]:
    """The rules that can match a text with these words and '·grades', in order."""
    known = rules_by_word()
    near = {rule.rank: rule for word in words & known.keys() for rule in known[word] if rule.may_match(words)}
    return [near[rank] for rank in sorted(near)]


def is_any_for(words: Set[str]) -> bool:
    """Whether there is such a rule."""
    known = rules_by_word()
    for word in words & known.keys():
        for rule in known[word]:
            if rule.may_match(words):
                return True
    return False


@cache
def guard(name: str) -> re.Pattern[str]:
    """A pattern of data/tone_guards.txt; one named 'before_…' must end where the searched words end."""
    _, sections = _read("guards")
    sentences = dict(sections)[name]
    return (behind if name.startswith("before_") else pattern)(*sentences)


@cache
def _pattern(file: str, sentence: str) -> re.Pattern[str]:
    return pattern(filled(sentence, _macros(file)))


@cache
def _macros(file: str) -> dict[str, str]:
    return {**_read(f"rules_{_SHARED}")[0], **_read(f"rules_{file}")[0]}


@cache
def _needs_of_macros(file: str) -> dict[str, Needs]:
    """What each macro cannot do without; a macro speaks of macros above it only."""
    found: dict[str, Needs] = {}
    for macro, meaning in _macros(file).items():
        found[macro] = needs(meaning, found)
    return found


def _sentences(file: str) -> Iterator[tuple[str, str, str]]:
    """File, title and sentence of each rule. A macro of nothing but macros gives a sentence for each of them."""
    macros = _macros(file)
    lists = {macro: meaning.split("|") for macro, meaning in macros.items() if re.fullmatch(r"(\{\w+\}\|?)+", meaning)}
    for title, sentences in _read(f"rules_{file}")[1]:
        for sentence in sentences:
            spread = next((macro for macro in lists if f"{{{macro}}}" in sentence), "")
            for one in lists.get(spread, [""]):
                yield file, title, sentence.replace(f"{{{spread}}}", one)


@cache
def _read(name: str) -> tuple[dict[str, str], list[tuple[str, list[str]]]]:
    """The macros and the sections of a file, in order."""
    macros: dict[str, str] = {}
    sections: list[tuple[str, list[str]]] = []
    for line in _lines(name):
        if line.startswith("{") and "} = " in line:
            macro, _, meaning = line[1:].partition("} = ")
            macros[macro] = meaning
        elif title := re.fullmatch(r"\[([a-z_ ]+)\]", line):
            sections.append((title[1], []))
        else:
            sections[-1][1].append(line)
    return macros, sections


def _lines(name: str) -> list[str]:
    text = files(data).joinpath(f"tone_{name}.txt").read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return re.sub(r"\n {4}", " ", "\n".join(kept)).split("\n")
