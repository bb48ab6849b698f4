"""A browser of a test in which someone is signed in, past the second step: that step has tests of its own."""

from __future__ import annotations

from django.test import Client

from magdit.areas.people.models import Account


def sign_in(client: Client, account: Account) -> Client:
    """As the school's own system lets someone in, which counts as a second step."""
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    session["sso"] = True
    session.save()
    return client
