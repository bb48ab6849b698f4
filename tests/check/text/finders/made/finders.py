"""The finders of values, each called the same way. Other finders are left out, so that these tests speak of"
" these alone."""

from __future__ import annotations

from collections.abc import Callable

from magdit.check.tables.roster import Roster
from magdit.check.text.finders import (
    address,
    birth_date,
    bsn,
    credential,
    email,
    handle,
    health,
    iban,
    phone,
    plate,
    postcode,
    pupil_number,
    result,
    url,
)
from magdit.check.text.finding import Finding
from magdit.check.text.text import Text

Find = Callable[[Text, Roster], tuple[Finding, ...]]


def _of_text(find: Callable[[Text], tuple[Finding, ...]]) -> Find:
    return lambda text, roster: find(text)


DATA_FINDERS: tuple[Find, ...] = (
    *(
        _of_text(finder.find)
        for finder in (
            address, birth_date, bsn, credential, email, handle, health, iban, phone, plate, postcode, result, url,
        )
    ),
    pupil_number.find,
)  # fmt: skip
