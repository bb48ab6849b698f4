"""The first lock on the journal: Python refuses to change, remove or slip in a line. The second is in the database."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NoReturn

from django.db import models

from magdit.areas.journal.refused import Refused

if TYPE_CHECKING:
    from magdit.areas.journal.models import Entry


def refuse(*_: Any, **__: Any) -> NoReturn:
    """Whatever was asked: a line that stands, stands."""
    raise Refused("journal_only_grows")


class OnlyGrows(models.QuerySet["Entry"]):
    """Lines can be read and counted; `append` is for `actions.record` alone."""

    def append(self, entries: Iterable[Entry]) -> None:
        """Put new lines in, in a few statements however many there are."""
        super().bulk_create(list(entries), batch_size=400)

    async def aupdate(self, *_: Any, **__: Any) -> NoReturn:
        refuse()

    async def adelete(self, *_: Any, **__: Any) -> NoReturn:
        refuse()

    if not TYPE_CHECKING:  # a queryset promises these to every caller; here every one of them is a mistake
        bulk_create = bulk_update = create = get_or_create = update_or_create = refuse
        update = delete = _update = _raw_delete = refuse
