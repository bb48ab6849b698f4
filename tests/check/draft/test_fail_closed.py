"""Whatever fails, whenever it fails, the answer is never "mag": every call of the check fails here once.

All of it runs through the command, on two posts that may go out when nothing fails: one as it is, one after mending.
"""

import pytest

from magdit.check.draft import judged
from magdit.cli import check as command
from tests.check.draft.injections import (
    answering_with,
    inject,
    looked_up_late,
    raising,
    says_yes_or_no,
    sites,
)
from tests.check.draft.posts import runner

EVERYWHERE = sites() + looked_up_late()
ONLY_TOLD = {"cli.check:show", "cli.check:_say"}  # the last the command does: judged it is, only the screen failed

# An answer that is empty and yet true, or that no verdict rests on; all other empty answers must stop a yes.
EMPTY_IS_AN_ANSWER = {
    "norms.answering:valid_until": "no end is known",
    "norms.answering:next_question": "there is nothing left to ask",
    "norms.answering:part_of": "then no layer is known yet, and each is judged by itself",
    "check.draft.early:subjects": "then the first word knows of nobody, and no verdict rests on it",
    "check.draft.check:words_seen": "then they are looked at beside the photos",
    "wording.short_report:before_the_pictures": "told while the check is at work, and no verdict",
    "check.draft.clean:long_side_for": "then the copy stays as large as the photo",
    "cli.check:own_data": "then nothing is the school's own, and more is marked",
    "check.draft.check:clean_text": "there are no words to write",
    "Layer:packs_of": "then all packs are judged",
    "Situation:recalled": "then it is worked out anew",
    "Situation:value": "only `leeg` asks for it, which the protocol of these posts does not; there None is unknown",
    "Act:moment": "then no yes of this school year is sure, and everyone is hidden",
    "check.draft.shortlist:without_consent": "there is nobody to look for",
    "wording.receipt:receipt": "an empty receipt is no yes",
    "wording.sentences:sentences_of": "no sentence is added in these posts",
    "Judged:as_handed_in": "for the receipt alone",
    "Photo:width": "for the receipt alone",
    "Photo:height": "for the receipt alone",
    "Person:display": "a label",
    "Person:given": "a label",
    "Finding:layer": "all layers are judged here",
    "Catalogue:fact": "the verdict rests on facts found when the protocol was read; here only sentences do",
    "Vocabulary:nearest": "for messages alone",
    "Vocabulary:dutch": "a label",
}


@pytest.fixture(scope="module")
def calls(posts, library, finder, tmp_path_factory):
    """How often each place is called in each post, when nothing fails."""
    return {post: _counted(words, library, finder, tmp_path_factory.mktemp("geteld")) for post, words in posts.items()}


def _counted(words, library, finder, folder) -> dict[str, int]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(command, "library_with", lambda folders: library)
        patch.setattr(judged, "ELSEWHERE", ("website",))
        # Once before counting: the finder of these tests remembers what it saw, and asks the model no more.
        runner(words, out=folder / "eerst", finder=finder, monkeypatch=patch, capsys=None)()
        counters = {str(site): inject(patch, site, raising(), only=0) for site in EVERYWHERE}
        ending = runner(words, out=folder, finder=finder, monkeypatch=patch, capsys=None)()
    assert ending.code == 0
    return {site: counter.calls for site, counter in counters.items() if counter.calls}


@pytest.mark.parametrize("post", ["whole", "mended"])
def test_without_a_failure_these_posts_may_go_out(spoil, post):
    ending = spoil(post)()

    assert (ending.code, ending.verdicts) == (0, ["mag"]), ending.said


def test_the_second_post_may_not_go_out_before_mending(spoil):
    receipt = spoil("mended")().receipts[0]

    assert (receipt["as_handed_in"], receipt["verdict_before_mending"]) == ("mag_niet", "mag_mits")
    assert receipt["photos"][0]["clean"]["hidden"] == [2]
    assert len(receipt["steps_done"]) == 2


def test_the_walk_finds_the_calls_that_matter():
    """Should the walk ever lose sight of the check, this says so."""
    wanted = """check.draft.judged:answer check.draft.judged:read_act norms.answering:outcome_of RouteFinder:routes
        norms.answering:valid_until norms.answering:next_question check.draft.check:subjects check.draft.check:look
        check.draft.check:clean_copies check.draft.again:traces_left check.draft.again:seen_again
        check.draft.clean:hide check.draft.clean:write_clean check.draft.clean:remux_clean Consents:of
        check.tables.roster:read_roster check.tables.consents:read_consents check.tables.shown:read_shown"""

    assert set(wanted.split()) <= {str(site) for site in EVERYWHERE}


@pytest.mark.parametrize("site", EVERYWHERE, ids=str)
def test_a_call_that_raises_never_gives_a_yes(spoil, calls, monkeypatch, site):
    go = spoil("whole" if str(site) in calls["whole"] else "mended")
    injected = inject(monkeypatch, site, raising())

    ending = go()

    if injected.hit:
        ending.assert_closed(judged=str(site) in ONLY_TOLD)
        assert "mag_mits" not in ending.verdicts
    else:
        assert str(site) not in {*calls["whole"], *calls["mended"]}


@pytest.mark.parametrize("site", EVERYWHERE, ids=str)
def test_a_call_that_raises_the_last_time_never_gives_a_yes(spoil, calls, monkeypatch, site):
    """In the middle of mending, looking again or telling, when all went well until then."""
    last = calls["mended"].get(str(site), 0)
    if last < 2:
        return  # there is no other time than the first
    inject(monkeypatch, site, raising(), only=last)

    ending = spoil("mended")()

    ending.assert_closed(judged=str(site) in ONLY_TOLD)


@pytest.mark.parametrize("site", [s for s in EVERYWHERE if not s.is_private and not says_yes_or_no(s)], ids=str)
def test_a_call_that_answers_nothing_never_gives_a_yes(spoil, calls, monkeypatch, site):
    go = spoil("whole" if str(site) in calls["whole"] else "mended")
    injected = inject(monkeypatch, site, answering_with(None))

    ending = go()

    if injected.hit and str(site) not in EMPTY_IS_AN_ANSWER:
        ending.assert_closed(judged=str(site) in ONLY_TOLD)
