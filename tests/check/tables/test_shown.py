"""Who is in the picture, as the author says. What is not said is not known."""

import pytest

from magdit.check.tables.roster import Roster
from magdit.check.tables.shown import read_shown
from magdit.check.tables.unreadable import Unreadable
from tests.check.tables.conftest import Write


def test_a_child_of_the_school_is_shown_in_one_photo(write: Write, roster: Roster) -> None:
    path = write("id;foto;gezicht;herkenbaar;genoemd;bovenkleding\n1;plein.jpg;2;ja;nee;ja\n")

    (noor,) = read_shown(path, roster)

    assert (noor.person, noor.photo, noor.face) == (roster.by_id["1"], "plein.jpg", 2)
    assert (noor.recognisable, noor.named, noor.outerwear) == (True, False, True)


def test_what_the_author_leaves_open_is_not_known(write: Write, roster: Roster) -> None:
    path = write("voornaam;achternaam;herkenbaar;bovenkleding\nNoor;van Dijk;;\n")

    (noor,) = read_shown(path, roster)

    assert (noor.recognisable, noor.named, noor.outerwear, noor.face, noor.photo) == (None, None, None, None, "")


def test_someone_off_the_roster_is_shown_without_a_role_we_know(write: Write, roster: Roster) -> None:
    path = write("voornaam;achternaam;herkenbaar\nOlaf;Kraan;ja\n")

    (olaf,) = read_shown(path, roster)

    assert (olaf.person, olaf.name, olaf.role, olaf.born) == (None, "Olaf Kraan", None, None)


def test_a_visitor_may_have_a_role_of_their_own(write: Write, roster: Roster) -> None:
    path = write("voornaam;rol;geboortedatum\nOlaf;bezoeker;01-01-1980\n")

    (olaf,) = read_shown(path, roster)

    assert (olaf.role, str(olaf.born)) == ("bezoeker", "1980-01-01")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("voornaam;achternaam\nEmma;Koning\n", "several_people"),
        ("id;herkenbaar\n1;een beetje\n", "wrong_value"),
        ("id;gezicht\n1;links\n", "wrong_value"),
        ("id;gezicht\n1;-1\n", "wrong_value"),
        ("id;gezicht\n77;1\n", "unknown_id"),
        ("foto;gezicht\nplein.jpg;1\n", "missing_column"),
        ("id;voornaam;gezicht\n;;1\n", "missing_value"),
    ],
)
def test_a_row_that_says_nothing_clear_is_refused(write: Write, roster: Roster, content: str, code: str) -> None:
    path = write(content)

    with pytest.raises(Unreadable) as refusal:
        read_shown(path, roster)

    assert refusal.value.code == code
