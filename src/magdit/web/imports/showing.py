"""What a look at a list found, in sentences and rows for a page. Reads what `taking_over_shown` kept; no rows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from magdit.areas.people.imports.at_work import Stand
from magdit.areas.people.imports.intakes import FREE
from magdit.areas.people.models_entry import Intake
from magdit.web.imports import done
from magdit.web.imports import told_lines as lines
from magdit.wording.imports import dropped_sentences, problem_sentence, remark_sentence
from magdit.wording.refusals import refusal_in

FIRST = 8
# What a better choice of columns and words mends, in the same list.
OF_THE_COLUMNS = frozenset({
    "mapping_fits_nothing", "column_gone", "column_forbidden", "field_unknown_here", "field_needed", "word_unknown",
    "item_unknown",
})  # fmt: skip
MOST_DOUBTS = 50


@dataclass(frozen=True, slots=True)
class Section:
    """One part of what would change: its rows as sentences. `note` says what happens to them."""

    slug: str
    title: str
    rows: tuple[str, ...]
    note: str = ""

    @property
    def first(self) -> tuple[str, ...]:
        """As many as fit beside the other parts."""
        return self.rows[:FIRST]

    @property
    def more(self) -> int:
        """How many are left."""
        return len(self.rows) - len(self.first)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question to the office: is this the same person?"""

    number: int
    key: str
    name: str
    why: str
    born: date | None
    choices: tuple[tuple[str, str], ...]
    chosen: str


def row(intake: Intake, stage: str) -> dict[str, Any]:
    """A list among the others."""
    return {"intake": intake, "kind": kind_told(intake), "state": state_told(stage), "sign": SIGNS.get(stage, "ask")}


SIGNS = {"klaar": "yes", "afgekeurd": "no", "mislukt": "no", "afgebroken": "no", "weg": ""}


def state_told(stage: str) -> str:
    """Where a list is, in a word or two."""
    return {
        "kijkt": _("we kijken"), "kolommen": _("wijs de kolommen aan"), "bekeken": _("wacht op u"),
        "afgekeurd": _("niet over te nemen"), "bezig": _("we nemen over"), "klaar": _("overgenomen"),
        "mislukt": _("mislukt"), "afgebroken": _("afgebroken"), "weg": _("weggegooid"),
    }.get(stage, stage)  # fmt: skip


def kind_told(intake: Intake) -> str:
    """What kind of list it is."""
    return {
        "oneroster": "OneRoster", "edexml": "EDEXML", "uwlr": "UWLR", "sds": "School Data Sync",
        "leerlingen": _("Leerlingen"), "verzorgers": _("Verzorgers"), "toestemmingen": _("Toestemmingen"),
    }.get(intake.kind, intake.kind)  # fmt: skip


def stand(found: Stand) -> dict[str, Any]:
    """How far the work is."""
    words = {
        "begint": _("We beginnen."), "lezen": _("We lezen de lijst."),
        "vergelijken": _("We vergelijken de lijst met het register."), "voorbereiden": _("We maken alles klaar."),
        "opnieuw": _("Iemand veranderde intussen iets. We kijken opnieuw."), "mensen": _("We schrijven de mensen op."),
        "groepen": _("We schrijven de groepen op."), "rollen": _("We schrijven de rollen op."),
        "leden van groepen": _("We zetten iedereen in de groep."),
        "verzorgers": _("We verbinden verzorgers en kinderen."),
        "sleutels": _("We schrijven de nummers op."), "journaal": _("We schrijven het journaal."),
    }  # fmt: skip
    return {"told": words.get(found.what, _("We zijn bezig.")), "done": found.done, "total": found.total}


def page(intake: Intake, shown: Mapping[str, Any], stage: str) -> dict[str, Any]:
    """Everything that the page of a list tells, beside where it is."""
    looked = stage == "bekeken"
    day = shown.get("stand") or intake.told.get("stand")
    return {
        "day": date.fromisoformat(day) if day else None, "told": intake.told, "free": intake.kind in FREE,
        "sections": [one for one in _sections(shown) if one.rows] if looked else [],
        "counts": _counts(shown) if looked else [], "doubts": _doubts(intake, shown) if looked else [],
        "doubts_more": max(0, len(shown.get("twijfel", ())) - MOST_DOUBTS) if looked else 0,
        "notes": _notes(shown) if looked else [], "astray": [problem(one) for one in shown.get("dwalend", ())],
        "astray_count": shown.get("dwalend-aantal", 0), "empty": bool(shown.get("leeg")),
        "leaders": bool(shown.get("leiding")), "problems": problems(shown), "outcome": _outcome(intake),
        "asks_groups": bool(shown.get("uit-groep") or intake.told.get("groepen_verlaten")),
        "no_number": no_number(intake.kind, (intake.told.get("kolommen") or {}).values()) if looked else "",
        "mend": _mend(intake, shown, stage), "waits": shown.get("wacht", 0), "asks_school": _asks_school(shown),
    }  # fmt: skip


def no_number(kind: str, fields: Collection[str]) -> str:
    """What it means that nobody in a free table has a number; empty when they have, or the format brings its own."""
    if kind not in FREE or not fields or {"sleutel", "kind_sleutel"} & set(fields):
        return ""
    if {"geboortedatum", "kind_geboortedatum"} & set(fields):
        return _("Zonder nummer herkennen we mensen aan naam en geboortedatum.")
    return _(
        "Zonder nummer en zonder geboortedatum herkennen we mensen alleen aan hun naam. Dat gaat mis als er twee"
        " mensen zijn die zo heten."
    )


def section(shown: Mapping[str, Any], slug: str) -> Section | None:
    """One part, by its name in the address."""
    return next((one for one in _sections(shown) if one.slug == slug and one.rows), None)


def problems(shown: Mapping[str, Any]) -> list[str]:
    """Why the list was not read, or not taken over."""
    told = [problem(one) for one in shown.get("problemen", ())]
    if shown.get("meer"):
        told.append(_("En nog {count} meer.").format(count=shown["meer"]))
    if "onleesbaar" in shown:
        told.append(shown["onleesbaar"])
    if "geweigerd" in shown:
        code, facts = shown["geweigerd"]
        told.append(refusal_in(code, facts, translate=_))
    return told


def problem(told: list[Any]) -> str:
    """One thing that is wrong, with its place."""
    code, facts, file, line, column = told
    if "accepted" in facts:
        facts = {**facts, "accepted": ", ".join(map(lines.accepted, facts["accepted"].split(", ")))}
    return problem_sentence(code, facts, file=file, line=line, column=column, on_page=True, translate=_)


def choices(intake: Intake, typed: QueryDict) -> dict[str, Any]:
    """What was answered on the page, with what was answered before."""
    same, new = dict(intake.told.get("zelfde", {})), list(intake.told.get("nieuw", ()))
    for number in range(MOST_DOUBTS):
        key, said = typed.get(f"sleutel-{number}"), typed.get(f"wie-{number}", "later")
        if key is None or said == "later":
            continue
        if said == "nieuw":
            new.append(key)
        else:
            same[key] = said.removeprefix("is-")
    told: dict[str, Any] = {"zelfde": same, "nieuw": sorted(set(new) - set(same))}
    told |= {"groepen_verlaten": "groepen_verlaten" in typed} if "vraagt_groepen" in typed else {}
    told |= {"vestiging": typed.get("vestiging", "").strip()[:200]} if "vestiging" in typed else {}
    return told


def other_choices(intake: Intake, typed: QueryDict) -> bool:
    """Whether something was answered that the last look did not know."""
    empty = {"zelfde": {}, "nieuw": [], "groepen_verlaten": False, "vestiging": ""}
    return any(intake.told.get(name, empty[name]) != value for name, value in choices(intake, typed).items())


def _sections(shown: Mapping[str, Any]) -> list[Section]:
    nothing = _("Er verandert niets. Beëindig het zelf als het klopt.")
    return [
        Section("nieuw", _("Nieuw"), tuple(map(lines.new, shown.get("nieuw", ())))),
        Section("gewijzigd", _("Gewijzigd"), tuple(map(lines.changed, shown.get("gewijzigd", ())))),
        Section("groepen", _("Nieuwe groepen"), tuple(map(lines.group, shown.get("groepen", ())))),
        Section("hernoemd", _("Groepen die anders heten"), tuple(shown.get("hernoemd", ()))),
        Section(
            "gezag", _("Gezag dat anders wordt dan hier staat"), tuple(map(lines.authority, shown.get("gezag", ()))),
            _("Kijk of dat klopt: wie gezag heeft, mag ja en nee zeggen."),
        ),
        Section("afwezig", _("Staan niet in deze lijst"), tuple(shown.get("afwezig", ())), nothing),
        Section(
            "uit-groep", _("Zitten hier in een groep en in de lijst niet meer"),
            tuple(map(lines.left_group, shown.get("uit-groep", ()))),
            _("Er verandert niets, tenzij u dat hieronder kiest."),
        ),
        Section(
            "zonder-verzorger", _("Verzorgers die niet in de lijst staan"),
            tuple(map(lines.bond, shown.get("zonder-verzorger", ()))), nothing,
        ),
    ]  # fmt: skip


def _counts(shown: Mapping[str, Any]) -> list[tuple[str, int]]:
    if "toestemmingen" in shown:
        return lines.consents(shown["toestemmingen"])
    return lines.counts(shown.get("tellingen", {}))


def _doubts(intake: Intake, shown: Mapping[str, Any]) -> list[Doubt]:
    new, same = set(intake.told.get("nieuw", ())), intake.told.get("zelfde", {})
    found = []
    for number, one in enumerate(shown.get("twijfel", ())[:MOST_DOUBTS]):
        key = one["sleutel"]
        chosen = "nieuw" if key in new else f"is-{same[key]}" if key in same else "later"
        born = date.fromisoformat(one["geboren"]) if one["geboren"] else None
        options = tuple((f"is-{who}", lines.candidate(name, day)) for who, name, day in one["wie"])
        found.append(Doubt(number, key, one["naam"], lines.why(one["waarom"]), born, options, chosen))
    return found


def _notes(shown: Mapping[str, Any]) -> list[str]:
    told = dropped_sentences(((column, forbidden) for column, forbidden in shown.get("niet-gelezen", ())), _)
    for code, count, file, line in shown.get("opmerkingen", ()):
        told.append(remark_sentence(code, count, file=file, line=line, translate=_))
    return told


def _outcome(intake: Intake) -> list[str]:
    if intake.state != "klaar":
        return []
    return done.consents(intake.outcome) if intake.kind == "toestemmingen" else done.people(intake.outcome)


def _mend(intake: Intake, shown: Mapping[str, Any], stage: str) -> str:
    """What helps a list that went wrong: say what the columns are, hand in a better one, or look at it once more."""
    codes = {one[0] for one in shown.get("problemen", ())}
    if stage != "afgekeurd" or "geweigerd" in shown or _asks_school(shown):
        return "kijk"
    return "kolommen" if intake.kind in FREE and codes and codes <= OF_THE_COLUMNS else "lijst"


def _asks_school(shown: Mapping[str, Any]) -> bool:
    return any(one[0] in {"which_school", "school_not_here"} for one in shown.get("problemen", ()))
