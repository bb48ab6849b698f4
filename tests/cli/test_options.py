"""A command that was mistyped: what was not understood, what was probably meant, exit code 2."""

import pytest

from tests.check.draft.school import ROSTER, put
from tests.cli.conftest import PACKS
from tests.cli.golden import assert_golden

WHO = "--protocol dorp --als leerkracht --medium website"
COMMANDS = {
    "geen opdracht": "",
    "onbekende opdracht": "chek",
    "niets erbij": "check",
    "geen protocol": "check --tekst Reis --als leerkracht --medium website",
    "geen medium": "check --tekst Reis --protocol dorp --als leerkracht",
    "niets te controleren": f"check {WHO}",
    "lege tekst": f"check {WHO} --tekst-bestand leeg.txt",
    "onbekend protocol": "check --tekst Reis --protocol drp --als leerkracht --medium website",
    "onbekende rol": "check --tekst Reis --protocol dorp --als leerkragt --medium website",
    "onbekend medium": "check --tekst Reis --protocol dorp --als leerkracht --medium instagrem",
    "onbekende optie": f"check {WHO} --tekst Reis --leerling leerlingen.csv",
    "optie zonder waarde": f"check {WHO} --tekst",
    "twee teksten": f"check {WHO} --tekst Reis --tekst-bestand reis.txt",
    "onbekend feit": f"check {WHO} --tekst Reis --feit tijdens_de_les=ja",
    "feit zonder waarde": f"check {WHO} --tekst Reis --feit tijdens_les",
    "feit met een verkeerde waarde": f"check {WHO} --tekst Reis --feit tijdens_les=soms",
    "feit met een onbekend woord": f"check {WHO} --tekst Reis --feit doel=schoolnieus",
    "feit dat magdit zelf ziet": f"check {WHO} --tekst Reis --feit inhoud=tekst",
    "feit met een eigen optie": f"check {WHO} --tekst Reis --feit in_beeld=niemand",
    "onbekend herstel": f"check {WHO} --tekst Reis --herstel gezicht",
    "onbekende laag": f"check {WHO} --tekst Reis --laag scholen",
    "geen moment": f"check {WHO} --tekst Reis --moment morgen",
    "toestemming zonder leerlingen": f"check {WHO} --tekst Reis --toestemming toestemming.csv",
    "alleen met toestemming zonder lijsten": f"check {WHO} --tekst Reis --alleen-met-toestemming",
    "tekst die er niet is": f"check {WHO} --tekst-bestand weg.txt",
    "tekst die geen tekst is": f"check {WHO} --tekst-bestand oud.txt",
    "packs die er niet zijn": f"check {WHO} --tekst Reis --packs weg",
    "packs zonder protocol": f"check {WHO} --tekst Reis --packs map",
    "archive zonder meer": "archive",
    "archive check zonder protocol": "archive check map",
    "judge zonder bestand": "judge",
    "judge van een bestand dat er niet is": "judge weg.jsonl --protocol dorp",
    "judge van een leeg bestand": "judge leeg.txt --protocol dorp",
    "judge met een onbekend protocol": "judge leeg.txt --protocol drp",
    "judge met een onbekende laag": "judge leeg.txt --protocol dorp --laag scholen",
    "judge van een map": "judge map --protocol dorp",
    "protocol zonder meer": "protocol",
    "protocol show zonder id": "protocol show",
    "protocol show onbekend": "protocol show drp",
    "protocol show onbekend artikel": "protocol show dorp 33",
    "protocol test onbekend": "protocol test drp",
    "protocol onbekende opdracht": "protocol toon dorp",
}


@pytest.mark.parametrize("case", COMMANDS)
def test_a_mistyped_command_is_explained(here, magdit, case):
    (here / "map").mkdir()
    put(here, "leeg.txt", b"\n")
    put(here, "oud.txt", "Één reis".encode("cp1252"))
    put(here, "leerlingen.csv", ROSTER.encode())

    ended = magdit(*with_packs(COMMANDS[case].split()))

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.count("\n") == 1
    assert_golden("verkeerde-opdrachten", case, ended.err)


def with_packs(words: list[str]) -> list[str]:
    """Our own packs too, for each command that knows of packs."""
    knows = words[:1] in (["check"], ["judge"]) or words[:2] in (["protocol", "show"], ["protocol", "test"])
    return [*words, "--packs", str(PACKS)] if knows and words[-1] != "--tekst" else words


@pytest.mark.parametrize("words", [["--hulp"], ["check", "--hulp"], ["judge", "-h"], ["protocol", "show", "--help"]])
def test_help_is_dutch_and_no_mistake(magdit, capsys, words):
    with pytest.raises(SystemExit) as left:
        magdit(*words)

    assert left.value.code == 0
    told = capsys.readouterr().out
    assert told.startswith("gebruik: magdit")
    assert not {"usage", "options:", "positional", "show this"} & set(told.lower().split())
