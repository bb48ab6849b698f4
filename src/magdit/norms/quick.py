"""Values of which a judgement makes many: frozen for who writes code, without the guard that freezes them as it runs.

The guard of a frozen dataclass makes each value several times as dear. mypy holds that nobody changes one of these.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

Value = TypeVar("Value")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def quick(made: type[Value]) -> type[Value]:
    """A frozen dataclass with slots, as far as types go."""
    return dataclass(slots=True, unsafe_hash="__hash__" not in vars(made))(made)
