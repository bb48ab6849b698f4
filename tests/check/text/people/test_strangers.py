"""People who are not on the roster are found by what a name looks like; places, figures and shops are not people."""

import pytest

from magdit.check.tables.roster import Roster
from magdit.check.text.finders.names import find
from magdit.check.text.text import Text

Named = list[tuple[str, str]]


def strangers(text: str) -> Named:
    """The names in a text of a school without a roster, with their certainty."""
    return [(text[one.start : one.end], one.certainty) for one in find(Text.of(text), Roster(people=()))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vandaag kwam Fenna de Vries voorlezen.", "Fenna de Vries"),
        ("Met dank aan Ibtissam El Khattabi.", "Ibtissam El Khattabi"),
        ("De quiz werd bedacht door Oleksandr Kovalenko.", "Oleksandr Kovalenko"),
        ("Juf Marijke gaat met pensioen.", "Marijke"),
        ("Wethouder Poelgeest knipte het lint door.", "Poelgeest"),
        ("Mevrouw Van der Zwet leest voor.", "Van der Zwet"),
        ("Opa Henk bakte oliebollen.", "Henk"),
        ("De moeder van Ayoub naaide de pakken.", "Ayoub"),
        ("Groetjes, Marloes", "Marloes"),
        ("Onze nieuwe stagiaire heet Demi.", "Demi"),
        ("Met groet van Jan-Karel.", "Jan-Karel"),
        ("Voor vragen: R. Oudemans, onze conciërge.", "R. Oudemans"),
        ("Ook Anouk de Leeuw hielp mee.", "Anouk de Leeuw"),
        ("Foto gemaakt door Emma Bakker-Visser.", "Emma Bakker-Visser"),
        ("Haar vriendje Jorvanio mocht mee.", "Jorvanio"),
    ],
)
def test_a_stranger_is_found_by_name_title_or_relation(text: str, words: str) -> None:
    assert strangers(text) == [(words, "zeker")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Xandrissa van Loonen zong.", "Xandrissa van Loonen"),
        ("Djorvy (8) hield een spreekbeurt.", "Djorvy"),
        ("gisteren was roan er niet", "roan"),
        ("lotte de vries komt morgen", "lotte de vries"),
        ("meester zwiersma is ziek", "zwiersma"),
    ],
)
def test_what_only_looks_like_a_name_is_possible(text: str, words: str) -> None:
    assert strangers(text) == [(words, "mogelijk")]


@pytest.mark.parametrize(
    "text",
    [
        "Wij lezen het dagboek van Anne Frank in groep 8.",
        "Jip en Janneke waren het thema in de kring.",
        "Koning Willem-Alexander opent de Koningsspelen.",
        "De Prins Bernhardschool ligt aan de Julianalaan.",
        "We speelden op het Anne Frankplein.",
        "Basisschool De Linde zoekt voorleesouders.",
        "Dank aan bakkerij Jansen en aan Albert Heijn.",
        "Vincent van Gogh en Piet Mondriaan zijn kunstenaars.",
        "Harry Potter, Matilda en Pippi Langkous: kom verkleed!",
        "In Engeland spreekt men Engels.",
        "Zaterdag speelt Ajax tegen PSV.",
        "Frankrijk won van Spanje.",
        "Ik ben juf op De Vlinderhof.",
        "Rik en Tim zijn de hoofdpersonen van het leesboekje.",
        "Dit prentenboek gaat over Kim en haar hond.",
        "Het gaat goed, hij leest nu AVI M4.",
        "Roos, tulp en narcis: wij kennen alle bloemen.",
        "Sint Maarten, Sinterklaas en Kerst komen eraan.",
        "Will you join us in May? Mark the date and bring a rose.",
        "The children said they had some hope and joy this summer.",
        "Donderdag 12 jan studiedag.",
        "de juf is ziek, de meester neemt het over",
        "Kanjertraining en Kwink zijn methodes die wij gebruiken.",
        "Hup Holland hup!",
    ],
)
def test_what_everybody_knows_is_nobody_of_the_school(text: str) -> None:
    assert strangers(text) == []


def test_a_list_of_strangers_is_found_name_by_name() -> None:
    assert [words for words, _ in strangers("Op de foto: Sanne, Tijn & Roos.")] == ["Sanne", "Tijn", "Roos"]


def test_beside_a_known_name_an_unknown_word_is_a_name_too() -> None:
    assert strangers("Sanne, Tijn en Jurvanio spelen mee.")[2] == ("Jurvanio", "zeker")


def test_a_stranger_is_nobody_on_the_roster() -> None:
    assert [one.person for one in find(Text.of("Juf Marijke leest voor."), Roster(people=()))] == [None]
