"""Every function the check looks up, found by walking its modules, and ways to let one of them fail.

A new call is covered without a change here: it stands in the module that makes it.
"""

import enum
import importlib
import inspect
import pkgutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import FunctionType, ModuleType

import magdit.check.draft
from magdit.cli import check as command
from magdit.cli import check_told
from magdit.norms import answering

Maker = Callable[[Callable], Callable]
NEVER = threading.Event()  # a look that waits for it never ends


class Broken(Exception):
    """What a part of the check raises when we let it fail; nobody expects this kind."""


@dataclass(frozen=True)
class Site:
    """A place where the check looks a function up: a module or class, and the name in it."""

    owner: object
    name: str

    def __str__(self) -> str:
        return f"{getattr(self.owner, '__name__', self.owner).removeprefix('magdit.')}:{self.name}"

    @property
    def found(self) -> object:
        return inspect.getattr_static(self.owner, self.name)

    @property
    def is_private(self) -> bool:
        return self.name.startswith("_")


def modules() -> Iterator[ModuleType]:
    """The modules of the draft check, where the engine is asked, and the command itself."""
    for found in pkgutil.iter_modules(magdit.check.draft.__path__, "magdit.check.draft."):
        yield importlib.import_module(found.name)
    yield from (answering, command, check_told)


def sites() -> list[Site]:
    """Every function that those modules look up, and every method of the classes they look up."""
    found: dict[tuple[int, str], Site] = {}
    for module in modules():
        for name, value in sorted(vars(module).items()):
            if _is_ours(value) and isinstance(value, FunctionType):
                found[id(module), name] = Site(module, name)
            elif _is_ours(value) and inspect.isclass(value) and not issubclass(value, enum.Enum | Exception):
                found |= {(id(value), site.name): site for site in _methods(value)}
    return list(found.values())


def _methods(owner: type) -> Iterator[Site]:
    for name, value in vars(owner).items():
        if isinstance(value, FunctionType | classmethod | staticmethod | property) and not name.startswith("_"):
            yield Site(owner, name)


def _is_ours(value: object) -> bool:
    return str(getattr(value, "__module__", "")).startswith("magdit.")


def says_yes_or_no(site: Site) -> bool:
    """Whether this function can only say yes or no (or says nothing by design): types hold it to that."""
    made = _callable(site.found, site)
    return inspect.signature(made).return_annotation in ("bool", "None", bool, None)


def looked_up_late() -> list[Site]:
    """What the command imports only when it runs: the readers, the wording and the writer."""
    lines = [line for module in (command, check_told) for line in inspect.getsource(module).splitlines()]
    late = [line.split() for line in lines if line.startswith("    from magdit.") and "import" in line]
    places = [(words[1], name.strip(",")) for words in late for name in words[3:] if name not in ("as", "run_check")]
    found = [Site(importlib.import_module(module), name) for module, name in places]
    return [site for site in found if isinstance(site.found, FunctionType)]


def raising(kind: type[BaseException] = Broken) -> Maker:
    """Instead of its answer the function raises."""

    def made(real: Callable) -> Callable:
        def fails(*_: object, **__: object) -> object:
            raise kind("ingespoten")

        return fails

    return made


def answering_with(value: object) -> Maker:
    """Instead of its answer the function says this."""
    return lambda real: lambda *_, **__: value


def hanging(real: Callable) -> Callable:
    """Instead of its answer nothing comes, ever."""

    def waits(*_: object, **__: object) -> object:
        NEVER.wait(20)
        raise TimeoutError

    return waits


class Injected:
    """A function that fails on chosen calls (all of them, or the one with this number) and counts its calls."""

    def __init__(self, real: Callable, make: Maker, only: int | None = None) -> None:
        self.real, self.fails, self.only, self.calls, self.hit = real, make(real), only, 0, False

    def __call__(self, *args: object, **named: object) -> object:
        self.calls += 1
        if self.only is None or self.calls == self.only:
            self.hit = True
            return self.fails(*args, **named)
        return self.real(*args, **named)


def inject(monkeypatch, site: Site, make: Maker, only: int | None = None) -> Injected:
    """Put a failing function at this place for the length of a test."""
    found = site.found
    injected = Injected(_callable(found, site), make, only)
    if isinstance(found, property):
        put: object = property(lambda self: injected(self))
    elif isinstance(found, classmethod):
        put = staticmethod(lambda *args, **named: injected(*args, **named))
    elif isinstance(found, staticmethod) or isinstance(site.owner, ModuleType):
        put = staticmethod(injected) if inspect.isclass(site.owner) else injected
    else:
        put = lambda self, *args, **named: injected(self, *args, **named)  # noqa: E731  a method needs the instance
    monkeypatch.setattr(site.owner, site.name, put)
    return injected


def _callable(found: object, site: Site) -> Callable:
    if isinstance(found, property):
        return found.fget
    if isinstance(found, classmethod):
        return found.__get__(None, site.owner)
    return found.__func__ if isinstance(found, staticmethod) else found
