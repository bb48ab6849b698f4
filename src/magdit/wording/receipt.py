"""The receipt of a check as plain data: the verdict and what it rests on; never a found value."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any

from magdit import __version__
from magdit.check.draft.check import Checked
from magdit.check.draft.judged import Judged
from magdit.check.text.finding import Finding
from magdit.norms.act import age_on
from magdit.norms.judge import Book
from magdit.wording.answer_json import answer_json
from magdit.wording.answer_lines import said_step
from magdit.wording.secrets import without_secrets

FORM = "magdit-receipt-1"


def receipt(checked: Checked, book: Book, *, layer: str) -> dict[str, Any]:
    """Everything needed to see later why this was the answer; English keys, codes from the word lists."""
    final = checked.final
    paper = {
        "form": FORM,
        "magdit": __version__,
        "moment": checked.draft.moment.isoformat(timespec="minutes"),
        "packs": [dict(pack) for pack in final.answer.packs],
        "as_handed_in": checked.first.as_handed_in,
        "verdict": final.verdict,
        "verdict_before_mending": checked.first.verdict,
        "clauses": list(final.answer.clauses),
        "valid_until": final.answer.valid_until.isoformat() if final.answer.valid_until else None,
        "act": _without_birth_dates(final.act, checked.draft.moment.date()),
        "said_by_author": _said(checked),
        "answer": _answer(final, book, layer),
        "photos": [_photo(checked, at) for at in range(len(checked.first.looked.photos))],
        "films": [_film(checked, at) for at in range(len(checked.first.looked.films))],
        "text": _text(checked),
        "steps_done": [said_step(step) for step in checked.plan.done],
        "steps_left": [said_step(step) for step in checked.plan.left],
        "not_looked_at": [{"what": m.what, "where": m.where, "code": m.code} for m in final.not_looked],
        "to_be_judged_by_a_person": list(final.answer.not_looked_at),
        "elsewhere": [
            {"medium": p.medium, "verdict": p.verdict, "steps": [step.label for step in p.steps]}
            for p in checked.elsewhere
        ],
    }
    return without_secrets(paper, checked.first.looked.texts)


def _without_birth_dates(act: Mapping[str, Any], day: date) -> dict[str, Any]:
    """The act with ages on the day in place of birth dates: the verdict rests on the age alone."""
    if "in_beeld" not in act:
        return dict(act)
    return {**act, "in_beeld": [_aged(person, day) for person in act["in_beeld"]]}


def _aged(person: Mapping[str, Any], day: date) -> dict[str, Any]:
    told = dict(person)
    born = told.pop("geboortedatum", None)
    return {**told, "leeftijd": age_on(day, date.fromisoformat(born))} if isinstance(born, str) else told


def _answer(judged: Judged, book: Book, layer: str) -> dict[str, Any]:
    packs = {ready.pack.id: ready.pack for ready in book.packs}
    return answer_json(judged.answer, packs, protocol=book.packs[0].pack.id, layer=layer)


def _said(checked: Checked) -> dict[str, Any]:
    says = checked.draft.says
    return {
        "nobody_shown": says.nobody_shown,
        "only_people_with_consent": says.only_with_consent,
        "no_longer_recognisable": says.unrecognisable,
        "facts": dict(checked.draft.told),
    }


def _photo(checked: Checked, at: int) -> dict[str, Any]:
    seen = checked.first.looked.photos[at]
    copy = next((copy for copy in checked.copies if copy.original == seen.name), None)
    return {
        "file": seen.name,
        "sha256": seen.photo.sha256,
        "width": seen.photo.width,
        "height": seen.photo.height,
        "faces": None if seen.faces is None else [{"x": f.x, "y": f.y, "w": f.w, "h": f.h} for f in seen.faces],
        "traces": sorted({str(trace.kind) for trace in seen.photo.traces}),
        "clean": None if copy is None else {"file": copy.path.name, "sha256": copy.sha256, "hidden": list(copy.hidden)},
    }


def _film(checked: Checked, at: int) -> dict[str, Any]:
    film = checked.first.looked.films[at]
    copy = next((copy for copy in checked.copies if copy.original == film.path.name), None)
    return {
        "file": film.path.name,
        "sha256": film.sha256,
        "kind": film.kind,
        "seconds": film.duration,
        "sound": film.has_sound,
        "traces": sorted({str(trace.kind) for trace in film.traces}),
        "clean": None if copy is None else {"file": copy.path.name, "sha256": copy.sha256},
    }


def _text(checked: Checked) -> dict[str, Any]:
    after = checked.plan.text if checked.plan.text is not None else checked.draft.text
    findings = {seen.where: [_finding(f) for f in seen.findings] for seen in checked.first.looked.texts}
    return {"sha256": _hash(checked.draft.text), "clean_sha256": _hash(after), "findings": findings}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "start": finding.start,
        "end": finding.end,
        "type": finding.type,
        "certainty": finding.certainty,
        "reason": finding.reason.code,
    }


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
