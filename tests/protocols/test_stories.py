"""Stories beside the cases: steps that wait for each other, ladders, the life of a protocol, settings."""

from datetime import date

import pytest

from magdit.norms.broken import BrokenPack
from magdit.norms.lifespan import next_review, phase
from magdit.norms.model import Lifecycle
from magdit.protocols.stories import read_stories, run_story
from tests.protocols.conftest import HEAD, RULE

LADDER = """\
[[artikel]]
nummer = "3"
soort = ["procedure", "bevoegdheid"]
zegt = "Eerst praten, dan pas een maatregel."
[[artikel.stap]]
nr = 1
wie = ["leerkracht"]
doe = "bespreken"
bij = ["overtreding"]
[[artikel.stap]]
nr = 2
wie = ["leerkracht"]
doe = "bedenken"
bij = ["overtreding"]
na = [1]
mag_overslaan = true
[[artikel.stap]]
nr = 3
wie = ["schoolleider"]
doe = "bellen"
bij = ["overtreding"]
na = [1]
als = "iemand wederpartij (rol is leerling)"
[[artikel.stap]]
nr = 4
wie = ["schoolleider"]
doe = "vastleggen"
bij = ["overtreding"]
na = [2, 3]
[[artikel.maatregel]]
groep = "leerling"
trede = 2
naam = "schorsing"
wie = ["schoolleider"]
[[artikel.maatregel]]
groep = "iedereen"
trede = 1
naam = "gesprek"
wie = ["leerkracht"]
[[artikel.bevoegdheid]]
wie = ["schoolleider"]
verleent = "mag_in_les"
[[artikel.plicht]]
id = "elk_jaar_bespreken"
wie = ["medewerker"]
doe = "bespreken"
herhaal = "schooljaar"
[[artikel.instelling]]
naam = "naam_app"
soort = "tekst"
waarde = "Dorpsapp"
"""
LIFE = '\n[levensloop]\nin_werking = 2026-08-01\nduur = "P2Y"\nevaluatie = "P1Y"\n'
PUPIL = 'feiten = { wederpartij = [{ rol = "leerling" }] }'
PARENT = 'feiten = { wederpartij = [{ rol = "ouder" }] }'


@pytest.fixture
def tell(write_pack, library):
    """Write one story beside the ladder and tell it."""

    def one(story: str):
        folder = write_pack(RULE + LADDER, cases=f'[[verhaal]]\nnaam = "x"\n{story}', head=HEAD + LIFE)
        (found,) = read_stories(folder)
        return run_story(found, library.book("klein"))

    return one


STORIES = [
    ('zaak = "overtreding"\nverwacht = { stappen = ["3 bespreken"], wie = ["leerkracht"] }', "a case begins"),
    (f'zaak = "overtreding"\n{PUPIL}\ngedaan = [1]\nverwacht = {{ stappen = ["3 bedenken", "3 bellen"] }}', "pupil"),
    (
        f'zaak = "overtreding"\n{PARENT}\ngedaan = [1]\nverwacht = {{ stappen = ["3 bedenken", "3 vastleggen"] }}',
        "other",
    ),
    ('zaak = "overtreding"\ngedaan = [1]\nverwacht = { stappen = ["3 bedenken", "3 bellen"] }', "unknown stays open"),
    ('zaak = "overtreding"\ngedaan = ["3 bespreken", 3]\nverwacht = { wie = ["leerkracht", "schoolleider"] }', "who"),
    ('zaak = "overtreding"\ngedaan = ["3"]\nverwacht = { klaar = true }', "a whole article is done"),
    ('groep = "leerling"\nverwacht = { maatregelen = ["gesprek", "schorsing"] }', "the lightest first"),
    ('groep = "ouder"\nverwacht = { maatregelen = ["gesprek"], door = ["leerkracht"] }', "for everyone"),
    ('op = 2026-07-31\nverwacht = { fase = "concept" }', "the day before"),
    ('op = 2026-08-01\nverwacht = { fase = "in_werking", einde = 2028-08-01 }', "the first day"),
    ('op = 2028-07-31\nverwacht = { fase = "in_werking" }', "the last day"),
    ('op = 2028-08-01\nverwacht = { fase = "verlopen" }', "the end itself is outside"),
    ("op = 2026-12-01\nverwacht = { evaluatie = 2027-08-01 }", "the next review"),
    ('rol = "leerkracht"\nverwacht = { terugkerend = ["elk_jaar_bespreken"] }', "every year"),
    ('rol = "ouder"\nverwacht = { terugkerend = [] }', "not for parents"),
    ('akkoord = "mag_in_les"\nverwacht = { bevoegd = ["schoolleider"] }', "who may grant it"),
    ('verwacht = { instellingen = { naam_app = "Dorpsapp" } }', "what the school filled in"),
]


@pytest.mark.parametrize("story", [story for story, _ in STORIES], ids=[name for _, name in STORIES])
def test_the_protocol_tells_what_it_says(tell, story):
    assert tell(story).differences == ()


@pytest.mark.parametrize(
    "story",
    [
        'zaak = "overtreding"\nverwacht = { stappen = ["3 bellen"] }',
        'zaak = "overtreding"\nverwacht = { klaar = true }',
        'zaak = "overtreding"\nverwacht = { wie = [] }',
        'groep = "leerling"\nverwacht = { maatregelen = ["schorsing", "gesprek"] }',
        'groep = "leerling"\nverwacht = { door = [] }',
        'op = 2028-08-01\nverwacht = { fase = "in_werking" }',
        "op = 2028-08-01\nverwacht = { einde = 2028-07-31 }",
        "op = 2026-12-01\nverwacht = { evaluatie = 2026-12-02 }",
        'rol = "leerkracht"\nverwacht = { terugkerend = [] }',
        'akkoord = "mag_in_les"\nverwacht = { bevoegd = ["ouder"] }',
        'verwacht = { instellingen = { naam_app = "Magister" } }',
    ],
)
def test_a_story_that_says_something_else_fails(tell, story):
    assert not tell(story).passed


def test_facts_of_a_story_that_cannot_be_read_are_named(tell):
    told = tell('zaak = "overtreding"\nfeiten = { wie = "dosent" }\nverwacht = { klaar = true }')

    assert not told.passed
    assert told.refused is not None


@pytest.mark.parametrize(
    ("story", "where", "meant"),
    [
        ('zaak = "overtredng"\nverwacht = { klaar = true }', "zaak", "overtreding"),
        ('rol = "leerkragt"\nverwacht = { terugkerend = [] }', "rol", "leerkracht"),
    ],
)
def test_a_story_about_what_does_not_exist_never_comes_true(tell, story, where, meant):
    """Of a case that nobody knows nothing is left to do: the story would pass for ever."""
    told = tell(story)

    assert not told.passed
    assert told.refused is not None
    assert [(mistake.where, mistake.nearest[0]) for mistake in told.refused.mistakes] == [(where, meant)]


@pytest.mark.parametrize(
    ("story", "code"),
    [
        ('zaak = "overtreding"\nverwacht = { stapen = [] }', "unknown_key"),
        ("verwacht = { stappen = [] }", "missing_key"),
        ('zaakk = "overtreding"\nverwacht = { klaar = true }', "unknown_key"),
        ('op = "morgen"\nverwacht = { fase = "concept" }', "wrong_kind"),
    ],
)
def test_a_mistake_in_a_story_is_named(tell, story, code):
    with pytest.raises(BrokenPack) as broken:
        tell(story)

    assert broken.value.code == code


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ('nr = 1\nwie = ["leerkracht"]\ndoe = "praten"\nbij = ["x"]\nna = [7]', "unknown_step"),
        ('nr = 1\nwie = ["leerkragt"]\ndoe = "praten"\nbij = ["x"]', "unknown_word"),
        ('nr = 1\nwie = ["leerkracht"]\ndoe = "praten"\nbij = ["x"]\nals = "kwetsnd"', "unknown_name"),
    ],
)
def test_a_step_that_cannot_be_taken_is_refused(write_pack, library, steps, code):
    write_pack(f'[[artikel]]\nnummer = "3"\nsoort = ["procedure"]\nzegt = "Praten."\n[[artikel.stap]]\n{steps}\n')

    with pytest.raises(BrokenPack) as broken:
        library.book("klein")

    assert broken.value.code == code


def test_steps_that_wait_for_each_other_are_refused_with_the_ring(write_pack, library):
    one, other = ('[[artikel.stap]]\nnr = {}\nwie = ["leerkracht"]\ndoe = "{}"\nbij = ["x"]\nna = [{}]\n' for _ in "ab")
    steps = one.format(1, "praten", 2) + other.format(2, "bellen", 1)
    write_pack(f'[[artikel]]\nnummer = "3"\nsoort = ["procedure"]\nzegt = "Praten."\n{steps}')

    with pytest.raises(BrokenPack) as broken:
        library.book("klein")

    assert (broken.value.code, broken.value.given.count("->")) == ("ring", 2)


def test_a_protocol_without_a_first_day_has_no_phase_until_it_is_filled_in():
    assert phase(Lifecycle(), date(2026, 1, 1)) == "onbekend"


def test_adopted_but_not_begun_is_a_phase_of_its_own():
    life = Lifecycle(start=date(2026, 8, 1), details={"vaststelling": [{"door": "cvb", "op": date(2026, 6, 1)}]})

    assert [phase(life, date(2026, month, 1)) for month in (5, 6, 8)] == ["concept", "vastgesteld", "in_werking"]


def test_without_a_term_there_is_no_review():
    assert next_review(Lifecycle(start=date(2026, 8, 1)), date(2026, 9, 1)) is None
