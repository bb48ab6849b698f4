"""One row of the table of who may open what: an address, and for each place the roles to whom it opens.

Places, as seen from the visitor: `own` (their own child, class, school or themself), `class` (another class of their
school, and a pupil of it), `school` (another school of their board), `board` (a school of another board). Who is not
named there gets 404. Who is not signed in is led to the sign-in, unless the row says that the address is `open`.

The visitors (tests/web/places.py makes them): `ouder` is a parent of a pupil of 9 in class 6A; `leerling` is 16, in
class 4V (to him `own` is 4V and he himself); `leerkracht` teaches 6A; `fg` and `cvb` have their role for the whole
board; all others have it at De Linde only. Everywhere three things are asked (website, portal, Instagram), a round is
open, and the pupil's parent (or the pupil of 16) has said yes to one thing and no to another.

Whatever a place has is given to the address by its name there: `code` (of the school), `group`, `person` or `pupil` or
`child`, `guardian`, `year`. What an address needs beside that, a room's own file of rows makes:

    def a_round(place: Place) -> dict[str, object]:
        return {"round": Round.objects.create(school=place.school, …).pk}

    MADE = {"round": a_round}
    ROWS = (
        Row("office:round", about="round", opens={"own": "administratie schoolleider beheerder"}),
        Row("office:close", about="round", opens={"own": "administratie"}, sends={"close": "ja"}, answer=302),
    )

A maker is called anew for every visitor and place, as values that reach the address by name; what it made is gone
afterwards. Places differ as far as `about` says: with "" only `own` is tried, with "school" all but `class`, with
anything else all four. A POST needs a row of its own. Its fields may depend on the place: `sends=lambda place, made:
{"person": str(place.pupil.pk)}`, with `made` what the maker gave.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from magdit.areas.people.models import Board, Group, Person, School

ROLES = (
    "ouder leerling leerkracht communicatiemedewerker administratie schoolleider beheerder fg cvb mr stagiair"
).split()
PLACES = ("own", "class", "school", "board")


@dataclass(frozen=True)
class Place:
    """What an address may be about: a school with a class, and a pupil of it with a parent. `visitor`: who asks."""

    name: str
    board: Board
    school: School
    group: Group
    pupil: Person
    guardian: Person
    teacher: Person
    office: Person
    visitor: Person | None = None


Fields = Mapping[str, object]
Maker = Callable[[Place], Mapping[str, object]]


@dataclass(frozen=True)
class Row:
    """`name`: of the address, with its namespace. `about`: what stands in the address: "" (nothing), "school", "group",
    "person" (a pupil), or a name of your own with a maker in `MADE`.

    `opens`: place -> roles, parted by blanks ("all" is every role). `sends`: a POST instead of a GET, with these
    fields; `answer`: what who may gets (200 for pages, 302 after a POST). `open`: also for who is not signed in;
    `closed`: what who may not gets, where that is not 404 (a reason belongs beside it).
    """

    name: str
    about: str = ""
    opens: Mapping[str, str] = field(default_factory=dict)
    sends: Fields | Callable[[Place, Mapping[str, object]], Fields] | None = None
    answer: int = 200
    open: bool = False
    closed: int = 404
    # A name in a row must be told apart from its namesakes: what this row tries, in a few words.
    says: str = ""
    # Whether a browser shows it as a page of ours: not a download, not a step of a protocol.
    shows: bool = True

    def may(self, role: str, place: str) -> bool:
        """Whether the row opens for this role at this place."""
        named = self.opens.get(place, "").split()
        return role in named or "all" in named

    def places(self) -> tuple[str, ...]:
        """The places that differ for what stands in the address."""
        return {"": ("own",), "school": ("own", "school", "board")}.get(self.about, PLACES)
