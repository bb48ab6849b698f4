"""Contact data, numbers and dates: found with their check digits and the words beside them, silent without."""

import pytest

from tests.check.text.finders.conftest import Valued

FOUND = {
    "email": [
        "noor@voorbeeld.nl", "Noor.van-Dijk+school@mail.voorbeeld.co.uk", "juf_wil@xs4all.nl", "n@voorbeeld.amsterdam",
    ],
    "url": [
        "https://voorbeeld.nl/a?b=1", "www.voorbeeld.nl", "voorbeeld.nl/groep5", "delinde.school", "bit.ly/3xY",
        "http://localhost:8000/x",
    ],
    "handle": ["@noorvd", "@groep.5_delinde"],
    "phone": [
        "06-12345678", "0612345678", "06 12 34 56 78", "+31 6 12345678", "+31(0)612345678", "0031612345678",
        "030-2345678", "(030) 234 56 78", "+32 475 12 34 56", "+49 30 901820",
    ],
    "iban": ["NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "nl91abna0417164300", "BE68 5390 0754 7034"],
    "plate": ["GB-123-X", "12-ABC-3".replace("ABC", "BDF"), "XX-99-99", "9-ZXX-99"],
    "postcode": ["1234 AB", "1234AB", "9999 ZZ"],
    "address": ["Dorpsstraat 12", "Jan van Galenstraat 3b", "Lindelaan 14-2", "Kerkplein 1", "Stationsweg 101 bis"],
    "dob": ["geboren op #3 maart 2017", "geb. #03-03-2017", "geboortedatum: #2017-03-03", "geb #3-3-17"],
    "pupil_number": ["leerlingnummer: #482913", "leerlingnr. #482913", "stamnummer #123456"],
    "bsn": ["BSN #111222333", "burgerservicenummer: #1112.22.333", "bsn #111 222 333"],
    "credential": ["#wachtwoord: Linde2026!", "#pincode: 4821", "#wifi-wachtwoord = vlinder", "#pin is 4821"],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "marked"), [(kind, text) for kind, texts in FOUND.items() for text in texts])
def test_a_value_is_found_whole_and_for_certain(valued: Valued, kind: str, marked: str) -> None:
    lead, _, value = marked.rpartition("#")

    found = valued(f"Let op, {lead}{value} staat erin.")

    assert (value, kind, "zeker") in found


POSSIBLE = [
    ("noor (at) voorbeeld (punt) nl", "email"),
    ("insta: noor.vd", "handle"),
    ("bel 06-1234567", "phone"),
    ("rekening NL91ABNA0417164301", "iban"),
    ("BSN 111222334", "bsn"),
    ("nummer 111222333", "bsn"),
    ("in 1234ab", "postcode"),
    ("aan de lindelaan 14", "address"),
    ("hij woont in de Kerkstraat", "address"),
    ("de auto met kenteken gb 123 x", "plate"),
    ("op 3 maart jarig", "dob"),
    ("inloggen met groep5 / Vlinder8", "credential"),
]


@pytest.mark.parametrize(("text", "kind"), POSSIBLE)
def test_what_only_looks_like_it_is_possible(valued: Valued, text: str, kind: str) -> None:
    assert [certainty for _, type_, certainty in valued(text) if type_ == kind] == ["mogelijk"]


SILENT = [
    "Om 10.30 uur, op 12-03-2026, in lokaal 1.04, groep 5 t/m 8",
    "Bestelnummer 111222333 en factuurnummer 20260312",
    "123456789 bezoekers", "We telden 1.234.567 stappen", "3,14159265358979", "2026-2027", "1-0 gewonnen, 2-2 gelijk",
    "Het is klaar.de kinderen zijn blij", "Goed gedaan.Nu rusten", "@ 10 uur op het plein", "e-mail ons gerust",
    "SCHOOLJAAR 2026 IN BEELD", "2025 en 2026", "1200 de tweede", "in 2026 om te beginnen",
    "onderweg 12 kilometer", "zwembaan 4", "schoolplein 2 is dicht", "de markt 3 uur lang", "lees 20 minuten",
    "Op 3 maart is de musical", "De school is gebouwd in 1957", "de voorstelling van 03-03-2026",
    "Wachtwoord vergeten? Vraag de juf.", "Het wachtwoord is geheim.", "postcode: onbekend", "code oranje",
    "NL is een land", "12-3-4", "groep 5-6-7", "A4-tje", "112 bellen bij brand", "leerlingnummer onbekend",
    "a@b", "@", "@@@", "www.", "http://", "geb.", "06-", "10:30-11:45",
]  # fmt: skip


@pytest.mark.parametrize("text", SILENT)
def test_times_scores_and_orders_are_left_alone(valued: Valued, text: str) -> None:
    assert valued(text) == []
