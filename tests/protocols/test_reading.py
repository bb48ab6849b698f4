"""What is read from the files of a protocol: its clauses in order, its life, its hours, its own facts and words."""

from datetime import date, time

import pytest

from magdit.norms.answering import answer
from magdit.norms.read_act import read_act
from tests.protocols.conftest import HEAD, RULE

LIFE = '[levensloop]\nartikel = "1"\nin_werking = 2026-08-01\n'
OPEN = '[[venster]]\nnaam = "open"\nartikel = "1"\ndagen = ["ma", "vr"]\n'


@pytest.fixture
def pack(write_pack, library):
    """Write a pack and read it."""

    def read(*rules, **more):
        return library.pack(write_pack(*rules, **more).name)

    return read


def test_clauses_stand_in_the_order_of_the_document(write_pack, library):
    folder = write_pack()
    for number in ("10", "9"):
        (folder / f"{number}-slot.toml").write_text(RULE.replace("2.1", f"{number}.1"), encoding="utf-8")

    numbers = [clause.number for clause in library.pack("klein").clauses]

    assert numbers == ["1", "2.1", "9.1", "10.1"]


@pytest.mark.parametrize(
    ("number", "more", "chapter"),
    [('"2.1"', "", "2"), ('"IV.M3"', "", "IV"), ('"7"', "", ""), ('"7"', 'hoofdstuk = "A"\n', "A"), ("7", "", "")],
)
def test_the_chapter_is_what_stands_before_the_last_point(pack, number, more, chapter):
    read = pack(RULE.replace('nummer = "2.1"\n', f"nummer = {number}\n{more}"))

    assert read.clause(number.strip('"')).chapter == chapter


def test_a_file_may_name_the_chapter_of_all_its_clauses(pack):
    read = pack('hoofdstuk = "toestemming"\n' + RULE)

    assert read.clause("2.1").chapter == "toestemming"


def test_norms_without_a_name_are_called_after_their_clause(pack):
    second = '[[artikel.norm]]\nsoort = "verbod"\n'

    read = pack(RULE + second + second)

    assert [norm.id for norm in read.norms] == ["2.1", "2.1#2", "2.1#3"]


@pytest.mark.parametrize(
    ("life", "end"),
    [
        (LIFE + 'duur = "P2Y"\n', date(2028, 8, 1)),
        (LIFE + 'duur = "P18M"\n', date(2028, 2, 1)),
        (LIFE + "tot = 2027-01-01\n", date(2027, 1, 1)),
        (LIFE + 'duur = "P2Y"\ntot = 2027-01-01\n', date(2027, 1, 1)),
        (LIFE, None),
        ("", None),
    ],
)
def test_a_protocol_ends_at_its_date_or_after_its_duration(pack, life, end):
    assert pack(head=HEAD + life).lifecycle.end == end


@pytest.mark.parametrize(
    ("day", "notice"),
    [
        ("2026-07-31", ("klein:nog_niet_in_werking",)),
        ("2026-08-01", ()),
        ("2028-07-31", ()),
        ("2028-08-01", ("klein:verlopen",)),
    ],
)
def test_the_first_day_counts_and_the_end_does_not(write_pack, library, day, notice):
    write_pack(head=HEAD + LIFE + 'duur = "P2Y"\n')
    book = library.book("klein", with_law=False)

    found = answer(book, read_act({"handeling": "plaatsen", "moment": day}, book.catalogue))

    assert found.notices == notice


def test_a_window_has_days_and_hours(pack):
    window = pack(head=HEAD + OPEN + 'vanaf = "08:00"\ntot = 17:00:00\n').windows[0]

    assert (window.days, window.start, window.end) == ((0, 4), time(8), time(17))


def test_a_window_without_hours_is_open_all_day(pack):
    window = pack(head=HEAD + OPEN).windows[0]

    assert (window.start, window.end) == (None, None)


@pytest.mark.parametrize(
    ("moment", "verdict"),
    [
        ("2026-03-02T17:00", "voorleggen"),
        ("2026-03-02T17:00:01", "mag_niet"),
        ("2026-03-03T12:00", "mag_niet"),
        ("2026-03-02", "eerst_weten"),
    ],
)
def test_the_bound_of_a_window_lies_inside_it(write_pack, library, moment, verdict):
    rule = RULE.replace('als = "kwetsend"', 'als = "moment buiten open"\nherstel = []')
    write_pack(rule, head=HEAD + OPEN + 'tot = "17:00"\n')
    book = library.book("klein", with_law=False)

    found = answer(book, read_act({"wie": "docent", "handeling": "plaatsen", "moment": moment}, book.catalogue))

    assert found.verdict == verdict


def test_a_pack_brings_its_own_facts_and_words(write_pack, library):
    facts = """\
[feit]
kamp = { soort = "ja_nee", vraag = "Is het op kamp?" }
weer = { soort = "keuze", waarden = ["zon", "harde_regen"], vraag = "Wat voor weer is het?" }
[[woord]]
lijst = "medium"
code = "schoolapp"
nederlands = "onze schoolapp"
binnen = ["schoolsysteem"]
ook = ["dorpsapp"]
"""
    write_pack(RULE.replace('"kwetsend"', '"kamp en weer is harde_regen"'), feiten=facts)
    catalogue = library.book("klein").catalogue

    act = read_act({"medium": "dorpsapp", "weer": "harde regen", "kamp": "ja"}, catalogue)

    assert act.facts == {"medium": "schoolapp", "weer": "harde_regen", "kamp": True}
    assert "schoolsysteem" in catalogue.vocabularies["medium"].above("schoolapp")


def test_the_own_facts_of_one_pack_are_unknown_to_another(write_pack, library):
    write_pack(feiten='[feit]\nkamp = { soort = "ja_nee", vraag = "Is het op kamp?" }\n')

    assert library.book("klein").catalogue.fact("kamp")
    assert library.book("osvs").catalogue.fact("kamp") is None


def test_a_fact_of_the_law_can_be_told_under_every_protocol(library):
    assert library.book("osvs").catalogue.fact("toestemming_ingetrokken")


def test_one_word_may_stand_for_a_list_and_one_table_for_many(pack):
    rule = '[artikel]\nnummer = 3\nsoort = "verbod"\nzegt = "x"\nnorm = { soort = "verbod", wie = "docent" }\n'

    read = pack(rule)

    assert read.clause("3").kinds == ("verbod",)
    assert read.norms[0].who == ("docent",)
