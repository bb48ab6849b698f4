"""Reading a command line in Dutch: argparse, with its headings and messages said our way."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, NoReturn

from magdit.cli.outcome import Stop

SAID = (
    (r"the following arguments are required: (.+)", "Dit ontbreekt nog: {0}."),
    (r"argument (.+?): expected (?:one|at least one) argument", "Achter {0} hoort een waarde."),
    (r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.+)\)", "'{1}' kan niet bij {0}. Kies uit: {2}."),
    (r"argument (.+?): invalid .*? value: (.+)", "De waarde {1} kan niet bij {0}."),
    (r"argument (.+?): not allowed with argument (.+)", "{0} en {1} gaan niet samen."),
    (r"ambiguous option: (.+?) could match (.+)", "De optie {0} kan meer betekenen: {1}."),
)


class DutchHelp(argparse.RawDescriptionHelpFormatter):
    """Help that starts with 'gebruik'."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class DutchParser(argparse.ArgumentParser):
    """A parser that stops with a Dutch sentence instead of leaving the program."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(formatter_class=DutchHelp, add_help=False, allow_abbrev=False, **settings)
        self._positionals.title = "wat u opgeeft"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", "--hulp", action="help", help="deze hulp")

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Refuse an unknown option where it was given: only this command knows what was meant."""
        known, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return known, unknown

    def error(self, message: str) -> NoReturn:
        """Stop with what was wrong and where to find how it goes."""
        raise Stop(f"{self._said(message)} Hulp: {self.prog} --hulp")

    def _said(self, message: str) -> str:
        unknown = re.fullmatch(r"unrecognized arguments: (\S+).*", message, re.DOTALL)
        if unknown:
            return f"'{unknown.group(1)}' kennen we niet.{_meant(unknown.group(1), self._option_string_actions)}"
        for pattern, sentence in SAID:
            found = re.fullmatch(pattern, message, re.DOTALL)
            if found:
                return sentence.format(*found.groups())
        return f"Deze opdracht is niet te lezen ({message})."


def _meant(given: str, known: Iterable[str]) -> str:
    near = get_close_matches(given, [option for option in known if option.startswith("--")], n=1, cutoff=0.5)
    return f" Bedoelde u {near[0]}?" if near else ""
