"""A post in a language that nobody here reads: numbers and names are found, tone and marks wait for a person."""

import pytest

from magdit.check.draft.draft import Says
from magdit.wording.findings import missed_line

TURKISH = "Sayın veliler, yarın okul saat ikide bitiyor. Bu öğretmen çok kötü."
POLISH = "Szanowni Rodzice, jutro szkoła jest zamknięta."
ENGLISH = "Dear parents, there is no school tomorrow. We will see you on monday."
READ = {
    **dict.fromkeys(("kwetsend", "fatsoen_overschreden", "aanstootgevend", "lastigvallen", "schaadt_anderen"), False),
    **dict.fromkeys(
        ("vertrouwelijk", "embargo", "niet_voor_verspreiding", "auteursrecht", "wachtwoord_zichtbaar"), False
    ),
    "persoonsgegevens": False,
    "onprofessioneel": False,
}


@pytest.mark.parametrize("text", [TURKISH, POLISH, "Vandaag was leuk!\n" + TURKISH])
@pytest.mark.parametrize("protocol", ["osvs", "ozhw", "vsnon", "verkruisen", "ouderportaalschool"])
def test_what_nobody_could_read_is_never_a_yes(school, protocol, text):
    checked = school.check(school.draft(text=text), protocol=protocol)

    assert checked.final.verdict == "eerst_weten"
    assert [miss.what for miss in checked.final.not_looked] == ["language"]
    assert "niet beoordeeld" in missed_line(checked.final.not_looked[0])


def test_dutch_and_english_are_read(school):
    assert school.check(school.draft(text="De musical is vrijdag om zeven uur.")).final.verdict == "mag"
    assert school.check(school.draft(text=ENGLISH)).final.not_looked == ()


def test_a_number_in_another_language_is_found(school):
    checked = school.check(school.draft(text=f"{TURKISH} 06 12345678"))

    assert checked.first.act["persoonsgegevens"] is True


def test_who_can_read_it_says_how_it_is_and_then_it_may(school):
    checked = school.check(school.draft(text=POLISH, told=READ))

    assert checked.final.verdict == "mag"


def test_one_answer_does_not_settle_the_others(school):
    checked = school.check(school.draft(text=POLISH, told={"kwetsend": False}))

    assert checked.final.verdict not in {"mag", "mag_mits"}
    assert "vertrouwelijk" in checked.first.act["vlaggen"]


def test_a_caption_in_another_language_counts_too(school):
    photo = school.photo("lucht.jpg", "nobody")

    draft = school.draft(photo, text="De lucht.", says=Says(nobody_shown=True), alt_texts={"lucht.jpg": POLISH})
    checked = school.check(draft)

    assert [miss.where for miss in checked.final.not_looked] == ["lucht.jpg (bijschrift)"]
    assert checked.final.verdict == "eerst_weten"


def test_a_disclaimer_in_dutch_under_a_foreign_text_is_still_seen(school):
    checked = school.check(school.draft(text=f"{POLISH}\n\nDit schrijf ik op persoonlijke titel."))

    assert checked.first.act["disclaimer"] is True


def test_no_disclaimer_seen_in_a_foreign_text_stays_open(school):
    assert "disclaimer" not in school.check(school.draft(text=POLISH)).first.act
