"""The cast as rows tells the same story as the cast of the norms."""

from magdit.areas.people.models import Guardianship, Person, School
from magdit.areas.people.rights import has_role
from tests import cast


def test_fatima_leads_de_linde_and_olaf_does_not(school: School, fatima: Person, olaf: Person) -> None:
    assert has_role(fatima.id, ["schoolleiding"], school=school, on=cast.TODAY)
    assert not has_role(olaf.id, ["schoolleiding"], school=school, on=cast.TODAY)


def test_noor_has_two_parents_with_authority(noor: Person, noors_mother: Person, noors_father: Person) -> None:
    bonds = Guardianship.objects.filter(child=noor, authority="ja", ended=None)

    assert {bond.guardian for bond in bonds} == {noors_mother, noors_father}
