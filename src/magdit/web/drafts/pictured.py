"""The pictures of a draft as the page shows them: each with its faces, and what was said of every face."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from magdit.areas.drafts.models import HIDDEN, OPEN, PERSON, WITH_CONSENT, Picture
from magdit.check.draft.reconcile import Place
from magdit.check.tables.roster import Person
from magdit.journeys.hand_in.faces import DRAWN
from magdit.journeys.hand_in.films import layout_kept
from magdit.journeys.hand_in.judging import Judging
from magdit.journeys.hand_in.remembered import named
from magdit.norms.answer import Reason
from magdit.wording.findings import WHYS

FILM = "video"
IN_VIEW, SEEN, NAMED = "in_beeld", "herkenbaar", "genoemd"
FORBIDS, UNSURE = "verbiedt", ("onzeker", "beginsel")


@dataclass(frozen=True, slots=True)
class Barred:
    """People and places in pictures that may not be shown as they are; of the `unsure`, the clauses still open."""

    people: frozenset[str]
    faces: frozenset[Place]
    unsure: Mapping[Place, str]


@dataclass(frozen=True, slots=True)
class Face:
    """A face with its box: `number` as people count, `state` for the colour, `told` in words."""

    id: str
    number: int
    x: int
    y: int
    w: int
    h: int
    state: str
    told: str
    name: str
    who: str = ""
    seconds: str = ""
    drawn: bool = False
    repeated: bool = False  # on a still after the first on which it is

    @property
    def cx(self) -> int:
        """The middle, for the oval of a hidden face."""
        return self.x + self.w // 2

    @property
    def cy(self) -> int:
        """The middle, from the top."""
        return self.y + self.h // 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with stills of a film, and the faces on it; the numbers of those that were seen are in the picture."""

    number: int
    width: int
    height: int
    faces: tuple[Face, ...]

    @property
    def can_draw(self) -> bool:
        """Whether it is known where its stills lie."""
        return self.width > 0


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture with its faces."""

    picture: Picture
    number: int
    faces: tuple[Face, ...]
    alt: str
    sentence: str
    trouble: str = ""
    sheets: tuple[Sheet, ...] = ()

    @property
    def is_film(self) -> bool:
        """Whether its faces are rows on a sheet and no boxes in a photo."""
        return self.picture.kind == FILM

    @property
    def open(self) -> tuple[Face, ...]:
        """The faces of which nobody said anything yet."""
        return tuple(face for face in self.faces if face.state == "open")

    @property
    def stroke(self) -> float:
        """How thick a line is that looks the same on every photo."""
        return max(2.0, max(self.picture.width, self.picture.height) / 260)


def pictures_shown(judging: Judging) -> tuple[Shown, ...]:
    """Every picture of the draft, in order."""
    barred = _barred(judging)
    return tuple(_shown(one, number, judging, barred) for number, one in enumerate(judging.pictures, 1))


def _shown(picture: Picture, number: int, judging: Judging, barred: Barred) -> Shown:
    people: Mapping[str, Person] = judging.post.roster.by_id if judging.post.roster else {}
    faces = tuple(_face(row, (named(picture), at), people, barred) for at, row in enumerate(picture.faces))
    return Shown(
        picture, number, faces, judging.words.alt.get(str(picture.pk), ""), _sentence(picture, faces),
        trouble=WHYS.get(picture.why_not, WHYS["failed"]) if picture.look == "niet_bekeken" else "",
        sheets=_sheets(picture, faces),
    )  # fmt: skip


def _sheets(picture: Picture, faces: Iterable[Face]) -> tuple[Sheet, ...]:
    layout = layout_kept(picture)
    if layout is None:
        return tuple(Sheet(number, 0, 0, ()) for number in range(picture.clean.get("sheets", 0)))
    scale = layout.width / max(1, picture.width)
    placed = [
        (still, _on_sheet(face, box, layout.corner(still), scale, repeated=at > 0))
        for row, face in zip(picture.faces, faces, strict=True)
        for at, (still, *box) in enumerate(row.get("stills", ()))
    ]
    return tuple(
        Sheet(number, *layout.size(number), tuple(face for still, face in placed if still in layout.on(number)))
        for number in range(layout.sheets)
    )


def _on_sheet(face: Face, box: Iterable[int], corner: tuple[int, int], scale: float, *, repeated: bool) -> Face:
    """The same face as it lies on a still, in pixels of the sheet."""
    x, y, w, h = (round(side * scale) for side in box)
    return replace(face, x=corner[0] + x, y=corner[1] + y, w=max(1, w), h=max(1, h), repeated=repeated)


def _face(row: Mapping[str, object], place: Place, people: Mapping[str, Person], barred: Barred) -> Face:
    fate, whose = str(row["fate"]), people.get(str(row.get("person") or ""))
    who = whose.display if whose else ""
    number = int(str(row.get("number", place[1] + 1)))  # of a film as it stands on the sheet
    state = {OPEN: "open", HIDDEN: "hidden", PERSON: "ok", WITH_CONSENT: "ok"}[fate]
    if state == "ok" and place in barred.unsure:
        state = "unsure"
    if fate in (PERSON, WITH_CONSENT) and (place in barred.faces or (whose and whose.id in barred.people)):
        state = "not"
    said = _told(fate, who, state, barred.unsure.get(place, ""))
    label = _("gezicht %(number)s: %(told)s") % {"number": number, "told": said}
    spans = f"{row['from']}–{row['to']} s" if "from" in row else ""
    x, y, w, h = (int(str(row[key])) for key in ("x", "y", "w", "h"))
    return Face(str(row["id"]), number, x, y, w, h, state, said, label, who, spans, drawn=row["source"] == DRAWN)


def _told(fate: str, who: str, state: str, open_clauses: str) -> str:
    if fate == HIDDEN:
        return _("onherkenbaar (%(who)s)") % {"who": who} if who else _("onherkenbaar")
    if fate not in (PERSON, WITH_CONSENT):
        return _("nog open")
    someone = who or (_("iemand met toestemming") if fate == WITH_CONSENT else _("iemand die hier weg is"))
    if state == "unsure":
        return _("%(who)s, nog niet zeker (artikel %(clauses)s)") % {"who": someone, "clauses": open_clauses}
    return _("%(who)s, mag hier niet") % {"who": someone} if state == "not" else someone


def _barred(judging: Judging) -> Barred:
    """Who is on the list of those without a yes, whom a clause keeps out of view, and of whom that is still open."""
    answer = judging.judged.answer
    forbids = [reason for reason in answer.reasons if reason.effect == FORBIDS]
    waits = [reason for reason in (*answer.reasons, *answer.open) if reason.effect in UNSURE]
    unsure: dict[Place, list[str]] = {}
    for reason in waits:
        for place in _faces_of(reason, judging):
            unsure.setdefault(place, []).append(reason.clause)
    return Barred(
        frozenset(one.id for one in judging.to_look_for),
        frozenset(place for reason in forbids for place in _faces_of(reason, judging)),
        {place: ", ".join(dict.fromkeys(clauses)) for place, clauses in unsure.items()},
    )


def _faces_of(reason: Reason, judging: Judging) -> tuple[Place, ...]:
    """The faces of the one whom a clause is about, when it is about being seen and not about being named."""
    people, facts = judging.judged.people or (), {ground.fact for ground in reason.grounds}
    if reason.group != IN_VIEW or reason.index is None or not 0 <= reason.index < len(people):
        return ()
    return () if NAMED in facts and SEEN not in facts else people[reason.index].faces


def _sentence(picture: Picture, faces: Iterable[Face]) -> str:
    """In one line how it stands: '5 gezichten: 3 mogen, 1 onherkenbaar, 1 nog open.'"""
    rows = list(faces)
    if picture.kind == "geluid":
        return _("Een geluidsopname.")
    if picture.look == "wacht":
        return _("Wordt nog bekeken. Ga rustig verder met de tekst.")
    if not rows and picture.look == "gezien":
        return _("Geen gezicht gevonden. Dat wil niet zeggen dat er niemand op staat: kijk zelf ook.")
    if not rows:
        return ""
    count = ngettext("%(n)s gezicht", "%(n)s gezichten", len(rows)) % {"n": len(rows)}
    parts = [
        (_("%(n)s bekend"), sum(one.state == "ok" for one in rows)),
        (_("%(n)s nog niet zeker"), sum(one.state == "unsure" for one in rows)),
        (_("%(n)s mag hier niet"), sum(one.state == "not" for one in rows)),
        (_("%(n)s onherkenbaar"), sum(one.state == "hidden" for one in rows)),
        (_("%(n)s nog open"), sum(one.state == "open" for one in rows)),
    ]
    return f"{count}: {', '.join(told % {'n': number} for told, number in parts if number)}."
