"""Words are cut as the vocabulary has them, the longest piece first."""

import pytest

from magdit.check.text.tone_model.pieces import Vocabulary
from tests.check.text.tone_model.made import WORDS


@pytest.fixture
def vocabulary() -> Vocabulary:
    return Vocabulary.of("\n".join(WORDS).encode(), lower_case=True)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("hallo allemaal.", ["hallo", "allemaal", "."]),
        ("Snertsoep", ["snert", "##soep"]),
        ("snertkip", ["[UNK]"]),
        ("HÁLLO", ["hallo"]),
        ("x" * 5000, ["[UNK]"]),
        ("👋", ["[UNK]"]),
    ],
)
def test_a_text_becomes_the_numbers_of_its_pieces(vocabulary: Vocabulary, text: str, pieces: list[str]) -> None:
    assert [WORDS[at] for at in vocabulary.numbers_of(text)] == ["[CLS]", *pieces, "[SEP]"]


def test_a_vocabulary_without_its_three_signs_is_none() -> None:
    with pytest.raises(ValueError, match="CLS"):
        Vocabulary.of(b"hallo\nallemaal", lower_case=True)
