"""Before the pictures are done, the words and the answers are judged: a first word that is never a yes."""

import threading
from dataclasses import replace

import pytest

from magdit.check.draft.check import check
from magdit.check.draft.look import Eyes
from magdit.check.images.intake import decode
from magdit.cli.main import run
from magdit.wording.sentences import sentences_of
from magdit.wording.short_report import before_the_pictures
from tests.check.draft.school import FINDER, LOOKING, School, no, yes


@pytest.fixture
def school(tmp_path):
    return School(tmp_path)


@pytest.fixture
def hear(school):
    """Checks a draft, and answers what was said first and what was said in the end."""

    def checked(draft, eyes=LOOKING):
        heard = []
        book = school.book()
        last = check(draft, book, sentences=sentences_of(book), eyes=eyes, first_word=heard.append)
        return [(one.verdict, before_the_pictures(one)) for one in heard], last.first

    return checked


def test_the_first_word_comes_while_the_photos_wait(school):
    """The photo is not opened until the first word was heard."""
    heard, book = threading.Event(), school.book()

    def waiting(handed):
        assert heard.wait(20)
        return decode(handed)

    draft = school.draft(school.photo("reis.jpg", "noor"), text="Wat een dag.")
    check(draft, book, sentences=sentences_of(book), first_word=lambda judged: heard.set(),
          eyes=Eyes(load_finder=lambda: FINDER, decode=waiting))  # fmt: skip

    assert heard.is_set()


def test_it_names_the_article_that_the_words_meet(school, hear):
    first, last = hear(school.draft(school.photo("lucht.jpg", "nobody"), text="Bel Noor van Dijk op 06-12345678."))

    assert first[0][0] != "mag"
    assert "hier is iets mee (artikel" in first[0][1]
    assert last.as_handed_in == "mag_niet"


def test_it_knows_the_answers_of_who_is_said_to_be_in_the_photo(school, hear):
    shown = school.shown("101;;;reis.jpg;1;ja;nee;ja")
    draft = school.draft(school.photo("reis.jpg", "noor"), shown=shown, text="Wat een dag.")

    refused, _ = hear(replace(draft, consents=school.consents(no(101))))
    allowed, last = hear(replace(draft, consents=school.consents(yes(101))))

    assert "IV.M8" in refused[0][1]
    assert "nog geen bezwaar" in allowed[0][1]
    assert (allowed[0][0], last.verdict) == ("eerst_weten", "mag")


def test_without_pictures_the_verdict_itself_is_there_as_soon(school, hear):
    first, last = hear(school.draft(text="Wat een dag."))

    assert first == []
    assert last.verdict == "mag"


def test_the_command_says_it_before_several_photos_unless_asked_to_be_short(school, capsys):
    photos = [str(school.photo(name, "nobody")) for name in ("lucht.jpg", "zee.jpg")]
    words = ["check", *photos, "--protocol", "osvs", "--als", "docent", "--medium", "website", "--tekst", "Hoi."]
    run(words)
    said = capsys.readouterr().err
    run([*words, "--kort"])
    short = capsys.readouterr().err

    assert said.startswith("De woorden en de toestemming: nog geen bezwaar gezien.")
    assert short == ""
