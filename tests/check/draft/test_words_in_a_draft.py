"""What the words give away: names, numbers and sentences, in the text and in the names of the files."""

from dataclasses import replace

import pytest

from magdit.check.draft.draft import Says
from magdit.wording.sentences import OWN
from tests.check.draft.school import no, yes

NOBODY = Says(nobody_shown=True)
IN_PRIVATE = {
    "for_school": False,
    "told": {
        "hoedanigheid": "persoonlijk",
        "account": "prive",
        "situatie": "prive",
        "doel": ["mening"],
        "teruggetrokken": False,
    },
}


def mended(school, text, *photos, **more):
    checked = school.check(school.draft(*photos, text=text, **more), "alles")
    return checked, checked.text_file.read_text(encoding="utf-8") if checked.text_file else ""


def test_a_text_that_gives_nobody_away_may_go_out(school):
    checked = school.check(school.draft(text="De musical is vrijdag om zeven uur."))

    assert checked.final.verdict == "mag"


def test_a_surname_is_left_out_and_the_first_name_stays(school):
    checked, text = mended(school, "Noor van Dijk won de voorleeswedstrijd.")

    assert checked.first.verdict == "mag_mits"
    assert text == "Noor won de voorleeswedstrijd."
    assert checked.final.verdict == "mag"


def test_a_private_number_and_address_are_left_out(school):
    checked, text = mended(school, "Opgeven kan bij Bram: 06 12345678 of bram@voorbeeld.nl.")

    assert checked.first.verdict == "mag_mits"
    assert text == "Opgeven kan bij Bram: of."
    assert checked.final.verdict == "mag"


def test_a_name_beside_a_picture_asks_for_a_yes_to_the_name_too(school):
    photo = school.photo("reis.jpg", "noor")
    shown, consents = school.shown("101;;;reis.jpg;1"), school.consents(yes(101))

    checked, text = mended(school, "Noor in de sneeuw.", photo, shown=shown, consents=consents)

    assert checked.first.people[0].named is True
    assert checked.first.verdict == "mag_mits"
    assert "Noor" not in text
    assert checked.final.verdict == "mag"


def test_someone_named_who_is_not_in_the_picture_counts_too(school):
    photo = school.photo("reis.jpg", "sem")
    shown, consents = school.shown("103;;;reis.jpg;1"), school.consents(yes(103, by="leerling"), no(101))
    draft = school.draft(photo, text="Sem. Noor van Dijk was er ook.", shown=shown, consents=consents)

    checked = school.check(draft)

    assert [(s.label, s.named, s.shown) for s in checked.first.people] == [
        ("Sem de Boer", True, True),
        ("Noor van Dijk", True, False),
    ]
    assert checked.first.verdict == "mag_mits"


def test_a_name_that_may_be_meant_keeps_the_answer_open(school):
    """Sem in the photo by a pet name, or somebody else's? A person says."""
    photo = school.photo("reis.jpg", "sem")
    shown, consents = school.shown("103;;;reis.jpg;1"), school.consents(yes(103, by="leerling"))
    draft = school.draft(photo, text="Ook Semmetje was er bij.", shown=shown, consents=consents)

    checked = school.check(draft)

    assert checked.final.people[0].named is None
    assert checked.final.verdict == "eerst_weten"


def test_a_surname_is_personal_data_whoever_of_the_family_is_meant(school):
    """The family of Sem in the photo, or others of that name: the surname must go, and nobody says that it is he."""
    photo = school.photo("reis.jpg", "sem")
    shown, consents = school.shown("103;;;reis.jpg;1"), school.consents(yes(103, by="leerling"))
    draft = school.draft(photo, text="Op bezoek bij familie de Boer.", shown=shown, consents=consents)

    checked = school.check(draft)

    assert checked.final.people[0].named is None
    assert checked.final.verdict == "mag_mits"


def test_named_by_the_author_in_a_way_we_cannot_see_stays_named(school):
    """On a shirt or a banner, say: taking a name out of the text does not take it out of the picture."""
    photo = school.photo("reis.jpg", "noor")
    shown, consents = school.shown("101;;;reis.jpg;1;;ja"), school.consents(yes(101))

    checked, _ = mended(school, "Wat een reis.", photo, shown=shown, consents=consents)

    assert checked.first.verdict == "mag_mits"
    assert [step.remedy for step in checked.plan.left] == ["naam_weglaten"]
    assert checked.final.verdict != "mag"


def test_named_by_the_author_and_found_in_the_text_is_mended_in_the_text(school):
    photo = school.photo("reis.jpg", "noor")
    shown, consents = school.shown("101;;;reis.jpg;1;;ja"), school.consents(yes(101))

    checked, text = mended(school, "Noor van Dijk in de sneeuw.", photo, shown=shown, consents=consents)

    assert "Noor" not in text
    assert checked.final.verdict == "mag"


def test_a_name_in_a_file_name_is_found_and_goes_out_under_a_plain_name(school):
    photo = school.photo("Noor van Dijk op de latten.jpg", "noor")
    shown = school.shown("101;;;Noor van Dijk op de latten.jpg;1")
    draft = school.draft(photo, shown=shown, consents=school.consents(yes(101)), text="De reis.")

    checked = school.check(draft, "alles")

    assert [f.type for seen in checked.first.looked.texts if seen.where == photo.name for f in seen.findings] == [
        "name"
    ]
    assert checked.first.verdict == "mag_mits"
    assert [copy.path.name for copy in checked.copies] == ["foto-1.jpg"]
    assert checked.final.verdict == "mag"


@pytest.mark.parametrize("name", ["bsn 111222333.jpg", "noor_bsn-111222333.jpg", "bel_0612345678.jpg"])
def test_a_number_in_a_file_name_counts_as_personal_data(school, name):
    photo = school.photo(name, "nobody")

    checked = school.check(school.draft(photo, says=NOBODY))

    assert checked.first.act["persoonsgegevens"] is True
    assert checked.final.verdict == "mag_mits"


@pytest.mark.parametrize(
    "name",
    [
        "IMG_20260904_120000.jpg",
        "PXL_20260904_101112345.jpg",
        "IMG-20260904-WA0001.jpg",
        "photo_2026-09-04_10-11-12.jpg",
    ],
)
def test_the_number_a_camera_gives_a_photo_is_no_personal_data(school, name):
    checked = school.check(school.draft(school.photo(name, "nobody"), says=NOBODY))

    assert checked.first.act["persoonsgegevens"] is False


def test_the_disclaimer_is_added_once_and_found_again(school):
    text = "Mooi dat onze school een prijs won."
    draft = school.draft(text=text, **IN_PRIVATE)

    first = school.check(draft, "alles", protocol="vsnon")
    written = first.text_file.read_text(encoding="utf-8")
    again = school.check(school.draft(text=written, **IN_PRIVATE), "alles", protocol="vsnon")

    assert (first.first.verdict, first.final.verdict) == ("mag_mits", "mag")
    assert written == f"{text}\n\n{OWN['disclaimer']}"
    assert again.first.verdict == "mag"
    assert again.text_file.read_text(encoding="utf-8") == written


@pytest.mark.parametrize("protocol", ["osvs", "vsnon"])
def test_in_a_discussion_the_sentence_on_ones_work_is_added_once_and_found_again(school, protocol):
    draft = replace(school.draft(text="Daar denk ik anders over.", **IN_PRIVATE), action="discussie_voeren")

    checked = school.check(draft, "alles", protocol=protocol)
    written = checked.text_file.read_text(encoding="utf-8")

    assert checked.first.as_handed_in == "mag_niet"
    assert [step.remedy for step in checked.plan.done] == ["functie_vermelden"]
    assert written == f"Daar denk ik anders over.\n\n{OWN['position']}"
    assert checked.final.act["functie_vermeld"] is True
    assert checked.final.as_handed_in == "mag"


def test_what_the_author_tells_wins_from_what_was_measured_and_says_so(school):
    draft = school.draft(text="Bel 06 12345678.", told={"persoonsgegevens": False})

    checked = school.check(draft)

    assert checked.final.act["persoonsgegevens"] is False
    assert checked.final.act["herkomst"]["persoonsgegevens"] == {"bron": "opgegeven", "door": "auteur"}


def test_a_harsh_word_asks_a_person_and_never_decides_by_itself(school):
    checked = school.check(school.draft(text="Wat een stelletje idioten, die ouders."))

    assert checked.first.act["vlaggen"]
    assert checked.final.verdict in {"vraag", "eerst_weten"}


def test_a_name_off_the_roster_is_never_simply_a_yes(school):
    """Whoever it is: a whole name of someone is told, and asks for a yes, a shorter name, or a person who knows."""
    text = "Vandaag won Fatima Visser een prijs."

    without_roster = school.check(school.draft(text=text, roster=None))
    with_roster = school.check(school.draft(text=text))

    assert without_roster.final.verdict in {"eerst_weten", "mag_mits"}
    assert with_roster.final.verdict in {"eerst_weten", "mag_mits"}
