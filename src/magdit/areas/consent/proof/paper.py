"""A receipt on paper and in the post: the PDF a family keeps, and the e-mail that brings it. Sends nothing itself."""

from __future__ import annotations

import json
from dataclasses import asdict

from django.core.mail import EmailMessage

from magdit.areas.consent.proof.lettering import flat
from magdit.areas.consent.proof.receipt import receipt_of
from magdit.areas.consent.proof.spoken import words_of
from magdit.areas.consent.proof.told import ReceiptTold, told_receipt
from magdit.areas.consent.proof.typeset import typeset
from magdit.areas.consent.proof.values import Receipt

FILE_NAMES = {"nl": "bewijs", "en": "receipt"}
DATA_NAMES = {"nl": "bewijs-voor-computers", "en": "receipt-for-computers"}


def receipt_json(receipt: Receipt) -> bytes:
    """The receipt as a file for computers: the same bytes for the same receipt."""
    return json.dumps(receipt_of(receipt), ensure_ascii=False, indent=2, sort_keys=True).encode()


def receipt_pdf(receipt: Receipt) -> bytes:
    """The receipt on A4, tagged for screen readers. Refused when the proof behind it is not whole."""
    receipt_of(receipt)
    told = told_receipt(receipt)
    data = {**asdict(told), "board": receipt.controller.name}
    return typeset("receipt", data, title=told.title, language=receipt.language, at=receipt.made_at)


def receipt_text(receipt: Receipt) -> str:
    """The receipt as plain text, for e-mail."""
    receipt_of(receipt)
    return "\n".join(_lines(told_receipt(receipt))).strip() + "\n"


def receipt_mail(receipt: Receipt, *, to: str) -> EmailMessage:
    """The e-mail with a receipt. Of a child its subject has the first name and nothing else: it travels unsealed."""
    language = receipt.language
    message = EmailMessage(subject=_subject(receipt), body=receipt_text(receipt), to=[to])
    message.attach(f"{FILE_NAMES[language]}.pdf", receipt_pdf(receipt), "application/pdf")
    message.attach(f"{DATA_NAMES[language]}.jsonld", receipt_json(receipt), "application/ld+json")
    return message


def _subject(receipt: Receipt) -> str:
    """For whom the answers are; when that is the reader alone, nobody is named."""
    words = words_of("bewijs", receipt.language)
    about = dict.fromkeys(one.expressed.subject for one in receipt.answers)
    names = [flat(one.name) for one in about if one.id != receipt.reader.id]
    if not names:
        return str(words["mail_onderwerp"])
    told = f" {words['en']} ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
    return str(words["mail_onderwerp_kind"]).format(namen=told)


def _lines(told: ReceiptTold) -> list[str]:
    lines = [told.title, told.made, "", *told.opening]
    for child in told.children:
        lines += ["", flat(f"{child.name} ({child.school})" if child.school else child.name)]
        for answer in child.answers:
            said = f"{answer.answer}. {answer.now}".strip()
            lines += ["", f"- {flat(answer.question)}", f"  {said}", *(f"  {flat(line)}" for line in answer.details)]
    return [
        *lines, "", told.change_heading, *told.change, "", told.about_heading, *told.about, told.files, "", told.footer,
    ]  # fmt: skip
