"""What an action answers when it will not: a code and facts. The sentence is made in `wording/refusals`."""

from __future__ import annotations


class Refused(Exception):
    """This was not done, and nothing has changed. `code` says why; `facts` fill the sentence and hold no names."""

    def __init__(self, code: str, /, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts
