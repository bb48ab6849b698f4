"""`magdit serve`: get the database, the style sheets and the settings ready, and hand over to gunicorn."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from typing import Any, NoReturn

from magdit.cli.outcome import Stop
from magdit.cli.with_register import open_register

MOST_WORKERS = 64


def add(commands: Any) -> None:
    """Put `serve` among the commands."""
    parser = commands.add_parser("serve", help="start de webapplicatie")
    parser.add_argument("--adres", default="127.0.0.1", metavar="ADRES", help="luister hier (standaard 127.0.0.1)")
    parser.add_argument("--poort", type=int, default=8000, metavar="N", help="luister op deze poort (standaard 8000)")
    parser.add_argument("--werkers", type=int, metavar="N", help="zoveel processen (standaard: kernen + 1)")
    parser.set_defaults(run=serve)


def serve(options: argparse.Namespace) -> NoReturn:
    """Get everything ready, and become the web server."""
    workers = min(8, (os.cpu_count() or 1) + 1) if options.werkers is None else options.werkers
    if not 0 < options.poort < 65536 or not 0 < workers <= MOST_WORKERS:
        raise Stop(f"Kies een poort van 1 tot en met 65535 en 1 tot en met {MOST_WORKERS} werkers.")
    free(options.adres, options.poort)
    os.environ["_MAGDIT_PORT"] = str(options.poort)  # server/environment.py; the settings are not to be loaded yet
    open_register()
    _ready()
    where = f"[{options.adres}]" if ":" in options.adres else options.adres
    gunicorn = [
        sys.executable, "-m", "gunicorn", "--config", "python:magdit.cli.serving", "--no-control-socket",
        "--bind", f"{where}:{options.poort}", "--workers", str(workers),
    ]  # fmt: skip
    sys.stdout.flush()
    os.environ.pop("MAGDIT_LOG", None)  # a server that logs everything would log names
    os.execv(sys.executable, gunicorn)  # noqa: S606  (no shell; from here on this process is gunicorn)


def free(address: str, port: int) -> None:
    """Stop with a sentence when we cannot listen there."""
    try:
        kind, _, _, _, place = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(kind) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(place)
    except PermissionError:
        raise Stop(f"Poort {port} mag u niet gebruiken. Kies een --poort boven de 1023.") from None
    except OSError:
        raise Stop(
            f"Op {address} poort {port} is niet te luisteren. Luistert er al iets? Kies dan een andere --poort."
        ) from None


def _ready() -> None:
    """The database as this version wants it, the style sheets in place, and nothing that Django itself calls wrong."""
    from django.core import checks
    from django.core.management import call_command
    from django.db import DatabaseError, connection, connections

    try:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)  # the counts of failed logins, on PostgreSQL
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        call_command("collectstatic", interactive=False, verbosity=0)
    except DatabaseError as error:
        raise Stop(f"De database is niet te gebruiken ({type(error).__name__}). Draai `magdit doctor`.") from None
    finally:
        connections.close_all()
    wrong = [message for message in checks.run_checks() if message.is_serious()]
    if wrong:
        raise Stop("De instellingen kloppen niet. " + " ".join(f"{message.id}: {message.msg}" for message in wrong))
