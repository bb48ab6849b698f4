"""Two whole languages: Dutch, in which the pages are written, and English. No page is half of each."""

from __future__ import annotations

import gettext
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import english
import pytest
from babel.messages.catalog import Catalog

import magdit
from magdit.areas.people.models import Board, Person, School
from tests.web.crawl import Cell, Seen, ask, whoever
from tests.web.places import World
from tests.web.routes import Declared, declared

pytestmark = pytest.mark.django_db
SOURCE = Path(magdit.__file__).parent
TEMPLATES = sorted(path for floor in english.ROOMS for path in (SOURCE / floor).rglob("templates/**/*.html"))
SENT = [one for one in declared() if one.row.sends is not None]
READ = [one for one in declared() if whoever(one)]
# Small words that every sentence has some of, and that the other language does not know.
DUTCH = frozenset(
    "de het een niet geen voor uw wordt worden zijn ook naar als nog dit deze dat bij aan uit kan nee ja welke wie wat "
    "waar hoe heeft hebben moet mag alle wij ons onze zij hun er om te tot maar omdat zodat dus daarna eerst weer "
    "schooljaar leerling leerlingen ouder ouders klas klassen vraag antwoord toestemming kies terug".split()
)
ENGLISH = frozenset(
    "the and your you with this that please are have must from which who where when how not sign password email "
    "required field enter choose yes to for has it be can by or".split()
)
PLACES = re.compile(r"%\((\w+)\)[sd]|\{(\w+)[^{}]*\}")
SAID_IN = ("title", "alt", "aria-label", "placeholder", "content")
OURS = re.compile(r'[·|]? ?magdit\b|^class="[a-z -]+"$')  # our name, and a block that holds a class of CSS
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@pytest.fixture(scope="module")
def written() -> Catalog:
    """The English as it lies in the repository."""
    return english.read()


def test_every_sentence_has_its_english(written: Catalog):
    lacking = english.missing(english.merged(written))

    assert not lacking, "Draai `make english` en vertaal in django.po:\n" + "\n".join(lacking)


def test_nothing_is_translated_that_nobody_says(written: Catalog):
    said = {message.id for message in english.sentences()}

    assert [message.id for message in written if message.id and message.id not in said] == []


def test_no_translation_is_a_guess(written: Catalog):
    assert [message.id for message in written if message.id and message.fuzzy] == []


def test_what_is_filled_in_stands_in_both_languages(written: Catalog):
    wrong = [message.id for message in written if message.id and not fits(message.id, message.string)]

    assert wrong == []


def test_what_was_translated_is_what_is_shown(written: Catalog):
    with english.CATALOGUE.with_suffix(".mo").open("rb") as made:
        shown = gettext.GNUTranslations(made)

    single = [message for message in written if message.id and isinstance(message.id, str)]
    assert [one.id for one in single if one.string and shown.gettext(one.id) != one.string] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_word_of_a_template_can_be_translated(path: Path):
    assert bare_words(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("one", READ, ids=str)
@pytest.mark.parametrize(("language", "foreign"), [("en", DUTCH), ("nl", ENGLISH)], ids=["en", "nl"])
def test_a_page_speaks_one_language(one: Declared, world: World, language: str, foreign: frozenset[str]):
    wrong = {
        line
        for cell in one_place_each(one)
        for line in strange_lines(ask(one, world, cell, language=language), language=language, foreign=foreign)
    }

    assert not wrong, "\n".join(sorted(wrong))


@pytest.mark.parametrize("one", SENT, ids=str)
@pytest.mark.parametrize(("language", "foreign"), [("en", DUTCH), ("nl", ENGLISH)], ids=["en", "nl"])
def test_what_is_wrong_with_a_form_is_told_in_the_language_of_the_page(
    one: Declared, world: World, language: str, foreign: frozenset[str]
):
    empty = replace(one, row=replace(one.row, sends={}))

    seen = ask(empty, world, next(iter(whoever(one)), None), language=language)

    assert strange_lines(seen, language=language, foreign=foreign) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_of_what_is_not_there_speaks_both(language: str, world: World):
    page = world.browsers["ouder"].get("/dit-is-er-niet/", headers={"accept-language": language})

    assert page.status_code == 404
    assert f'<html lang="{language}">' in page.content.decode()
    assert ("This page is not here" in page.content.decode()) == (language == "en")


def one_place_each(one: Declared) -> list[Cell | None]:
    """Everyone who may open a row, at the first place where they may; of what is sent, the first of them."""
    first: dict[str, Cell | None] = {}
    for cell in whoever(one):
        first.setdefault(cell.role if cell else "", cell)
    return list(first.values()) if one.row.sends is None else list(first.values())[:1]


def strange_lines(seen: Seen, *, language: str, foreign: frozenset[str]) -> list[str]:
    """What an answer says in the other language."""
    if not seen.answer.headers.get("Content-Type", "").startswith("text/html") or not seen.text:
        return []
    said = Said(language)
    said.feed(seen.text)
    names = known_names()
    lines = [" ".join(line.split()) for line in said.lines]
    return [line for line in lines if set(re.findall(r"[^\W\d_]+", without(names, line).lower())) & foreign]


def known_names() -> list[str]:
    """What people, schools and boards are called, the longest first: a name is in no language."""
    rows = [*Person.objects.all(), *School.objects.all(), *Board.objects.all()]
    names = {str(row) for row in rows} | {row.called for row in rows if isinstance(row, Person) and row.called}
    return sorted(names, key=len, reverse=True)


def without(names: list[str], line: str) -> str:
    for name in names:
        line = line.replace(name, " ")
    return line


def fits(sentence: str | tuple[str, ...], translated: str | tuple[str, ...]) -> bool:
    """Whether a translation fills in what its sentence fills in, and no more."""
    said = [sentence] if isinstance(sentence, str) else list(sentence)
    other = [translated] if isinstance(translated, str) else list(translated)
    known = {name for one in said for name in open_places(one)}
    return all(open_places(one) <= known for one in other) and (
        len(said) > 1 or all(open_places(one) == known for one in other if one)
    )


def open_places(sentence: str) -> set[str]:
    return {one or other for one, other in PLACES.findall(sentence)}


def bare_words(template: str) -> list[str]:
    """Words of a template that stand in no translate tag."""
    text = re.sub(r"{% comment %}.*?{% endcomment %}|{#.*?#}", "", template, flags=re.DOTALL)
    text = re.sub(r"{% blocktrans(late)?\b.*?{% endblocktrans(late)? %}", "", text, flags=re.DOTALL)
    handed_on = re.findall(r'(?:with|firstof)[^%]*?="([^"]*[a-z] [^"]*)"', re.sub(r'_\("[^"]*"\)', "", text))
    said = Said("nl", skip_tongues=True)
    said.feed(re.sub(r"{%.*?%}|{{.*?}}", "", text, flags=re.DOTALL))
    lines = [OURS.sub("", " ".join(line.split())) for line in said.lines]
    return handed_on + [line for line in lines if re.search(r"[^\W\d_]", line)]


class Said(HTMLParser):
    """The words of a page in its own language: not what is typed, and not what says that it is of another language."""

    def __init__(self, language: str, *, skip_tongues: bool = False) -> None:
        super().__init__()
        self.language, self.skip_tongues = language, skip_tongues
        self.lines: list[str] = []
        self.hidden: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Goes in; what an element hides, hides all that is in it."""
        told = dict(attrs)
        tongue = (told.get("lang") or self.language) != self.language or (self.skip_tongues and "lang" in told)
        hides = tag in {"script", "style", "textarea", "code", "pre"} or told.get("translate") == "no"
        hidden = any(self.hidden) or hides or (tongue and tag != "html") or (tongue and not self.skip_tongues)
        if not hidden:
            self.lines += [said for name in SAID_IN if tag != "meta" and (said := told.get(name))]
            self.lines += [told.get("value") or ""] if tag == "input" and told.get("type") == "submit" else []
        if tag not in VOID:
            self.hidden.append(hidden)

    def handle_endtag(self, tag: str) -> None:
        """Comes out."""
        if tag not in VOID and self.hidden:
            self.hidden.pop()

    def handle_data(self, data: str) -> None:
        """A text."""
        if data.strip() and not any(self.hidden):
            self.lines.append(data)
