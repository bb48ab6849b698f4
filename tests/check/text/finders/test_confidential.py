"""Marks that say that a text is not for everyone, and talk about trust that is none."""

import pytest

from magdit.check.text.finders import confidential
from magdit.check.text.text import Text

CERTAIN = [
    "Vertrouwelijk - niet bestemd voor ouders",
    "Dit is nog even geheim, dus mondje dicht!",
    "De formatie is nog vertrouwelijk, praat er niet over met ouders",
    "Ik stuur jullie dit in vertrouwen",
    "Dit moet onder ons blijven",
    "Wordt pas maandag bekendgemaakt, dus nog even stil houden",
    "EMBARGO 12 maart 10.00 uur",
    "Embargo: vrijdag 9.00 uur",
    "Let op, embargo tot en met zondag",
    "Niet voor de buitenwereld",
    "alleen intern gebruiken",
    "Dit blijft binnen deze app",
    "Dit mag de school niet verlaten",
    "Niet naar buiten brengen voor vrijdag",
    "Voor intern gebruik",
    "tot vrijdag geheimhouden",
    "Geheimhouding tot 1 mei",
    "Dit is strikt vertrouwelijke informatie",
    "Bevat vertrouwelijke informatie, alleen voor de geadresseerde",
    "Hou het nog even voor je",
    "Please keep this confidential until Monday",
    "Not to be shared outside the team",
    "VERTROUWELIJK: verslag",
    "[vertrouwelijk]",
    "Strikt vertrouwelijk!",
    "Dit is nog vertrouwelijk.",
    "Let op: vertrouwelijk.",
    "Blijft onder ons",
    "Onder ons: er komt een nieuwe directeur",
    "Houd dit nog even onder ons!",
    "Dit graag binnen het team houden",
    "INTERN: formatie",
    "Embargo tot 1 september",
    "onder embargo",
    "Persbericht onder embargo",
    "Dit nieuws is nog onder embargo",
    "Niet publiceren voor 3 mei",
    "Pas na vrijdag 3 mei plaatsen",
    "Alleen voor intern gebruik",
    "Niet voor publicatie",
    "CONFIDENTIAL: report",
    "Strictly confidential",
    "Please keep this between us",
    "Embargoed until Friday",
    "For internal use only",
]
POSSIBLE = [
    "Dit is nog niet officieel, dus nog niet verder vertellen",
    "s.v.p. niet delen met ouders",
    "Nog niet communiceren naar ouders!",
    "Alleen bestemd voor MR-leden",
    "Interne memo, niet verspreiden",
    "Mag nog niet gedeeld worden",
    "Dit mag je nog aan niemand vertellen",
    "Concept, niet verspreiden",
    "Alleen voor collega's: juf Els gaat weg",
    "Zwijgplicht! Vertel dit niet verder",
    "Deze info is alleen voor ons team bedoeld",
    "nog niks zeggen hoor, is nog een geheim voor de ouders",
    "Graag niet verder verspreiden",
    "graag niet delen",
    "Mag nog niemand weten!",
    "Deel dit nog niet",
    "Alleen voor het team: het rooster van volgend jaar",
    "Dit bericht is alleen voor het team.",
    "Uitsluitend bestemd voor de MR.",
    "Dit nieuws mag nog niet naar buiten.",
    "Het besluit is nog niet openbaar",
    "Nog niet bekendmaken!",
    "Vertel dit nog niet verder",
    "Zeg nog niks tegen de ouders",
    "niet buiten het team delen",
    "Please do not share this with parents yet",
]
SILENT = [
    "De locatie is nog onbekend.",
    "We houden het binnen, want het regent.",
    "Blijf binnen de lijntjes.",
    "Vertel het aan iedereen!",
    "Praat erover met elkaar.",
    "We blijven onder ons dak droog.",
    "Niet delen maar vermenigvuldigen.",
    "Geheim! Raad jij wie er komt?",
    "Please do not share food because of allergies.",
    "De fiets mag nog niet naar buiten.",
    "We gaan vertrouwelijk om met gegevens.",
    "Onze vertrouwenspersoon is er op maandag.",
    "Vertrouwen is de basis.",
    "Foto's mag je niet delen zonder toestemming.",
    "Vertrouwelijke informatie delen we niet.",
    "Geheim agent gezocht!",
    "Het embargo tegen dat land duurt voort.",
    "Doe niet geheimzinnig.",
    "We gaan nog niet naar buiten, het regent.",
    "De kinderen mogen nog niet naar buiten.",
    "Intern begeleider Anna is er op maandag.",
    "25 kun je niet delen door 4.",
    "Kinderen leren delen en niet delen.",
    "Onder ons is een nieuwe buurman komen wonen.",
    "Alleen voor leerkrachten is er koffie.",
    "De lift is alleen voor medewerkers.",
    "Wat onder embargo ligt, zet u niet op internet.",
    "Een like is niet delen.",
    "nieuws onder embargo",
    "Niet voor 9 uur bellen.",
    "Het rapport gaat pas na vrijdag mee.",
    "We plaatsen foto's pas na toestemming van ouders.",
    "Het geheim van de smid",
    "Er zit een muur tussen ons en de buren.",
    "Tickets: alleen voor volwassenen",
    "Stuur gerust door wat je wilt",
    "Wij delen geen vertrouwelijke informatie.",
    "Het programma is nog niet bekend.",
    "The secret garden is open.",
]


def certainties(text: str) -> set[str]:
    return {finding.certainty for finding in confidential.find(Text.of(text))}


@pytest.mark.parametrize("text", CERTAIN)
def test_said_in_full_it_is_certain(text: str) -> None:
    assert "zeker" in certainties(text)


@pytest.mark.parametrize("text", POSSIBLE)
def test_a_request_to_keep_it_inside_is_possible(text: str) -> None:
    assert certainties(text) == {"mogelijk"}


@pytest.mark.parametrize("text", SILENT)
def test_rules_secrets_and_the_weather_are_no_mark(text: str) -> None:
    assert certainties(text) == set()


def test_a_known_miss_a_confidential_report_named_in_passing() -> None:
    """'Vertrouwelijk verslag' may also be the name of a case in a protocol; it is left alone."""
    assert certainties("vertrouwelijk verslag van de MR") == set()
