"""Marks on a text, what authors say of themselves, whose work it is, and words that ask for a second look."""

import pytest

from tests.check.text.conftest import Seen

CERTAIN = {
    "confidential": [
        "VERTROUWELIJK: verslag",
        "[vertrouwelijk]",
        "Strikt vertrouwelijk!",
        "Dit is nog vertrouwelijk.",
        "Blijft onder ons",
        "Embargo tot 1 september",
        "onder embargo",
        "Alleen voor intern gebruik",
        "Niet voor publicatie",
    ],
    "disclaimer": [
        "Ik schrijf dit op persoonlijke titel.",
        "Dit is mijn persoonlijke mening",
        "Ik spreek niet namens de school",
        "Mijn eigen mening en niet die van de school",
        "Views are my own",
        "Mijn tweets zijn niet die van mijn werkgever",
    ],
    "self_identification": [
        "Ik ben docent bij het Linde College",
        "Zelf werk ik op deze school",
        "Als leerkracht op deze school vind ik dat",
        "Ik geef les op obs De Wilg",
        "ik ben juf op een basisschool",
    ],
    "copyright": ["© 2026 Piet Hartman", "Alle rechten voorbehouden", "(c) 2024", "beeld van Shutterstock"],
    "forwarded": [
        "FW: ouderavond",
        "Fwd: vraag",
        "---- Oorspronkelijk bericht ----",
        "> en toen zei ik",
        "RT @school: leuk",
        "Van: Bram\nAan: Fatima",
        "[12-03-2026 14:05] Oma: gefeliciteerd",
        "Op 3 maart schreef Bram de Wit:",
    ],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in CERTAIN.items() for text in texts])
def test_a_plain_mark_is_certain(seen: Seen, kind: str, text: str) -> None:
    assert (kind, "zeker") in [(type_, certainty) for _, type_, certainty in seen(text)]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("confidential", "Graag niet verder verspreiden"),
        ("disclaimer", "Naar mijn eigen mening klopt het"),
        ("self_identification", "Mijn klas deed het geweldig"),
        ("self_identification", "Namens het team van obs De Wilg"),
        ("copyright", "Foto: Piet Hartman"),
        ("copyright", "Bron: de Volkskrant"),
        ("forwarded", "Dit kreeg ik net binnen"),
    ],
)
def test_a_hint_is_possible(seen: Seen, kind: str, text: str) -> None:
    assert [certainty for _, type_, certainty in seen(text) if type_ == kind] == ["mogelijk"]


@pytest.mark.parametrize(
    "text",
    [
        "We gaan vertrouwelijk om met gegevens.",
        "Onze vertrouwenspersoon is er op maandag.",
        "Vertrouwen is de basis.",
        "Foto's mag je niet delen zonder toestemming.",
        "Vertrouwelijke informatie delen we niet.",
        "Geheim agent gezocht!",
        "Het embargo tegen dat land duurt voort.",
        "Doe niet geheimzinnig.",
        "Iedereen mag zijn mening geven.",
        "De mening van de school telt.",
        "De titel van het boek",
        "Ik ben leerling van deze school.",
        "Als ouder van deze school vind ik dat",
        "Ik werk veel op school.",
        "Nu ben ik moeder van een leerling op deze school",
        "Als medewerker van de school let je hierop.",
        "Foto's: zie het album",
        "Foto's door ons gemaakt",
        "de bron van de rivier",
        "een mooie tekening",
        "Van: maandag tot vrijdag",
        "Stuur gerust door wat je wilt",
    ],
)
def test_talk_about_it_is_no_mark(seen: Seen, text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Plaats nooit iets op persoonlijke titel",
        "Vermeld altijd 'op persoonlijke titel'",
        "Ik werk niet op deze school",
    ],
)
def test_what_is_denied_or_prescribed_does_not_count_for_the_author(seen: Seen, text: str) -> None:
    assert "zeker" not in [certainty for _, _, certainty in seen(text)]
