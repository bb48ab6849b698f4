"""A user at a terminal for tests: types these lines, and leaves (or stops) when they are over."""

STOPS = "\x03"


class Typist:
    """Stands where the keyboard is. Each line is typed once; Ctrl-C where STOPS stands; afterwards the end of input."""

    def __init__(self, *lines: str, at_terminal: bool = True) -> None:
        self.lines, self._at_terminal = list(lines), at_terminal

    def isatty(self) -> bool:
        return self._at_terminal

    def readline(self) -> str:
        line = self.lines.pop(0) if self.lines else ""
        if line == STOPS:
            raise KeyboardInterrupt
        return f"{line}\n" if line or self.lines else ""
