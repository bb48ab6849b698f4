"""Whether words name somebody else: rather too often than once too seldom."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from magdit.journeys.publications.naming import names_another


@dataclass(frozen=True)
class Called:
    called: str
    last: str
    first: str = ""
    infix: str = ""


NOOR = Called("Noor", "Dijk", infix="van")
CLASS = (Called("Yara", "Haddad"), Called("Hans", "Kok"), Called("Noor", "Bakker"), Called("Bo", "Dijk", infix="van"))


@pytest.mark.parametrize(
    "text",
    [
        "Noor en Yara lazen voor.", "noor en YARA lazen voor", "Noor las Yara's boek", "Noor las Yara’s boek",
        "Yaras boek", "Hans", "mevrouw Haddad", "Yara-Lynn", "de moeder van Bakker", "(Bo)",
    ],
)  # fmt: skip
def test_another_is_named(text):
    assert names_another(text, CLASS, own=NOOR)


@pytest.mark.parametrize(
    "text", ["Noor las voor.", "Noors boek", "Noor van Dijk", "Wat een dag!", "De bakker kwam.", "", "de yaramand"]
)
def test_nobody_else_is(text):
    assert not names_another(text, CLASS, own=NOOR)
