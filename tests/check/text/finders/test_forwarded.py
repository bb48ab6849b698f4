"""Words of someone else that were passed on, in the shapes that programs make and in words."""

import pytest

from magdit.check.text.finders import forwarded
from magdit.check.text.text import Text

CERTAIN = [
    "Fwd: FW: brief",
    "----- Doorgestuurd bericht -----",
    "*Doorgestuurd bericht*",
    "Op 12 maart om 10:04 heeft Anna de Wit het volgende geschreven:",
    "Doorgestuurd: zie onder",
    "Fw: reminder",
    "RE: FW: sportdag",
    "12-3-2026 14:05 - Oma: gefeliciteerd",
    "-----Original Message-----",
    "FW: ouderavond",
    "Fwd: vraag",
    "---- Oorspronkelijk bericht ----",
    "> en toen zei ik",
    "RT @school: leuk",
    "Van: Bram\nAan: Fatima",
    "[12-03-2026 14:05] Oma: gefeliciteerd",
    "Op 3 maart schreef Bram de Wit:",
    "On Mon, May 3, 2026 Anna wrote:",
    "Op ma 3 mei 2026 om 10:12 schreef Jan",
]
POSSIBLE = [
    "Juf Els appte: wie heeft er een tent?",
    "Kregen we net binnen van de wethouder",
    "[screenshot uit de groepsapp]",
    "Repost van @school",
    "Zie mail hieronder van de gemeente",
    "Bericht van juf Els, ik stuur het even door",
    'Tante Truus mailt: "wat een mooie voorstelling"',
    "Ter info doorgestuurd",
    "Screenshotje van de app van klas 3",
    "Dit berichtje kregen we van een ouder",
    "Ik kreeg net dit appje:",
    "Een moeder mailde ons: wat een feest",
    'Uit de groepsapp: "wie neemt fruit mee?"',
    "Zie onderstaand bericht van de gemeente",
    "Bericht van de gemeente, doorgestuurd door juf",
    '"Ik kom niet" schreef Piet in de app',
    "gedeeld vanaf Facebook",
    "Via via gekregen",
    "Dit kreeg ik net binnen",
    "Kreeg dit bericht van de buurt",
    "zoals Anna appte: we komen later",
    "Oma appte me net: gefeliciteerd",
    "Screenshot van de groepsapp",
    "Onderstaande mail kreeg ik van een ouder",
    "Hieronder het bericht van de wethouder",
    "gekopieerd uit de app",
]
SILENT = [
    "De ouderraad stuurde ons een mooie kaart.",
    "Ik appte met de buschauffeur, hij is onderweg.",
    "Opa stuurde een kaart uit Canada.",
    "Screenshots maken leer je in les 3.",
    "Kom maar alleen naar binnen, afscheid nemen doen we buiten.",
    "Wij sturen het pakket door naar de voedselbank.",
    "Zie bericht in de bijlage van Parro.",
    "Zie de website voor meer info.",
    "Ik stuur het boek door aan wie wil.",
    "De juf schrijft: lees veel, dan leer je veel.",
    "Opa schrijft een brief.",
    "In de app: alle foto's van het feest.",
    "Kijk in de app: daar staat het rooster.",
    "De foto is van de sportdag.",
    "Bron: zie de les.",
    "We hebben de boeken gedeeld.",
    "Schreef jij ook een gedicht?",
    "De app is handig.",
    "Op dinsdag schreef groep 7 gedichten: de mooiste hangen in de gang.",
    "> 9.00 uur verzamelen",
    "Van: maandag tot vrijdag",
    "Stuur gerust door wat je wilt",
    "Op 3 mei schreef groep 5 een brief",
    "We schreven een brief aan de koning",
    "Anna schreef een mooi verhaal",
    "Ik kreeg dit van mijn oma: een sjaal",
    "Quote van de dag: wees lief",
    "De koe zei boe: het boek",
    "Schrijf uw naam op: de lijst ligt klaar",
    "De brief is doorgestuurd naar de gemeente",
    "Leerlingen worden doorgestuurd naar de zaal",
]


def certainties(text: str) -> set[str]:
    return {finding.certainty for finding in forwarded.find(Text.of(text))}


@pytest.mark.parametrize("text", CERTAIN)
def test_said_in_full_it_is_certain(text: str) -> None:
    assert "zeker" in certainties(text)


@pytest.mark.parametrize("text", POSSIBLE)
def test_words_about_passing_on_are_possible(text: str) -> None:
    assert certainties(text) == {"mogelijk"}


@pytest.mark.parametrize("text", SILENT)
def test_writing_letters_and_lists_is_no_forwarding(text: str) -> None:
    assert certainties(text) == set()
