"""Eyes that fail: finders, the face finder, its model and the files themselves, each in every way. Never a yes."""

from dataclasses import fields, replace

import pytest

from magdit.check.draft import look
from magdit.check.images.refusal import Refused
from magdit.check.text.look import FINDERS
from tests.check.draft.injections import NEVER, Broken, Injected, answering_with, hanging, raising

EYES = [field.name for field in fields(look.Eyes) if field.name not in ("finders", "longest", "progress")]


@pytest.fixture(scope="module", autouse=True)
def let_go():
    """Whatever still hangs at the end may end."""
    yield
    NEVER.set()


def with_finder(name: str, make, only: int | None = None):
    """All finders, of which this one fails."""
    return tuple(replace(f, find=Injected(f.find, make, only)) if f.name == name else f for f in FINDERS)


@pytest.mark.parametrize("make", [raising(), answering_with(None)], ids=["raises", "answers nothing"])
@pytest.mark.parametrize("name", [finder.name for finder in FINDERS])
def test_a_finder_that_fails_never_gives_a_yes(spoil, name, make):
    ending = spoil("whole")(finders=with_finder(name, make))

    ending.assert_closed()
    assert {(miss["what"], miss["code"]) for miss in ending.receipts[0]["not_looked_at"]} == {(name, "failed")}
    assert "niet bekeken" in ending.said.out


@pytest.mark.parametrize("name", [finder.name for finder in FINDERS])
def test_a_finder_that_never_answers_is_not_waited_for(spoil, name):
    ending = spoil("whole")(finders=with_finder(name, hanging), longest=0.05)

    ending.assert_closed()
    assert (name, "timeout") in {(miss["what"], miss["code"]) for miss in ending.receipts[0]["not_looked_at"]}


@pytest.mark.parametrize("call", range(1, 7))
@pytest.mark.parametrize("name", [finder.name for finder in FINDERS])
def test_a_finder_that_fails_once_never_gives_a_yes(spoil, name, call):
    """In the text, the name of the photo or that of the film; as handed in or in the clean copy."""
    ending = spoil("mended")(finders=with_finder(name, raising(), only=call))

    ending.assert_closed()
    assert [miss["what"] for miss in ending.receipts[0]["not_looked_at"]] == [name]


class SpoiledFinder:
    """A face finder that fails on every call or on one of them, each in its own way."""

    def __init__(self, real, make, only=None) -> None:
        self.find = Injected(real.find, make, only)
        self.glance = real.glance


def test_these_are_the_eyes_there_are():
    assert set(EYES) == {"hand_in", "decode", "take_in_media", "load_finder"}


FAILURES = {"raises": raising(), "answers nothing": answering_with(None), "runs out of memory": raising(MemoryError)}


@pytest.mark.parametrize("call", [None, 1, 2, 3])
@pytest.mark.parametrize("failure", [*FAILURES, "hangs"])
def test_a_face_finder_that_fails_never_gives_a_yes(spoil, finder, failure, call):
    """The first look, the look before hiding, and the look at the clean copy."""
    spoiled = SpoiledFinder(finder, FAILURES.get(failure, hanging), only=call)

    ending = spoil("mended")(load_finder=lambda: spoiled, longest=0.3 if failure == "hangs" else 60.0)

    ending.assert_closed()


def test_a_face_finder_that_sees_nothing_in_the_clean_copy_never_gives_a_yes(spoil, finder):
    """Noor and Sem are still in it, so whoever sees nobody did not look."""
    blind = SpoiledFinder(finder, answering_with(()), only=4)  # the second call is for the film

    ending = spoil("mended")(load_finder=lambda: blind)

    ending.assert_closed()
    assert [miss["code"] for miss in ending.receipts[0]["not_looked_at"]] == ["faces_lost"]


def test_a_face_finder_that_sees_nothing_at_all_never_gives_a_yes(spoil, finder):
    blind = SpoiledFinder(finder, answering_with(()))

    ending = spoil("whole")(load_finder=lambda: blind)

    ending.assert_closed()


@pytest.mark.parametrize("failure", [*FAILURES, "hangs"])
@pytest.mark.parametrize("tool", EYES)
def test_a_file_that_cannot_be_taken_in_or_a_model_that_cannot_be_loaded_never_gives_a_yes(spoil, tool, failure):
    spoiled = FAILURES.get(failure, hanging)(getattr(look.Eyes, tool, None))

    ending = spoil("whole")(**{tool: spoiled}, longest=0.3 if failure == "hangs" else 60.0)

    ending.assert_closed()


@pytest.mark.parametrize("code", ["model_missing", "model_changed", "model_unfit", "no_onnxruntime"])
def test_without_the_face_model_no_photo_was_looked_at(spoil, code):
    def load():
        raise Refused(code)

    ending = spoil("whole")(load_finder=load)

    ending.assert_closed()
    assert ending.verdicts == ["eerst_weten"]
    assert {(miss["what"], miss["code"]) for miss in ending.receipts[0]["not_looked_at"]} == {("gezichten", code)}


def test_everything_may_fail_at_once(spoil):
    def fails(*_):
        raise Broken

    ending = spoil("whole")(finders=tuple(replace(f, find=fails) for f in FINDERS), load_finder=fails)

    ending.assert_closed()
    assert ending.verdicts == ["eerst_weten"]
