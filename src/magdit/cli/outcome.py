"""The exit codes of every command, and the one way to stop with a message that people can read."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """0 as asked, 1 answered but not 'mag', 2 bad input, 3 our own fault."""

    AS_ASKED = 0
    NOT_AS_IT_STANDS = 1
    BAD_INPUT = 2
    OUR_FAULT = 3


class Stop(Exception):
    """Stop this command with a Dutch message and an exit code."""

    def __init__(self, message: str, code: Exit = Exit.BAD_INPUT) -> None:
        super().__init__(message)
        self.message, self.code = message, code
