"""From the text of a condition to its tree. Knows the grammar; whether the names exist is for the compiler to say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from magdit.norms.conditions.tree import (
    And,
    Clause,
    Compare,
    Each,
    Empty,
    In,
    Name,
    Node,
    Not,
    Objection,
    OnlyFrom,
    Or,
    Some,
    Value,
    Within,
)

TOKEN = re.compile(
    r"""\s*(?:
      (?P<moment>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)
    | (?P<number>\d+(?:\.\d+)?(?![\w.]))
    | (?P<clause>artikel:[\w.#-]+)
    | (?P<quoted>"[^"]*")
    | (?P<word>[^\W\d][\w-]*)
    | (?P<sign><=|>=|<|>|=)
    | (?P<mark>[()\[\],])
    )""",
    re.VERBOSE,
)
KEYWORDS = frozenset("en of niet is in bevat alleen_uit leeg binnen buiten iemand ieder bezwaar door een van".split())
DEEPEST = 60


class BadCondition(ValueError):
    """A condition that cannot be read: where in the text, and what was expected there."""

    def __init__(self, text: str, at: int, expected: str) -> None:
        super().__init__(f"{text!r} @ {at}: {expected}")
        self.text, self.at, self.expected = text, at, expected


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    text: str
    at: int


def parse(text: str) -> Node:
    """Read one condition; raises BadCondition with the place that could not be read."""
    reader = _Reader(text, _tokens(text))
    tree = reader.either(depth=0)
    reader.end()
    return tree


def _tokens(text: str) -> list[Token]:
    tokens, at = [], 0
    while at < len(text.rstrip()):
        found = TOKEN.match(text, at)
        if found is None or found.lastgroup is None:
            raise BadCondition(text, at, "een feit, een woord of een haakje")
        tokens.append(Token(found.lastgroup, found.group(found.lastgroup), found.start(found.lastgroup)))
        at = found.end()
    return tokens


class _Reader:
    """Walks the tokens once, left to right."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text, self.tokens, self.at = text, tokens, 0

    def either(self, *, depth: int) -> Node:
        if depth > DEEPEST:
            raise self._stop("minder haakjes")
        parts = [self._both(depth)]
        while self._take("of"):
            parts.append(self._both(depth))
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def end(self) -> None:
        if self.at < len(self.tokens):
            raise self._stop("'en', 'of' of het einde")

    def _both(self, depth: int) -> Node:
        parts = [self._negation(depth)]
        while self._take("en"):
            parts.append(self._negation(depth))
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _negation(self, depth: int) -> Node:
        turned = False
        while self._take("niet"):
            turned = not turned
        part = self._single(depth)
        return Not(part) if turned else part

    def _single(self, depth: int) -> Node:
        if self._take("("):
            inside = self.either(depth=depth + 1)
            self._need(")")
            return inside
        if self._peek_kind() == "clause":
            return Clause(self._next().text.removeprefix("artikel:"))
        if self._take("iemand"):
            return Some(self._word(), self._bracketed(depth))
        if self._take("ieder"):
            return Each(self._word(), self._bracketed(depth))
        if self._peek() == "bezwaar" and self._peek(1) == "door":
            self.at += 2
            return Objection(self._word())
        return self._about(self._word())

    def _bracketed(self, depth: int) -> Node:
        self._need("(")
        inside = self.either(depth=depth + 1)
        self._need(")")
        return inside

    def _about(self, fact: str) -> Node:
        if fact == "moment" and self._peek() in {"binnen", "buiten"}:
            inside = self._next().text == "binnen"
            return Within(self._word(), inside)
        if self._take("is"):
            turned = self._take("niet")
            return _turned(self._equal(fact), turned)
        if self._peek() == "niet" and self._peek(1) in {"in", "bevat"}:
            self.at += 1
            return Not(self._about(fact))
        if self._take("in"):
            return In(fact, self._list())
        if self._take("bevat"):
            return self._contains(fact)
        if self._take("alleen_uit"):
            return OnlyFrom(fact, self._list())
        if self._take("leeg"):
            return Empty(fact)
        if self._peek_kind() == "sign":
            return Compare(fact, self._next().text, self._bound())
        return Name(fact)

    def _equal(self, fact: str) -> Node:
        if self._peek_kind() in {"number", "moment"}:
            return Compare(fact, "=", self._bound())
        return In(fact, (self._value(),))

    def _contains(self, fact: str) -> Node:
        if self._peek() == "een" and self._peek(1) == "van":
            self.at += 2
            return In(fact, self._list())
        return In(fact, self._list() if self._peek() == "[" else (self._value(),))

    def _list(self) -> tuple[str, ...]:
        self._need("[")
        values = [self._value()]
        while self._take(","):
            values.append(self._value())
        self._need("]")
        return tuple(values)

    def _value(self) -> str:
        if self._peek_kind() == "quoted":
            return self._next().text.strip('"')
        if self._peek_kind() == "word":
            return self._next().text
        raise self._stop("een woord")

    def _bound(self) -> Value:
        if self._peek_kind() == "number":
            text = self._next().text
            return float(text) if "." in text else int(text)
        if self._peek_kind() == "moment":
            return self._moment(self._next())
        raise self._stop("een getal of een datum")

    def _moment(self, token: Token) -> Value:
        try:
            return datetime.fromisoformat(token.text) if "T" in token.text else date.fromisoformat(token.text)
        except ValueError:
            raise BadCondition(self.text, token.at, "een datum die bestaat") from None

    def _word(self) -> str:
        if self._peek_kind() != "word" or self._peek() in KEYWORDS:
            raise self._stop("een feit")
        return self._next().text

    def _peek(self, ahead: int = 0) -> str | None:
        place = self.at + ahead
        return self.tokens[place].text if place < len(self.tokens) else None

    def _peek_kind(self) -> str | None:
        return self.tokens[self.at].kind if self.at < len(self.tokens) else None

    def _next(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def _take(self, text: str) -> bool:
        if self._peek() == text:
            self.at += 1
            return True
        return False

    def _need(self, text: str) -> None:
        if not self._take(text):
            raise self._stop(f"'{text}'")

    def _stop(self, expected: str) -> BadCondition:
        at = self.tokens[self.at].at if self.at < len(self.tokens) else len(self.text)
        return BadCondition(self.text, at, expected)


def _turned(node: Node, turned: bool) -> Node:
    return Not(node) if turned else node
