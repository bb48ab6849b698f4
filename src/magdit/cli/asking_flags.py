"""What was told with options, or in a file, as the start of a dialogue; and what was told in a dialogue as options."""

from __future__ import annotations

import argparse
import json
import shlex
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from magdit.cli.asking_told import Told
from magdit.cli.outcome import Stop
from magdit.norms.trying import Subject

NOT_KNOWN = "weet_ik_niet"
OPTIONS = {"wie": "--als", "handeling": "--doe", "medium": "--medium", "moment": "--op"}
LARGEST_ACT = 1_000_000


def told_with(options: argparse.Namespace) -> Told:
    """Everything that was told before the first question; an option goes before what the file says."""
    raw: dict[str, Any] = dict(_act(options.handeling)) if options.handeling else {}
    unknown: set[Subject] = set()
    for given in options.feit:
        name, value = _fact(given)
        if value == NOT_KNOWN:
            unknown.add(Subject(name))
            raw.pop(name, None)
        else:
            raw[name] = value
    told = {"wie": options.als, "handeling": options.doe, "medium": options.medium, "moment": options.op}
    raw |= {name: value for name, value in told.items() if value}
    if raw.get("moment") is None and Subject("moment") not in unknown:
        raw["moment"] = school_clock().isoformat(timespec="minutes")
    told = _without_unknowns(raw, unknown)
    return Told(told, unknown=frozenset(unknown))


def school_clock() -> datetime:
    """Now. A school's hours are those of the clock on its wall."""
    return datetime.now(ZoneInfo("Europe/Amsterdam")).replace(tzinfo=None)


def _without_unknowns(raw: Mapping[str, Any], unknown: set[Subject]) -> dict[str, Any]:
    """The act without what is not known of one person; that is added to the rest that is not known."""
    told = dict(raw)
    for group, rows in raw.items():
        if isinstance(rows, list) and any(isinstance(row, dict) and NOT_KNOWN in row.values() for row in rows):
            unknown |= {
                Subject(fact, group, at)
                for at, row in enumerate(rows)
                if isinstance(row, dict)
                for fact, value in row.items()
                if value == NOT_KNOWN
            }
            told[group] = [
                {fact: value for fact, value in row.items() if value != NOT_KNOWN} if isinstance(row, dict) else row
                for row in rows
            ]
    return told


def _with_unknowns(told: Told) -> dict[str, Any]:
    """The act as it can be told with options: what is not known of a person stands beside what is."""
    raw = dict(told.raw)
    for subject in told.unknown:
        if subject.place is not None:
            group, index = subject.place
            raw[group] = [row | {subject.fact: NOT_KNOWN} if at == index else row for at, row in enumerate(raw[group])]
    return raw


def as_command(told: Told, protocol: str, packs: list[Path], *, again: bool = False) -> str:
    """The command that starts where this dialogue is now; with `again` it gives the same answer and asks nothing."""
    words = ["magdit", "mag", "--protocol", protocol]
    for name, value in _with_unknowns(told).items():
        several = value if name == "wie" and isinstance(value, list) else [value]
        for one in several:
            words += [OPTIONS[name], str(one)] if name in OPTIONS else ["--feit", f"{name}={_written(one)}"]
    for subject in sorted(told.unknown, key=lambda one: one.fact):
        words += ["--feit", f"{subject.fact}={NOT_KNOWN}"] if subject.place is None else []
    for folder in packs:
        words += ["--packs", str(folder)]
    return shlex.join([*words, "--niet-vragen"] if again else words)


def _fact(given: str) -> tuple[str, Any]:
    name, sign, value = (part.strip() for part in given.partition("="))
    if not sign or not name or not value:
        raise Stop(f"'{given}' kan niet bij --feit. Schrijf het zo: --feit betreft_school=ja.")
    if value[0] in '[{"':
        try:
            return name, json.loads(value)
        except (ValueError, RecursionError):
            raise Stop(f"De waarde bij --feit {name} begint als JSON, maar is het niet.") from None
    if value.lstrip("-").isdecimal() and len(value) < 10:
        return name, int(value)
    words = [word.strip() for word in value.split(",")]
    return name, words if len(words) > 1 else words[0]


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    plain = [value] if isinstance(value, str) else value
    if isinstance(plain, list) and plain and all(isinstance(one, str) and _is_plain(one) for one in plain):
        return ",".join(plain)
    return json.dumps(value, ensure_ascii=False)


def _is_plain(text: str) -> bool:
    """Whether this text comes back as it was when it is written without quotes."""
    return bool(text.strip() == text) and not set(text) & set('[{",') and not text.isdecimal() and text != NOT_KNOWN


def _act(source: str) -> Mapping[str, Any]:
    try:
        raw = sys.stdin.buffer.read(LARGEST_ACT) if source == "-" else Path(source).read_bytes()
        found = json.loads(raw.decode("utf-8-sig"))
    except OSError:
        raise Stop(f"Het bestand '{source}' is niet te openen. Controleer de naam en uw rechten.") from None
    except UnicodeDecodeError:
        raise Stop(f"'{source}' is geen tekst in UTF-8. Sla het bestand op als UTF-8 en probeer het opnieuw.") from None
    except (ValueError, RecursionError):
        raise Stop(f'In \'{source}\' staat geen handeling als JSON. Zo ziet die eruit: {{"wie": "docent"}}.') from None
    if not isinstance(found, dict):
        raise Stop(f'In \'{source}\' staat geen JSON-object. Zet er één handeling in: {{"wie": "docent"}}.')
    return found
