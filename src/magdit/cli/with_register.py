"""Makes the register ready for a command: Django is only loaded for commands that read or write it."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from magdit.areas.journal.doing import Doing


def open_register() -> None:
    """Load Django with the server's settings; done before, nothing happens."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "magdit.server.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()


def doing_as_system(name: str, board: UUID) -> Doing:
    """The command line acting for a board, now."""
    from magdit.areas.journal.doing import Doing, Ref

    return Doing(Ref("systeem", name), board, datetime.now(UTC))
