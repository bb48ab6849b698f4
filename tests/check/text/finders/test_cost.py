"""What looking costs grows with the length of a text and no faster, also when a text is written to make it slow."""

import time
from collections.abc import Callable

import pytest

from magdit.check.text.look import NOBODY
from magdit.check.text.text import Text
from tests.check.text.finders.made.finders import DATA_FINDERS, Find

PIECES = (
    "0",
    "06-",
    "1 ",
    "12-",
    "a.",
    "a.b",
    "@",
    "a@a.",
    "www.",
    "(at) ",
    "a punt ",
    "Straat 1 ",
    "De ",
    "van ",
    "1234ab",
    "geb. ",
    "1-1-2010",
    "nl91abna",
    "bsn ",
    "wachtwoord is ",
    "login ",
    "haalde een ",
    "toets 7 ",
    "heeft adhd ",
    "nul zes ",
    "llnr ",
    "leerlingnummer van a ",
    "insta: ",
    "#",
    "-",
    "1.1.",
    "((",
    "'",
    "\n",
    "12-ab-",
    "rue de ",
    "laan van ",
    "woont in de ",
    "+31(0)",
    "rapport taal 7 ",
    "jarig 3 mei ",
    "inloggen a/",
    "code 1-",
)
LEAD = "auto bel wachtwoord woont geb. toets een adhd ( . @ 1 tel nul 1234 "


@pytest.mark.parametrize("piece", PIECES)
def test_a_hostile_text_comes_to_an_end(piece: str) -> None:
    text = Text.of((LEAD + piece * 4000)[:4000])

    for find in DATA_FINDERS:
        assert all(finding.end <= len(text.original) for finding in find(text, NOBODY))


@pytest.mark.full
@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_text_costs_no_sixteen_times_the_work(piece: str) -> None:
    short, long = (Text.of((LEAD + piece * size)[:size]) for size in (8_000, 32_000))

    for find in DATA_FINDERS:
        assert _spent(find, long) <= 10 * max(_spent(find, short), 0.005)


def _spent(find: Find, text: Text) -> float:
    """The least processor time of three goes."""
    return min(_timed(lambda: find(text, NOBODY)) for _ in range(3))


def _timed(call: Callable[[], object]) -> float:
    begun = time.process_time()
    call()
    return time.process_time() - begun
