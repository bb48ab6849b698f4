"""What the texts of a pack leave open or name that is gone: "(datum)", an empty setting, Hyves, papers not attached."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from magdit.norms.conditions.tree import Always
from magdit.norms.lint.finding import Finding
from magdit.norms.lint.looked_at import LookedAt
from magdit.norms.model import Pack
from magdit.words.platforms import gone

PLACEHOLDER = re.compile(
    r"\((?:datum|naam|jaartal|plaats|school|telefoonnummer|e-mail|invullen)\)"
    r"|\[[^\]\n]{1,40}\]|<[a-zé _-]{2,30}>|…|\.{3,}|_{3,}|\b(?:PM|n\.t\.b\.|n\.n\.b\.|TODO|XXX+|xx+)(?![\w])",
)
# Names of things and days hold no sentences, and the source says where a clause stands, not what it says.
SILENT_FIELDS = frozenset({"source", "file", "hash", "id", "clause", "number", "norms"})
Text = tuple[str, str]


def text_findings(at: LookedAt) -> Iterator[Finding]:
    """Placeholders, names of platforms that are gone, documents and settings that are not there."""
    for clause, text in dict.fromkeys(texts_of(at.pack)):
        for found in dict.fromkeys(match.group() for match in PLACEHOLDER.finditer(text)):
            yield Finding("nog_in_te_vullen", "gewoon", (clause,), {"tekst": found, "stuk": _around(text, found)})
        for platform in gone():
            for name in platform.found_in(text):
                facts = {"naam": name, "nu": platform.now, "sinds": platform.since}
                yield Finding("verdwenen_platform", "gewoon", (clause,), facts)
    yield from _own_words(at)
    yield from _not_there(at)


def _not_there(at: LookedAt) -> Iterator[Finding]:
    """Settings without a value, papers that do not lie beside the pack, and what the source leaves open."""
    for setting in at.pack.settings:
        if setting.value is None or not str(setting.value).strip():
            facts = {"naam": setting.name, "vraag": setting.question or ""}
            yield Finding("instelling_leeg", "gewoon", (setting.clause,), facts)
    for clause in at.pack.clauses:
        for document in clause.refers:
            if document.casefold() not in at.attached:
                yield Finding("niet_bijgevoegd", "weten", (clause.number,), {"stuk": document})
        if clause.left_open:
            yield Finding("open_in_bron", "weten", (clause.number,), {"tekst": clause.left_open})


def texts_of(pack: Pack) -> Iterator[Text]:
    """Every text that somebody may read, with the clause it stands in."""
    heads = (pack.title, pack.organisation, str(pack.lifecycle.details.get("citeertitel", "")))
    yield from (("", text) for text in heads)
    for clause in pack.clauses:
        texts = (clause.title, clause.says, clause.left_open, *clause.refers)
        yield from ((clause.number, text) for text in texts if text)
    for field in ("duties", "steps", "measures", "settings", "attentions", "powers", "consent_rules"):
        for part in getattr(pack, field):
            yield from ((part.clause, text) for text in _strings(part))


def _strings(part: object) -> Iterator[str]:
    """The texts in a table of a pack, however deep; conditions are no texts."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _strings(one)
    elif is_dataclass(part) and not isinstance(part, Always):
        for field in fields(part):
            if field.name not in SILENT_FIELDS and field.name not in {"about", "done", "when"}:
                yield from _strings(getattr(part, field.name))


def _own_words(at: LookedAt) -> Iterator[Finding]:
    """Words of the pack's own for platforms that are gone."""
    for definition in at.pack.definitions:
        for word in _known((*definition.covers, *definition.never, *definition.open)):
            yield Finding("verdwenen_platform", "gewoon", (definition.clause,), word)
    for norm in at.pack.norms:
        for word in _known(norm.media):
            yield Finding("verdwenen_platform", "gewoon", (norm.clause,), word)


def _known(words: Iterable[str]) -> Iterator[dict[str, str]]:
    for word in words:
        for platform in gone():
            if platform.is_named(word):
                yield {"naam": word, "nu": platform.now, "sinds": platform.since}


def _around(text: str, found: str) -> str:
    """The words around it, so that a reader finds the place."""
    at = text.index(found)
    start, end = max(0, at - 40), min(len(text), at + len(found) + 20)
    return " ".join(text[start:end].split())
