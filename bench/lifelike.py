"""A random protocol and complete acts that look like ours in what an engine has to do for them; invents no facts.

The random protocols that the oracle of the tests is held against are short and talk of everything at once. Those of
magdit hold 53 to 83 norms with the law beside them, 70 on average: three in four forbid, nearly all name who and what
they are about, a third a medium. Of the acts in their cases that an engine without an unknown can judge about half are
forbidden, a third allowed, and of the rest nothing is said. An engine that stops at the first ban has less to do for
what is forbidden, so these shares count.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from magdit.norms.act import Act
from magdit.norms.judge import Book, outcome_of
from magdit.norms.model import Norm, Pack
from magdit.norms.situation import Situation
from tests.norms.cedar_packs import ACTIONS, WIDE_MEDIA, WIDE_ROLES, random_act, random_pack

CLAUSES = 78
KEPT = {"verbod": 1.0, "gebod": 0.3, "toestemming": 0.3}
SHARES = {"mag_niet": 0.45, "mag": 0.35, "niet_geregeld": 0.2}


def lifelike_pack(random: Random) -> Pack:
    """Seventy norms or so, of the kinds and with the words at the door that ours have."""
    pack = random_pack(random, 0, most=CLAUSES)
    kept = [norm for norm in pack.norms if random.random() < KEPT[norm.kind]]
    return replace(pack, norms=tuple(_about_something(norm, random) for norm in kept))


def _about_something(norm: Norm, random: Random) -> Norm:
    def some(words: tuple[str, ...], share: float) -> tuple[str, ...]:
        return tuple(random.sample(words, random.choice((1, 2)))) if random.random() < share else ()

    media = (*WIDE_MEDIA, "sociaal", "online")
    return replace(norm, who=some(WIDE_ROLES, 0.86), actions=some(ACTIONS, 0.9), media=some(media, 0.3))


def lifelike_acts(random: Random, book: Book, many: int) -> list[Act]:
    """Random acts of which so many are forbidden, allowed and not spoken of."""
    wanted = {value: round(share * many) for value, share in SHARES.items()}
    acts: list[Act] = []
    while any(wanted.values()):
        act = random_act(random)
        value = outcome_of(book.packs, Situation(act)).value
        if wanted.get(value):
            wanted[value] -= 1
            acts.append(act)
    return random.sample(acts, len(acts))
