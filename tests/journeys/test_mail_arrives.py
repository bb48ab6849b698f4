"""A mail of magdit goes over a real line, with TLS and a password, and arrives as it was written."""

from __future__ import annotations

from magdit.areas.people.models import Link
from magdit.journeys.invitations import invite
from tests.smtp import SmtpServer


def test_an_invitation_arrives_in_the_mailbox(smtp_server: SmtpServer, doing_as, school, office, noors_mother) -> None:
    done = invite(doing_as(office), [noors_mother.pk], school=school)

    (message,) = smtp_server.arrived()
    assert done.sent == (noors_mother.pk,)
    assert message["To"] == noors_mother.email
    assert message["X-MailFrom"] == "magdit@localhost"
    body = message.get_content()
    assert "De Linde" in body
    assert "/inloggen/" in body
    assert "Noor" not in message.as_string(), "no child is named in a mail"


def test_with_another_password_nothing_leaves_and_nothing_stays_open(
    smtp_server: SmtpServer, doing_as, school, office, noors_mother, settings
) -> None:
    settings.EMAIL_HOST_PASSWORD = "een ander"

    done = invite(doing_as(office), [noors_mother.pk], school=school)

    assert done.failed == (noors_mother.pk,)
    assert smtp_server.arrived() == []
    assert not Link.objects.exists()


def test_a_server_with_a_certificate_that_nobody_vouches_for_gets_no_mail_and_no_password(
    smtp_server: SmtpServer, doing_as, school, office, noors_mother, monkeypatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")

    done = invite(doing_as(office), [noors_mother.pk], school=school)

    assert done.failed == (noors_mother.pk,)
    assert smtp_server.arrived() == []
