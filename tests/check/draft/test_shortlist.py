"""The short list to look for in a photo: those of whom there is no sure yes for this picture in this place."""

from dataclasses import replace

from magdit.check.draft.shortlist import without_consent
from tests.check.draft.school import no, yes


def test_the_short_list_names_who_may_not_be_shown_here(school):
    consents = school.consents(yes(101), yes(103, by="leerling", where="website"), no(104))
    draft = school.draft(school.photo("reis.jpg", "noor"), consents=consents)

    on_instagram = without_consent(draft, school.book())
    on_the_website = without_consent(replace(draft, medium="website"), school.book())

    assert {"Sem", "Olaf"} <= {person.given for person in on_instagram}
    assert "Noor" not in {person.given for person in on_instagram}
    assert "Sem" not in {person.given for person in on_the_website}


def test_the_short_list_also_names_a_colleague_who_said_no(school):
    """Who vouches that nobody on the list is shown, vouches for the staff as well."""
    draft = school.draft(school.photo("reis.jpg", "noor"), consents=school.consents(yes(101), no(901, by="medewerker")))

    assert "Bram" in {person.given for person in without_consent(draft, school.book())}


def test_the_short_list_names_those_whose_yes_is_not_sure(school):
    """Without a birth date nobody knows whose yes counts."""
    draft = school.draft(school.photo("reis.jpg", "noor"), consents=school.consents(yes(101)))
    ageless = [replace(person, born=None) for person in draft.roster]

    short = without_consent(replace(draft, roster=replace(draft.roster, people=tuple(ageless))), school.book())

    assert {"Noor", "Sem", "Olaf"} <= {person.given for person in short}


def test_there_is_no_short_list_without_consents_to_look_in(school):
    draft = school.draft(school.photo("reis.jpg", "noor"))

    assert without_consent(draft, school.book()) == ()


def test_under_vsnon_the_short_list_is_of_no_use(school):
    """Nobody may be shown there, whatever they said."""
    draft = school.draft(school.photo("reis.jpg", "noor"), consents=school.consents(yes(101), no(104)))

    assert without_consent(draft, school.book("vsnon")) == ()
