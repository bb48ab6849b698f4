"""Alt texts and captions go out with a photo: they are looked at like the post itself, and told by the name of it."""

import pytest

from magdit.check.draft.draft import Says

NOBODY = Says(nobody_shown=True)


def checked_with(school, written, **more):
    photo = school.photo("lucht.jpg", "nobody")
    draft = school.draft(photo, text="De lucht.", says=NOBODY, alt_texts={"lucht.jpg": written})
    return school.check(draft, **more)


def test_a_plain_caption_changes_nothing(school):
    assert checked_with(school, "Wolken boven het plein").final.verdict == "mag"


@pytest.mark.parametrize("written", ["Bel 06 12345678", "bsn 111222333"])
def test_a_number_in_an_alt_text_is_personal_data(school, written):
    checked = checked_with(school, written)

    assert checked.first.act["persoonsgegevens"] is True
    assert checked.final.verdict == "mag_mits"


def test_someone_named_in_an_alt_text_is_named(school):
    checked = checked_with(school, "Noor van Dijk kijkt naar de wolken")

    assert [(one.label, one.named) for one in checked.first.people] == [("Noor van Dijk", True)]


@pytest.mark.parametrize(
    ("written", "fact"),
    [
        ("Foto: Piet Hartman", "auteursrecht"),
        ("Vertrouwelijk!", "vertrouwelijk"),
        ("Embargo tot vrijdag", "embargo"),
        ("zoals Anna appte: kijk eens", "niet_voor_verspreiding"),
        ("Die juf kan niet lesgeven", "kwetsend"),
    ],
)
def test_a_mark_in_an_alt_text_asks_a_person(school, written, fact):
    checked = checked_with(school, written)

    assert fact in checked.first.act["vlaggen"]


def test_the_place_names_the_photo(school):
    checked = checked_with(school, "© 2026")

    found = {seen.where: len(seen.findings) for seen in checked.first.looked.texts}
    assert found == {"tekst": 0, "lucht.jpg (bijschrift)": 1, "lucht.jpg": 0}


def test_the_words_stay_with_the_photo_under_its_new_name(school):
    checked = checked_with(school, "Bel 06 12345678", to="schoon")

    assert [copy.path.name for copy in checked.copies] == ["foto-1.jpg"]
    assert checked.final.act["persoonsgegevens"] is True


@pytest.mark.parametrize("protocol", ["osvs", "ozhw", "vsnon", "verkruisen"])
def test_a_school_is_not_asked_about_what_its_protocol_does_not_speak_of(school, protocol):
    draft = school.draft(text="Lekker aan het bier met de klas! Lang leve de jihad")

    flags = school.check(draft, protocol=protocol).first.act["vlaggen"]

    assert {"verdovende_middelen", "extreme_uiting", "schaadt_naam"}.isdisjoint(flags)


def test_the_school_with_the_portal_is_asked(school):
    draft = school.draft(text="Lekker aan het bier met de klas!", medium="ouderportaal")

    flags = school.check(draft, protocol="ouderportaalschool").first.act["vlaggen"]

    assert {"verdovende_middelen", "schaadt_naam"} <= set(flags)
