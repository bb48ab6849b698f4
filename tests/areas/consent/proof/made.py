"""Proofs about the cast, as plain values: no rows needed. Change what a test is about, the rest is ordinary."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from magdit.areas.consent.proof.values import Asked, Controller, Expressed, Notice, Party, Receipt, Told
from magdit.areas.consent.texts.catalogue import catalogue
from magdit.areas.consent.texts.words import mark_of

BOARD = Controller(
    id=UUID("b0a4d000-0000-4000-8000-000000000001"), name="Stichting De Linde", address="Lindelaan 1, Lindedorp",
    email="privacy@delinde.example",
)  # fmt: skip
NOOR = Party(UUID("0a00a000-0000-4000-8000-000000000001"), "Noor", "leerling")
SEM = Party(UUID("0a00a000-0000-4000-8000-000000000002"), "Sem", "leerling")
BRAM = Party(UUID("0a00a000-0000-4000-8000-000000000003"), "Bram", "medewerker")
MIRA = Party(UUID("0a00a000-0000-4000-8000-000000000011"), "Mira Bakker", "ouder")
JOOST = Party(UUID("0a00a000-0000-4000-8000-000000000012"), "Joost van Dijk", "ouder")
NOON = datetime(2026, 3, 3, 11, 0, tzinfo=UTC)  # noon in the Netherlands
RECEIPT = UUID("0eece000-0000-4000-8000-000000000001")


def answer_id(number):
    return UUID(f"a0000000-0000-4000-8000-{number:012d}")


def asked(code):
    offered = next(offered for offered in catalogue() if offered.code == code)
    return Asked(
        code=code, purpose=offered.purpose, channel=offered.channel, covers=offered.covers, basis=offered.basis,
        pictogram=offered.pictogram,
    )  # fmt: skip


def notice(code, language="nl", version=1):
    offered = next(offered for offered in catalogue() if offered.code == code)
    words = offered.words["en" if language == "en" else "nl"]
    return Notice(language, version, mark_of(words, language=language), words)


def answer(code="website-foto", *, number=1, **changes):
    """Mira's yes about Noor on the website, digital, until the end of the school year."""
    ordinary = Expressed(
        id=answer_id(number), subject=NOOR, giver=MIRA, asked=asked(code), notice=notice(code), state="gegeven",
        at=NOON, until=date(2026, 7, 31), form="digitaal_akkoord", school="De Linde",
    )  # fmt: skip
    return replace(ordinary, **changes)


def receipt(*answers, **changes):
    """The receipt of the giver of these answers."""
    given = answers or (answer(),)
    told = tuple(one if isinstance(one, Told) else Told(one) for one in given)
    ordinary = Receipt(id=RECEIPT, made_at=NOON, controller=BOARD, reader=told[0].expressed.giver or MIRA, answers=told)
    return replace(ordinary, **changes)
