"""The sentence for what the register refuses: what, where, and what you can do now. One file per area."""

from __future__ import annotations

from collections.abc import Mapping

from magdit.wording.refusals import consent, imports, journal, people, rounds, server, texts

SENTENCES: Mapping[str, str] = {
    **journal.SENTENCES,
    **people.SENTENCES,
    **imports.SENTENCES,
    **consent.SENTENCES,
    **rounds.SENTENCES,
    **texts.SENTENCES,
    **server.SENTENCES,
}


def refusal_sentence(code: str, facts: Mapping[str, object]) -> str:
    """The Dutch sentence for a refusal; KeyError for a code that nobody gave words."""
    return SENTENCES[code].format(**facts)
