"""Each protocol has a page to hold beside its source, and every article stands on it with what it does here."""

import protocol_pages
import pytest

from magdit.protocols.library import Library
from magdit.wording.clause_page import workings

LIBRARY = Library()
NAMES = LIBRARY.ids(with_law=True)


@pytest.mark.parametrize("name", NAMES)
def test_the_page_follows_the_pack(name):
    kept = (protocol_pages.PAGES / f"{name}.md").read_text(encoding="utf-8")

    assert kept == protocol_pages.page(name, LIBRARY), "a pack or its cases changed: run `make pages`"


def test_the_list_of_pages_names_them_all():
    kept = (protocol_pages.PAGES / "README.md").read_text(encoding="utf-8")

    assert kept == protocol_pages.index(LIBRARY), "a pack or its cases changed: run `make pages`"


@pytest.mark.parametrize("name", NAMES)
def test_every_article_says_what_it_does(name):
    pack, catalogue = LIBRARY.pack(name), LIBRARY.book(name).catalogue
    cited = {pack.lifecycle.clause}

    silent = [c.number for c in pack.clauses if c.number not in cited and not list(workings(pack, catalogue, c.number))]

    assert silent == []


@pytest.mark.parametrize("name", NAMES)
def test_what_the_source_leaves_open_is_told(name):
    page = protocol_pages.page(name, LIBRARY)

    assert [
        c.number for c in LIBRARY.pack(name).clauses if c.left_open and " ".join(c.left_open.split()) not in page
    ] == []


def test_a_rule_is_told_with_who_what_when_and_what_helps():
    pack, catalogue = LIBRARY.pack("osvs"), LIBRARY.book("osvs").catalogue

    rule = "\n".join(workings(pack, catalogue, "IV.M8"))

    assert rule.startswith("- **Verbod**")
    assert "er is een geldig ja" in rule
    assert "onherkenbaar maken" in rule
