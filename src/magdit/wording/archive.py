"""What is remembered of a judged piece: its level, the clauses and what they say, what would help. Plain data.

No found value is kept: a report of what stands online must not become a list of telephone numbers and health. The
names of people on the school's own list are told, since the school has to know whom it is about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from magdit.check.archive.judging import ARCHIVE, JudgedPiece
from magdit.check.archive.piece import AGAIN, Missed, key_of
from magdit.check.images.trace_kinds import TraceKind
from magdit.check.text.finding import Finding
from magdit.norms.answer import Reason
from magdit.norms.judge import Book
from magdit.wording.answer_lines import clause_says, steps_of
from magdit.wording.archive_missed import missed_sentence
from magdit.wording.findings import KINDS, missed_line
from magdit.wording.reasons import because
from magdit.wording.secrets import without_secrets

UNSURE = "onzeker"
# What says something of the writer or the words and gives nobody away.
QUIET = frozenset({"url", "disclaimer", "self_identification"})


def remembered(found: JudgedPiece, book: Book) -> dict[str, Any]:
    """Everything that the report needs, with nothing in it that must not be kept."""
    piece, judged = found.piece, found.judged
    told = {
        "place": piece.place,
        "page": piece.page,
        "title": piece.title,
        "links": list(piece.links),
        "level": found.level,
        "verdict": judged.verdict,
        "as_handed_in": judged.as_handed_in,
        "clauses": list(_clauses(found, book)),
        "helps": _helps(found),
        "findings": list(_findings(found)),
        "pictures": list(_pictures(found)),
        "faces": found.faces,
        "groups": list(found.groups),
        "missed": list(dict.fromkeys(_missed(found))),
    }
    clean = without_secrets(told, judged.looked.texts)
    again = any(miss.code in AGAIN for miss in found.missed)
    known = {"key": piece.key, "where": key_of(piece.place), "stamp": piece.stamp, "of": piece.of, "again": again}
    known |= {"remote": dict(piece.remote), "rest": piece.rest, "gone": _is_gone(found)}
    return {**clean, **known, "links": list(piece.links)}


def _is_gone(found: JudgedPiece) -> bool:
    """Whether the site says that nothing stands there any more."""
    return bool(found.missed) and all(miss == Missed("alles", "gone") for miss in found.missed) and not found.photos


def _clauses(found: JudgedPiece, book: Book) -> Iterator[dict[str, Any]]:
    """Each clause with the facts behind it and what it says; where something is certain, only what is certain."""
    reasons = [reason for reason in found.judged.answer.reasons if found.level != "zeker" or reason.effect != UNSURE]
    nothing_read = not found.piece.words.strip() and not found.photos
    if found.level == "niets" or nothing_read:
        return
    groups: dict[tuple[str, str], list[Reason]] = {}
    for reason in reasons:
        groups.setdefault((reason.pack, reason.clause), []).append(reason)
    for (pack, clause), group in groups.items():
        why = list(because(_without_strangers(group, found), book.catalogue))
        yield {"pack": pack, "clause": clause, "why": why[:6], "says": clause_says(book, pack, clause)}


def _without_strangers(reasons: Iterable[Reason], found: JudgedPiece) -> list[Reason]:
    """Of faces without a name there is one thing to tell, and the report tells it once: nobody said who they are."""
    strangers = {subject.label for subject in found.judged.people or () if subject.is_stranger}
    return [reason for reason in reasons if reason.person not in strangers]


def _helps(found: JudgedPiece) -> str:
    """What would make it allowed; of faces the report tells that itself."""
    routes = found.judged.answer.routes
    return steps_of(routes[0]) if routes and found.level in {"zeker", "kijken"} else ""


def _findings(found: JudgedPiece) -> Iterator[str]:
    """What kinds of data were found and how often, without the data."""
    told = [one for seen in found.judged.looked.texts for one in seen.findings if one.type not in QUIET]
    for kind, count in Counter(map(_kind, told)).items():
        yield f"{kind} ({count} keer)" if count > 1 else kind


def _kind(finding: Finding) -> str:
    return KINDS[finding.type] + ("" if finding.certainty == "zeker" else " (mogelijk)")


def _pictures(found: JudgedPiece) -> Iterator[dict[str, Any]]:
    for seen in found.photos:
        tells_place = any(trace.kind is TraceKind.GPS for trace in seen.photo.traces)
        yield {"name": seen.name, "faces": len(seen.faces or ()), "place": tells_place}


def _missed(found: JudgedPiece) -> Iterator[str]:
    yield from (missed_sentence(miss.where, miss.code) for miss in found.missed)
    yield from (missed_line(miss) for miss in found.judged.not_looked if miss.what != ARCHIVE)
