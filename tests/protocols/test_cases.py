"""Cases beside a protocol: every expectation can come true and can fail, and a mistake in a case is named."""

import pytest

from magdit.norms.broken import BrokenPack
from magdit.protocols.cases import EXPECTATIONS, read_cases, run_case
from magdit.protocols.keys import KEYS
from magdit.protocols.library import Library
from tests.protocols.conftest import CASE, RULE

HURTFUL = 'feiten = { wie = "leerkracht", handeling = "plaatsen", kwetsend = true }'
RICH = (
    RULE
    + """\
[[artikel.plicht]]
id = "meld"
wie = ["medewerker"]
handeling = ["plaatsen"]
doe = "melden"
[[artikel.aandacht]]
bij = ["plaatsen"]
tekst = "Denk na."

[[artikel]]
nummer = "2.2"
soort = ["verbod", "bevoegdheid"]
zegt = "Tijdens de les plaatst u niets, behalve met akkoord van de leidinggevende."
[[artikel.norm]]
soort = "verbod"
wie = ["medewerker"]
handeling = ["plaatsen"]
als = "tijdens_les"
tenzij = ["mag_in_les"]
[[artikel.norm]]
soort = "verbod"
kracht = "bij_voorkeur"
wie = ["medewerker"]
handeling = ["plaatsen"]
als = "schooltijd"
[[artikel.bevoegdheid]]
wie = ["leidinggevende"]
verleent = "mag_in_les"
[[artikel.norm]]
soort = "verbod"
wie = ["medewerker"]
handeling = ["plaatsen"]
per = "persoon_in_beeld"
als = "herkenbaar en rol is leerling"
tenzij = ["ja_van_ouder"]
[[artikel.toestemmingseis]]
levert = "ja_van_ouder"
voor = ["foto"]
door = [{ rol = "ouder" }]
"""
)
LESSON = 'feiten = { wie = "leerkracht", handeling = "plaatsen", in_beeld = [], tijdens_les = true'


@pytest.fixture
def run(write_pack, library):
    """Write a pack with this one case and run it."""

    def one(case: str, *, rules: str = RICH):
        folder = write_pack(rules, cases=f'[[geval]]\nnaam = "x"\n{case}')
        (found,) = read_cases(folder)
        return run_case(found, library.book("klein"))

    return one


@pytest.fixture
def wrong_case(write_pack):
    """Write a case that cannot be read and give back what was said of it."""

    def refuse(case: str) -> BrokenPack:
        folder = write_pack(cases=case)
        with pytest.raises(BrokenPack) as broken:
            read_cases(folder)
        return broken.value

    return refuse


@pytest.mark.parametrize(
    ("facts", "right", "wrong"),
    [
        (HURTFUL, 'zoals_ingediend = "mag_niet"', 'zoals_ingediend = "mag"'),
        (HURTFUL, 'oordeel = "mag_niet"', 'oordeel = "mag_mits"'),
        (HURTFUL, 'artikelen = ["2.1"]', 'artikelen = ["2.1", "2.2"]'),
        (HURTFUL, 'artikelen = ["2.1"]', "artikelen = []"),
        (HURTFUL, 'plichten = ["meld"]', 'plichten = ["bel"]'),
        (HURTFUL, 'geen_plichten = ["bel"]', 'geen_plichten = ["meld"]'),
        (HURTFUL, 'aandacht = ["2.1"]', 'aandacht = ["2.2"]'),
        (HURTFUL.replace(", kwetsend = true", ""), 'niet_bekeken = ["kwetsend"]', 'niet_bekeken = ["embargo"]'),
        (LESSON + ", akkoorden = [] }", 'vraag_aan = "leidinggevende"', 'vraag_aan = "directeur"'),
        (LESSON + ", akkoorden = [] }", 'helpt = ["akkoord vragen"]', 'helpt = ["wachten"]'),
        (LESSON + ', akkoorden = [{ door = "leidinggevende" }] }', 'opgeheven = ["2.2"]', 'opgeheven = ["2.1"]'),
        (
            LESSON.replace("tijdens_les", "tijdens_les = false, schooltijd") + " }",
            'advies = ["2.2#2"]',
            'advies = ["2.2"]',
        ),
        (LESSON.replace(", tijdens_les = true", "") + " }", 'weten = "tijdens_les"', 'weten = "kwetsend"'),
        (
            'op = 2026-03-03T14:00:00\nfeiten = { wie = "leerkracht", handeling = "plaatsen", tijdens_les = true,'
            ' in_beeld = [], akkoorden = [{ door = "leidinggevende", tot = 2026-03-03T15:00:00 }] }',
            'geldig_tot = "2026-03-03T15:00:01"',
            'geldig_tot = "2026-03-03T15:00:00"',
        ),
    ],
)
def test_every_expectation_can_come_true_and_can_fail(run, facts, right, wrong):
    good = run(f"{facts}\nverwacht = {{ {right} }}")
    bad = run(f"{facts}\nverwacht = {{ {wrong} }}")

    assert good.passed, good.differences
    assert [key for key, _, _ in bad.differences] == [wrong.split(" ")[0]]


def test_every_expectation_is_tried_above():
    tried = {
        mark.split(" ")[0]
        for row in test_every_expectation_can_come_true_and_can_fail.pytestmark[0].args[1]
        for mark in row[1:2]
    }

    assert tried == set(EXPECTATIONS)


def test_a_difference_tells_what_was_expected_and_what_came(run):
    found = run(f'{HURTFUL}\nverwacht = {{ oordeel = "mag" }}')

    assert found.differences == (("oordeel", "mag", "mag_niet"),)


def test_the_short_form_shows_recognisable_pupils(run):
    found = run(
        'feiten = { wie = "leerkracht", handeling = "plaatsen", tijdens_les = false, inhoud = ["foto"] }\n'
        'persoon = [{ naam = "noor", toestemming = "geweigerd" }, { naam = "sem", toestemming = "gegeven" }]\n'
        'verwacht = { oordeel = "mag_mits", helpt = ["noor onherkenbaar maken"] }'
    )

    assert found.passed, found.differences


def test_the_short_form_of_the_moment_does_not_overrule_the_act(run):
    found = run('op = 2026-03-03T14:00:00\nfeiten = { handeling = "plaatsen", moment = 2020-01-01 }\nverwacht = {}')

    assert found.case.act["moment"].isoformat() == "2020-01-01"


def test_a_case_may_ask_for_another_layer(write_pack, library):
    case = CASE.replace("feiten = {", 'laag = "wet"\nfeiten = { inhoud = ["tekst"], in_beeld = [],').replace(
        'oordeel = "mag_niet", artikelen = ["2.1"]', 'oordeel = "niet_geregeld"'
    )
    (found,) = read_cases(write_pack(cases=case))

    assert run_case(found, library.book("klein")).passed


def test_an_act_that_cannot_be_read_fails_the_case_and_says_why(run):
    found = run('feiten = { handelng = "plaatsen" }\nverwacht = { oordeel = "mag" }')

    assert not found.passed
    assert found.answer is None
    assert found.differences[0][0] == "handelng"


@pytest.mark.parametrize(
    ("case", "code", "given"),
    [
        (CASE.replace("naam =", "nam ="), "unknown_key", "nam"),
        (CASE.replace('naam = "iets kwetsends"\n', ""), "missing_key", "naam"),
        (CASE.replace("verwacht =", "verwacht_ ="), "unknown_key", "verwacht_"),
        (CASE.replace("artikelen =", "artikels ="), "unknown_key", "artikels"),
        (CASE.replace("feiten =", 'laag = "wett"\nfeiten ='), "wrong_choice", "wett"),
        (CASE.replace("[[geval]]", "[[gevl]]"), "unknown_key", "gevl"),
        ("geval = 3", "wrong_kind", "geval"),
        (CASE.replace("verwacht = {", "verwacht = 3 # {"), "wrong_kind", "verwacht"),
        ("[[geval]", "no_toml", None),
    ],
)
def test_a_mistake_in_a_case_is_named(wrong_case, case, code, given):
    broken = wrong_case(case)

    assert (broken.code, broken.file, broken.pack) == (code, "cases.toml", "klein")
    assert given is None or broken.given == given


def test_a_pack_without_cases_has_none(write_pack):
    assert read_cases(write_pack()) == ()


def test_cases_may_lie_in_a_file_with_a_dutch_name(write_pack):
    assert len(read_cases(write_pack(gevallen=CASE))) == 1


def test_a_case_has_the_keys_that_the_manual_names():
    assert {"naam", "laag", "op", "feiten", "persoon", "verwacht"} <= KEYS["geval"]


def every_case():
    library = Library()
    for name in library.ids(with_law=True):
        book = library.book(name)
        for case in read_cases(library.folder(name)):
            yield pytest.param(case, book, id=f"{name}: {case.name}")


@pytest.mark.parametrize(("case", "book"), list(every_case()))
def test_every_case_of_every_pack_comes_true(case, book):
    assert run_case(case, book).differences == ()
