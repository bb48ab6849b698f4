"""What `magdit doctor` looks at around the data: the settings, the way in, e-mail, the clock, the face model."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings

from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.cli.diagnosis import Check, Finding, bad, either, good, heed
from magdit.cli.doctor_sso import sign_in_of_schools

NAMES = (
    "MAGDIT_DATA", "MAGDIT_SECRET", "MAGDIT_HOSTS", "MAGDIT_HTTPS", "MAGDIT_PROXY", "MAGDIT_MAIL", "MAGDIT_FROM",
    "MAGDIT_JOURNAL_MAIL", "MAGDIT_PACKS", "MAGDIT_TAKEDOWN_HOURS", "MAGDIT_ADDRESS", "MAGDIT_DEMO", "MAGDIT_SSO",
    "MAGDIT_LOG", "MAGDIT_WORK", "MAGDIT_BACK_DAYS", "MAGDIT_CONNECT_PRIVATE", "MAGDIT_FOLDERS",
    "MAGDIT_TESTS", "MAGDIT_SETUP", "MAGDIT_TOON_MODEL",
)  # fmt: skip

LATE = timedelta(minutes=15)  # a film may take a while


def names() -> Iterator[Finding]:
    """A setting that was misspelt does nothing, so say so."""
    for given in sorted(name for name in os.environ if name.startswith("MAGDIT_") and name not in NAMES):
        near = get_close_matches(given, NAMES, n=1)
        yield heed(f"de instelling {given} kennen we niet", f"Bedoelde u {near[0]}?" if near else "Haal haar weg.")


def way_in() -> Iterator[Finding]:
    """Others come over https, under a name that we know."""
    local = set(settings.ALLOWED_HOSTS) <= {"localhost", "127.0.0.1", "[::1]"}
    if "*" in settings.ALLOWED_HOSTS:
        yield bad("MAGDIT_HOSTS laat elke naam toe", "Zet er de naam in waaronder de school magdit opent.")
    if local:
        yield heed(
            "alleen deze computer kan bij magdit",
            "Zet MAGDIT_HOSTS op de naam van uw site zodra anderen erbij moeten; dan gaat alles over https.",
        )
    else:
        yield either(
            bool(settings.HTTPS),
            "alles gaat over https",
            wrong="anderen kunnen bij magdit zonder https: wachtwoorden zijn onderweg te lezen",
            mend="Haal MAGDIT_HTTPS=nee weg, en zet een proxy met een certificaat voor magdit.",
        )


def post() -> Iterator[Finding]:
    """E-mail leaves, under an address that can be answered."""
    smtp = settings.EMAIL_BACKEND.endswith("smtp.EmailBackend")
    yield either(
        smtp,
        f"e-mail gaat via {getattr(settings, 'EMAIL_HOST', '')}",
        wrong="e-mail gaat de deur niet uit, maar blijft op deze computer",
        mend="Zet MAGDIT_MAIL=smtp://naam:wachtwoord@computer:587.",
        serious=False,
    )
    if smtp and settings.DEFAULT_FROM_EMAIL.endswith("@localhost"):
        yield bad("e-mail heeft geen afzender", "Zet MAGDIT_FROM op een adres van de school.")


def worker() -> Iterator[Finding]:
    """Somebody places and takes down what waits."""
    from magdit.journeys.publish.working import last_round

    last = last_round()
    if last is None:
        yield heed(
            "nog niemand plaatste of haalde weg wat wacht", "Start `magdit serve`, of los daarvan `magdit work`."
        )
        return
    yield either(
        datetime.now(UTC) - last < LATE,
        "`magdit work` is bezig",
        wrong=f"niemand plaatst of haalt weg wat wacht, sinds {last.astimezone(SCHOOL_CLOCK):%d-%m-%Y %H:%M}",
        mend="Start `magdit serve`, of los daarvan `magdit work`.",
    )


def style_sheets() -> Iterator[Finding]:
    """They were collected, so that pages look as they should."""
    there = (Path(settings.STATIC_ROOT) / "staticfiles.json").is_file()
    yield either(
        there,
        "stijlbladen staan klaar",
        wrong="stijlbladen staan niet klaar",
        mend="Start `magdit serve`.",
        serious=False,
    )


def clock() -> Iterator[Finding]:
    """The school's own time is known."""
    try:
        ZoneInfo("Europe/Amsterdam")
    except ZoneInfoNotFoundError:
        yield bad("de tijdzone Europe/Amsterdam is niet te vinden", "Installeer tzdata (make setup doet dat).")
    else:
        yield good("de klok van de school (Europe/Amsterdam)")


def face_model() -> Iterator[Finding]:
    """Without it no photo is ever looked at."""
    from magdit.check.images.model_file import read_model
    from magdit.check.images.refusal import Refused

    try:
        read_model()
    except Refused:
        yield bad(
            "het gezichtsmodel ontbreekt of is veranderd: foto's gelden als niet bekeken",
            "Draai `make setup`, of haal het op zoals in docs/beheer.md staat.",
        )
    else:
        yield good("het gezichtsmodel")


CHECKS: tuple[Check, ...] = (names, way_in, sign_in_of_schools, post, worker, style_sheets, clock, face_model)
