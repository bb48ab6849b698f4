"""A board makes the catalogue its own; what was asked before stays what it was."""

from pathlib import Path

import pytest

from magdit.areas.consent.models import Answer, Item, ItemText
from magdit.areas.consent.texts.actions import new_text
from magdit.areas.consent.texts.catalogue import catalogue
from magdit.areas.consent.texts.catalogue_actions import add_item, change_item, lay_catalogue, retire_item
from magdit.areas.consent.texts.queries import text_shown, texts_shown
from magdit.areas.consent.texts.words import Words
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.wording.refusals import refusal_sentence

pytestmark = pytest.mark.django_db
PACKS = Path(__file__).resolve().parents[3] / "packs"
OWN = {"purpose": "musical", "channel": "website", "covers": ["video"], "pictogram": "film"}
QUESTION = Words("Mag {naam} in de film van de musical?", "De film komt op de website.", "Een mooie herinnering.")


def verbs(board):
    return list(Entry.objects.filter(board=board.id).order_by("number").values_list("verb", flat=True))


def answered(item, person, at):
    return Answer.objects.create(
        item=item, person=person, giver=person, role="zelf", state="gegeven", at=at, form="digitaal_akkoord",
        entered_by="x", number=1,
    )  # fmt: skip


def test_a_board_starts_with_every_item_in_two_languages(system, board):
    count = lay_catalogue(system, board)

    assert count == len(catalogue()) == Item.objects.filter(board=board).count()
    assert ItemText.objects.filter(item__board=board, version=1).count() == 2 * count
    assert verbs(board) == ["catalogus_gelegd"]


def test_laying_it_again_changes_nothing(laid, system, website):
    change_item(system, website, pictogram="camera")

    assert lay_catalogue(system, laid) == 0
    assert Item.objects.get(pk=website.pk).pictogram == "camera"
    assert verbs(laid) == ["catalogus_gelegd", "onderwerp_veranderd"]


def test_a_retired_item_does_not_come_back_by_laying_again(laid, system, website):
    retire_item(system, website)

    lay_catalogue(system, laid)

    assert not Item.objects.get(pk=website.pk).active


def test_laying_takes_few_questions_to_the_database(system, board, django_assert_max_num_queries):
    with django_assert_max_num_queries(16):
        lay_catalogue(system, board)


def test_a_teacher_does_not_decide_what_the_board_asks(board, bram, doing_as):
    with pytest.raises(Refused) as refused:
        lay_catalogue(doing_as(bram), board)

    assert refused.value.code == "no_right"
    assert Item.objects.count() == 0


def test_the_one_who_keeps_the_settings_of_the_board_does(laid, keeper, website, doing_as):
    assert not retire_item(doing_as(keeper), website).active


def test_olaf_does_not_touch_the_items_of_another_board(laid, olaf, website, doing_as, other_board):
    for doing in (doing_as(olaf), doing_as(olaf, board=other_board)):
        with pytest.raises(Refused):
            new_text(doing, website, QUESTION)
        with pytest.raises(Refused):
            change_item(doing, website, active=False)

    assert Item.objects.get(pk=website.pk).active


def test_a_board_adds_a_question_of_its_own(laid, system):
    item = add_item(system, laid, code="musical-film", words=QUESTION, **OWN)

    assert text_shown(item, "nl").text.title == QUESTION.title
    assert verbs(laid)[-1] == "onderwerp_gemaakt"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"code": "website-foto"}, "item_exists"),
        ({"channel": "instagran"}, "item_channel"),
        ({"covers": []}, "item_covers"),
        ({"covers": ["gezicht"]}, "item_covers"),
        ({"asked_of": "bezoeker"}, "item_basis"),
        ({"basis": "gerechtvaardigd_belang"}, "item_pupils_consent"),
        ({"pictogram": "../geheim"}, "item_pictogram"),
        ({"words": Words("", "uitleg")}, "text_empty"),
        ({"words": Words("vraag" * 50, "uitleg")}, "text_long"),
        ({"words": Words("Mag {kind} erop?", "uitleg")}, "text_place"),
        ({"words": Words("Mag {naam erop?", "uitleg")}, "text_place"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused_in_words(laid, system, wrong, code):
    with pytest.raises(Refused) as refused:
        add_item(system, laid, **{"code": "musical-film", "words": QUESTION, **OWN, **wrong})

    assert refused.value.code == code
    assert refusal_sentence(code, refused.value.facts)
    assert verbs(laid) == ["catalogus_gelegd"]


def test_what_was_answered_is_not_made_to_mean_something_else(laid, system, website, noor):
    answered(website, noor, system.at)

    with pytest.raises(Refused, match="item_answered"):
        change_item(system, website, covers=["foto", "video"])

    assert Item.objects.get(pk=website.pk).covers == ["foto"]


def test_order_and_pictogram_may_change_after_an_answer(laid, system, website, noor):
    answered(website, noor, system.at)

    assert change_item(system, website, order=1, pictogram="camera").order == 1


@pytest.mark.parametrize("field", ["board", "code", "id", "texts"])
def test_some_things_of_an_item_never_change(laid, system, website, field):
    with pytest.raises(Refused, match="item_field"):
        change_item(system, website, **{field: "x"})


def test_a_new_text_is_a_new_version_and_the_old_one_stays(laid, system, website):
    old = text_shown(website, "nl").text

    new = new_text(system, website, QUESTION)

    assert (old.version, new.version) == (1, 2)
    assert old.mark != new.mark
    assert ItemText.objects.get(pk=old.pk).title == old.title
    assert text_shown(website, "nl").text == new


def test_the_same_words_again_make_no_new_version(laid, system, website):
    first = new_text(system, website, QUESTION)

    again = new_text(system, website, Words(QUESTION.title + "  ", QUESTION.body + "\r\n", QUESTION.why))

    assert again == first
    assert verbs(laid).count("tekst_gemaakt") == 1


def test_words_of_before_brought_back_are_a_version_of_their_own(laid, system, website):
    old = text_shown(website, "nl").text
    new_text(system, website, QUESTION)

    back = new_text(system, website, Words(old.title, old.body, old.why))

    assert (back.version, back.mark) == (3, old.mark)


def test_without_a_translation_dutch_is_shown_and_says_so(laid, website):
    shown = text_shown(website, "ar")

    assert (shown.text.language, shown.fell_back) == ("nl", True)
    assert "Nederlandse tekst" in shown.notice
    assert "Dutch text" in shown.notice


def test_in_english_it_is_there(laid, website):
    shown = text_shown(website, "en")

    assert (shown.text.language, shown.notice) == ("en", "")


@pytest.mark.parametrize(("asked", "told"), [("en-GB", "en"), ("nl-BE", "nl")])
def test_english_of_a_country_is_english(laid, website, asked, told):
    shown = text_shown(website, asked)

    assert (shown.text.language, shown.fell_back) == (told, False)


def test_a_translation_of_an_older_question_is_no_longer_shown(laid, system, website):
    new_text(system, website, QUESTION)

    shown = text_shown(website, "en")

    assert (shown.text.language, shown.text.version, shown.fell_back) == ("nl", 2, True)


def test_all_words_of_a_page_come_in_one_read(laid, django_assert_num_queries):
    items = list(Item.objects.filter(board=laid))

    with django_assert_num_queries(1):
        shown = texts_shown(items, "en")

    assert len(shown) == len(items)


def test_an_item_without_words_cannot_be_asked(board):
    item = Item.objects.create(board=board, code="leeg", purpose="x", channel="website", covers=["foto"])

    assert text_shown(item, "nl") is None


def test_a_channel_that_only_the_boards_own_protocol_knows_can_be_asked(system, board, school, settings):
    settings.PACKS = [str(PACKS / "zesde")]
    about = {**OWN, "channel": "logboek"}
    with pytest.raises(Refused) as refused:
        add_item(system, board, code="logboek-film", words=QUESTION, **about)
    school.protocol = "zesde"
    school.save()

    item = add_item(system, board, code="logboek-film", words=QUESTION, **about)

    assert refused.value.code == "item_channel"
    assert item.channel == "logboek"


def test_a_school_whose_protocol_is_gone_keeps_nobody_from_adding_an_item(system, board, school):
    school.protocol = "is-er-niet-meer"
    school.save()

    assert add_item(system, board, code="musical-film", words=QUESTION, **OWN).channel == "website"
