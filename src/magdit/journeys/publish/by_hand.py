"""Where no connector serves an account a person places the post: with the clean package, and says where it stands.

Each step asks anew whether it may: a package that left is as good as placed, so it does not leave after a no.
"""

from __future__ import annotations

import zipfile
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import IO
from urllib.parse import urlsplit
from uuid import UUID

from django.db import transaction

from magdit.areas.drafts.models import Publication
from magdit.areas.drafts.publications import locked, save
from magdit.areas.drafts.publications_queries import visible_publications
from magdit.areas.drafts.rules_out import FAILED, ON_PAPER, PLACED, SENDERS, WAITING
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person
from magdit.areas.people.rights import acting_person, require
from magdit.areas.registers.rules_channels import MOST_CIRCULATION
from magdit.areas.registers.rules_channels import ON_PAPER as PAPER
from magdit.connectors.connector import Readable
from magdit.journeys.publish.allowed import is_by_hand
from magdit.journeys.publish.placing import is_allowed_still, stop
from magdit.journeys.publish.posting import post_of

MOST_URL = 1000
IN_MEMORY = 20_000_000
PIECE = 1_000_000


def package(doing: Doing, publication: UUID) -> IO[bytes]:
    """The clean copies and the words as a zip, to place by hand. From then on it counts as possibly out there."""
    row = _handed_out(doing, publication)
    if row is None:
        raise Refused("no_longer_allowed")
    made: IO[bytes] = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  (read and closed by who sends it)
    post = post_of(row)
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as package:
        package.writestr("tekst.txt", post.text)
        alts = [f"{one.path.name}: {one.alt}" for one in post.pictures if one.alt]
        if alts:
            package.writestr("beschrijvingen.txt", "\n".join(alts))
        for one in post.pictures:
            _write(package, one.path)
    made.seek(0)
    return made


@transaction.atomic
def placed_by_hand(doing: Doing, publication: UUID, *, url: str = "", circulation: int | None = None) -> Publication:
    """A person placed it: where it stands, or of paper how many were printed. Said twice is said once."""
    row = _mine(doing, publication)
    if row.state in (PLACED, ON_PAPER) and url.strip() in ("", row.url):
        return row
    if row.state != WAITING or not is_by_hand(row.account):
        raise Refused("publication_not_now")
    on_paper = row.account is not None and row.account.kind == PAPER
    told = {"circulation": _number(circulation or row.circulation)} if on_paper else {"url": _address(url)}
    save(
        doing, row, "geplaatst", state=ON_PAPER if on_paper else PLACED, published_at=doing.at, next_try=None,
        tries=row.tries or 1, **told,
    )  # fmt: skip
    return row


@transaction.atomic
def not_placed(doing: Doing, publication: UUID) -> Publication:
    """A person has the package and says that it was not placed, and will not be."""
    row = _mine(doing, publication)
    if row.state != WAITING or not is_by_hand(row.account):
        raise Refused("publication_not_now")
    row.tries = 0
    stop(doing, row)
    return row


@transaction.atomic
def retry(doing: Doing, publication: UUID) -> Publication:
    """Try again what did not work, with the same key: what stands there already is not placed twice."""
    row = _mine(doing, publication)
    if row.state == WAITING:
        return row
    if row.state != FAILED:
        raise Refused("publication_not_now")
    save(doing, row, "opnieuw geprobeerd", state=WAITING, next_try=doing.at, tries=1)
    return row


@transaction.atomic
def _handed_out(doing: Doing, publication: UUID) -> Publication | None:
    """The row, when it may still go; otherwise it is over, also when nobody asks again."""
    row = _mine(doing, publication)
    if row.state != WAITING or not is_by_hand(row.account):
        raise Refused("publication_not_now")
    if not is_allowed_still(doing, row):
        if not row.tries:
            stop(doing, row)
        return None
    save(doing, row, "pakket opgehaald", tries=row.tries + 1)
    return row


def _mine(doing: Doing, publication: UUID) -> Publication:
    """The publication, locked, for who sends posts of this school and may see it."""
    row = locked(doing, publication)
    person = Person.objects.filter(pk=acting_person(doing), board=doing.board).first()
    if person is None or not visible_publications(person, doing.today).filter(pk=row.pk).exists():
        raise Refused("not_yours")
    require(doing, SENDERS, school=row.school)
    return row


def _address(url: str) -> str:
    address = url.strip()
    parts = urlsplit(address) if len(address) <= MOST_URL and address.isprintable() else None
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname or " " in address:
        raise Refused("channel_address")
    return address


def _number(count: int | None) -> int | None:
    if count is not None and not 1 <= count <= MOST_CIRCULATION:
        raise Refused("number_wrong", most=MOST_CIRCULATION)
    return count


def _write(package: zipfile.ZipFile, path: Readable) -> None:
    with package.open(zipfile.ZipInfo(path.name), "w", force_zip64=True) as entry, path.open("rb") as opened:
        copyfileobj(opened, entry, PIECE)
