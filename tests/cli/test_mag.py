"""`magdit mag`: asks a teacher what matters, in plain Dutch, and answers with the clause; or answers at once."""

import json
import shlex

import pytest

from magdit.protocols.library import Library
from tests.check.draft.school import put
from tests.cli.conftest import PACKS
from tests.cli.dialogue import STOPS, Typist
from tests.cli.golden import assert_golden

WHEN = ("--op", "2026-11-20T14:00")
UNDER = ("--protocol", "dorp", "--packs", PACKS)


@pytest.fixture
def mag(magdit, monkeypatch):
    """`magdit mag` with someone at the keyboard, under the small protocol of these tests without the law beside it."""
    book_of = Library.book

    def command(*typed: str, options=(), under=UNDER, at_terminal=True):
        monkeypatch.setattr(Library, "book", lambda library, name: book_of(library, name, with_law=False))
        monkeypatch.setattr("sys.stdin", Typist(*typed, at_terminal=at_terminal))
        return magdit("mag", *under, *WHEN, *options)

    return command


def told(ended):
    """What was printed; the folder of these tests is another on every machine."""
    return ended.out.replace(str(PACKS), "MAP")


def test_a_dialogue_that_ends_in_yes(mag):
    ended = mag("docent", "plaatsen", "website", "niemand", "ja")

    assert ended.code == 0
    assert_golden("vragen", "mag", told(ended))


def test_a_dialogue_that_ends_in_no_names_the_clause(mag):
    ended = mag("docent", "plaatsen", "tiktok")

    assert ended.code == 1
    assert_golden("vragen", "mag niet", told(ended))


def test_people_are_asked_one_by_one_and_only_what_matters(mag):
    ended = mag("docent", "plaatsen", "website", "Noor en Sem", "allemaal leerling", "nee", "ja", "geweigerd", "ja")

    assert ended.code == 1
    assert "◐ Mag, mits" in ended.out
    assert_golden("vragen", "twee kinderen", told(ended))


def test_one_answer_may_go_for_everyone(mag):
    ended = mag("docent", "plaatsen", "website", "3 leerlingen", "allemaal nee", "ja")

    assert ended.code == 0
    assert ended.out.count("Is deze persoon herkenbaar") == 1


def test_every_kind_of_help(mag):
    ended = mag(
        "", "?", "lijst", "docent", "", "?", "plaatsn", "ja", "instagrm", "ja", "", "?", "Xyz", "0", "", "?", "9", "?"
    )

    assert_golden("vragen", "hulp", told(ended))


def test_what_is_not_known_stays_unknown_and_is_not_asked_again(mag):
    ended = mag("docent", "plaatsen", "website", "weet ik niet")

    assert ended.code == 1
    assert "… Eerst weten" in ended.out
    assert "in_beeld=weet_ik_niet" in ended.out
    assert ended.out.partition("… Eerst weten")[0].count("Wie zijn er te zien") == 1


def test_doubt_about_a_usual_answer_is_no_yes(mag):
    ended = mag("docent", "plaatsen", "website", "niemand", "1?")

    assert ended.code == 1
    assert "✓ Mag" not in ended.out


@pytest.mark.parametrize("said", ["weet ik niet", "weet niet", "2?"])
def test_a_yes_that_hangs_on_what_is_not_known_is_no_yes_yet(mag, said):
    typed = ("docent", "plaatsen", "website", "niemand", "tekst", "openbaar", "school", said, "ja", "ja", "ja", "ja")

    ended = mag(*typed, under=("--protocol", "osvs"))

    assert ended.code == 1
    assert "✓ Mag" not in ended.out


def test_not_knowing_what_a_yes_presumes_is_no_yes(mag):
    act = (
        "--als",
        "docent",
        "--doe",
        "plaatsen",
        "--medium",
        "website",
        "--feit",
        "in_beeld=[]",
        "--feit",
        "inhoud=tekst",
    )
    under = ("--protocol", "osvs", "--niet-vragen", *act)

    silent, doubting = mag(under=under), mag(under=(*under, "--feit", "betreft_school=weet_ik_niet"))

    assert (silent.code, doubting.code) == (0, 1)
    assert "Heeft het met de school te maken" in doubting.out


def test_a_usual_answer_that_is_otherwise_counts(mag):
    ended = mag("docent", "plaatsen", "website", "niemand", "1")

    assert ended.code == 1
    assert "gegevens weglaten" in ended.out


def test_terug_takes_one_answer_back(mag):
    ended = mag("terug", "docent", "plaatsen", "website", "terug", "tiktok")

    assert "Dit is de eerste vraag." in ended.out
    assert ended.out.count("Waar komt het te staan") == 2
    assert "Op TikTok plaatst de school niets." in ended.out


def test_bad_input_never_loses_what_was_told(mag):
    ended = mag("docent", "plaatsen", "website", "100000 leerlingen", "ja", "niemand", "99", "wat", "ja")

    assert ended.code == 0
    assert ended.out.count("Wat bent u op school?") == 1


@pytest.mark.parametrize("end", [(), ("stop",), (STOPS,)])
def test_who_stops_hears_what_is_known_and_how_to_go_on(mag, end):
    ended = mag("docent", "plaatsen", *end)

    assert ended.code == 1
    assert_golden("vragen", "gestopt", told(ended))


def test_halfway_is_never_a_yes(mag):
    """Only the list of usual answers was still to come; without it "mag" would be a guess."""
    ended = mag("docent", "plaatsen", "website", "niemand", "stop")

    assert ended.code == 1
    assert "✓ Mag" not in ended.out
    assert "… Eerst weten" in ended.out


def test_the_command_for_going_on_gives_the_same_answer(mag, magdit):
    first = mag("docent", "plaatsen", "website", "Noor en Sem", "allemaal leerling", "nee", "ja", "geweigerd")
    command = first.out.rpartition("Hetzelfde zonder vragen: ")[2]

    again = magdit(*shlex.split(command)[1:])

    assert again.code == first.code == 1
    assert "Sem onherkenbaar maken" in again.out
    assert again.out.strip() in first.out


def test_nothing_is_asked_when_nobody_is_at_the_keyboard(mag):
    ended = mag("docent", at_terminal=False, options=("--als", "docent"))

    assert ended.code == 1
    assert ended.err == ""
    assert ">" not in ended.out
    assert "… Eerst weten" in ended.out


def test_an_option_goes_before_what_the_file_says(here, magdit):
    act = {"wie": "docent", "handeling": "plaatsen", "medium": "website", "in_beeld": [], "persoonsgegevens": False}
    put(here, "act.json", json.dumps(act).encode())

    as_told = magdit("mag", *UNDER, *WHEN, "--handeling", "act.json", "--niet-vragen")
    otherwise = magdit("mag", *UNDER, *WHEN, "--handeling", "act.json", "--medium", "tiktok", "--niet-vragen")

    assert (as_told.code, otherwise.code) == (0, 1)


def test_json_is_the_answer_alone_with_the_act_in_it(mag):
    ended = mag("docent", "plaatsen", "tiktok", options=("--json",))
    found = json.loads(ended.out)

    assert (found["oordeel"], found["artikelen"]) == ("mag_niet", ["4"])
    assert found["handeling"]["medium"] == "tiktok"
    assert "Wat wilt u doen?" in ended.err


def test_which_school_is_asked_when_there_are_more(mag):
    ended = mag("dorpp", "de linde", "docent", "plaatsen", "tiktok", under=("--packs", PACKS))

    assert ended.out.index("Welke school?") < ended.out.index("Wat bent u op school?")
    assert "Bedoelde u dorp?" in ended.out
    assert "Op TikTok plaatst de school niets." in ended.out


@pytest.mark.parametrize(
    ("case", "options"),
    [
        ("geen protocol", ("--als", "docent")),
        ("onbekend protocol", ("--protocol", "drop", "--packs", PACKS)),
        ("onbekende rol", (*UNDER, "--als", "docint")),
        ("onbekende handeling", (*UNDER, "--doe", "plaatse")),
        ("feit zonder waarde", (*UNDER, "--feit", "medium")),
        ("onbekend feit", (*UNDER, "--feit", "in_beld=ja")),
        ("halve json", (*UNDER, "--feit", "in_beeld=[{")),
        ("geen moment", (*UNDER, "--op", "morgen")),
        ("geen bestand", (*UNDER, "--handeling", "weg.json")),
        ("geen handeling", (*UNDER, "--handeling", "lijst.json")),
        ("geen json", (*UNDER, "--handeling", "kapot.json")),
    ],
)
def test_bad_input_says_what_and_where(here, magdit, case, options):
    put(here, "lijst.json", b"[1]")
    put(here, "kapot.json", b"{")

    ended = magdit("mag", *options, "--niet-vragen")

    assert (ended.code, ended.out) == (2, "")
    assert_golden("verkeerde-vragen", case, ended.err)


def test_a_person_is_asked_for_beside_a_leave_that_is_missing_too(mag):
    act = ("--als", "leerkracht", "--doe", "plaatsen", "--medium", "instagram", "--feit", "inhoud=foto")

    ended = mag("Noor", "ja", "leerling", "gegeven", under=("--protocol", "osvs", *act))

    assert ended.out.count("Noor: Is er toestemming") == 1
    assert "kan hier niet" not in ended.out


def test_what_was_understood_from_a_sentence_is_said_back(mag):
    ended = mag("ik ben docent", "plaatsen", "op de website")

    assert "Begrepen: leerkracht of docent." in ended.out
    assert "Begrepen: website van de school." in ended.out
    assert "Begrepen: plaatsen" not in ended.out


def test_after_three_refused_answers_all_help_is_given(mag):
    ended = mag("docent", "zwemmen", "zwemmen", "zwemmen")

    assert ended.out.count("Typ: weet ik niet.") == 1


def test_what_is_not_known_of_one_person_stands_in_the_command(mag, magdit):
    typed = ("Noor en Sem", "allemaal leerling", "nee", "weet ik niet", "geweigerd", "ja")

    first = mag("docent", "plaatsen", "website", *typed)
    command = first.out.rpartition("Hetzelfde zonder vragen: ")[2]

    again = magdit(*shlex.split(command)[1:])

    assert '"herkenbaar": "weet_ik_niet"' in command
    assert (first.code, again.code) == (1, 1)
    assert again.out.strip() in first.out
