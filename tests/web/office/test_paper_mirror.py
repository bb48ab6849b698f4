"""Where the pupil administration is master, the office takes in a no on paper; a yes is put in the administration."""

from __future__ import annotations

import pytest
from django.urls import reverse

from magdit.areas.consent.models import Answer
from tests import cast
from tests.web.office.conftest import scan

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(school, noor):
    """The address of a paper about Noor, at a school whose administration is master."""
    school.mirror = True
    school.save()
    return reverse("office:paper", args=[school.code, noor.pk])


@pytest.mark.parametrize(("said", "kept"), [("yes", []), ("no", ["geweigerd"])])
def test_a_yes_is_not_offered_and_not_taken(visits, office, noors_mother, website, paper, said, kept):
    client = visits(office)
    sent = {"signer": str(noors_mother.pk), "signed_on": cast.TODAY.isoformat(), f"answer_{website.pk}": said}

    shown = client.get(paper).content.decode()
    answer = client.post(paper, {**sent, "scan": scan()}, follow=True).content.decode()

    assert "Een ja op papier hoort in de leerlingadministratie." in shown
    assert 'value="yes"' not in shown
    assert [one.state for one in Answer.objects.all()] == kept
    assert ("Een ja op papier hoort in de leerlingadministratie." in answer) is (said == "yes")
