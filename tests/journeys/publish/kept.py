"""Run as a process of its own: sends a post for a worker that dies, ages what it held, tells how the post stands.

python -m tests.journeys.publish.kept lay FOLDER | lease_is_over | told
"""

from __future__ import annotations

import sys

from tests.at_once import NOW, doing, lay_school, main  # must stand first: it makes Django ready

# isort: split
from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Publication
from magdit.areas.drafts.words import Words
from magdit.areas.people.models import Person, School
from tests.journeys.publish.conftest import make_account, sends

NO_END = "verkruisen"  # a protocol that is in force whenever this runs: the worker looks at the clock


def lay(folder: str) -> None:
    """A post with nobody in it, sent by Bram, on a wall that is kept in this folder."""
    School.objects.filter(pk=lay_school().pk).update(protocol=NO_END)
    school, bram = School.objects.get(), Person.objects.get(called="Bram")
    account = make_account(school, settings={"map": folder})
    row = actions.begin(doing("Bram"), school, bram, role="leerkracht", account=account)
    words = Words("Morgen is het feest op school.")
    row = actions.change(doing("Bram"), row.pk, version=row.version, words=words, for_school=True)
    sends(doing("Bram"), row)


def lease_is_over() -> None:
    """As if ten minutes passed since a worker took it."""
    assert Publication.objects.filter(tries=1, state="wordt_geplaatst").update(next_try=NOW) == 1


def told() -> None:
    """How the post stands."""
    row = Publication.objects.get()
    sys.stdout.write(f"{row.state} {row.tries} {row.key}\n")


if __name__ == "__main__":
    main(lay, lease_is_over, told)
