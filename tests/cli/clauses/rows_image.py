"""Clauses about images, asked of `magdit check` with a photo.

Noor is nine. She is in `reis.jpg`; nobody is in `lucht.jpg`. Her parents said yes on paper in `ja.csv`.
"""

from tests.cli.clauses.row import Row

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

ROWS = (
    Row("osvs", "IV.M8", "mag_mits", WITH_NO + SCHOOL + ORDINARY, WITH_YES + SCHOOL + ORDINARY),
    Row("ozhw", "3.4", "mag_mits", WITH_NO + SCHOOL + ORDINARY, WITH_YES + SCHOOL + ORDINARY),
    Row("ozhw", "4.4", "mag_mits", NOOR + PARENT + ORDINARY,
        NOBODY + PARENT.replace("facebook", "website") + ORDINARY, passes="niet_geregeld"),
    Row("ozhw", "5.3", "mag_mits", NOOR + PRIVATE + ORDINARY, WITH_YES + SCHOOL + ORDINARY),
    Row("verkruisen", "10", "mag_mits", WITH_NO + SCHOOL + ORDINARY, WITH_YES + SCHOOL + ORDINARY),
    Row("verkruisen", "11", "plicht", NOOR + PARENT + ORDINARY, WITH_YES + SCHOOL + ORDINARY),
    Row("vsnon", "2b", "mag_mits", WITH_YES + SCHOOL + ORDINARY, NOBODY + SCHOOL + ORDINARY),
    Row("ouderportaalschool", "L14", "mag_mits", IN_VEST + PORTAL + ORDINARY, WITH_YES + PORTAL + ORDINARY),
)  # fmt: skip
