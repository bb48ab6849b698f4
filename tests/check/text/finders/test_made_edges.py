"""What closes the sentence is no part of a value: a full stop, a bracket, a quotation mark, a smiley."""

from random import Random

import pytest

from tests.check.text.finders.conftest import Valued
from tests.check.text.finders.made import values

LEADS = {
    "phone": ("Bel ", values.phone),
    "email": ("Mail ", values.email),
    "url": ("Zie ", values.url),
    "handle": ("Volg ", values.handle),
    "postcode": ("Postcode ", values.postcode),
    "address": ("Adres ", values.address),
    "bsn": ("BSN ", values.bsn),
    "iban": ("IBAN ", values.iban),
    "plate": ("Kenteken ", values.plate),
    "dob": ("Geboren op ", values.birth_date),
    "pupil_number": ("Leerlingnummer ", values.pupil_number),
}
CLOSERS = (
    ".",
    ",",
    "!",
    "?",
    ";",
    ":",
    ")",
    "]",
    '"',
    "'",
    "”",
    "…",
    "...",
    " 🙂",
    "🙂",
    "\n",
    " -",
    "*",
    " |",
    ").",
    '".',
)


@pytest.mark.parametrize("kind", LEADS)
@pytest.mark.parametrize("closer", CLOSERS)
def test_a_value_ends_before_what_closes_the_sentence(valued: Valued, kind: str, closer: str) -> None:
    lead, maker = LEADS[kind]
    chance = Random(f"{kind}{closer}")

    for value in (maker(chance) for _ in range(8)):
        assert (value, kind) in [(words, type_) for words, type_, _ in valued(f"{lead}{value}{closer}")]
