"""The three doors as functions: each takes the same draft and answers what its receipt says of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from magdit.areas.drafts.actions import begin, change, confirm
from magdit.areas.drafts.models import HIDDEN, PERSON, Draft
from magdit.areas.drafts.words import Words
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing
from magdit.areas.people.models import Person, School
from magdit.cli.main import run
from magdit.journeys.hand_in.judging import Judging, judge_draft
from magdit.journeys.hand_in.saying import say_of_children, say_of_faces
from magdit.journeys.hand_in.taking_in import take_in
from magdit.wording.answer_json import answer_json
from tests.check.draft.school import side_by_side
from tests.check.images.makers import encoded
from tests.journeys.doors.given import HIDDEN_WELL, NOBODY, ONLY, Given

TICKS = {
    NOBODY: ("--niemand-in-beeld", "nobody_shown"),
    ONLY: ("--alleen-met-toestemming", "only_people_with_consent"),
    HIDDEN_WELL: ("--niet-meer-herkenbaar", "no_longer_recognisable"),
}


@dataclass(frozen=True)
class Answered:
    """What a door says: the word, the outcome as handed in, the clauses, the whole answer and what nobody saw."""

    verdict: str
    as_handed_in: str
    clauses: tuple[str, ...]
    answer: dict[str, Any]
    not_looked: tuple[tuple[str, str, str], ...]

    @property
    def asks(self) -> str | None:
        """The fact that is asked for next."""
        return (self.answer["vraag"] or {}).get("feit")


def name_of(number: int) -> str:
    """As the page calls its photos, so that every door speaks of the same ones."""
    return f"foto-{number}.jpg"


def photos_of(given: Given) -> list[bytes]:
    return [encoded(side_by_side(*who), "JPEG", quality=95) for who in given.photos]


def through_the_command(
    given: Given, cast: dict[str, Person], folder: Path, capsys: pytest.CaptureFixture[str]
) -> Answered:
    words = ["check"]
    for number, content in enumerate(photos_of(given), 1):
        path = folder / name_of(number)
        path.write_bytes(content)
        words.append(str(path))
    words += ["--school", "de-linde", "--als", given.role, "--medium", given.medium, "--json"]
    words += ["--moment", given.moment.isoformat(timespec="minutes"), "--tekst", given.text]
    words += ["--namens-school"] if given.for_school else []
    words += ["--doel", given.purpose] if given.purpose else []
    words += [TICKS[tick][0] for tick in sorted(given.ticks)]
    words += [word for name, value in given.facts.items() for word in ("--feit", f"{name}={_typed(value)}")]
    if given.shows:
        words += ["--in-beeld", str(_table(given, cast, folder))]
    run(words)
    said = capsys.readouterr()
    assert said.out, said.err
    return _of_receipt(json.loads(said.out))


def through_the_api(given: Given, cast: dict[str, Person], token: str) -> Answered:
    fields: dict[str, Any] = {
        "school": "de-linde", "role": given.role, "channel": given.medium, "text": given.text,
        "moment": given.moment.isoformat(), "for_school": given.for_school, "purpose": given.purpose,
        "facts": json.dumps(dict(given.facts)), "shown": json.dumps([_row(one, cast) for one in given.shows]),
        **{TICKS[tick][1]: True for tick in given.ticks},
    }  # fmt: skip
    photos = [SimpleUploadedFile(name_of(at), one, "image/jpeg") for at, one in enumerate(photos_of(given), 1)]
    headers = {"authorization": f"Bearer {token}"}
    response = Client(raise_request_exception=False).post(
        "/api/v1/check", {**fields, **({"photos": photos} if photos else {})}, headers=headers
    )
    assert response.status_code == 200, response.content
    return _of_receipt(response.json())


def through_the_page(given: Given, cast: dict[str, Person], school: School, doing: Doing) -> Answered:
    """What the page does, action by action; the author is who `doing` says."""
    author = Person.objects.get(pk=doing.actor.id)
    row = begin(doing, school, author, role=given.role)
    row = change(
        doing, row.pk, version=row.version, words=Words(given.text), medium=given.medium, for_school=given.for_school,
        purpose=given.purpose, planned=given.moment.replace(tzinfo=SCHOOL_CLOCK),
    )  # fmt: skip
    for number, content in enumerate(photos_of(given), 1):
        take_in(doing, row.pk, name_of(number), [content])
    row.refresh_from_db()
    for fact, value in {**given.facts, **dict.fromkeys(given.ticks - {ONLY}, True)}.items():
        row = confirm(doing, row.pk, version=row.version, fact=fact, value=value)
    row = _said_of_people(given, cast, row, doing)
    return _of_page(judge_draft(row, doing.at))


def _said_of_people(given: Given, cast: dict[str, Person], row: Draft, doing: Doing) -> Draft:
    for one in given.shows:
        if one.face is not None:
            picture = row.pictures.get(order=one.photo - 1)
            face, fate = picture.faces[one.face - 1]["id"], HIDDEN if one.hidden else PERSON
            row = say_of_faces(doing, picture, [face], fate=fate, version=row.version, person=cast[one.who].pk)
    # Whoever hides a face after that is asked again; here they looked when all was done.
    for tick in given.ticks & {HIDDEN_WELL}:
        row = confirm(doing, row.pk, version=row.version, fact=tick, value=True)
    there = {str(cast[one.who].pk) for one in given.shows if one.face is None}
    asked = {person.id for person in judge_draft(row, doing.at).to_look_for}
    if not there and ONLY not in given.ticks:
        return row
    said = {person: "ja" if person in there else "nee" for person in asked | there}
    return say_of_children(doing, row, said, version=row.version, nobody_else=ONLY in given.ticks)


def _of_receipt(paper: dict[str, Any]) -> Answered:
    missed = tuple((one["what"], one["where"], one["code"]) for one in paper["not_looked_at"])
    return Answered(
        paper["verdict"], paper["as_handed_in"], tuple(paper["clauses"]), _plain(paper["answer"]), missed
    )  # fmt: skip


def _of_page(judging: Judging) -> Answered:
    found, book = judging.judged, judging.book
    packs = {ready.pack.id: ready.pack for ready in book.packs}
    answer = answer_json(found.answer, packs, protocol=book.packs[0].pack.id, layer="alles")
    missed = tuple((one.what, one.where, one.code) for one in found.not_looked)
    return Answered(found.verdict, found.as_handed_in, tuple(found.answer.clauses), _plain(answer), missed)


def _plain(answer: dict[str, Any]) -> dict[str, Any]:
    """As it comes out of JSON."""
    return dict(json.loads(json.dumps(answer)))


def _typed(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def _row(one: Any, cast: dict[str, Person]) -> dict[str, Any]:
    photo = name_of(one.photo) if one.photo else ""
    return {"person": str(cast[one.who].pk), "photo": photo, "face": one.face, "hidden": one.hidden}


def _table(given: Given, cast: dict[str, Person], folder: Path) -> Path:
    rows = ["voornaam;tussenvoegsel;achternaam;foto;gezicht"]
    for one in given.shows:
        who, photo = cast[one.who], name_of(one.photo) if one.photo else ""
        rows.append(f"{who.first};{who.infix};{who.last};{photo};{one.face or ''}")
    path = folder / "in-beeld.csv"
    path.write_text("\n".join([*rows, ""]), encoding="utf-8")
    return path
