"""The process that works on a list which was handed in on a page: `python -m magdit.cli.intake LIST PERSON`.

Not a command of `magdit`: the pages start it, and it holds a lock that they hand over. A list is something a school got
from elsewhere, so there is an end to the memory it may take; and it waits longer for its turn than a visitor would.
"""

from __future__ import annotations

import resource
import sys
from datetime import UTC, datetime
from uuid import UUID

from magdit.cli.with_register import open_register

MEMORY = 4 * 1024**3  # 30,000 pupils take less than 1 GB
PATIENCE = 15 * 60  # seconds


def main(words: list[str]) -> None:
    """Do what was begun with this list, for this person."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    open_register(make=False)
    from django.db import connection

    from magdit.areas.journal.doing import Doing, Ref
    from magdit.areas.people.models_entry import Intake
    from magdit.journeys.taking_over_work import carry_out

    if connection.vendor == "sqlite":
        connection.settings_dict["OPTIONS"]["timeout"] = PATIENCE
    intake = Intake.objects.select_related("school__board").get(pk=UUID(words[0]))
    carry_out(Doing(Ref("persoon", words[1]), intake.school.board_id, datetime.now(UTC)), intake)


if __name__ == "__main__":
    main(sys.argv[1:])
