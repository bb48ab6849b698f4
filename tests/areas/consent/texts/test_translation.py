"""A translation goes out as a sheet that any office can open, and comes back in only when it is right."""

import zipfile
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from magdit.areas.consent.models import Item, ItemText
from magdit.areas.consent.texts.actions import new_text
from magdit.areas.consent.texts.catalogue import catalogue
from magdit.areas.consent.texts.queries import text_shown
from magdit.areas.consent.texts.translation_actions import for_translator, look_at_translation, take_translation
from magdit.areas.consent.texts.translation_file import MAX_BYTES
from magdit.areas.consent.texts.words import Words
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.wording.refusals import refusal_sentence
from magdit.wording.refusals.texts import LINE_FAULTS

pytestmark = pytest.mark.django_db
CODES = len(catalogue())


def opened(content):
    return load_workbook(BytesIO(content))["teksten"]


def saved(sheet):
    stream = BytesIO()
    sheet.parent.save(stream)
    return stream.getvalue()


def lines(sheet, code):
    return [row for row in sheet.iter_rows(min_row=2) if row[0].value == code]


@pytest.fixture
def sheet(system, laid):
    """What the translator of Arabic got."""
    return opened(for_translator(system, laid, language="ar"))


def translate(sheet, *codes):
    """Translate as a good translator would: other words, the same places."""
    for row in sheet.iter_rows(min_row=2):
        if not codes or row[0].value in codes:
            row[4].value = f"ترجمة: {row[3].value}"
    return saved(sheet)


def test_the_translator_gets_every_part_of_every_text(sheet):
    headings = [cell.value for cell in sheet[1]]
    told = {row[0].value for row in sheet.iter_rows(min_row=2)}

    assert headings == ["code", "onderdeel", "merk", "Nederlands", "vertaling (ar)"]
    assert len(told) == CODES
    assert [row[1].value for row in lines(sheet, "website-foto")] == ["vraag", "uitleg", "waarom"]


def test_a_text_that_looks_like_a_formula_stays_text(system, laid, website):
    new_text(system, website, Words("=HYPERLINK(1) mag {naam}?", "+31 @school -1", ""))

    sheet = opened(for_translator(system, laid, language="ar"))
    question, more = lines(sheet, "website-foto")

    assert [question[3].data_type, more[3].data_type] == ["s", "s"]
    assert question[3].quotePrefix


def test_a_whole_translation_is_taken_in_with_versions_and_marks_of_its_own(system, laid, sheet, website):
    taken = take_translation(system, laid, translate(sheet))

    shown = text_shown(website, "ar")
    assert len(taken.new) == CODES
    assert (taken.reading.missing, taken.reading.stale, taken.reading.broken) == ((), (), ())
    assert (shown.text.language, shown.text.version, shown.fell_back) == ("ar", 1, False)
    assert shown.text.mark != text_shown(website, "nl").text.mark
    assert shown.text.translates == text_shown(website, "nl").text.mark
    assert Entry.objects.filter(verb="vertaling_ingelezen").count() == 1


def test_taking_it_in_twice_makes_no_second_version(system, laid, sheet):
    content = translate(sheet)
    take_translation(system, laid, content)

    again = take_translation(system, laid, content)

    assert again.new == ()
    assert not ItemText.objects.filter(language="ar", version=2).exists()
    assert Entry.objects.filter(verb="vertaling_ingelezen").count() == 1


def test_a_dry_run_tells_and_changes_nothing(system, laid, sheet):
    taken = look_at_translation(system, laid, translate(sheet, "website-foto"))

    assert taken.new == ("website-foto",)
    assert not ItemText.objects.filter(language="ar").exists()


def test_what_is_not_translated_yet_is_named_and_the_rest_comes_in(system, laid, sheet, website):
    taken = take_translation(system, laid, translate(sheet, "website-foto"))

    assert taken.new == ("website-foto",)
    assert len(taken.reading.missing) == CODES - 1
    assert not text_shown(website, "ar").fell_back


def test_half_a_text_is_no_translation(system, laid, sheet):
    lines(sheet, "website-foto")[0][4].value = "هل {naam}؟"

    taken = take_translation(system, laid, saved(sheet))

    assert taken.new == ()
    assert "website-foto" in taken.reading.missing


def test_dutch_left_standing_is_no_translation(system, laid, sheet):
    for row in lines(sheet, "website-foto"):
        row[4].value = row[3].value

    taken = look_at_translation(system, laid, saved(sheet))

    assert "website-foto" in taken.reading.missing


def test_a_question_that_changed_since_makes_its_translation_out_of_date(system, laid, sheet, website):
    content = translate(sheet)
    new_text(system, website, Words("Mag {naam} op onze nieuwe site?", "Iedereen ziet het.", "Omdat."))

    taken = take_translation(system, laid, content)

    assert taken.reading.stale == ("website-foto",)
    assert text_shown(website, "ar").fell_back
    assert len(taken.new) == CODES - 1


def test_a_next_file_carries_what_is_still_good(system, laid, sheet, website):
    take_translation(system, laid, translate(sheet))
    new_text(system, website, Words("Mag {naam} op onze nieuwe site?", "Iedereen ziet het.", "Omdat."))

    again = opened(for_translator(system, laid, language="ar"))

    assert [row[4].value for row in lines(again, "website-foto")] == [None, None, None]
    assert all(row[4].value for row in lines(again, "website-video"))


def broken(sheet, change):
    content = translate(sheet)
    book = opened(content)
    change(book)
    return saved(book)


def lose_a_place(sheet):
    lines(sheet, "website-foto")[0][4].value = "هل تسمح؟"


def add_a_place(sheet):
    lines(sheet, "website-foto")[0][4].value = "هل {naam} {bsn}؟"


def loose_bracket(sheet):
    lines(sheet, "website-foto")[0][4].value = "هل {naam} {؟"


def formula(sheet):
    lines(sheet, "website-foto")[0][4].value = "=1+1"


def unknown_code(sheet):
    lines(sheet, "website-foto")[0][0].value = "website-fotos"


def unknown_part(sheet):
    lines(sheet, "website-foto")[0][1].value = "kop"


def twice(sheet):
    lines(sheet, "website-foto")[1][1].value = "vraag"


def too_long(sheet):
    lines(sheet, "website-foto")[0][4].value = "{naam} " + "ا" * 300


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lose_a_place, "translation_places"),
        (add_a_place, "translation_places"),
        (loose_bracket, "text_place"),
        (formula, "translation_formula"),
        (unknown_code, "translation_code"),
        (unknown_part, "translation_part"),
        (twice, "translation_twice"),
        (too_long, "text_long"),
    ],
)
def test_one_broken_line_keeps_the_whole_file_out(system, laid, sheet, change, why):
    content = broken(sheet, change)

    taken = look_at_translation(system, laid, content)
    with pytest.raises(Refused, match="translation_broken"):
        take_translation(system, laid, content)

    assert why in {fault.why for fault in taken.reading.broken}
    assert all(LINE_FAULTS[fault.why].format(places=fault.places) for fault in taken.reading.broken)
    assert not ItemText.objects.filter(language="ar").exists()


def other_book(*headings):
    book = Workbook()
    book.active.append(headings)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def bomb():
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * 70_000_000)
    return stream.getvalue()


def xxe():
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("[Content_Types].xml", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "translation_unreadable"),
        (b"code;onderdeel", "translation_unreadable"),
        (b"PK\x03\x04 half a zip", "translation_unreadable"),
        (xxe(), "translation_unreadable"),
        (b"0" * (MAX_BYTES + 1), "translation_large"),
        (bomb(), "translation_large"),
        (other_book("naam", "bsn"), "translation_headings"),
        (other_book(), "translation_headings"),
        (other_book("code", "onderdeel", "merk", "Nederlands", "vertaling (../x)"), "translation_headings"),
    ],
)
def test_what_is_no_translation_is_refused_in_words(system, laid, content, code):
    with pytest.raises(Refused) as refused:
        take_translation(system, laid, content)

    assert refused.value.code == code
    assert refusal_sentence(code, refused.value.facts)


@pytest.mark.parametrize("language", ["nl", "", "Arabisch", "ar;", "../en"])
def test_a_language_is_a_code_and_not_dutch(system, laid, language):
    with pytest.raises(Refused, match="text_language"):
        for_translator(system, laid, language=language)


def test_a_board_without_texts_has_nothing_to_translate(system, board):
    with pytest.raises(Refused, match="no_texts"):
        for_translator(system, board, language="ar")


def test_olaf_gets_no_file_and_brings_none_in(laid, sheet, olaf, doing_as, other_board):
    content = translate(sheet)

    for doing in (doing_as(olaf), doing_as(olaf, board=other_board)):
        with pytest.raises(Refused):
            for_translator(doing, laid, language="ar")
        with pytest.raises(Refused):
            take_translation(doing, laid, content)

    assert not ItemText.objects.filter(language="ar").exists()


def test_a_retired_question_needs_no_translation(system, laid, website):
    Item.objects.filter(pk=website.pk).update(active=False)

    sheet = opened(for_translator(system, laid, language="ar"))

    assert lines(sheet, "website-foto") == []
