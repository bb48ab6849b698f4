"""What a school can ask to begin with: every use apart, in plain words, without promises nobody can keep."""

import re
from xml.etree import ElementTree

import pytest

from magdit.areas.consent.texts.catalogue import LANGUAGES, catalogue, pictogram, pictograms, publishes, purposes
from magdit.areas.consent.texts.words import PLACES, faults, filled, places_in, tidy
from magdit.words.media import MEDIA
from magdit.words.states import COVERS

OFFERED = catalogue()
WORDS = [(offered, language) for offered in OFFERED for language in LANGUAGES]
NAMED = {"naam": "Noor", "school": "De Linde"}
NO = {"nl": ("Nee zeggen mag", "Zeg dan nee"), "en": ("may say no", "Then say no")}
# Only a no: where the pupil administration is master, a yes is given there.
CHANGE = {"nl": "Nee zeggen kan elke dag, op dezelfde pagina", "en": "You can say no on the same page, any day"}
PLATFORMS = {word.code for word in MEDIA if "commercieel_platform" in word.within} | {"sociale_media"}


@pytest.mark.parametrize("offered", OFFERED, ids=lambda offered: offered.code)
def test_every_item_uses_words_that_we_know(offered):
    known = offered.channel in MEDIA and offered.purpose in purposes() and offered.pictogram in pictograms()

    assert known
    assert {COVERS.code(cover) for cover in offered.covers} == set(offered.covers)


def test_no_two_items_ask_the_same():
    asked = [(offered.purpose, offered.channel, offered.covers, offered.asked_of) for offered in OFFERED]

    assert len(set(asked)) == len({offered.code for offered in OFFERED}) == len(OFFERED)


@pytest.mark.parametrize("cover", ["foto", "video", "geluid", "naam", "persoonsgegevens", "app_in_de_les"])
def test_photo_video_voice_and_name_are_asked_about(cover):
    assert any(offered.covers == (cover,) for offered in OFFERED)


@pytest.mark.parametrize("channel", "facebook instagram linkedin youtube x tiktok".split())
def test_every_platform_is_a_question_of_its_own(channel):
    asked = [offered for offered in OFFERED if offered.channel == channel]

    assert len(asked) == 1


@pytest.mark.parametrize(("offered", "language"), WORDS, ids=lambda value: getattr(value, "code", value))
def test_every_text_says_that_no_is_fine_and_how_to_change(offered, language):
    words = offered.words[language]

    assert any(sentence in words.body for sentence in NO[language])
    assert CHANGE[language] in words.body
    assert words.title.endswith("?")
    assert words.why


@pytest.mark.parametrize(("offered", "language"), WORDS, ids=lambda value: getattr(value, "code", value))
def test_every_text_is_whole_and_can_be_filled_in(offered, language):
    words = offered.words[language]

    shown = filled(words, NAMED)

    assert tidy(words) == words
    assert faults(words) == ()
    assert "Noor" in shown.title
    assert not any({"{", "}"} & set(part) for _, part in shown.parts())


@pytest.mark.parametrize(("offered", "language"), WORDS, ids=lambda value: getattr(value, "code", value))
def test_both_languages_keep_the_same_places(offered, language):
    dutch = offered.words["nl"]

    for (_, told), (_, source) in zip(offered.words[language].parts(), dutch.parts(), strict=True):
        assert places_in(told) == places_in(source) <= PLACES


@pytest.mark.parametrize(
    "offered", [one for one in OFFERED if one.channel in PLATFORMS and one.covers != ("app_in_de_les",)]
)
def test_about_a_platform_we_say_what_the_company_may_do_and_what_we_cannot_undo(offered):
    assert "voorwaarden" in offered.words["nl"].body
    assert "kan het daarom niet overal weghalen" in offered.words["nl"].body
    assert "own terms" in offered.words["en"].body
    assert "cannot remove it everywhere" in offered.words["en"].body


@pytest.mark.parametrize(("offered", "language"), WORDS, ids=lambda value: getattr(value, "code", value))
def test_no_text_promises_what_not_every_protocol_says(offered, language):
    """How long a yes holds, who must sign and how often we ask differ per protocol."""
    told = " ".join(part for _, part in offered.words[language].parts())

    promise = (
        r"\b(31 juli|elk jaar|ieder jaar|schooljaar opnieuw|every year|31 July|beide ouders|both parents|altijd weg)\b"
    )
    assert not re.search(promise, told)


@pytest.mark.parametrize(("offered", "language"), WORDS, ids=lambda value: getattr(value, "code", value))
def test_sentences_are_short(offered, language):
    told = " ".join(part for _, part in offered.words[language].parts()).replace("\n", " ")

    longest = max(re.split(r"(?<=[.?:!]) ", told), key=lambda sentence: len(sentence.split()))

    assert len(longest.split()) <= 26, longest


def test_pupils_are_only_asked_for_consent():
    assert {offered.basis for offered in OFFERED if offered.asked_of == "leerling"} == {"toestemming"}


def test_staff_are_asked_apart_with_consent_or_with_an_objection():
    staff = [offered for offered in OFFERED if offered.asked_of == "medewerker"]

    assert {offered.basis for offered in staff} == {"toestemming", "gerechtvaardigd_belang"}
    assert all(offered.code.startswith("medewerker-") for offered in staff)


def test_where_an_objection_is_enough_the_text_says_what_silence_means():
    objecting = [offered for offered in OFFERED if offered.basis == "gerechtvaardigd_belang"]

    assert all("Zonder bezwaar doen we het." in offered.words["nl"].body for offered in objecting)


def test_a_yes_to_the_photographer_is_no_yes_to_a_brochure():
    assert not publishes("portretfoto")
    assert publishes("school_laten_zien")
    assert publishes("een_eigen_doel_van_het_bestuur")


@pytest.mark.parametrize("name", sorted(pictograms()))
def test_a_pictogram_is_a_small_drawing_without_scripts_or_links(name):
    drawing = ElementTree.fromstring(pictogram(name))

    assert drawing.get("viewBox") == "0 0 24 24"
    assert drawing.get("stroke") == "currentColor"
    assert {part.tag.rpartition("}")[2] for part in drawing.iter()} <= {"svg", "path", "circle", "rect"}
    assert len(pictogram(name)) < 1000


@pytest.mark.parametrize("name", ["", "../catalogus", "geheim"])
def test_what_is_no_pictogram_is_not_read(name):
    with pytest.raises(KeyError):
        pictogram(name)
