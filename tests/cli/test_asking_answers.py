"""What people type is read as ordinary words, and what is not clear is asked again with the word that was meant."""

from datetime import date

import pytest

from magdit.cli.asking_answers import heard_in, read_answer, read_check
from magdit.cli.asking_read import Unclear, Wanted, says_unknown
from magdit.wording.questions import LEAVE_WORDS
from magdit.words.actions import ACTIONS
from magdit.words.media import MEDIA
from magdit.words.roles import ROLES

FRIDAY = date(2026, 11, 20)


def read(text, kind, words=None, **more):
    return read_answer(text, Wanted(kind, words, today=FRIDAY, **more))


@pytest.mark.parametrize(
    ("text", "kind", "words", "value"),
    [
        ("Ja", "ja_nee", None, True),
        ("nee, niet echt", "ja_nee", None, False),
        ("j", "ja_nee", None, True),
        ("2", "keuze", ACTIONS, "doorsturen"),
        ("Insta", "keuze", MEDIA, "instagram"),
        ("Ik wil het plaatsen.", "keuze", ACTIONS, "plaatsen"),
        ("leerkracht of docent", "keuze", ROLES, "leerkracht"),
        ("docent, ouder", "keuzes", ROLES, ["leerkracht", "ouder"]),
        ("juf en moeder", "keuzes", ROLES, ["leerkracht", "ouder"]),
        ("16 jaar", "getal", None, 16),
        ("1,5", "getal", None, 1.5),
        ("3-3-2017", "datum", None, "2017-03-03"),
        ("2017-03-03", "datum", None, "2017-03-03"),
        ("morgen", "datum", None, "2026-11-21"),
        ("20-11-2026 17:01", "moment", None, "2026-11-20T17:01"),
        ("2026-11-20T17:01", "moment", None, "2026-11-20T17:01"),
        ("vandaag", "moment", None, "2026-11-20"),
        ("14:00", "moment", None, "2026-11-20T14:00"),
        ("om 14 uur", "moment", None, "2026-11-20T14:00"),
        ("20-11-2026 14.00", "moment", None, "2026-11-20T14:00"),
        ("vandaag om 14:00", "moment", None, "2026-11-20T14:00"),
        ("morgen om 9:30 uur", "moment", None, "2026-11-21T09:30"),
        ("20.11.2026", "moment", None, "2026-11-20"),
        ("fb", "keuze", MEDIA, "facebook"),
        ("de app-groep", "keuze", MEDIA, "whatsapp"),
        ("wachtwoord delen", "keuze", ACTIONS, "wachtwoord_delen"),
        ("foto's maken", "keuze", ACTIONS, "fotograferen"),
        ("Conciërge", "keuze", ROLES, "oop"),
        ("schoolfotograaf", "keuze", ROLES, "inhuurkracht"),
        ("niemand", "personen", None, []),
        ("2", "personen", None, [{"naam": "persoon 1"}, {"naam": "persoon 2"}]),
        ("Noor en Sem", "personen", None, [{"naam": "Noor"}, {"naam": "Sem"}]),
        ("een leerling", "personen", None, [{"naam": "leerling 1", "rol": ["leerling"]}]),
        (
            "2 leerlingen en Noor",
            "personen",
            None,
            [
                {"naam": "leerling 1", "rol": ["leerling"]},
                {"naam": "leerling 2", "rol": ["leerling"]},
                {"naam": "Noor"},
            ],
        ),
        ("een sportdag", "tekst", None, "een sportdag"),
    ],
)
def test_ordinary_words_are_understood(text, kind, words, value):
    assert read(text, kind, words) == value


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("misschien", "ja_nee", None),
        ("0", "keuze", ACTIONS),
        ("99999999999999", "keuze", ACTIONS),
        ("ik ben geen docent", "keuze", ROLES),
        ("docent of ouder", "keuze", ROLES),
        ("negen", "getal", None),
        ("31-02-2026", "datum", None),
        ("20-11-2026 25:00", "moment", None),
        ("20.11", "moment", None),
        ("niet op facebook", "keuze", MEDIA),
        ("foto delen", "keuze", ACTIONS),
        ("live streamen", "keuze", ACTIONS),
        ("klassenapp", "keuze", MEDIA),
        ("oma", "keuze", ROLES),
        ("100000 leerlingen", "personen", None),
        ("", "personen", None),
        ("niemand", "keuzes", ROLES),
    ],
)
def test_what_is_not_clear_is_never_guessed(text, kind, words):
    with pytest.raises(Unclear) as unclear:
        read(text, kind, words)

    assert unclear.value.message


@pytest.mark.parametrize(("text", "meant"), [("plaatsn", "plaatsen"), ("dorsturen", "doorsturen of herplaatsen")])
def test_a_slip_of_the_pen_is_helped(text, meant):
    with pytest.raises(Unclear) as unclear:
        read(text, "keuze", ACTIONS)

    assert unclear.value.meant == meant
    assert f"Bedoelde u {meant}?" in unclear.value.message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("niet op facebook", MEDIA),
        ("foto delen", ACTIONS),
        ("facetimen", ACTIONS),
        ("een facebookpagina maken", ACTIONS),
    ],
)
def test_one_yes_never_leads_to_another_act(text, words):
    with pytest.raises(Unclear) as unclear:
        read(text, "keuze", words)

    assert unclear.value.meant is None


def test_what_may_be_two_things_names_both():
    with pytest.raises(Unclear) as unclear:
        read("een foto delen", "keuze", ACTIONS)

    assert "plaatsen / doorsturen of herplaatsen" in unclear.value.message


@pytest.mark.parametrize(
    ("text", "heard"),
    [("een film maken", ["opnemen (beeld of geluid)"]), ("2", []), ("opnemen", []), ("Opnemen (beeld of geluid)", [])],
)
def test_what_was_heard_in_a_sentence_is_said_back(text, heard):
    assert heard_in(text, Wanted("keuze", ACTIONS)) == heard


def test_a_day_beyond_the_last_one_is_refused():
    with pytest.raises(Unclear):
        read_answer("morgen", Wanted("datum", today=date.max))


def test_a_leave_names_who_gave_it():
    leaves = {"socialmedia_in_les": ("leerkracht",)}

    given = read("ja", "keuze", LEAVE_WORDS, leaves=leaves)

    assert given == [{"wat": "socialmedia_in_les", "door": "leerkracht", "staat": "gegeven"}]
    assert read("nee", "keuze", LEAVE_WORDS, leaves=leaves) == []


@pytest.mark.parametrize(
    ("text", "otherwise", "doubtful"),
    [
        ("ja", set(), set()),
        ("2", {"b"}, set()),
        ("1, 3?", {"a"}, {"c"}),
        ("1 en 2", {"a", "b"}, set()),
        ("weet ik niet", set(), {"a", "b", "c"}),
    ],
)
def test_a_list_is_looked_at_in_one_go(text, otherwise, doubtful):
    assert read_check(text, ["a", "b", "c"]) == (otherwise, doubtful)


@pytest.mark.parametrize("text", ["nee", "4", "0", "een", "1,,x", "??"])
def test_of_a_list_only_its_numbers_count(text):
    with pytest.raises(Unclear):
        read_check(text, ["a", "b", "c"])


def test_not_knowing_has_many_words():
    assert all(says_unknown(text) for text in ("Weet ik niet.", "geen idee", "onbekend"))
    assert not says_unknown("nee")
