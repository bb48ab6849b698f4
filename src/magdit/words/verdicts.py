"""The outcomes: of an act as it was handed in, and the word on screen that adds the way out."""

from magdit.words.vocabulary import Vocabulary, Word

AS_HANDED_IN = Vocabulary(
    "zoals_ingediend",
    (
        Word("mag", "mag", "allowed"),
        Word("mag_niet", "mag niet", "not allowed"),
        Word("onzeker", "onzeker", "uncertain"),
        Word("voorleggen", "voorleggen", "put to someone"),
        Word("niet_geregeld", "niet geregeld", "not regulated"),
    ),
)

VERDICTS = Vocabulary(
    "oordeel",
    (
        Word("mag", "mag", "allowed"),
        Word("mag_mits", "mag, mits", "allowed if"),
        Word("vraag", "vraag", "ask someone"),
        Word("eerst_weten", "eerst weten", "need to know first"),
        Word("mag_niet", "mag niet", "not allowed"),
        Word("voorleggen", "voorleggen", "put to someone"),
        Word("niet_geregeld", "niet geregeld", "not regulated"),
    ),
)

LAYERS = Vocabulary(
    "laag",
    (
        Word("wet", "wet", "law"),
        Word("bestuur", "bestuur", "board"),
        Word("school", "school", "school"),
        Word("protocol", "protocol", "protocol"),
        Word("alles", "alles samen", "everything together"),
    ),
)

RANKS = {"school": 0, "bestuur": 1, "wet": 2}
