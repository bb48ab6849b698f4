"""A whole board imported at once: 30,000 pupils with parents, classes and birth dates, from OneRoster and EDEXML.

Named peer for reading: what a script of ten lines does with the same file, csv.DictReader over the zip and iterparse
over the XML, with every cell stripped and nothing checked. Writing has no peer: seconds and memory are told, and that a
second time changes nothing. Each runs in a process of its own with an empty register, so that memory is its own.
Seconds are those of the processor, since others may be at work on this computer.
"""

from __future__ import annotations

import csv
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

from tests.areas.people.imports import invented, invented_files

PUPILS = 30_000
GOAL = 8
ROOT = Path(__file__).parent.parent


def rows(pupils: int = PUPILS) -> list[str]:
    """One row per format: reading beside the peer, and taking over."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        made = invented.school(pupils)
        sources = {
            "oneroster": invented_files.zipped(invented_files.oneroster_files(made, "1.2"), here / "export.zip"),
            "edexml": invented_files.as_edex(made, here / "EDEX.XML"),
        }
        peers: dict[str, tuple[str, Callable[[Path], None]]] = {
            "oneroster": ("csv.DictReader", _only_csv), "edexml": ("iterparse", _only_xml),
        }  # fmt: skip
        told = []
        for kind, source in sources.items():
            alone = min(_seconds(lambda: peers[kind][1](source)) for _ in range(3))  # noqa: B023  (called at once)
            told += _told(kind, peers[kind][0], alone, in_a_process(kind, source, here / kind))
    return told


def _told(kind: str, peer: str, alone: float, ran: dict[str, float]) -> list[str]:
    people = f"{int(ran['people']):,} people".replace(",", " ")
    more = (
        f"{people}: read {ran['read']:.1f} s, compare {ran['look']:.1f} s, take over {ran['take']:.1f} s,"
        f" again {ran['again']:.1f} s with {int(ran['changed'])} changes; {ran['memory']:.0f} MB"
    )
    return [
        f"| imports | reading {kind} beside {peer} over the same file | at most {GOAL} × |"
        f" {ran['read'] / alone:.1f} × | {more} |"
    ]


def in_a_process(kind: str, source: Path, data: Path) -> dict[str, float]:
    """Read, compare and take over in a new process with an empty register; answers seconds and megabytes."""
    told = {**os.environ, "MAGDIT_DATA": str(data), "DJANGO_SETTINGS_MODULE": "magdit.server.settings"}
    told.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "bench.imports", kind, str(source)]
    ran = subprocess.run(command, cwd=ROOT, env=told, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return found


def measure(kind: str, source: Path) -> dict[str, float]:
    """What one import costs in this process."""
    import django

    django.setup()
    from django.core.management import call_command

    from magdit.areas.people.imports.reading import read_list
    from magdit.areas.people.imports.run import look, take_over
    from magdit.areas.people.models import Board, Person, School
    from magdit.cli.with_register import doing_as_system

    call_command("migrate", verbosity=0)
    board = Board.objects.create(name="Stichting De Linde")
    school = School.objects.create(board=board, name="De Linde", code="de-linde", protocol="osvs", brin=invented.BRIN)
    doing = doing_as_system("bench", board.pk)
    found: dict[str, float] = {}
    start = time.process_time()
    delivery = read_list(source, school, kind, as_of=invented.AS_OF)
    found["read"] = time.process_time() - start
    found["look"] = _seconds(lambda: look(doing, school, delivery))
    found["take"] = _seconds(lambda: take_over(doing, school, delivery))
    start = time.process_time()
    found["changed"] = 0 if take_over(doing, school, delivery).is_empty else 1
    found["again"] = time.process_time() - start
    found["people"] = Person.objects.count()
    found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


def _only_csv(source: Path) -> None:
    with zipfile.ZipFile(source) as archive:
        for name in archive.namelist():
            with archive.open(name) as raw, io.TextIOWrapper(raw, "utf-8-sig", newline="") as text:
                for row in csv.DictReader(text):
                    {heading: cell.strip() for heading, cell in row.items()}


def _only_xml(source: Path) -> None:
    for _, element in ElementTree.iterparse(source):
        (element.text or "").strip()
        if element.tag in {"leerling", "leerkracht", "groep"}:
            element.clear()


def _seconds(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]))))
