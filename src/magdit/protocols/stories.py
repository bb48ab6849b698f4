"""Stories beside the cases: what a protocol says next to a verdict. Which step comes now, which measures there are,
where it stands in its life, who may grant what, what comes round each year, what the school filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from magdit.norms.broken import BrokenPack
from magdit.norms.judge import Book
from magdit.norms.lifespan import next_review, phase
from magdit.norms.read_act import read_act
from magdit.norms.read_value import BadAct, Mistake
from magdit.norms.ready import ReadyPack
from magdit.norms.steps import open_steps
from magdit.protocols.cases import case_file, load_cases
from magdit.protocols.keys import as_rows, check_table, nearest
from magdit.words.vocabulary import UnknownWord


@dataclass(frozen=True, slots=True)
class Story:
    """A question to the protocol, with the answer it must give."""

    name: str
    about: Mapping[str, Any]
    expected: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StoryResult:
    """A story that was told, and where the protocol said something else."""

    story: Story
    differences: tuple[tuple[str, object, object], ...]
    refused: BadAct | None = None

    @property
    def passed(self) -> bool:
        """Whether everything expected came true."""
        return not self.differences


def read_stories(folder: Path) -> tuple[Story, ...]:
    """The stories of a pack, none when it has no case file; raises BrokenPack."""
    file = case_file(folder)
    return () if file is None else load_cases(file, _stories)


def run_story(story: Story, book: Book) -> StoryResult:
    """Ask the first protocol of the book; facts that cannot be read are a difference too."""
    asked = _Asked(book, story.about)
    try:
        found = [(key, wanted, ANSWERS[key].find(asked)) for key, wanted in story.expected.items()]
    except BadAct as bad:
        wrong = tuple((mistake.where, mistake.code, mistake.given) for mistake in bad.mistakes)
        return StoryResult(story, wrong, refused=bad)
    told = [(key, wanted, _only(wanted, got)) for key, wanted, got in found]
    return StoryResult(story, tuple(row for row in told if row[1] != row[2]))


def _stories(content: Mapping[str, Any]) -> Iterator[Story]:
    for row in as_rows(content.get("verhaal", ())):
        check_table("verhaal", row)
        for key in row["verwacht"]:
            if key not in ANSWERS:
                wanted = f"verwacht ({row['naam']})"
                raise BrokenPack("unknown_key", given=key, nearest=nearest(key, ANSWERS), wanted=wanted)
            if ANSWERS[key].needs not in row:
                raise BrokenPack("missing_key", given=ANSWERS[key].needs, wanted=f"verhaal ({row['naam']}): {key}")
        yield Story(row["naam"], {key: row[key] for key in row if key not in ("naam", "verwacht")}, row["verwacht"])


def _only(wanted: object, got: object) -> object:
    """Of a table (the settings) only what was asked for."""
    if isinstance(wanted, Mapping) and isinstance(got, Mapping):
        return {key: got.get(key) for key in wanted}
    return got


@dataclass(frozen=True, slots=True)
class _Asked:
    """The book and what the story gives."""

    book: Book
    about: Mapping[str, Any]

    @property
    def ready(self) -> ReadyPack:
        return self.book.packs[0]

    @property
    def day(self) -> date:
        day: date = self.about["op"]
        return day

    def steps(self) -> list[Any]:
        """The steps open now. A kind of case that no step knows is a mistake: of that, nothing is ever left to do."""
        case, known = self.about["zaak"], {case for step in self.ready.pack.steps for case in step.cases}
        if case not in known:
            near = nearest(case, known)
            raise BadAct((Mistake("zaak", "unknown_word", case, near, wanted="soort zaak"),))
        act = read_act(self.about.get("feiten", {}), self.book.catalogue)
        return list(open_steps(self.ready, self.about["zaak"], act, done=self.about.get("gedaan", ())))

    def recurring(self) -> list[str]:
        """The duties that come round for this role, also when the duty names a wider one."""
        roles = self.book.catalogue.vocabularies["rol"]
        try:
            role = roles.code(self.about["rol"])
        except UnknownWord as unknown:
            raise BadAct((Mistake("rol", "unknown_word", unknown.given, unknown.nearest, wanted="rol"),)) from unknown
        wider = {role, *roles.above(role)}
        return [d.id for d in self.ready.pack.duties if d.repeats and (not d.who or wider & {*d.who})]

    def granted_by(self) -> list[str]:
        return [role for p in self.ready.pack.powers if p.name == self.about["akkoord"] for role in p.who]


@dataclass(frozen=True, slots=True)
class _Answer:
    """One kind of answer, and the key without which a story cannot ask for it."""

    needs: str
    find: Callable[[_Asked], Any]


ANSWERS: Mapping[str, _Answer] = {
    "stappen": _Answer("zaak", lambda asked: [step.label for step in asked.steps()]),
    "wie": _Answer("zaak", lambda asked: list(dict.fromkeys(role for step in asked.steps() for role in step.who))),
    "klaar": _Answer("zaak", lambda asked: not asked.steps()),
    "maatregelen": _Answer("groep", lambda asked: [m.name for m in asked.ready.pack.ladder(asked.about["groep"])]),
    "door": _Answer(
        "groep",
        lambda asked: list(dict.fromkeys(w for m in asked.ready.pack.ladder(asked.about["groep"]) for w in m.who)),
    ),
    "fase": _Answer("op", lambda asked: phase(asked.ready.pack.lifecycle, asked.day)),
    "einde": _Answer("op", lambda asked: asked.ready.pack.lifecycle.end),
    "evaluatie": _Answer("op", lambda asked: next_review(asked.ready.pack.lifecycle, asked.day)),
    "terugkerend": _Answer("rol", _Asked.recurring),
    "bevoegd": _Answer("akkoord", _Asked.granted_by),
    "instellingen": _Answer("naam", lambda asked: {s.name: s.value for s in asked.ready.pack.settings}),
}
