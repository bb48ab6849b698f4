"""What `magdit doctor` looks at in the data: folder, keys, database, journal, nights, back-ups."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Max

from magdit.cli.diagnosis import Check, Finding, bad, either, good, heed

GIGABYTE = 1024**3
BACKED_UP = "back-up gemaakt"
OLD = timedelta(days=7)  # of a back-up
LATE = timedelta(hours=26)  # a night, and some hours for a slow one


def folder() -> Iterator[Finding]:
    """Ours, and readable by nobody else."""
    data = Path(settings.DATA)
    mode = stat.S_IMODE(data.stat().st_mode)
    yield either(
        not mode & 0o077,
        f"gegevensmap {data} is alleen voor u",
        wrong=f"gegevensmap {data} is voor anderen te lezen ({mode:o})",
        mend=f"chmod 700 {data}",
    )
    yield either(
        os.access(data, os.W_OK) and data.stat().st_uid == os.geteuid(),
        "gegevensmap is van wie magdit draait",
        wrong="gegevensmap is van een ander dan wie nu magdit draait",
        mend="Draai magdit steeds als dezelfde gebruiker, en geef die gebruiker de map (chown).",
    )
    free = shutil.disk_usage(data).free
    yield either(
        free >= GIGABYTE,
        f"ruimte op de schijf: {free // GIGABYTE} GB",
        wrong=f"nog maar {free // 1024**2} MB ruimte op de schijf",
        mend="Maak ruimte, of zet MAGDIT_DATA op een grotere schijf.",
    )


def keys() -> Iterator[Finding]:
    """The secrets: there, and readable by nobody else."""
    kept = Path(settings.DATA) / "sleutels"
    files = sorted(file for file in kept.rglob("*") if file.is_file())
    open_ = [file.name for file in files if stat.S_IMODE(file.stat().st_mode) & 0o077]
    yield either(
        not open_,
        f"sleutels: {len(files)}, alleen voor u te lezen",
        wrong=f"sleutels die anderen kunnen lezen: {', '.join(open_)}",
        mend=f"chmod 600 {kept}/*. Vermoedt u dat iemand ze las? Vervang ze dan.",
    )


def database() -> Iterator[Finding]:
    """Answers, is of a version that will do, and has the tables of this magdit."""
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        yield bad(f"de database is niet bereikbaar ({type(error).__name__})", "Kijk DATABASE_URL of MAGDIT_DATA na.")
        return
    yield from _sqlite() if connection.vendor == "sqlite" else _postgresql()
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    yield either(
        not waiting,
        "tabellen zijn van deze versie",
        wrong=f"{len(waiting)} wijzigingen van de tabellen zijn nog niet doorgevoerd",
        mend="Maak een back-up en start `magdit serve`: dat voert ze door.",
    )


def journal() -> Iterator[Finding]:
    """The database itself refuses changes of the journal, and every journal has its marks outside it as well."""
    from magdit.areas.journal import heads, second_lock
    from magdit.areas.journal.queries import heads_now, unwitnessed

    if asleep := second_lock.missing(connection):
        yield bad(
            f"de database laat toe dat iemand het journaal verandert ({len(asleep)} sloten ontbreken)",
            "Draai `magdit serve`: dat zet de sloten terug. Draai daarna `magdit journal verify`.",
        )
    known = heads_now()
    gone = sum(1 for board, number, _ in known if number and not heads.path_of(board).exists())
    if gone:
        yield bad(
            f"van {gone} van de {len(known)} journalen ontbreken de merken buiten de database",
            "Zet de map 'journaal' terug uit een back-up, en draai `magdit journal verify`.",
        )
    elif behind := unwitnessed():
        yield heed(f"{behind} regels van het journaal staan alleen in de database", "Draai `magdit nightly`.")
    else:
        yield good(f"journalen met merken buiten de database: {len(known)}")


def nights() -> Iterator[Finding]:
    """`magdit nightly` ran in the last night, every step of it."""
    from magdit.journeys.nightly import STEPS, last_ran

    known, now = last_ran(), datetime.now(UTC)
    late = [
        step.name
        for step in STEPS
        if not (well := known.get(step.name, {}).get("goed")) or now - datetime.fromisoformat(well) > LATE
    ]
    line = "30 2 * * * magdit nightly --stil"
    if len(late) == len(STEPS):
        yield bad("`magdit nightly` draaide de afgelopen nacht niet", f"Zet dit in cron (crontab -e): {line}")
    elif late:
        yield bad(f"van de nacht lukte niet: {', '.join(late)}", "Draai `magdit nightly` en kijk wat het zegt.")
    else:
        yield good("`magdit nightly` draaide de afgelopen nacht")


def back_ups() -> Iterator[Finding]:
    """The last back-up of every board is not old; the journal tells when it was made, wherever the file went."""
    from magdit.areas.journal.models import Chain, Entry

    boards = Chain.objects.filter(number__gt=0)
    last = dict(Entry.objects.filter(verb=BACKED_UP).values_list("board").annotate(Max("at")))
    newest = [last.get(board) for board in boards.values_list("board", flat=True)]
    mend = "Zet `magdit backup --naar MAP` in cron, elke nacht, met een map op een andere schijf of computer."
    if not newest:
        yield good("er is nog niets om een back-up van te maken")
    elif any(at is None for at in newest):
        yield bad("er is nog geen back-up gemaakt", mend)
    else:
        days = (datetime.now(UTC) - min(at for at in newest if at)).days
        yield either(
            days < OLD.days,
            f"laatste back-up: {days} dagen oud",
            wrong=f"de laatste back-up is {days} dagen oud",
            mend=mend,
        )


def administrators() -> Iterator[Finding]:
    """Somebody can get in to keep it running."""
    from magdit.areas.people.models import Account

    there = Account.objects.filter(is_superuser=True, is_active=True).count()
    yield either(there > 0, f"beheerders: {there}", wrong="er is nog geen beheerder", mend="magdit beheerder LOGIN")


def _sqlite() -> Iterator[Finding]:
    path = Path(str(settings.DATABASES["default"]["NAME"]))
    with connection.cursor() as cursor:
        mode = cursor.execute("PRAGMA journal_mode").fetchone()[0]
        sound = cursor.execute("PRAGMA quick_check(1)").fetchone()[0]
    version = ".".join(str(part) for part in connection.get_database_version())
    yield either(
        mode == "wal",
        f"SQLite {version}, met een log vooraf; een schrijver tegelijk",
        wrong=f"SQLite {version} bewaart zijn log als '{mode}', niet als 'wal'",
        mend="Stop wat het bestand open heeft, en start magdit opnieuw. Leg de map niet op een netwerkschijf.",
    )
    yield either(
        sound == "ok",
        "het databasebestand is heel",
        wrong="het databasebestand is beschadigd",
        mend="Stop magdit, bewaar de map zoals zij is, en zet de laatste back-up terug.",
    )
    log = path.with_name(f"{path.name}-wal")
    size = log.stat().st_size if log.exists() else 0
    if size > GIGABYTE // 4:
        yield heed(f"het log van SQLite is {size // 1024**2} MB groot", "Draai `magdit nightly`.")


def _postgresql() -> Iterator[Finding]:
    major = connection.get_database_version()[0]
    yield either(
        major >= 14,
        f"PostgreSQL {major}",
        wrong=f"PostgreSQL {major} is te oud",
        mend="Neem PostgreSQL 14 of nieuwer.",
    )


CHECKS: tuple[Check, ...] = (folder, keys, nights)
INSIDE: tuple[Check, ...] = (journal, back_ups, administrators)  # once the database is well
