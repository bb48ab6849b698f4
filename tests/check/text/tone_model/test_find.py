"""The school's own tone model adds flags, and a model that cannot be asked is never read as 'nothing found'."""

from collections.abc import Callable
from pathlib import Path

import pytest

from magdit.check.draft.attempts import NotLooked, attempt
from magdit.check.images.refusal import Refused
from magdit.check.text.text import Text
from magdit.check.text.tone_model.asking import Asking, asking
from magdit.check.text.tone_model.find import SETTING, find
from magdit.wording.file_errors import REFUSED
from magdit.wording.findings import WHYS, missed_line
from tests.check.text.tone_model.made import folder_with_model, tiny_model

Flags = Callable[[str], list[tuple[str, str]]]
CODES = ("missing", "changed", "unfit", "slow", "stopped")


def test_the_sentence_that_the_model_is_sure_about_is_flagged(folder: Path, flags: Flags) -> None:
    text = "Hallo allemaal. Jij bent een snertsoep!\nHallo."

    assert flags(text) == [("Jij bent een snertsoep!", "tone:insult")]


def test_what_the_model_finds_ordinary_is_left_alone(folder: Path, flags: Flags) -> None:
    assert flags("Hallo allemaal. Hallo.") == []


def test_of_a_long_text_nothing_is_left_unread(folder: Path, flags: Flags) -> None:
    text = "hallo " * 700 + "snert"

    assert [words[-5:] for words, _ in flags(text)] == ["snert"]


def test_a_flag_of_the_model_takes_no_flag_of_the_rules_away(folder: Path, flags: Flags) -> None:
    assert flags("Jij bent een idioot en een snert.") == []


def test_without_the_setting_no_model_is_asked(monkeypatch: pytest.MonkeyPatch, flags: Flags) -> None:
    monkeypatch.delenv(SETTING, raising=False)

    assert flags("Jij bent een snert.") == []


def test_an_empty_text_needs_no_model(monkeypatch: pytest.MonkeyPatch, flags: Flags) -> None:
    monkeypatch.setenv(SETTING, "/nergens")

    assert flags(" \n ") == []


def test_a_folder_that_is_not_there_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, "/nergens")

    assert code_of("Hallo") == "tone_model_missing"


def test_a_model_other_than_its_checksum_says_is_refused(folder: Path) -> None:
    content = bytearray((folder / "model.onnx").read_bytes())
    content[-1] ^= 1
    (folder / "model.onnx").write_bytes(bytes(content))

    assert code_of("Hallo") == "tone_model_changed"


@pytest.mark.parametrize("model", [b"", b"no model", tiny_model(labels=3), tiny_model(input_name="pixels")])
def test_a_model_that_does_not_fit_its_manifest_is_refused(folder: Path, model: bytes) -> None:
    folder_with_model(folder, model=model)

    assert code_of("Hallo") == "tone_model_unfit"


def test_a_model_that_is_too_slow_is_refused_and_the_next_question_starts_afresh(folder: Path) -> None:
    hasty = Asking(folder, answer_within=0.0)
    with pytest.raises(Refused, match="tone_model_slow"):
        hasty.likelihoods("Hallo")

    patient = Asking(folder)

    assert len(patient.likelihoods("Hallo")) == 2
    patient.end()


def test_a_model_whose_process_ends_is_asked_again_in_a_new_one(folder: Path, flags: Flags) -> None:
    assert flags("een snert") != []
    process = asking(folder)._process
    assert process is not None
    process.kill()
    process.wait()

    assert flags("een snert") != []


def test_a_look_that_fails_is_written_down_with_its_reason(folder: Path) -> None:
    (folder / "vocab.txt").unlink()

    outcome = attempt(lambda: find(Text.of("Hallo")), what="tone_model", where="tekst")

    assert outcome == NotLooked("tone_model", "tekst", "tone_model_missing")
    assert missed_line(outcome) == "tekst: de toon met het toonmodel is niet bekeken, het toonmodel ontbreekt."


@pytest.mark.parametrize("code", CODES)
def test_every_refusal_has_its_sentences(code: str) -> None:
    assert "niet" in REFUSED[f"tone_model_{code}"]
    assert f"tone_model_{code}" in WHYS


def code_of(text: str) -> str:
    with pytest.raises(Refused) as refused:
        find(Text.of(text))
    return refused.value.code
