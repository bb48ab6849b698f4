"""A new master key: the keys of persons and cases are wrapped anew, and the old master keys are forgotten."""

from __future__ import annotations

from cryptography.fernet import Fernet, MultiFernet
from django.db import transaction

from magdit.areas.journal import key_files, sealing
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.models import Chain, FileKey

AT_ONCE = 500


def renew_master(doing: Doing) -> int:
    """Answers how many keys were wrapped anew. Stopped halfway, old and new both work; run it again."""
    sealing.wrapping()  # makes the first one, or refuses when the file is lost
    fresh = Fernet.generate_key().decode("ascii")
    key_files.keep_masters([fresh, *key_files.masters()])
    with transaction.atomic():
        _hold_every_chain()
        count = _wrap_all_anew(MultiFernet([Fernet(key) for key in key_files.masters()]))
        record(doing, "hoofdsleutel vernieuwd", Ref("bestuur", str(doing.board)), details={"sleutels": count})
    key_files.keep_masters([fresh])
    return count


def _hold_every_chain() -> None:
    """Nobody makes a key under the old master while we are at it: whoever does holds the chain of their board."""
    list(Chain.objects.select_for_update().order_by("board"))


def _wrap_all_anew(master: MultiFernet) -> int:
    rows: list[FileKey] = []
    count = 0
    for row in FileKey.objects.filter(wrapped__isnull=False).iterator(chunk_size=AT_ONCE):
        row.wrapped = master.rotate(bytes(row.wrapped or b""))
        rows.append(row)
        count += 1
        if len(rows) == AT_ONCE:
            FileKey.objects.bulk_update(rows, ["wrapped"])
            rows.clear()
    FileKey.objects.bulk_update(rows, ["wrapped"])
    return count
