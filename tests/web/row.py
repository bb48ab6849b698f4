"""One row of the table of who may open what: an address, and for each place the roles to whom it opens.

Places, as seen from the visitor: `own` (their own child, class, school or themself), `class` (another class of their
school), `school` (another school of their board), `board` (another board). Who is not named there gets 404. Who is not
signed in is led to the sign-in, unless the row says that the address is `open`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

ROLES = (
    "ouder leerling leerkracht communicatiemedewerker administratie schoolleider beheerder fg cvb mr stagiair"
).split()
PLACES = ("own", "class", "school", "board")


@dataclass(frozen=True)
class Row:
    """`name`: of the address, with its namespace. `about`: what stands in the address (see `targets` in the test):
    "" (nothing), "school", "group", "person" (a pupil), or a name of your own with a maker in `made`.

    `opens`: place -> roles, parted by blanks. `sends`: a POST instead of a GET, with these fields; `answer`: what who
    may gets (200 for pages, 302 after a POST).
    """

    name: str
    about: str = ""
    opens: Mapping[str, str] = field(default_factory=dict)
    sends: Mapping[str, str] | None = None
    answer: int = 200
    open: bool = False
