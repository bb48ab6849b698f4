"""What may go goes once, with what it rests on; what may not is refused, and nothing of it leaves."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from magdit.areas.consent.actions import refuse, withdraw
from magdit.areas.drafts import actions, files
from magdit.areas.drafts.models import Draft, Publication
from magdit.areas.drafts.models_asked import AskingRules
from magdit.areas.drafts.words import Words
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from magdit.areas.registers.models import Appearance
from magdit.journeys.hand_in.judging import judge_draft
from magdit.journeys.publish.allowed import to_look_at
from magdit.journeys.publish.planned import send_planned
from magdit.journeys.publish.sending import publish
from tests.areas.conftest import NOON
from tests.areas.consent.conftest import make_item
from tests.journeys.hand_in.conftest import EYES
from tests.journeys.publish.conftest import sends


def test_what_may_go_becomes_a_publication_that_knows_what_it_rests_on(with_noor, agreed, bram, doing_as, website):
    made = sends(doing_as(bram), with_noor)

    shown = Appearance.objects.get(publication=made.pk)
    assert (made.state, Draft.objects.get().state, shown.person) == ("wordt_geplaatst", "geplaatst", agreed)
    assert (shown.covers, shown.channel) == (["foto"], "website")
    assert made.rests_on["pack"] == "osvs"
    assert made.rests_on["clauses"]
    assert len(made.rests_on["consents"]) == 1
    assert made.pictures.get().sha256 == with_noor.pictures.get().clean["sha256"]


def test_sent_twice_is_sent_once(words_only, bram, doing_as):
    first = sends(doing_as(bram), words_only)

    again = publish(doing_as(bram), words_only.pk, version=1, eyes=EYES).publication

    assert again == first
    assert Publication.objects.count() == 1


def test_the_journal_says_that_it_was_sent_and_who_looked(words_only, bram, doing_as):
    sends(doing_as(bram), words_only)

    verbs = set(Entry.objects.values_list("verb", flat=True))
    assert {"nagekeken", "gepubliceerd", "verstuurd"} <= verbs


def test_it_goes_out_where_the_articles_are_bare_numbers(words_only, school, bram, doing_as):
    School.objects.filter(pk=school.pk).update(protocol="verkruisen")

    made = sends(doing_as(bram), words_only)

    line = Entry.objects.get(verb="gepubliceerd", object=str(made.pk))
    assert made.rests_on["clauses"]
    assert json.loads(line.details)["artikelen"] == [f"artikel:{one}" for one in made.rests_on["clauses"]]


def test_after_a_no_it_is_refused_and_no_copy_stays_behind(with_noor, agreed, noors_mother, website, bram, doing_as):
    looked_at = to_look_at(judge_draft(with_noor, NOON))
    withdraw(doing_as(noors_mother), agreed, website)

    with pytest.raises(Refused) as refused:
        publish(doing_as(bram), with_noor.pk, version=with_noor.version, looked_at=looked_at, eyes=EYES)

    assert refused.value.code == "may_not_go"
    assert not Publication.objects.exists()
    assert not Appearance.objects.exists()
    assert not list(files.folder().glob(f"*.{files.CLEAN}"))


def test_what_nobody_looked_at_is_refused(words_only, bram, doing_as):
    with pytest.raises(Refused, match="not_ticked"):
        publish(doing_as(bram), words_only.pk, version=words_only.version, eyes=EYES)


def test_an_account_that_is_closed_is_refused(words_only, account, bram, doing_as):
    type(account).objects.update(state="gesloten")

    with pytest.raises(Refused, match="account_not_in_use"):
        sends(doing_as(bram), words_only)


def test_a_post_of_ones_own_is_not_for_the_school_to_place(begins, bram, doing_as):
    with pytest.raises(Refused, match="not_for_school"):
        sends(doing_as(bram), begins(None, for_school=False))


def test_who_edited_an_older_version_hears_that(words_only, bram, doing_as):
    with pytest.raises(Refused, match="draft_changed"):
        publish(doing_as(bram), words_only.pk, version=words_only.version - 1, eyes=EYES)


def test_an_outsider_cannot_send_it(words_only, olaf, fatima, doing_as, other_board):
    for outsider in (doing_as(olaf, board=other_board), doing_as(fatima)):
        with pytest.raises(Refused, match="not_yours"):
            publish(outsider, words_only.pk, version=words_only.version, eyes=EYES)


def test_what_is_planned_waits_and_is_sent_when_its_moment_comes(words_only, bram, doing_as, system):
    later = NOON + timedelta(hours=2)
    actions.change(doing_as(bram), words_only.pk, version=words_only.version, planned=later)
    row = Draft.objects.get()
    looked_at = to_look_at(judge_draft(row, NOON))

    row = publish(doing_as(bram), row.pk, version=row.version, looked_at=looked_at, eyes=EYES)
    early = send_planned(system, eyes=EYES)
    there = send_planned(type(system)(system.actor, system.board, later), eyes=EYES)

    assert (row.state, early, there) == ("ingepland", 0, 1)
    assert Draft.objects.get().publication.state == "wordt_geplaatst"


def test_what_is_planned_and_no_longer_allowed_goes_back_to_its_author_who_is_told(
    with_noor, agreed, noors_mother, website, bram, doing_as, system, mailoutbox, django_capture_on_commit_callbacks
):
    later = NOON + timedelta(hours=2)
    actions.change(doing_as(bram), with_noor.pk, version=with_noor.version, planned=later)
    sends_planned(doing_as(bram))
    withdraw(doing_as(noors_mother), agreed, website)

    with django_capture_on_commit_callbacks(execute=True):
        sent = send_planned(type(system)(system.actor, system.board, later), eyes=EYES)

    assert (sent, Draft.objects.get().state) == (0, "concept")
    assert mailoutbox[0].to == [bram.email]
    assert "Noor" not in mailoutbox[0].body


def test_who_changes_what_was_planned_must_plan_it_anew(words_only, bram, doing_as, system):
    later = NOON + timedelta(hours=2)
    actions.change(doing_as(bram), words_only.pk, version=words_only.version, planned=later)
    row = sends_planned(doing_as(bram))
    actions.change(doing_as(bram), row.pk, version=row.version, words=Words("Overmorgen is het feest."))

    sent = send_planned(type(system)(system.actor, system.board, later), eyes=EYES)

    assert (sent, Draft.objects.get().state) == (0, "concept")


def sends_planned(doing) -> Draft:
    row = Draft.objects.get()
    looked_at = to_look_at(judge_draft(row, doing.at))
    return publish(doing, row.pk, version=row.version, looked_at=looked_at, eyes=EYES)


def test_what_the_school_wants_approved_waits_for_that(words_only, school, bram, doing_as):
    AskingRules.objects.create(school=school, when="altijd", role="schoolleider")

    with pytest.raises(Refused, match="not_approved"):
        sends(doing_as(bram), words_only)


def test_a_no_counts_also_where_the_protocol_asks_nobody_for_a_yes(
    begins, account, noor, noors_mother, board, bram, doing_as
):
    names = make_item(board, "website-naam", covers=["naam"])
    refuse(doing_as(noors_mother), noor, names)

    with pytest.raises(Refused, match="someone_said_no"):
        sends(doing_as(bram), begins(account, "Noor won de wedstrijd."))
