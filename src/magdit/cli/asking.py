"""A dialogue in the terminal: ask, listen, and ask again what was not clear, until nothing more matters."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from magdit.cli.asking_answers import heard_in, read_answer, read_check
from magdit.cli.asking_flags import school_clock
from magdit.cli.asking_read import YES, Unclear, Wanted, says_unknown
from magdit.cli.asking_steps import Ask, Check, next_step
from magdit.cli.asking_told import Told
from magdit.norms.act import day_of
from magdit.norms.judge import Book
from magdit.norms.read_act import read_act
from magdit.norms.read_value import BadAct
from magdit.norms.trying import LEAVE, Subject
from magdit.wording.errors import act_sentences
from magdit.wording.questions import (
    ALSO,
    HOW,
    kind_of,
    leave_line,
    lines_to_check,
    question_of,
    why_asked,
    words_for,
)
from magdit.words.vocabulary import Vocabulary

MOST_CHOICES = 12
PATIENCE = 3  # refused answers to one question before all help is given
CHECK_HEAD = "Klopt dit allemaal? Typ ja, of de nummers waar het anders is."
SOMEONE_IS = frozenset({"wie", "rol"})  # everyone is something: no word at all is no answer
EVERYONE = ("allemaal ", "iedereen ")


class Stopped(Exception):
    """The user stops; carries what was told until then."""

    def __init__(self, told: Told) -> None:
        super().__init__("stopped")
        self.told = told


@dataclass(slots=True)
class Dialogue:
    """Asks until the verdict is decided. `listen` gives a typed line; `shown` was printed already before it began."""

    book: Book
    told: Told
    listen: Callable[[], str]
    say: Callable[[str], None]
    shown: Subject | None = None
    _before: list[Told] = field(default_factory=list)
    _meant: str | None = None

    def run(self) -> Told:
        """Everything that was told when nothing is left to ask; raises Stopped."""
        try:
            while (step := next_step(self.book, self.told)) is not None:
                self._show(step)
                self._hear(step)
        except (EOFError, KeyboardInterrupt):
            raise Stopped(self.told) from None
        return self.told

    def _hear(self, step: Ask | Check) -> None:
        """Listen until there is an answer to this, or the user goes a question back."""
        self._meant = None
        refused = 0
        while True:
            text = self._line()
            if text.casefold() == "terug":
                if self._back():
                    return
                continue
            if self._helped(step, text):
                continue
            try:
                self._go_on(self._answered(step, text))
                return
            except Unclear as unclear:
                self._meant = unclear.meant
                self.say(unclear.message)
            except BadAct as bad:
                self.say("\n".join(act_sentences(bad)))
            refused += 1
            if refused % PATIENCE == 0:
                self._helped(step, "")

    def _line(self) -> str:
        text = self.listen().strip()
        if text.casefold() in {"stop", "stoppen"}:
            raise EOFError
        return self._meant if self._meant is not None and text.casefold() in YES else text

    def _back(self) -> bool:
        if not self._before:
            self.say("Dit is de eerste vraag.")
            return False
        self.told = self._before.pop()
        return True

    def _go_on(self, told: Told) -> None:
        read_act(told.raw, self.book.catalogue)
        self._before.append(self.told)
        self.told = told

    def _answered(self, step: Ask | Check, text: str) -> Told:
        if isinstance(step, Check):
            other, doubtful = read_check(text, list(step.usual))
            return self.told.with_check(step.usual, otherwise=other, doubtful=doubtful, catalogue=self.book.catalogue)
        subjects = [step.subject]
        for word in EVERYONE:
            if text.casefold().startswith(word) and step.subject.place is not None:
                subjects, text = self._everyone(step.subject), text[len(word) :]
        told = self.told
        if says_unknown(text):
            for subject in subjects:
                told = told.with_unknown(subject)
            return told
        wanted = self._wanted(step)
        value = read_answer(text, wanted)
        for subject in subjects:
            told = told.with_answer(subject, value)
        if heard := heard_in(text, wanted):
            self.say(f"Begrepen: {', '.join(heard)}.")
        return told

    def _everyone(self, asked: Subject) -> list[Subject]:
        """The same question for everyone of the list of whom it is not known yet."""
        group, _ = asked.place or ("", 0)
        subjects = [Subject(asked.fact, group, index) for index in range(len(self.told.raw[group]))]
        return [
            subject
            for subject in subjects
            if subject not in self.told.over and asked.fact not in self.told.raw[group][subject.index or 0]
        ]

    def _helped(self, step: Ask | Check, text: str) -> bool:
        """Answer a request for help: an empty line, a question mark, or the list of words."""
        if text not in {"", "?"} and text.casefold() != "lijst":
            return False
        for line in self._help(step, text.casefold()):
            self.say(line)
        return True

    def _help(self, step: Ask | Check, text: str) -> Iterable[str]:
        if isinstance(step, Check):
            yield from self._help_with_list(step, text)
            return
        wanted = self._wanted(step)
        if text == "?":
            yield from why_asked(self.book, step.subject, self.told.raw)
        elif text == "lijst" and wanted.words is not None:
            yield _numbered(wanted.words)
        else:
            yield from (HOW[wanted.kind], ALSO)

    def _help_with_list(self, step: Check, text: str) -> Iterable[str]:
        if text != "?":
            yield from (HOW["lijst"], ALSO)
            return
        for at, name in enumerate(step.usual, 1):
            yield f"{at}. {next(iter(why_asked(self.book, Subject(name), self.told.raw)))}"

    def _wanted(self, step: Ask) -> Wanted:
        act = read_act(self.told.raw, self.book.catalogue)
        author = act.facts.get("wie")
        return Wanted(
            kind_of(self.book, step.subject, step.leaves),
            words_for(self.book, step.subject),
            today=day_of(act.moment or school_clock()),
            may_be_none=step.subject.fact not in SOMEONE_IS,
            leaves=step.leaves if step.subject.fact == LEAVE else {},
            author=author if isinstance(author, tuple) else (),
        )

    def _show(self, step: Ask | Check) -> None:
        if isinstance(step, Check):
            lines = [f"  {at}. {line}" for at, line in enumerate(lines_to_check(self.book, step.usual), 1)]
            self.say("\n".join(["", CHECK_HEAD, *lines]))
            return
        if self.shown == step.subject:
            self.shown = None
            return
        self.say(f"\n{question_of(self.book, step.subject, self.told.raw, step.leaves)}")
        for line in self._choices(step):
            self.say(line)

    def _choices(self, step: Ask) -> Iterable[str]:
        wanted = self._wanted(step)
        if wanted.kind == "akkoorden":
            yield from (f"  {at}. {leave_line(*leave)}" for at, leave in enumerate(step.leaves.items(), 1))
        elif wanted.words is not None and len(wanted.words.words) <= MOST_CHOICES:
            yield _numbered(wanted.words)
        elif wanted.words is not None:
            yield f"  Bijvoorbeeld: {', '.join(word.dutch for word in wanted.words.words[:6])} … Typ 'lijst' voor alle."
        if step.subject.place is not None and len(self._everyone(step.subject)) > 1:
            example = "ja" if wanted.kind == "ja_nee" else wanted.words.words[0].dutch if wanted.words else "9"
            yield f"  Is het voor iedereen hetzelfde? Typ dan 'allemaal' ervoor, zoals: allemaal {example}."


def _numbered(words: Vocabulary) -> str:
    return "\n".join(f"  {at}. {word.dutch}" for at, word in enumerate(words, 1))
