"""Hurtful words are flagged for a person to weigh; the same words denied, quoted, told about or innocent are not."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import magdit.protocols
from magdit.check.text.finders import tone
from magdit.check.text.finders.tone_rule import rules
from magdit.check.text.text import Text
from magdit.wording.reasons_found import WHY
from tests.check.text.conftest import Seen

LINES = Path(__file__).parent / "tone_lines"
PACKS = Path(magdit.protocols.__file__).parent / "packs"
# Of each set of invented lines: the least share of hurtful lines flagged, the most harmless ones flagged.
FLOORS = {
    "tune": (0.95, 0.02), "held": (0.88, 0.03), "wild": (0.80, 0.03), "talk": (0.78, 0.03), "daily": (0.60, 0.02),
    "shut": (0.95, 0.02),
}  # fmt: skip
GROUPS = (
    ("vrouwen", "vrouw"), ("transgenders", "transgender"), ("homo's", "homo"), ("zwarte mensen", "zwarte man"),
    ("gehandicapten", "gehandicapte"), ("moslims", "moslim"), ("immigranten", "immigrant"), ("joden", "jood"),
    ("mensen met een beperking", "rolstoeler"), ("lesbiennes", "lesbienne"), ("buitenlanders", "buitenlander"),
)  # fmt: skip


def flags(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.type.removeprefix("tone:")) for one in tone.find(Text.of(text))]


@pytest.mark.parametrize("name", FLOORS)
def test_of_a_set_enough_is_flagged_and_hardly_anything_wrongly(name: str) -> None:
    least, most = FLOORS[name]
    hurtful = [line.partition(": ")[2] for line in lines(f"{name}_harmful.txt")]
    harmless = lines(f"{name}_harmless.txt")

    found = sum(bool(flags(text)) for text in hurtful)
    wrong = [text for text in harmless if flags(text)]

    assert found >= least * len(hurtful)
    assert len(wrong) <= most * len(harmless), wrong
    assert found / (found + len(wrong)) >= 0.95


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group[0])
def test_hostile_things_about_a_group_are_flagged_and_its_name_alone_never(group: tuple[str, str]) -> None:
    hurtful = [about(line.partition(": ")[2], group) for line in lines("groups_harmful.txt")]
    harmless = [about(line, group) for line in lines("groups_harmless.txt")]

    found = sum(bool(flags(text)) for text in hurtful)

    assert found >= 0.85 * len(hurtful)
    assert [text for text in harmless if flags(text)] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Wat een idioot is die trainer", "insult"),
        ("jij bent een l0ser", "insult"),
        ("stomme tr*t", "insult"),
        ("je bent een varken", "insult"),
        ("varken!", "insult"),
        ("Houd je bek", "coarse"),
        ("Wat een kutschool", "coarse"),
        ("k*t zeg", "coarse"),
        ("Ik weet waar je woont", "threat"),
        ("ik ga je slaan", "threat"),
        ("jij gaat hier spijt van krijgen", "threat"),
        ("ik hoop dat je doodgaat", "threat"),
        ("niemand houdt van jou", "bullying"),
        ("laten we haar negeren tot ze huilt", "bullying"),
        ("rot op naar je eigen land", "discrimination"),
        ("alle homo's zijn ziek", "discrimination"),
        ("vrouwen horen in de keuken", "discrimination"),
    ],
)
def test_hurtful_words_are_flagged_and_never_more_than_possible(seen: Seen, text: str, kind: str) -> None:
    assert [(type_, certainty) for _, type_, certainty in seen(text) if type_.startswith("tone")] == [
        (f"tone:{kind}", "mogelijk")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We noemen niemand een sukkel.",
        "Hij is geen idioot.",
        'Zij zei: "stomme trut" en dat deed pijn.',
        "Het scheldwoord 'loser' gebruiken we niet.",
        "Het varken ligt in de wei.",
        "Mijn nicht komt logeren.",
        "Hij had kanker en is genezen.",
        "De kutteltjes van het konijn",
        "Schitterend, shirts en shorts",
        "Ik ga je helpen!",
        "Wacht maar rustig af.",
        "De heks van het bos",
        "ik kom je ophalen",
        "De pik van de kip",
        "Trotse moslim",
        "Ik ben homo",
        "Homo's zijn niet ziek.",
        "Moslims zijn welkom.",
        "Wat ben ik een sukkel.",
        "**Geldig ja** voor foto of video",
    ],
)
def test_denied_quoted_and_innocent_words_are_not_flagged(text: str) -> None:
    assert flags(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Héél mooi, k u t w i j f!", "k u t w i j f"),
        ("zo'n kl**tzak zeg", "kl**tzak"),
        ("jij 1d1oot", "1d1oot"),
        ("jij h.o.e.r!", "h.o.e.r"),
        ("kuuuutwijf!!", "kuuuutwijf"),
        ("wat een klootz ak", "klootz ak"),
        ("wat een \u0441unt", "\u0441unt"),
    ],
)
def test_a_trick_is_read_and_the_flag_points_at_what_was_written(text: str, words: str) -> None:
    assert [written for written, _ in flags(text)] == [words]


def test_the_protocols_themselves_get_no_flag() -> None:
    texts = list(written_in_packs())

    flagged = {text: flags(text) for text in texts if flags(text)}

    assert len(texts) > 5000
    assert flagged == {}


def test_every_reason_has_a_sentence() -> None:
    assert {rule.code for rule in rules()} - set(WHY) == set()


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "!!!", "@", "'", '"', "****", "1234567890" * 40, "é" * 300, "a " * 2000, "a" * 30_000]
)
def test_odd_texts_are_no_trouble(text: str) -> None:
    assert flags(text) == []


def about(line: str, group: tuple[str, str]) -> str:
    many, one = group
    said = re.sub(r"\bS\b", one, re.sub(r"\bG\b", many, line))
    return said[0].upper() + said[1:]


def lines(name: str) -> list[str]:
    written = (LINES / name).read_text("utf-8").splitlines()
    return [line for line in written if line and not line.startswith("#")]


def written_in_packs() -> Iterator[str]:
    for path in sorted(PACKS.rglob("*.toml")):
        yield from strings(tomllib.loads(path.read_text("utf-8")))


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)
