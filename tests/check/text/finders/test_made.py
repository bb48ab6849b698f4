"""Made values in made sentences: 97 of 100 are found with the right kind, and what only looks like one stays silent."""

from collections import Counter
from random import Random

import pytest

from magdit.check.tables.roster import Roster
from magdit.check.text.finding import Finding
from magdit.check.text.look import NOBODY
from magdit.check.text.settle import settled
from magdit.check.text.text import Text
from tests.check.text.finders.made.finders import DATA_FINDERS
from tests.check.text.finders.made.sentences import LOOKALIKES, SENTENCES

SEED = 20261121
GOAL = 0.97


def looked(written: str, roster: Roster = NOBODY) -> tuple[Finding, ...]:
    text = Text.of(written)
    return settled(finding for find in DATA_FINDERS for finding in find(text, roster))


@pytest.mark.parametrize("kind", SENTENCES)
def test_made_values_are_found_whole(kind: str) -> None:
    missed, wrong, tried = _tried(kind, times=150)

    assert len(missed) <= (1 - GOAL) * tried, missed
    assert len(wrong) <= (1 - GOAL) * tried, wrong


@pytest.mark.full
@pytest.mark.parametrize("kind", SENTENCES)
def test_thousands_of_made_values_are_found_whole(kind: str) -> None:
    missed, wrong, tried = _tried(kind, times=4000)

    assert len(missed) <= (1 - GOAL) * tried, missed[:40]
    assert len(wrong) <= (1 - GOAL) * tried, wrong[:40]


def test_what_only_looks_like_a_value_stays_silent() -> None:
    marked = _marked(times=6)

    assert sum(marked.values()) <= 0.01 * 6 * len(LOOKALIKES), marked


@pytest.mark.full
def test_thousands_of_lookalikes_stay_silent() -> None:
    marked = _marked(times=60)

    assert sum(marked.values()) <= 0.01 * 60 * len(LOOKALIKES), marked


def _tried(kind: str, *, times: int) -> tuple[list[str], list[str], int]:
    """The sentences whose value was not found on its very own signs, and those in which something else was seen."""
    chance, missed, wrong = Random(f"{SEED}{kind}"), [], []
    for _ in range(times):
        maker, sentences = chance.choice(SENTENCES[kind] + SENTENCES[kind][:1])
        value, sentence = maker(chance), chance.choice(sentences)
        start = sentence.index("{}")
        found = looked(sentence.replace("{}", value))
        own = [
            f for f in found if f.type == kind and abs(f.start - start) <= 1 and abs(f.end - start - len(value)) <= 1
        ]
        if not own:
            missed.append(sentence.replace("{}", value))
        if any(f.start < start + len(value) and start < f.end and f.type != kind for f in found):
            wrong.append(sentence.replace("{}", value))
    return missed, wrong, times


def _marked(*, times: int) -> Counter[str]:
    chance, marked = Random(SEED), Counter[str]()
    for sentence in LOOKALIKES * times:
        written = "".join(
            chance.choice("0123456789")
            if sign == "#"
            else chance.choice("BDFGHKLMPRSTVXZ")
            if sign == "@" and sentence[:7] == "Artikel"
            else sign
            for sign in sentence
        )
        if looked(written):
            marked[written] += 1
    return marked
