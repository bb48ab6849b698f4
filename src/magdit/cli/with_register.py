"""Makes the register ready for a command: Django is only loaded for commands that read or write it."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from magdit.cli.outcome import Stop

if TYPE_CHECKING:
    from magdit.areas.journal.doing import Doing


def open_register(*, make: bool = True) -> None:
    """Load Django with the server's settings, and make the tables of a database that has none at all (`make`).

    Done before, nothing happens. A database of an older version is left alone: `magdit serve` brings it up to date.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "magdit.server.settings")
    import django
    from django.apps import apps
    from django.core.exceptions import ImproperlyConfigured

    if apps.ready:
        return
    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise Stop(f"Deze instelling klopt niet. Schrijf het zo: {error}") from None
    except OSError as error:
        where = error.filename or os.environ.get("MAGDIT_DATA", "")
        raise Stop(
            f"De map met gegevens is niet te gebruiken: {error.strerror} ({where}). Kijk MAGDIT_DATA na."
        ) from None
    if make:
        _make_tables()


def _make_tables() -> None:
    from django.core.management import call_command
    from django.db import connection

    if not connection.introspection.table_names():
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)


def doing_as_system(name: str, board: UUID) -> Doing:
    """The command line acting for a board, now."""
    from magdit.areas.journal.doing import Doing, Ref

    return Doing(Ref("systeem", name), board, datetime.now(UTC))
