"""A receipt in words: per child what was answered, under which text, and what holds now. For paper and for e-mail.

Who else answered is never told: only the reader's own answers come in here, and of now only yes or no.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from magdit.areas.consent.books import channel_told
from magdit.areas.consent.proof.lettering import BOX, printable
from magdit.areas.consent.proof.spoken import day_told, language_name, moment_told, words_of
from magdit.areas.consent.proof.terms import settled
from magdit.areas.consent.proof.values import Expressed, Receipt, Told
from magdit.areas.consent.texts.catalogue import pictogram, purposes
from magdit.areas.consent.texts.words import PLACE
from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.words.states import CONSENT_STATES, COVERS, FORMS

ANSWERS = {"gegeven": "ja", "vernieuwd": "opnieuw", "geweigerd": "nee", "ingetrokken": "ingetrokken"}
OBJECTIONS = {"gegeven": "geen_bezwaar", "vernieuwd": "geen_bezwaar", "geweigerd": "bezwaar", "ingetrokken": "bezwaar"}
MARK_SHOWN = 16


@dataclass(frozen=True, slots=True)
class AnswerTold:
    """One answer in words. `text`: under which version of the words it was given; for on paper, not for in a mail."""

    question: str
    language: str
    answer: str
    now: str
    details: tuple[str, ...]
    text: str
    sign: str


@dataclass(frozen=True, slots=True)
class ChildTold:
    """Whom the answers are about."""

    name: str
    school: str
    answers: tuple[AnswerTold, ...]


@dataclass(frozen=True, slots=True)
class ReceiptTold:
    """A whole receipt in words."""

    title: str
    made: str
    opening: tuple[str, ...]
    children: tuple[ChildTold, ...]
    change_heading: str
    change: tuple[str, ...]
    about_heading: str
    about: tuple[str, ...]
    files: str
    footer: str


def told_receipt(receipt: Receipt) -> ReceiptTold:
    """The words of a receipt, in its own language."""
    words = words_of("bewijs", receipt.language)
    place = words["plek"].format(adres=receipt.where) if receipt.where else ""
    return ReceiptTold(
        title=words["titel"],
        made=words["gemaakt"].format(moment=moment_told(receipt.made_at, receipt.language)),
        opening=tuple(line.format(lezer=receipt.reader.name) for line in words["opening"]),
        children=tuple(_children(receipt)),
        change_heading=words["wijzigen_kop"],
        change=tuple(_change(receipt, words, place)),
        about_heading=words["over_kop"],
        about=tuple(_about(receipt, words)),
        files=words["bestanden"],
        footer=words["voettekst"].format(nummer=receipt.id),
    )


def _change(receipt: Receipt, words: Mapping[str, Any], place: str) -> list[str]:
    """How an answer is changed: on the page, or a yes in the administration; and what cannot be undone."""
    elsewhere = {one.elsewhere for one in receipt.answers}
    ways = [words["wijzigen_elders" if one else "wijzigen_hier"] for one in sorted(elsewhere)]
    return [line.format(plek="" if number else place) for number, line in enumerate([*ways, *words["wijzigen"]])]


def _about(receipt: Receipt, words: Mapping[str, Any]) -> list[str]:
    board, authority = receipt.controller, settled()["toezichthouder"]
    return [
        line.format(
            bestuur=board.name, adres=board.address, mail=board.email, toezicht=authority["naam"],
            toezichtadres=authority["adres"],
        )
        for line in words["over"]
    ]  # fmt: skip


def _children(receipt: Receipt) -> list[ChildTold]:
    """One part per child, in the order in which the answers came."""
    found: dict[object, list[Told]] = {}
    for told in receipt.answers:
        found.setdefault(told.expressed.subject.id, []).append(told)
    return [
        ChildTold(
            name=answers[0].expressed.subject.name,
            school=answers[0].expressed.school,
            answers=tuple(_answer(told, receipt.language) for told in answers),
        )
        for answers in found.values()
    ]


def _answer(told: Told, language: str) -> AnswerTold:
    expressed, words = told.expressed, words_of("bewijs", language)
    question, tongue = _question(expressed, language)
    now = "" if told.now is None else words["nu_ja" if told.now else "nu_nee"]
    sign = pictogram(expressed.asked.pictogram) if expressed.asked.pictogram else ""
    said, details = _said(expressed, words, language), tuple(_details(expressed, language))
    return AnswerTold(question, tongue, said, now, details, _text(expressed, language), sign)


def _question(expressed: Expressed, language: str) -> tuple[str, str]:
    """The question as it was read, with the language it is in; a short name of it when we cannot print that."""
    notice = expressed.notice
    if notice is not None:
        values = {"naam": expressed.subject.name, "school": expressed.school}
        asked = PLACE.sub(lambda found: values.get(found.group(1), found.group(0)), notice.words.title)
        if BOX not in printable(notice.words.title):
            return asked, notice.language
    channel = channel_told(expressed.asked.channel, expressed.asked.media)[language]
    purpose = purposes().get(expressed.asked.purpose)
    told = purpose.words[language] if purpose else expressed.asked.purpose.replace("_", " ")
    covers = [word for word in COVERS if word.code in expressed.asked.covers]
    shown = ", ".join(word.dutch if language == "nl" else word.english for word in covers)
    named = words_of("bewijs", language)["onderwerp"].format(kanaal=channel, wat=shown, doel=told)
    return named[:1].upper() + named[1:], language


def _said(expressed: Expressed, words: Mapping[str, Any], language: str) -> str:
    by_state = ANSWERS if expressed.asked.basis == "toestemming" else OBJECTIONS
    if expressed.state in by_state:
        return str(words[by_state[expressed.state]])
    state = next(word for word in CONSENT_STATES if word.code == expressed.state)
    told = state.dutch if language == "nl" else state.english.removeprefix("Consent").lower()
    return str(words["anders"].format(staat=told))


def _details(expressed: Expressed, language: str) -> list[str]:
    words, notice = words_of("bewijs", language), expressed.notice
    form = next(word for word in FORMS if word.code == expressed.form)
    told = form.dutch if language == "nl" else form.english
    given = words["gegeven"] if expressed.source == "eigen" else words["gegeven_dag"]
    day = day_told(expressed.at.astimezone(SCHOOL_CLOCK).date(), language)
    details = [given.format(moment=moment_told(expressed.at, language), dag=day, vorm=told)]
    until = expressed.until
    details.append(words["tot"].format(dag=day_told(until, language)) if until else words["tot_ander"])
    if notice is None and expressed.source != "spiegel":
        details.append(words["zonder_tekst"])
    elif notice is None:
        as_of = expressed.as_of or expressed.at.date()
        details.append(words["elders"].format(dag=day_told(as_of, language)))
    return details


def _text(expressed: Expressed, language: str) -> str:
    """Which version of the words was read, for who wants to check it; empty when we do not know."""
    notice = expressed.notice
    if notice is None:
        return ""
    tongue, mark = language_name(notice.language, told_in=language), notice.mark[:MARK_SHOWN]
    about = {"code": expressed.asked.code, "versie": notice.version, "taal": tongue, "merk": mark}
    return str(words_of("bewijs", language)["tekst"].format(**about))
