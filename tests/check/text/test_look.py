"""Looking as a whole: every finder runs, what overlaps is settled, the school's own numbers need no flag."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdit.check.tables.roster import Person, Roster
from magdit.check.text.allow import AllowList
from magdit.check.text.finding import TYPES, Finding, Reason
from magdit.check.text.look import FINDERS, NOBODY, look_at, settle
from magdit.check.text.text import Text

NOOR = Person(id="noor", first="Noor", infix="van", last="Dijk")
CLASS = Roster(people=(NOOR, Person(id="roos", first="Roos", last="Bos"), Person(id="zoe", first="Zoë", last="Şen")))
SNIPPETS = (
    "Noor van Dijk",
    "noor",
    "#noorvandijk",
    "@",
    "06-12345678",
    "111222333",
    "bsn",
    "NL91ABNA0417164300",
    "geb.",
    "een 7,5",
    "3 maart 2017",
    "wachtwoord:",
    "vertrouwelijk",
    "ik ben juf op",
    "© ",
    "\n> ",
    "k*t",
    '"',
    "1234 AB",
    "straat 12",
    "http://",
    "\u0301",
    "\u200b",
    "🙂",
    "ij",
    "\x00",
    "️",
    "Zoe\u0308",
    "van den",
    "'t",
    "(",
    ")",
    "…",
)
ANYTHING = st.lists(st.one_of(st.sampled_from(SNIPPETS), st.text(max_size=12)), max_size=14).map(" ".join)


@given(ANYTHING)
def test_whatever_is_written_findings_point_inside_it(written: str) -> None:
    findings = look_at(written, CLASS)

    assert all(0 <= finding.start < finding.end <= len(written) for finding in findings)
    assert list(findings) == sorted(findings, key=lambda finding: finding.start)


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_name_among_anything_is_found_on_its_own_place(before: str, behind: str) -> None:
    lead = f"{before}\n\n"
    written = f"{lead}Noor van Dijk\n\n{behind}"

    spots = [(finding.start, finding.end) for finding in look_at(written, CLASS) if finding.person == ("noor",)]

    assert (len(lead), len(lead) + len("Noor van Dijk")) in spots


@given(ANYTHING)
def test_finders_one_by_one_see_what_they_see_together(written: str) -> None:
    text = Text.of(written)

    apart = [finding for finder in FINDERS for finding in finder.find(text, CLASS)]

    assert settle(written, apart) == look_at(written, CLASS)


def test_every_type_has_a_finder_and_every_finder_speaks_about_a_fact() -> None:
    types = [kind for finder in FINDERS for kind in finder.types]

    assert set(types) == TYPES
    assert all(finder.facts for finder in FINDERS)
    assert len({finder.name for finder in FINDERS}) == len(FINDERS)


@given(ANYTHING)
def test_a_finder_reports_only_its_own_types(written: str) -> None:
    text = Text.of(written)

    for finder in FINDERS:
        assert {finding.type for finding in finder.find(text, CLASS)} <= set(finder.types)


@pytest.mark.parametrize("written", ["", " ", "\n", "🙂", "Alles goed."])
def test_nothing_is_found_in_nothing(written: str) -> None:
    assert look_at(written, CLASS) == ()


def test_a_mail_address_with_a_childs_name_points_at_the_child() -> None:
    (finding,) = look_at("noor.van.dijk@voorbeeld.nl", CLASS)

    assert (finding.type, finding.person) == ("email", ("noor",))


def test_a_street_named_after_someone_is_an_address_and_no_child() -> None:
    assert [finding.type for finding in look_at("We gaan naar de Roos Bosstraat 12.", CLASS)] == ["address"]


@pytest.mark.parametrize(
    "written", ["Noor van Dijk 5", "Noor van Dijk, 9 jaar", "noor van dijk 5", "Noor van Dijk: 12"]
)
def test_a_child_whose_name_ends_like_a_street_is_a_child(written: str) -> None:
    assert [finding.type for finding in look_at(written, CLASS)] == ["name"]


def test_a_mark_and_a_name_on_the_same_words_both_stay() -> None:
    kinds = {finding.type for finding in look_at("Foto: Noor van Dijk", CLASS)}

    assert kinds == {"name", "copyright"}


def test_a_changed_roster_is_read_anew() -> None:
    smaller = Roster(people=())

    assert look_at("Noor zong.", CLASS)
    assert [finding.person for finding in look_at("Noor zong.", smaller)] == [None]


SCHOOL = AllowList.of(["030-2345678", "Lindelaan 14", "3511 AB", "@delinde"], domains=["delinde.voorbeeld.nl"])


@pytest.mark.parametrize(
    "written",
    [
        "Bel 030 - 234 56 78",
        "Bel +31 30 2345678",
        "Adres: Lindelaan 14, 3511 AB",
        "Volg @DeLinde",
        "Kijk op https://www.delinde.voorbeeld.nl/nieuws",
        "Mail info@delinde.voorbeeld.nl",
    ],
)
def test_the_schools_own_data_need_no_flag(written: str) -> None:
    assert look_at(written, NOBODY)
    assert look_at(written, NOBODY, SCHOOL) == ()


@pytest.mark.parametrize(
    "written",
    ["Bel 030-2345679", "Mail info@nepdelinde.voorbeeld.nl", "https://evil.nl/?delinde.voorbeeld.nl", "Noor zong."],
)
def test_what_only_resembles_the_schools_data_is_still_flagged(written: str) -> None:
    assert look_at(written, CLASS, SCHOOL)


def test_a_childs_name_in_the_schools_own_mail_is_still_a_child() -> None:
    findings = look_at("Mail noor.vandijk@delinde.voorbeeld.nl", CLASS, SCHOOL)

    assert [finding.person for finding in findings] == [("noor",)]


@pytest.mark.parametrize(("start", "end", "kind"), [(3, 3, "name"), (-1, 2, "name"), (0, 2, "onzin")])
def test_a_finding_of_nothing_is_refused(start: int, end: int, kind: str) -> None:
    with pytest.raises(ValueError, match="finding"):
        Finding(start, end, kind, "zeker", Reason("x"))
