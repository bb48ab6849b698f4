"""The report of a check, as lines with a style: what a teacher reads in the terminal. Lays out; judges nothing."""

from __future__ import annotations

from collections.abc import Iterator

from magdit.check.draft.check import Checked
from magdit.check.draft.judged import Judged, Price
from magdit.check.images.trace_kinds import TraceKind
from magdit.check.tables.roster import Person
from magdit.norms.answer import Question, Step
from magdit.norms.judge import Book
from magdit.wording.answer_lines import (
    Line,
    at_most,
    conditions,
    said_step,
    to_do,
    to_look_at,
    verdict_lines,
    ways,
    why,
)
from magdit.wording.file_errors import remark_sentence
from magdit.wording.findings import finding_line, missed_line
from magdit.wording.verdicts import SAID


def report(checked: Checked, book: Book, *, shortlist: tuple[Person, ...] = ()) -> Iterator[Line]:
    """Everything a teacher needs to know, the verdict first."""
    first, final = checked.first, checked.final
    pack = book.packs[0].pack
    yield Line(_title(book.catalogue.dutch("medium", checked.draft.medium)), "title")
    yield Line(f"{pack.title} · {pack.organisation}", "soft")
    yield Line("")
    was_mended = checked.mended is not None and first.verdict != final.verdict
    yield from _verdict(final, before=first.verdict if was_mended else None)
    yield from _done(checked)
    yield from why((first if was_mended else final).answer, book)
    yield from _question(final, shortlist, is_hidden=bool(checked.plan.hidden))
    yield from _ways(final, done=checked.plan.done)
    yield from _seen(checked)
    yield from to_look_at(final.answer.not_looked_at, book)
    yield from to_do(final.answer, book)
    yield from _elsewhere(checked, book)
    yield from _copies(checked)


def _title(medium: str) -> str:
    """The question; only a name goes without an article."""
    return f"Mag dit op {medium}?" if medium[:1].isupper() else f"Mag dit? · {medium}"


def _verdict(judged: Judged, *, before: str | None) -> Iterator[Line]:
    yield from verdict_lines(judged.verdict, judged.answer)
    if before is not None:
        yield Line(f"Zoals u het inleverde was het: {SAID[before].word.lower()}.")
    yield from conditions(judged.verdict, judged.answer)
    yield Line("")


def _seen(checked: Checked) -> Iterator[Line]:
    lines = list(_sights(checked))
    if lines:
        yield Line("Gezien", "head")
        yield from lines
        yield Line("")


def _sights(checked: Checked) -> Iterator[Line]:
    for seen in checked.first.looked.photos:
        faces = "gezichten niet bekeken" if seen.faces is None else _faces(len(seen.faces))
        place = any(trace.kind is TraceKind.GPS for trace in seen.photo.traces)
        more = "; in het bestand staat ook waar hij gemaakt is" if place else ""
        if seen.photo.traces and not place:
            more = "; in het bestand staat meer dan de foto, zoals toestel of tijd"
        yield Line(f"{seen.name}: {faces}{more}", indent=1)
        yield from (Line(remark_sentence(seen.name, remark), indent=1) for remark in seen.photo.remarks)
    for film in checked.first.looked.films:
        sound = "met geluid" if film.has_sound else "zonder geluid"
        look = checked.first.looked.film_looks.get(film.path.name)
        faces = "niet vanzelf te bekijken" if look is None else _faces(look.most_at_once(), "tegelijk ")
        yield Line(f"{film.path.name}: {film.kind}, {film.duration:.0f} seconden, {sound}; {faces}", indent=1)
    for text in checked.first.looked.texts:
        lines = [finding_line(finding, text.text) for finding in text.findings]
        for line in at_most(lines):
            yield Line(f"{text.where}: {line}", indent=1)
    for miss in checked.final.not_looked:
        yield Line(missed_line(miss), "warn", indent=1)


def _faces(count: int, at_once: str = "") -> str:
    if not count:
        return "geen gezichten gezien (dat betekent niet dat er niemand op staat)"
    return f"ten minste {count} gezicht{'en' if count > 1 else ''} {at_once}gezien"


def _done(checked: Checked) -> Iterator[Line]:
    if not checked.plan.done:
        return
    yield Line("Gedaan", "head")
    for line in at_most([said_step(step) for step in checked.plan.done]):
        yield Line(f"✓ {line}", indent=1)
    for step in checked.plan.left:
        yield Line(f"• nog te doen: {said_step(step)}", indent=1)
    yield Line("")


def _question(judged: Judged, shortlist: tuple[Person, ...], *, is_hidden: bool) -> Iterator[Line]:
    question = judged.answer.question
    if question is not None:
        yield Line("Eerst weten", "head")
        yield Line(f"{question.person}: {question.text}" if question.person else question.text, indent=1)
        yield Line(_how_to_answer(question, is_hidden=is_hidden), "soft", indent=1)
        yield Line("")
    has_pictures = judged.looked.photos or judged.looked.films
    if shortlist and has_pictures and judged.verdict in {"eerst_weten", "mag_mits", "vraag"}:
        yield Line("Van deze mensen is er geen zeker ja voor dit beeld. Staan zij erop?", "head")
        # All of them, however many: whoever is not on the screen cannot be looked for.
        for pupil in shortlist:
            yield Line(f"{pupil.display} ({pupil.group})" if pupil.group else pupil.display, indent=1)
        yield Line("")


def _how_to_answer(question: Question, *, is_hidden: bool) -> str:
    if question.fact == "herkenbaar" and is_hidden:
        return "Bekijk de schone kopie. Is wie verborgen is niet meer te herkennen? Zeg dan --niet-meer-herkenbaar."
    if question.person is not None or question.fact == "in_beeld":
        return "Zet het in de lijst bij --in-beeld (of --toestemming), of kijk zelf en zeg --niemand-in-beeld."
    return f"Antwoord met --feit {question.fact}={' of '.join(question.options) or '…'}."


def _ways(judged: Judged, *, done: tuple[Step, ...]) -> Iterator[Line]:
    """The routes there still are; what was done already is no way out any more, but waits for a person's word."""
    over = {(step.remedy, step.person) for step in done}
    routes = [route for route in judged.answer.routes if {(s.remedy, s.person) for s in route.steps} - over]
    if judged.verdict != "mag":
        yield from ways(routes)


def _elsewhere(checked: Checked, book: Book) -> Iterator[Line]:
    yield Line("En ergens anders?", "head")
    for price in checked.elsewhere:
        said = SAID[price.verdict]
        medium = book.catalogue.dutch("medium", price.medium)
        yield Line(f"{medium:22} {said.sign} {said.word:13} {_price(price)}", indent=1)
    yield Line("")


def _price(price: Price) -> str:
    if not price.steps or price.verdict == "mag":
        return ""
    more = len(price.steps) - 1
    return f"na: {said_step(price.steps[0])}" + (f" en nog {more}" if more else "")


def _copies(checked: Checked) -> Iterator[Line]:
    if checked.mended is None:
        return
    ready = checked.final.verdict == "mag"
    yield Line("Schone kopieën" if ready else "Kopieën, nog niet om te plaatsen", "head")
    for copy in checked.copies:
        yield Line(f"{copy.original} → {copy.path}", indent=1)
    if checked.text_file is not None:
        yield Line(f"tekst → {checked.text_file}", indent=1)
    if checked.plan.text is not None:
        yield Line("De tekst is nu (lees hem na; weglaten kan een zin krom maken):", "soft", indent=1)
        yield Line(checked.plan.text, indent=2)
