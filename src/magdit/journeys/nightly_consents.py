"""What time does to consents: newcomers are asked, the silent reminded, birthdays announced, letters sent.

For every school apart and each in transactions of its own, so that one school's trouble is not another's.
"""

from __future__ import annotations

from datetime import datetime

from magdit.areas.consent.again import look_again
from magdit.areas.consent.models import Round
from magdit.areas.consent.rounds.actions import ask_who_came, remind
from magdit.areas.consent.rounds.handover import announce, end_requests
from magdit.areas.consent.rounds.post import deliver
from magdit.areas.consent.rounds.rules import is_open
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import School
from magdit.journeys.nightly import doings
from magdit.norms.act import school_year


def ask_and_remind(at: datetime) -> int:
    """Open rounds: end what is no longer asked, ask who came, remind who is silent."""
    return sum(_asked(doing, school) for doing in doings(at) for school in _schools(doing))


def look_again_at_who_is_shown(at: datetime) -> int:
    """Make the tasks that are missing where somebody who may say no came to have a say: also of schools that mirror."""
    return sum(look_again(doing, school) for doing in doings(at) for school in School.objects.filter(board=doing.board))


def announce_birthdays(at: datetime) -> int:
    """Tell pupils and parents of the day on which the pupil begins to decide."""
    return sum(announce(doing, school) for doing in doings(at) for school in _schools(doing))


def send_letters(at: datetime) -> int:
    """Send what lies in the tray."""
    return sum(deliver(doing, school)[0] for doing in doings(at) for school in _schools(doing))


def _asked(doing: Doing, school: School) -> int:
    done = end_requests(doing, school)
    for round_ in Round.objects.filter(school=school, year=school_year(doing.today)):
        if is_open(round_.opens, round_.closes, today=doing.today):
            done += ask_who_came(doing, round_) + remind(doing, round_)
    return done


def _schools(doing: Doing) -> list[School]:
    """The schools that ask here; one that mirrors its administration asks there."""
    return list(School.objects.select_related("board").filter(board=doing.board, mirror=False).order_by("code"))
