"""`magdit look` at words: what was found, where and why; a bad line is named and the others are still looked at."""

import json

import pytest

from tests.check.draft.school import put

ROSTER = "voornaam;tussenvoegsel;achternaam;roepnaam;rol\nNoor;van;Dijk;;leerling\nSem;de;Boer;;leerling\n"


@pytest.fixture
def listed(here):
    put(here, "leerlingen.csv", ROSTER.encode())
    return here


def lines(out):
    return [json.loads(line) for line in out.splitlines()]


def test_a_child_on_the_list_is_named_with_the_reason(listed, magdit):
    ended = magdit("look", "--tekst", "Noor van Dijk won.", "--leerlingen", "leerlingen.csv")

    assert "naam: “Noor van Dijk”" in ended.out
    assert "voornaam en achternaam staan op de lijst van de school" in ended.out
    assert ended.code == 1


def test_in_json_the_place_is_that_of_the_authors_own_text(listed, magdit):
    text = "🎉 Hoera voor Noor!"

    ended = magdit("look", "--tekst", text, "--leerlingen", "leerlingen.csv", "--json")

    (found,) = lines(ended.out)[0]["findings"]
    assert text[found["start"] : found["end"]] == "Noor"
    assert found["type"] == "name"
    assert found["certainty"] == "zeker"
    assert found["person"] == "Noor van Dijk"
    assert found["reason"] == "deze voornaam staat op de lijst van de school"


def test_a_text_that_gives_nothing_away_ends_with_nothing_found(magdit):
    ended = magdit("look", "--tekst", "Morgen is de school dicht.")

    assert "niets gevonden" in ended.out
    assert "lees de tekst zelf ook" in ended.out
    assert ended.code == 0


def test_every_line_of_a_file_gets_its_own_answer(listed, magdit):
    put(
        listed, "in.jsonl", b'{"id": "a", "text": "Hoi Sem"}\n\n{"id": 7, "tekst": "Fijne vakantie"}\n{"text": "Dag"}\n'
    )

    ended = magdit("look", "--jsonl", "in.jsonl", "--leerlingen", "leerlingen.csv", "--json")

    assert [line["id"] for line in lines(ended.out)] == ["a", 7, 4]
    assert [len(line["findings"]) for line in lines(ended.out)] == [1, 0, 0]
    assert (ended.code, ended.err) == (1, "")


BAD = {
    b"Hoi Sem": "dit is geen JSON",
    b'["Hoi"]': "zet accolades om het bericht",
    b'{"id": "a"}': "onder 'text'",
    b'{"text": "a", "tekst": "b"}': "een keer onder 'text'",
    b'{"text": 4}': "tussen aanhalingstekens",
    b'{"text": "a", "id": [1]}': "een naam of een nummer",
    b'{"text": "\xe9"}': "geen UTF-8",
    b"[" * 100_000: "dit is geen JSON",
}


@pytest.mark.parametrize("line", BAD, ids=lambda line: line[:30].decode("latin-1"))
def test_a_bad_line_is_named_and_the_next_one_is_still_looked_at(listed, magdit, line):
    put(listed, "in.jsonl", line + b'\n{"id": "b", "text": "Hoi Sem"}\n')

    ended = magdit("look", "--jsonl", "in.jsonl", "--leerlingen", "leerlingen.csv", "--json")

    bad, good = lines(ended.out)
    assert bad["line"] == 1
    assert BAD[line] in bad["error"]
    assert len(good["findings"]) == 1
    assert ended.code == 2


def test_for_people_a_bad_line_is_said_beside_the_answers(listed, magdit):
    put(listed, "in.jsonl", b'x\n{"id": "b", "text": "Hoi"}\n')

    ended = magdit("look", "--jsonl", "in.jsonl")

    assert ended.err.startswith("regel 1: dit is geen JSON.")
    assert "b: niets gevonden" in ended.out


REFUSED = {
    "niets": ("look", "Er is niets om naar te kijken."),
    "kaders zonder foto": ("look --tekst Hoi --kaders uit", "Bij --kaders hoort een foto of film."),
    "een lijst die er niet is": ("look --tekst Hoi --leerlingen weg.csv", "weg.csv"),
    "een bestand dat er niet is": ("look --jsonl weg.jsonl", "'weg.jsonl' is niet te openen"),
    "een bestand zonder berichten": ("look --jsonl leeg.jsonl", "staat geen bericht"),
    "twee soorten woorden": ("look --tekst Hoi --jsonl leeg.jsonl", "gaan niet samen"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_looked_at_is_explained(here, magdit, case):
    put(here, "leeg.jsonl", b"\n")
    command, sentence = REFUSED[case]

    ended = magdit(*command.split())

    assert sentence in ended.err
    assert (ended.code, ended.out) == (2, "")


def test_a_bsn_is_told_by_its_place_and_never_by_its_value(magdit):
    ended = magdit("look", "--tekst", "bsn 111222333")

    assert "burgerservicenummer" in ended.out
    assert "111222333" not in ended.out


def test_what_the_school_itself_makes_public_is_left_alone(here, magdit):
    put(here, "school.txt", b"030-2345678\n@delinde\ndelinde.nl\nLindelaan 14, 3511 AB Utrecht\n")
    text = "Bel 030 2345678, mail info@delinde.nl of kom langs: Lindelaan 14, 3511 AB Utrecht."

    own = magdit("look", "--tekst", text, "--van-de-school", "school.txt")
    private = magdit("look", "--tekst", "Bel 06-12345678.", "--van-de-school", "school.txt")

    assert own.code == 0
    assert private.code == 1
    assert "'weg.txt' is niet te openen" in magdit("look", "--tekst", "Hoi", "--van-de-school", "weg.txt").err


def test_what_someone_is_at_the_school_does_not_matter_to_who_looks_for_names(here, magdit):
    put(
        here, "lijst.csv", b"voornaam;tussenvoegsel;achternaam;roepnaam;rol\nNoor;van;Dijk;;voorzitter feestcommissie\n"
    )

    ended = magdit("look", "--tekst", "Noor van Dijk was er ook.", "--leerlingen", "lijst.csv")

    assert "naam: “Noor van Dijk”" in ended.out


LISTS = {
    "leeg": b"",
    "alleen een kop": b"voornaam;achternaam\n",
    "geen voornaam": b"naam;klas\nNoor;5\n",
    "een kolom twee keer": b"voornaam;voornaam\nNoor;Sem\n",
    "een regel te lang": b"voornaam;achternaam\nNoor;van;Dijk\n",
    "geen lijst": b"PK\x03\x04" + bytes(range(256)),
}


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_that_cannot_be_read_is_named_with_what_is_wrong(here, magdit, kind):
    put(here, "lijst.csv", LISTS[kind])

    ended = magdit("look", "--tekst", "Noor", "--leerlingen", "lijst.csv")

    assert ended.err.startswith("lijst.csv")
    assert (ended.code, ended.out) == (2, "")


def test_a_text_longer_than_any_post_is_refused_at_once(here, magdit):
    put(here, "in.jsonl", b'{"text": "%s"}\n{"text": "%s"}\n{"text": "Hoi"}\n' % (b"a" * 60_000, b"b" * 5_000_000))

    lines_of_it = lines(magdit("look", "--jsonl", "in.jsonl", "--json").out)
    single = magdit("look", "--tekst", "a" * 60_000)

    assert ["error" in line for line in lines_of_it] == [True, True, False]
    assert "langer dan 50.000 tekens. Knip het in stukken." in lines_of_it[1]["error"]
    assert single.err == "Dit bericht is langer dan 50.000 tekens. Knip het in stukken.\n"
    assert single.code == 2
