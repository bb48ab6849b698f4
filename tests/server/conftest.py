"""Someone who keeps the computer, signed in to the admin."""

import pytest

from magdit.areas.people.models import Account


@pytest.fixture
def keeper(client, db):
    """A browser in which the functioneel beheerder is signed in."""
    client.force_login(Account.objects.create_superuser("beheer", "een-lang-wachtwoord"))
    return client
