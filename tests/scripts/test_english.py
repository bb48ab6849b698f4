"""Collecting for the translation: what is said is found wherever it stands, and what was translated is not lost."""

import english
import pytest
from babel.messages.catalog import Catalog


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A house with a page, some code, and a sentence handed to `translate`."""
    source = tmp_path / "src"
    for path, text in {
        "web/page.html": '{% load i18n %}<h1>{% translate "Dag" %}</h1>{% blocktranslate count n=1 %}{{ n }} klas'
        "{% plural %}{{ n }} klassen{% endblocktranslate %}",
        "web/view.py": 'told = _("Bewaard.") + lazy("De naam") + ngettext("een", "meer", 2)',
        "wording/rows.py": 'said = translate("dit bestand")',
    }.items():
        (source / path).parent.mkdir(parents=True, exist_ok=True)
        (source / path).write_text(text, encoding="utf-8")
    monkeypatch.setattr(english, "HOME", tmp_path)
    monkeypatch.setattr(english, "SOURCE", source)
    monkeypatch.setattr(english, "WORDING", source / "wording")
    monkeypatch.setattr(english, "_by_variable", lambda: ["Dit mag niet."])


def test_sentences_are_found_in_pages_in_code_and_below(house):
    said = {message.id for message in english.sentences() if message.id}

    assert said == {
        "Dag", ("%(n)s klas", "%(n)s klassen"), "Bewaard.", "De naam", ("een", "meer"), "dit bestand", "Dit mag niet.",
    }  # fmt: skip


def test_what_was_translated_stays_and_what_nobody_says_goes(house):
    kept = Catalog(locale="en")
    kept.add("Dag", "Hello")
    kept.add("Weg", "Gone")

    result = english.merged(kept)

    assert result.get("Dag").string == "Hello"
    assert result.get("Weg") is None


def test_what_has_no_english_is_named(house):
    result = english.merged(Catalog(locale="en"))
    result.get("Dag").string = "Hello"
    result.get(("een", "meer")).string = ("one", "")

    lacking = english.missing(result)

    assert "Dag" not in lacking
    assert {"Bewaard.", str(("een", "meer"))} <= set(lacking)
