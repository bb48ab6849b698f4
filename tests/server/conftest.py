"""Someone who keeps the computer, signed in to the admin."""

import pytest

from magdit.areas.people.models import Account
from tests.signed_in import sign_in


@pytest.fixture
def keeper(client, db):
    """A browser in which the functioneel beheerder is signed in."""
    return sign_in(client, Account.objects.create_superuser("beheer", "een-lang-wachtwoord"))
