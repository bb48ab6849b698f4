"""What consent is, said again from the protocols themselves: plain Python, nothing of magdit. To hold the register by.

Per school and channel the demands: who decides ("parents": whatever the age; "by age": the pupil from sixteen),
whether a yes lasts for the school year only, and whether it must be on paper. The law stands beside every protocol.
"""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

LAW = ("by age", "for good")
CHANNELS = ("website", "ouderportaal", "facebook")  # there a photo; by e-mail the address on the class list
WITHOUT_OWN = {"website": [LAW], "ouderportaal": [LAW], "email": [LAW]}  # the protocol is silent, the school asks
DEMANDS = {
    "osvs": {channel: [("by age", "yearly"), LAW] for channel in CHANNELS} | {"email": [LAW]},
    "ozhw": {channel: [("by age", "for good"), LAW] for channel in (*CHANNELS, "email")},
    "verkruisen": {"facebook": [("parents", "for good", "on paper"), LAW], **WITHOUT_OWN},
    "vsnon": {"facebook": None, **WITHOUT_OWN, "email": None},
    "ouderportaalschool": {channel: [("parents", "yearly"), LAW] for channel in CHANNELS}
    | {"email": [("parents", "for good")]},
}
YES, NO = {"give", "renew", "give on paper"}, {"refuse", "withdraw", "object"}


@dataclass
class Child:
    born: date
    authority: dict[str, str]  # of each parent: yes, no, unknown
    gone: dict[str, date]  # the last day of a parent's bond
    needs_all: bool = False


def may(school: str, channel: str, child: Child, history: list[tuple[datetime, str, str]], day: date) -> bool:
    """Whether the school may show the child there on that day. The history is in the order in which it was said."""
    demands = DEMANDS[school][channel]
    if demands is None:
        return False
    return all(met(child, history, day, demand) for demand in demands)


def met(child: Child, history: list[tuple[datetime, str, str]], day: date, demand: tuple[str, ...]) -> bool:
    age = years(child.born, day)
    if "by age" in demand and age >= 16:
        deciders, heard = {"self"}, {"self"}
    elif age >= 18:
        return False  # of age: nobody has authority any more
    else:
        there = {name for name in child.authority if day <= child.gone.get(name, date.max)}
        deciders = {name for name in there if child.authority[name] == "yes"}
        heard = {name for name in there if child.authority[name] != "no"}
    last = {giver: (school_day(at), said) for at, giver, said in history if school_day(at) <= day}
    if any(giver in heard and said in NO for giver, (_, said) in last.items()):
        return False
    agreed = {
        giver
        for giver, (on, said) in last.items()
        if giver in deciders
        and said in (YES if "on paper" not in demand else {"give on paper"})
        and ("yearly" not in demand or school_year(on) == school_year(day))
    }
    return bool(agreed) and (not child.needs_all or agreed == deciders)


def years(born: date, day: date) -> int:
    """Whole years; who was born on a leap day has the birthday on 1 March in other years."""
    count = day.year - born.year
    return count if (day.month, day.day) >= (born.month, born.day) else count - 1


def school_day(at: datetime) -> date:
    return at.astimezone(ZoneInfo("Europe/Amsterdam")).date()


def school_year(day: date) -> int:
    return day.year if day.month >= 8 else day.year - 1
