"""What a file may hold and a school may not give us: dropped unread, and named in the report. Knows headings only."""

from __future__ import annotations

import re
from collections.abc import Iterable

from stdnum.nl import bsn

from magdit.check.tables.folded import folded

# Folded headings. A heading that holds one of PARTS anywhere is dropped too ("BSN leerling", "verzorger 1 postcode").
PARTS = tuple(
    """bsn burgerservice sofinummer onderwijsnr onderwijsnummer persoonsgebonden rijksregister postnummerbe
    foto photo picture avatar postcode postalcode zipcode woonplaats huisnummer straat street
    etnicit ethnic nationalit herkomst geboorteland geboorteplaats birthcountry countryofbirth cityofbirth
    stateofbirth birthcity birthstate religi godsdienst geloof race wachtwoord password paspoort passport
    identiteitsbewijs iban rekening inkomen medisch medical diagnose allergie handicap
    gewicht residencestatus americanindian alaska asian blackorafrican hawaiian pacificislander hispanic whiterace"""
    .split()
)  # fmt: skip
WHOLE = frozenset(
    """pgn sofi adres address toevoeging land landvader landmoeder landgeboorte white geslacht gender sex mv
    voornaamwoorden pronouns huisnr plaats city country zip demographicraceother
    publicschoolresidencestatus""".split()
)
_NINE = re.compile(r"\d{8,9}", re.ASCII)
FEWEST = 8  # by chance one number in eleven passes; eight in a row do not
SHARE = 0.9
_FINE = frozenset(folded(name) for name in ("e-mailadres", "emailadres", "mailadres", "email address"))


def is_forbidden(heading: str) -> bool:
    """Whether a column of this heading may not be kept. 'E-mailadres' is no address."""
    plain = folded(heading)
    if any(fine in plain for fine in _FINE):
        return False
    without_number = plain.strip("0123456789")
    if plain in WHOLE or without_number in WHOLE or any(part in plain for part in PARTS):
        return True
    return plain.endswith(("adres", "address")) or plain.startswith(("woonadres", "postadres", "bezoekadres"))


def are_bsns(values: Iterable[str]) -> bool:
    """Whether a column is really full of BSNs: numbers of nine digits that all pass the test of a BSN."""
    numbers = [value for value in values if _NINE.fullmatch(value)]
    if len(numbers) < FEWEST:
        return False
    return sum(bsn.is_valid(number) for number in numbers) >= SHARE * len(numbers)
