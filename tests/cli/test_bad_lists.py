"""A list that cannot be read: which file, which line, what to mend. And every way a school saves a good one."""

import pytest

from tests.check.draft.school import CONSENTS, ROSTER, SHOWN, padded, put, yes
from tests.cli.golden import assert_golden

TWO = "id;voornaam;achternaam;rol;geboortedatum;groep\n101;Noor;Bakker;leerling;03-03-2017;5\n"
ROSTERS = {
    "geen voornaam.csv": "id;achternaam\n101;Bakker\n",
    "bijna goed.csv": "id;vornaam;achternaam\n101;Noor;Bakker\n",
    "twee keer.csv": "id;voornaam;roepnaam;voornaam\n101;Noor;Noor;Noor\n",
    "leeg.csv": "",
    "alleen kopjes.csv": "id;voornaam;achternaam\n",
    "scheef.csv": "id;voornaam;achternaam\n101;Noor\n",
    "dag.csv": TWO + "103;Sem;Bos;leerling;31-02-2010;4V\n",
    "jaar.csv": TWO + "103;Sem;Bos;leerling;14-02-10;4V\n",
    "rol.csv": TWO + "103;Sem;Bos;leerlng;14-02-2010;4V\n",
    "zelfde nummer.csv": TWO + "101;Sem;Bos;leerling;14-02-2010;4V\n",
    "naamloos.csv": TWO + "103;;Bos;leerling;14-02-2010;4V\n",
    "aanhalingsteken.csv": TWO + '103;"Sem;Bos;leerling;14-02-2010;4V\n',
    "excel.csv": b"PK\x03\x04" + b"\x00" * 40,
    "foto.csv": b"\xff\xd8\xff\xe0",
    "nul.csv": b"id;voornaam\n101;No\x00or\n",
}
ANSWERS = {
    "onbekend.csv": "101;ouder;gegeven;02-09-2026\n999;ouder;gegeven;02-09-2026\n",
    "staat.csv": "101;ouder;jawel;02-09-2026\n",
    "door.csv": "101;buurman;gegeven;02-09-2026\n",
    "dag toestemming.csv": "101;ouder;gegeven;2 september\n",
    "zonder staat.csv": "101;ouder;;02-09-2026\n",
}


@pytest.mark.parametrize("name", ROSTERS)
def test_a_bad_roster_is_refused_with_its_file_and_line(here, check, name):
    content = ROSTERS[name]
    put(here, name, content if isinstance(content, bytes) else content.encode())

    ended = check("--tekst", "Reis.", "--leerlingen", name)

    assert (ended.code, ended.out) == (2, "")
    assert_golden("slechte-lijsten", name, ended.err)


@pytest.mark.parametrize("name", ANSWERS)
def test_bad_consents_are_refused_with_their_file_and_line(here, check, name):
    put(here, "leerlingen.csv", ROSTER.encode())
    put(here, name, f"id;door;staat;datum\n{ANSWERS[name]}".encode())

    ended = check("--tekst", "Reis.", "--leerlingen", "leerlingen.csv", "--toestemming", name)

    assert (ended.code, ended.out) == (2, "")
    assert_golden("slechte-lijsten", name, ended.err)


def test_a_name_instead_of_a_number_is_looked_up_and_one_that_is_nearly_right_is_named(here, check):
    put(here, "leerlingen.csv", ROSTER.encode())
    put(here, "naam.csv", b"voornaam;tussenvoegsel;achternaam;door;staat\nNor;van;Dijk;ouder;gegeven\n")

    ended = check("--tekst", "Reis.", "--leerlingen", "leerlingen.csv", "--toestemming", "naam.csv")

    assert ended.code == 2
    assert_golden("slechte-lijsten", "naam.csv", ended.err)


def test_a_list_that_is_missing_or_a_folder_is_refused(here, check):
    (here / "map").mkdir()

    for name in ("weg.csv", "map"):
        ended = check("--tekst", "Reis.", "--leerlingen", name)

        assert ended.code == 2
        assert_golden("slechte-lijsten", name, ended.err)


@pytest.mark.parametrize(
    ("case", "row"),
    [
        ("foto die er niet is", "101;;;andere.jpg;1"),
        ("gezicht dat er niet is", "101;;;reis.jpg;9"),
        ("iemand die niet op de lijst staat", "999"),
        ("ja noch nee", "101;;;reis.jpg;1;misschien"),
    ],
)
def test_who_is_shown_must_fit_the_photos_and_the_roster(here, check, school, case, row):
    school.photo("reis.jpg", "noor")
    put(here, "leerlingen.csv", ROSTER.encode())
    school.table("in-beeld.csv", SHOWN, padded(row, SHOWN))

    ended = check("reis.jpg", "--leerlingen", "leerlingen.csv", "--in-beeld", "in-beeld.csv")

    assert ended.code == 2
    assert_golden("slechte-lijsten", case, ended.err)


@pytest.fixture
def mended_lists(check, school):
    """Runs a check with these bytes as roster and consents, of a photo of Noor, whose yes is in them."""

    def go(roster: bytes, consents: bytes):
        school.photo("reis.jpg", "noor")
        put(school.folder, "leerlingen.csv", roster)
        put(school.folder, "toestemming.csv", consents)
        school.table("in-beeld.csv", SHOWN, padded("101;;;reis.jpg;1", SHOWN))
        lists = ("--leerlingen", "leerlingen.csv", "--toestemming", "toestemming.csv", "--in-beeld", "in-beeld.csv")
        return check("reis.jpg", *lists, "--laag", "protocol")

    return go


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_way_a_school_saves_a_list_is_read(mended_lists, encoding, sign, end):
    roster = ROSTER.replace("Olaf", "Oléf").replace(";", sign).replace("\n", end)
    answer = yes(101, covers="foto", where="website").split(";")
    consents = end.join([CONSENTS.replace(";", sign), sign.join(answer), ""])

    ended = mended_lists(roster.encode(encoding), consents.encode(encoding))

    assert ended.code == 0, ended.err or ended.out
