"""The rules of tone, read from data/tone_rules_*.txt: which kind each flags, with which reason, by which sentences.

A file holds macros ('{who} = jij|jullie') and rules ('[threat tone_threat_wish]' with a sentence a line). The sentences
are kept apart from the code so that whoever knows the language, and not Python, can read and mend them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from magdit.check.text import data
from magdit.check.text.finders.tone_line import behind, pattern

# In this order the first one keeps the words: what is a slur is no mere insult too.
_FILES = ("groups", "threats", "aimed", "bullying", "coarse")
_SHARED = "harm"


@dataclass(frozen=True, slots=True)
class Rule:
    """`kind` is the part behind 'tone:'; `code` is the reason that the wording tells."""

    kind: str
    code: str
    pattern: re.Pattern[str]


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order in which they may take words."""
    shared, _ = _read(f"rules_{_SHARED}")
    return tuple(rule for name in _FILES for rule in _rules(name, shared))


@cache
def guard(name: str) -> re.Pattern[str]:
    """A pattern of data/tone_guards.txt; one named 'before_…' must end where the searched words end."""
    _, sections = _read("guards")
    sentences = dict(sections)[name]
    return (behind if name.startswith("before_") else pattern)(*sentences)


def _rules(name: str, shared: dict[str, str]) -> Iterator[Rule]:
    macros, sections = _read(f"rules_{name}")
    for title, sentences in sections:
        kind, code = title.split()
        yield Rule(kind, code, pattern(*sentences, macros={**shared, **macros}))


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
