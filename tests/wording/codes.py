"""Which codes the source raises, read from the source itself: a new one is seen without a change here."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src" / "magdit"


@dataclass(frozen=True)
class Raised:
    """A code ('' when it cannot be read from the source), the facts that go with it, and where it is raised."""

    code: str
    facts: frozenset[str]
    where: str


@dataclass(frozen=True)
class Called:
    """A call, and the module or function that it stands in."""

    file: str
    scope: ast.AST
    call: ast.Call


def raised(name: str, *, at: int = 0, beside: str = "code", among: tuple[str, ...] = ("",)) -> list[Raised]:
    """Every code in a call of this name, as its argument at this place (or as the keyword `beside`).

    `among`: only in these folders; the photos and the register each have a `Refused` of their own.
    """
    called = [one for one in calls().get(name, []) if one.file.startswith(among)]
    found = [code for one in called for code in _raised_by(one, at, beside)]
    assert found, f"nobody calls {name}"
    return found


def codes(name: str, *, at: int = 0, among: tuple[str, ...] = ("",)) -> set[str]:
    return {one.code for one in raised(name, at=at, among=among)} - {""}


@lru_cache
def trees() -> list[tuple[str, ast.Module]]:
    files = sorted(SOURCE.rglob("*.py"))
    return [(str(file.relative_to(SOURCE)), ast.parse(file.read_text(encoding="utf-8"))) for file in files]


@lru_cache
def calls() -> dict[str, list[Called]]:
    """Every call in the source by the name that is called: read once, as everyone here asks for one name."""
    found: dict[str, list[Called]] = {}
    for file, tree in trees():
        for scope in _scopes(tree):
            for node in _own_nodes(scope):
                if isinstance(node, ast.Call):
                    found.setdefault(_called(node), []).append(Called(file, scope, node))
    return found


def _raised_by(one: Called, at: int, beside: str) -> Iterator[Raised]:
    given = {keyword.arg: keyword.value for keyword in one.call.keywords if keyword.arg}
    value = one.call.args[at] if len(one.call.args) > at else given.get(beside)
    facts = frozenset(given) - {beside}
    for code in sorted(_texts(value, one.scope) if value is not None else set()) or [""]:
        yield Raised(code, facts, f"{one.file}:{one.call.lineno}")


def _scopes(tree: ast.Module) -> Iterator[ast.AST]:
    """The module and every function in it, each to be looked at by itself."""
    yield tree
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _own_nodes(scope: ast.AST) -> Iterator[ast.AST]:
    """What stands in this scope, not in a function inside it."""
    waiting = list(ast.iter_child_nodes(scope))
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, ast.FunctionDef):
            waiting += ast.iter_child_nodes(node)


def _called(call: ast.Call) -> str:
    function = call.func
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _texts(value: ast.AST, scope: ast.AST) -> set[str]:
    """The texts a value may be: written out, chosen between two, or kept under a name in the same function."""
    if isinstance(value, ast.Constant):
        return {value.value} if isinstance(value.value, str) else set()
    if isinstance(value, ast.IfExp):
        return _texts(value.body, scope) | _texts(value.orelse, scope)
    if isinstance(value, ast.Name):
        kept = (node for node in _own_nodes(scope) if isinstance(node, ast.Assign) and _is_named(node, value.id))
        return {text for node in kept for text in _texts(node.value, scope)}
    return set()


def _is_named(node: ast.Assign, name: str) -> bool:
    return any(isinstance(target, ast.Name) and target.id == name for target in node.targets)


def constants_in(path: str, *functions: str) -> set[str]:
    """Every text in these functions (or under these names) of one file."""
    tree = dict(trees())[path]
    kept = [
        node
        for node in ast.walk(tree)
        if (isinstance(node, ast.FunctionDef) and node.name in functions)
        or (isinstance(node, ast.Assign) and any(_is_named(node, name) for name in functions))
    ]
    assert len(kept) == len(functions), f"{functions} in {path}: {len(kept)}"
    texts = (inner.value for node in kept for inner in ast.walk(node) if isinstance(inner, ast.Constant))
    return {text for text in texts if isinstance(text, str)}
