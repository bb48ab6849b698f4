"""What the page of a draft shows: everything of it, judged anew at this moment."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import NoReverseMatch, reverse

from magdit.areas.drafts.models import OPEN, Draft
from magdit.areas.drafts.words import Words, words_of_all
from magdit.journeys.hand_in.approving import is_approved
from magdit.journeys.hand_in.judging import HIDDEN_WELL, Judging, judge_draft
from magdit.web.asking.on_draft import on_draft
from magdit.web.drafts import asking, children, marked, pictured, placing, reasons, telling
from magdit.web.drafts.device import for_draft
from magdit.web.drafts.marks import changed_since, marks_of
from magdit.web.visit import Visit
from magdit.wording.answer_lines import notice_sentence
from magdit.wording.findings import missed_line

# Rooms of others that this page leads to, as soon as they are there.
ELSEWHERE = {"doubt": "asking:doubt", "approval": "asking:approval", "send": "publish:send"}
BY_AUTHOR = ("doubt", "approval")
PILLS = {"concept": "", "ter_goedkeuring": "ask", "goedgekeurd": "yes", "ingepland": "yes"}
LONGEST_LINE = 90
HIDE = "onherkenbaar_maken"


@dataclass(frozen=True, slots=True)
class Line:
    """A draft in the list: its first words, where it goes, and how it stands."""

    row: Draft
    title: str
    pill: str


def lines(rows: Iterable[Draft]) -> tuple[Line, ...]:
    """The drafts of a list, by their first words."""
    drafts = list(rows)
    words = words_of_all(drafts)
    return tuple(Line(row, _title(words.get(row.pk, Words()).text), PILLS.get(row.state, "")) for row in drafts)


def page(visit: Visit, row: Draft, *, changes: bool) -> dict[str, Any]:
    """The values of the page."""
    judging = judge_draft(row, visit.at)
    where = placing.places(visit, judging)
    marks, typed = marks_of(judging.row, judging.words, judging.pictures), visit.typed or QueryDict()
    shown = typed.get("text", judging.words.text)
    return {
        "school": row.school, "draft": row, "changes": changes, "judging": judging, **for_draft(visit),
        **_handed_in(judging), "where": where, **_answered(judging),
        **_asked(visit, judging, sees_class=where.sees_class),
        "group": _class(judging) if changes else (), "text": shown,
        "unsaved": shown.replace("\r\n", "\n") != judging.words.text,
        "marks": json.dumps(marks), "changed_by_others": changed_since(typed.get("marks", ""), marks),
        "ways_on": _ways_on(visit, row), **on_draft(visit, judging),
    }  # fmt: skip


def _handed_in(judging: Judging) -> dict[str, Any]:
    """Pictures, words, and where they go."""
    shown = pictured.pictures_shown(judging)
    return {
        "pictures": shown, "open_faces": sum(len(one.open) for one in shown), "marked": marked.marked(judging),
    }  # fmt: skip


def _answered(judging: Judging) -> dict[str, Any]:
    """Whether it may, why, what would help, and what other channels say."""
    fixes, then = reasons.fixes(judging), reasons.asks_afterwards(judging)
    hides = any(fix.remedy.step.remedy == HIDE for way in fixes[:1] for fix in way)
    waits = any(face["fate"] == OPEN for picture in judging.pictures for face in picture.faces)
    things = sum(map(len, fixes[:1])) + (waits and not hides) + then
    return {
        "verdict": telling.verdict_of(judging, things=things), "may_go": judging.may_go,
        "asks_first": asking.is_asked_here(judging) and reasons.asks_first(judging), "asks_afterwards": then,
        "needs_approval": judging.may_go and not is_approved(judging), "fixes": fixes,
        "mends_at_once": reasons.mends_at_once(fixes),
        "hides": hides,
        "clauses": reasons.clauses(judging), "open_clauses": reasons.open_clauses(judging),
        "advice": reasons.advice(judging),
        "elsewhere": reasons.elsewhere(judging),
        "missed": [
            *map(notice_sentence, judging.judged.answer.notices),
            *(reasons.plain_pictures(missed_line(one)) for one in judging.judged.not_looked),
        ],
    }  # fmt: skip


def _asked(visit: Visit, judging: Judging, *, sees_class: bool) -> dict[str, Any]:
    """What a person is asked, and what people said."""
    names = asking.names_in(judging)
    return {
        "children": children.children_of(visit, judging, sees_class=sees_class, names=names),
        "question": asking.question_of(judging),
        "looks": asking.to_look_at(judging), "said": asking.said_in(judging, names),
        "has_hidden": asking.has_hidden(judging),
        "look_first": asking.has_hidden(judging) and HIDDEN_WELL not in judging.row.told,
    }  # fmt: skip


def _class(judging: Judging) -> tuple[str, ...]:
    """The names of the chosen class, to choose from beside a face."""
    group = judging.row.group
    people = judging.post.roster.people if judging.post.roster and group else ()
    return tuple(sorted(one.display for one in people if group and one.group == group.name))


def _title(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]}…"


def _ways_on(visit: Visit, row: Draft) -> dict[str, str]:
    """Where this page leads on to, as far as those rooms are built; to ask about a post is for its author."""
    found = {}
    for name, address in ELSEWHERE.items():
        if name in BY_AUTHOR and row.author_id != visit.person.pk:
            continue
        try:
            found[name] = reverse(address, kwargs={"code": row.school.code, "draft": row.pk})
        except NoReverseMatch:
            continue
    return found
