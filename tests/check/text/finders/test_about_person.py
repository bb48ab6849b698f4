"""An unkind judgement about how someone works or is; a flag, and only with a person and a judgement."""

import pytest

from magdit.check.text.data import word_list
from magdit.check.text.finders import about_person
from magdit.check.text.text import Text

LOUD = [
    "Juf Marieke snapt er helemaal niks van",
    "Onze nieuwe directeur is een ramp voor de school",
    "Ik vind meneer De Vries een hele slechte docent",
    "De mentor doet zijn werk niet",
    "Onze zoon heeft de slechtste juf van de school",
    "Meester Bas is niet geschikt voor groep 3",
    "Die Kees is totaal ongeschikt als leraar",
    "Wat is die docent onbeschoft zeg",
    "Die juf kan niet lesgeven",
    "die juf kan echt niet uitleggen",
    "Meester Kees bakt er niks van",
    "Onze directeur is totaal onbekwaam",
    "Wat een slechte juf is dat",
    "Die leraar is gewoon lui",
    "De mentor van 3B trekt altijd meisjes voor",
    "Ze moeten die docent ontslaan",
    "Ik vind dat Piet Jansen een waardeloze leraar is",
    "Anna de Wit liegt altijd",
    "De nieuwe juf heeft geen orde",
    "De slechtste docent ooit",
    "Meneer Bakker kan geen orde houden",
    "This teacher can't teach",
]
SILENT = [
    "De leerkracht luistert en legt uit.",
    "Jan is gemeen goed in schaken.",
    "De heks in het verhaal is gemeen.",
    "Noor is echt een luie kat aan het tekenen.",
    "Emma is een ramp in de keuken, maar haar taart was heerlijk.",
    "De leraar trekt een kar voor het paard.",
    "Juf Els trekt gekke bekken voor de foto.",
    "De trainer is laf noch bang.",
    "Juf Anna is ziek.",
    "Juf Anna is heel lief.",
    "Meester Kees kan goed uitleggen.",
    "De boze wolf is gemeen.",
    "In de musical is de directeur heel gemeen.",
    "Juf Anna is vreselijk lief.",
    "De trein was vreselijk laat.",
    "Amsterdam is vreselijk druk.",
    "De les was dramatisch goed.",
    "Deze juf kan niet wachten op het kamp!",
    "Meester Jan kan niet zingen haha",
    "De trainer is er niet.",
    "Juf Anna moet weg naar een cursus.",
    "Mevrouw Bos doet niets liever dan lezen.",
    "Schrijf nooit: 'die juf kan niet lesgeven'.",
    "Jan is de slechtste in verliezen.",
]


def certainties(text: str) -> set[str]:
    return {finding.certainty for finding in about_person.find(Text.of(text))}


@pytest.mark.parametrize("text", LOUD)
def test_a_judgement_about_someone_asks_a_person(text: str) -> None:
    assert certainties(text) == {"mogelijk"}


@pytest.mark.parametrize("text", SILENT)
def test_the_ill_the_loved_and_the_wolf_stay_silent(text: str) -> None:
    assert certainties(text) == set()


def test_every_phrase_on_the_list_holds_a_stem_that_makes_the_finder_look() -> None:
    lists = word_list("about_person")

    phrases = {phrase for kind in ("is", "cannot", "does") for phrase in lists[kind]}
    assert {phrase for phrase in phrases if not any(stem in phrase for stem in lists["stems"])} == set()
