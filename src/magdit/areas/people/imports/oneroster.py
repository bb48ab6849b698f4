"""Reads a OneRoster zip, version 1.1 or 1.2, bulk or delta. Parses by the names of columns; knows no register."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from magdit.areas.people.imports.assemble import Assembler
from magdit.areas.people.imports.bundle import Bundle, opened
from magdit.areas.people.imports.delivery import Delivery, Place
from magdit.areas.people.imports.oneroster_rows import Rows
from magdit.areas.people.imports.problems import Problems
from magdit.areas.people.imports.roster import Roster
from magdit.areas.people.imports.sheets import Sheets
from magdit.areas.people.imports.wanted import Wanted

MANIFEST = "manifest.csv"
VERSIONS = ("1.1", "1.2")
# What we read, and what a delivery cannot do without.
READ = ("orgs", "academicsessions", "users", "roles", "demographics", "classes", "enrollments")


def read_oneroster(source: Path, wanted: Wanted, *, as_of: date) -> Delivery:
    """The delivery for one school, or NotTaken with everything that is wrong in it."""
    problems = Problems()
    with opened(source, problems) as bundle:
        manifest = _manifest(bundle, problems)
        version = _version(manifest, problems)
        kinds = _kinds(manifest, bundle, problems)
        needed = ("users", "roles") if version == "1.2" else ("users",)
        for name in needed:
            if name not in kinds and not (name == "roles" and "delta" in kinds.values()):
                problems.add("file_needed", Place(source.name, 0), file=f"{name}.csv")
        if "orgs" not in kinds and not wanted.key:
            problems.add("file_needed", Place(source.name, 0), file="orgs.csv")
        problems.stop()
        sheets = Sheets(bundle, problems)
        roster = Roster(delta=frozenset(name for name, kind in kinds.items() if kind == "delta"))
        Rows(sheets, roster, version=version).read(kinds)
    assembler = Assembler(roster, wanted, problems, as_of=as_of, source=Place(source.name, 0))
    return assembler.delivery(system="oneroster", dropped=sheets.dropped)


def _manifest(bundle: Bundle, problems: Problems) -> dict[str, str]:
    if MANIFEST not in bundle:
        raise problems.fail("file_needed", Place(bundle.source.name, 0), file=MANIFEST)
    lines = Sheets(bundle, problems).rows(MANIFEST, needed=("propertyName", "value"))
    found = {line["propertyName"].lower(): line["value"] for line in lines}
    problems.stop()
    return found


def _version(manifest: dict[str, str], problems: Problems) -> str:
    told = manifest.get("oneroster.version", "")
    version = told.lower().removeprefix("v").replace("p", ".")[:3]
    if version not in VERSIONS:
        raise problems.fail("oneroster_version", Place(MANIFEST, 0), found=told or "?")
    return version


def _kinds(manifest: dict[str, str], bundle: Bundle, problems: Problems) -> dict[str, str]:
    """The files we read that are there, each with bulk or delta."""
    kinds: dict[str, str] = {}
    for name in READ:
        there = f"{name}.csv" in bundle
        told = manifest.get(f"file.{name}", "").lower() or ("bulk" if there else "absent")
        if told in {"bulk", "delta"} and not there:
            problems.add("file_needed", Place(MANIFEST, 0), file=f"{name}.csv")
        elif told in {"bulk", "delta"}:
            kinds[name] = told
        elif told != "absent":
            problems.add("manifest_value", Place(MANIFEST, 0, f"file.{name}"), value=told)
        elif there:
            problems.remark("file_not_told", Place(f"{name}.csv", 0))
    return kinds
