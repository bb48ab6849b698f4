"""Addresses: a street by its ending, or by a postcode, a town or 'woont' near it; a score or a year is no house."""

import pytest

from tests.check.text.finders.conftest import Valued


@pytest.mark.parametrize(
    "address",
    [
        "Prins Hendrikkade 12-3",
        "Burgemeester de Vlugtlaan 12 bis",
        "Laan van Meerdervoort 101",
        "J.P. Coenstraat 12-II",
        "St. Jansstraat 5",
        "Oude Gracht 5",
        "Industrieweg-Oost 21",
        "14 Oak Street",
        "Rue de la Loi 16",
        "Dorpsstraat nr. 8",
    ],
)
def test_a_street_with_a_number_is_certain(valued: Valued, address: str) -> None:
    assert valued(f"Wij gaan naar {address}.") == [(address, "address", "zeker")]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Sem woont op De Wilg 3.", "De Wilg 3"),
        ("Adres: Zonnebloem 12", "Zonnebloem 12"),
        ("Bezorgen bij Achterom 3, 3511 AB Utrecht", "Achterom 3"),
        ("Het is Vlinderslag 8, Zeist", "Vlinderslag 8"),
    ],
)
def test_a_name_without_an_ending_needs_proof(valued: Valued, text: str, address: str) -> None:
    assert (address, "address", "zeker") in valued(text)


@pytest.mark.parametrize(
    "text",
    [
        "De Wilg 3 doet mee",
        "De Regenboog 3-1 op de ranglijst",
        "Kerstmarkt 2025 was mooi",
        "Op het Kerkplein 12 kramen",
        "Marktplein om 10 uur",
        "Route 66, lokaal 12 en groep 5",
        "Noor van Dijk 5",
        "De AH op de Kerkstraat",
        "Dorpsstraat 2e ronde",
        "Leerplein 3 is open",
    ],
)
def test_a_team_a_year_and_a_market_are_no_house(valued: Valued, text: str) -> None:
    assert valued(text) == []


@pytest.mark.parametrize("text", ["hij woont in de Kerkstraat", "ze woont aan de Oude Gracht"])
def test_a_street_alone_is_possible_where_somebody_lives(valued: Valued, text: str) -> None:
    assert [(kind, sure) for _, kind, sure in valued(text)] == [("address", "mogelijk")]


@pytest.mark.parametrize(
    ("text", "postcode"),
    [
        ("woont op lindelaan 14 1234 ab utrecht", "1234 ab"),
        ("2011 RC Haarlem", "2011 RC"),
        ("Turnhoutsebaan 12, 2000 Antwerpen", "2000"),
        ("Hauptstraße 5, 10115 Berlin", "10115"),
    ],
)
def test_a_postcode_is_known_by_street_or_town(valued: Valued, text: str, postcode: str) -> None:
    assert postcode in [words for words, kind, _ in valued(text) if kind == "postcode"]


@pytest.mark.parametrize(
    "text",
    ["SCHOOLJAAR 2026 IN BEELD", "2026 WK voetbal", "1500 KM", "2000px", "code 1234 AB", "In 2000 Antwerpen bezocht"],
)
def test_a_year_an_amount_and_a_code_are_no_postcode(valued: Valued, text: str) -> None:
    assert valued(text) == []
