"""The sentence for what the register refuses: what, where, and what you can do now. One file per area."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from magdit.wording.refusals import (
    api,
    asking,
    breaches,
    channels,
    consent,
    drafts,
    family,
    imports,
    journal,
    people,
    publications,
    rounds,
    server,
    signin,
    sso,
    texts,
)

DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
SENTENCES: Mapping[str, str] = {
    **journal.SENTENCES,
    **people.SENTENCES,
    **imports.SENTENCES,
    **consent.SENTENCES,
    **family.SENTENCES,
    **rounds.SENTENCES,
    **texts.SENTENCES,
    **server.SENTENCES,
    **signin.SENTENCES,
    **api.SENTENCES,
    **asking.SENTENCES,
    **channels.SENTENCES,
    **breaches.SENTENCES,
    **drafts.SENTENCES,
    **publications.SENTENCES,
    **sso.SENTENCES,
}


def refusal_sentence(code: str, facts: Mapping[str, object]) -> str:
    """The Dutch sentence for a refusal; KeyError for a code that nobody gave words."""
    return refusal_in(code, facts, translate=str)


def refusal_in(code: str, facts: Mapping[str, object], *, translate: Callable[[str], str]) -> str:
    """The sentence for a refusal in another language: `translate` turns the Dutch one, still with its places open."""
    return translate(SENTENCES[code]).format(**{name: _told(value) for name, value in facts.items()})


def _told(fact: object) -> object:
    """A fact as it is read; a day as 01-09-2026."""
    if isinstance(fact, str) and DAY.fullmatch(fact):
        return "-".join(reversed(fact.split("-")))
    return f"{fact:%d-%m-%Y}" if isinstance(fact, date) else fact
