"""Each clause about images, asked at the door with a photo: the clause is cited or names a duty, its neighbour is free.

Noor is nine. She is in `reis.jpg`; nobody is in `lucht.jpg`. Her parents said yes on paper in `ja.csv`.
"""

from typing import NamedTuple

import pytest

from tests.cli.clauses.listed import IMAGE, pairs

NOOR = "reis.jpg|--leerlingen|leerlingen.csv|--in-beeld|noor.csv"
WITH_NO = NOOR + "|--toestemming|nee.csv"
WITH_YES = NOOR + "|--toestemming|ja.csv"
IN_VEST = "reis.jpg|--leerlingen|leerlingen.csv|--toestemming|ja.csv|--in-beeld|hemd.csv"
NOBODY = "lucht.jpg|--niemand-in-beeld"
SCHOOL = "|--als|leerkracht|--medium|instagram|--namens-school"
PRIVATE = (
    "|--als|leerkracht|--medium|instagram|--feit|account=prive|--feit|hoedanigheid=persoonlijk|--feit|situatie=prive"
)
PARENT = "|--als|ouder|--medium|facebook|--feit|account=prive|--feit|situatie=prive"
PORTAL = "|--als|leerkracht|--medium|ouderportaal|--namens-school"
ORDINARY = "|--feit|betreft_school=ja|--feit|tijdens_les=nee|--feit|lesopname=nee|--feit|doel=schoolnieuws"


class Row(NamedTuple):
    """A photo that meets the clause, what the clause then does, and the same hand-in without what makes it."""

    protocol: str
    clause: str
    words: str
    effect: str  # mag_mits: it may once the clause is met; mag_niet: it may not; plicht: it names a duty
    neighbour: str


ROWS = [
    Row("osvs", "IV.M8", WITH_NO + SCHOOL, "mag_mits", WITH_YES + SCHOOL),
    Row("ozhw", "3.4", WITH_NO + SCHOOL, "mag_mits", WITH_YES + SCHOOL),
    Row("ozhw", "4.4", NOOR + PARENT, "mag_mits", NOBODY + PARENT.replace("facebook", "website")),
    Row("ozhw", "5.3", NOOR + PRIVATE, "mag_mits", NOBODY + PRIVATE),
    Row("verkruisen", "10", WITH_NO + SCHOOL, "mag_mits", WITH_YES + SCHOOL),
    Row("verkruisen", "11", NOOR + PARENT, "plicht", NOOR + SCHOOL),
    Row("vsnon", "2b", WITH_YES + SCHOOL, "mag_mits", NOBODY + SCHOOL),
    Row("ouderportaalschool", "L14", IN_VEST + PORTAL, "mag_mits", WITH_YES + PORTAL),
]
names = [f"{row.protocol}-{row.clause}" for row in ROWS]


def test_every_clause_about_images_has_a_row():
    assert {(row.protocol, row.clause) for row in ROWS} == pairs(IMAGE)


@pytest.mark.parametrize("protocol", IMAGE)
def test_every_listed_clause_is_in_the_protocol(library, protocol):
    numbers = {clause.number for clause in library.book(protocol).packs[0].pack.clauses}

    assert set(IMAGE[protocol]) <= numbers


@pytest.mark.parametrize("row", ROWS, ids=names)
def test_a_photo_that_meets_the_clause_feels_it(ask, row):
    answered = ask(row.protocol, f"{row.words}{ORDINARY}")

    assert answered.has(row.effect, row.clause), answered


@pytest.mark.parametrize("row", ROWS, ids=names)
def test_its_neighbour_does_not(ask, row):
    answered = ask(row.protocol, f"{row.neighbour}{ORDINARY}")

    assert row.clause not in answered.cited | answered.duties


@pytest.mark.parametrize("row", ROWS, ids=names)
def test_a_school_without_the_clause_does_not_cite_it(ask, row):
    elsewhere = next(one for one in IMAGE if one != row.protocol and row.clause not in IMAGE[one])

    answered = ask(elsewhere, f"{row.words}{ORDINARY}")

    assert row.protocol not in answered.packs
    assert row.clause not in answered.cited | answered.duties
