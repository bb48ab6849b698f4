"""A board with thousands of names reads a post as calmly as a school with two hundred: seeded, counted, not timed."""

import random

import pytest

from magdit.check.tables.roster import Person, Roster
from magdit.check.text.data import word_list
from magdit.check.text.finders.names import find
from magdit.check.text.people.index import index_of
from magdit.check.text.people.known import first_names
from magdit.check.text.text import Text

WELL_KNOWN = (
    "Noor Sem Mila Daan Fatima Yusuf Lotte Bram Roos Mees Storm Iris Jan Anouk Ayoub Zoë Thijs Elif Fleur Tim".split()
)
INFIXES = {"dijk": "van", "boer": "de", "berg": "van den", "meer": "van der", "wit": "de", "hart": "'t"}
LOUD = (
    "Vandaag is {first} jarig, hoera!",
    "Gefeliciteerd {full} met je diploma.",
    "gisteren waren {small} en {other_small} ziek",
    "Op de foto: {first}, {other} en {full}.",
    "Juf {first} neemt afscheid van de school.",
    "Wil je doorgeven dat {full} morgen later komt?",
    "In groep 5 hield {first} een spreekbeurt over de wolf in het bos.",
    "De tekening van {first} hangt naast de bakker en de visser.",
)
SILENT = (
    "De bakker, de slager en de visser: beroepen in groep 2.",
    "In mei leggen alle vogels een ei, de koning en de keizer ook.",
    "Groen, wit, zwart en bruin zijn de kleuren van het bos.",
    "De merel zong in de boom terwijl de mees een nest bouwde.",
    "Storm op komst: vandaag blijven we binnen, de wind is hard.",
    "We fietsen over de dijk naar het meer en langs de berg.",
    "Post voor de kok: er is nog brood, kool en zout in de kast.",
    "Utrecht, Breda, Zwolle en Tilburg doen mee aan de actie.",
    "Roos, tulp en narcis: groep 4 kent alle bloemen.",
    "Wil je meehelpen? Ben je er ook bij? Mail ons dan.",
    "De linde, de wilg en de beuk groeien op het plein.",
    "Op vrijdag is het plein dicht. Neem een jas en een bal mee.",
    "Winter in de klas: sneeuw van watten, sterren van papier.",
    "Hoop, vrede en geluk voor iedereen in het nieuwe jaar!",
    "Het hoofd, de hals, de hand en de voet: wij leren Engels.",
    "Lente! De bollen komen uit en de haan kraait weer.",
)


def roster_of(size: int) -> Roster:
    """The larger, the more names that are rare, and surnames that are words."""
    chance = random.Random(size)
    firsts = sorted(name.capitalize() for name in first_names())
    lasts = sorted(word_list("family_names")["surname"] | word_list("names_that_are_words")["often"])
    people = []
    for number in range(size):
        last = chance.choice(lasts)
        first = chance.choice(WELL_KNOWN if size < 1_000 or chance.random() < 0.3 else firsts)
        people.append(Person(str(number), first, INFIXES.get(last, ""), last.capitalize()))
    return Roster(tuple(people))


def loud_posts(roster: Roster, count: int) -> list[tuple[str, list[str]]]:
    """Posts about children of this roster, with the names that stand in them."""
    chance = random.Random(3)
    posts = []
    for number in range(count):
        one, two = chance.sample([person for person in roster.people[:200] if person.first in WELL_KNOWN], 2)
        parts = {"first": one.first, "other": two.first, "full": one.display}
        parts |= {"small": one.first.lower(), "other_small": two.first.lower()}
        post = LOUD[number % len(LOUD)]
        posts.append((post.format(**parts), [value for key, value in parts.items() if f"{{{key}}}" in post]))
    return posts


@pytest.fixture(scope="module")
def school() -> Roster:
    return roster_of(200)


@pytest.fixture(scope="module")
def board() -> Roster:
    return roster_of(5_000)


def precision(roster: Roster) -> float:
    """Which part of what is found in loud and silent posts together is a name."""
    posts = [*loud_posts(roster, 80), *((post, []) for post in SILENT)]
    told = [(post[one.start : one.end], names) for post, names in posts for one in find(Text.of(post), roster)]
    return sum(any(name in words or words in name for name in names) for words, names in told) / len(told)


def test_a_large_roster_costs_hardly_any_precision(school: Roster, board: Roster) -> None:
    assert precision(school) >= 0.95
    assert precision(school) - precision(board) <= 0.04


@pytest.mark.parametrize("size", ["school", "board"])
def test_the_children_are_found_at_every_size(size: str, request: pytest.FixtureRequest) -> None:
    roster: Roster = request.getfixturevalue(size)
    found = expected = 0
    for post, names in loud_posts(roster, 80):
        words = {post[one.start : one.end] for one in find(Text.of(post), roster)}
        expected += len(names)
        found += sum(any(name in seen for seen in words) for name in names)

    assert found / expected >= 0.93


@pytest.mark.parametrize("size", ["school", "board"])
def test_posts_about_nobody_stay_silent_at_every_size(size: str, request: pytest.FixtureRequest) -> None:
    roster: Roster = request.getfixturevalue(size)
    marked = [post for post in SILENT if find(Text.of(post), roster)]

    assert len(marked) <= 1, marked


def test_a_large_roster_gives_hardly_more_to_weigh(school: Roster, board: Roster) -> None:
    """Counted in parts of names that the automaton sees: that is the work that grows with the roster."""
    posts = [Text.of(post) for post, _ in loud_posts(school, 40)] + [Text.of(post) for post in SILENT]
    small = sum(1 for post in posts for _ in index_of(school).parts(post))
    large = sum(1 for post in posts for _ in index_of(board).parts(post))

    assert large <= 6 * small
