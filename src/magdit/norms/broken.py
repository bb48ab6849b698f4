"""A pack that cannot work: which clause, what is wrong there, and the nearest thing that does exist."""

from __future__ import annotations


class BrokenPack(ValueError):
    """One mistake in a pack; `protocols` adds the file and line, `wording` makes the sentence."""

    def __init__(
        self,
        code: str,
        *,
        clause: str = "",
        given: str = "",
        nearest: tuple[str, ...] = (),
        wanted: str = "",
        pack: str = "",
        file: str = "",
        line: int | None = None,
    ) -> None:
        super().__init__(f"{pack} {file}:{line or '?'} artikel {clause}: {code} {given!r} {nearest} {wanted}")
        self.code, self.clause, self.given, self.nearest = code, clause, given, nearest
        self.wanted, self.pack, self.file, self.line = wanted, pack, file, line
