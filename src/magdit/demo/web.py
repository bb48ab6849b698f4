"""`python -m magdit.demo.web [MAP]`: five invented schools in a fresh register, and the web application on top.

Anyone may be anyone there: for this computer alone, and thrown away at the next start.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from magdit.cli.main import run
from magdit.cli.outcome import Exit, Stop
from magdit.cli.serve import free
from magdit.demo.folder import InUse, emptied, is_of_a_demo, pause, taken

PORT = "8000"


def main(args: Sequence[str]) -> int:
    """Fill a register in the folder, and serve it. What was in that folder of an earlier demo goes."""
    folder = Path(args[0] if args else ".local/demo").resolve()
    if not is_of_a_demo(folder):
        print(f"{folder} is niet van een eerdere demo. Kies een andere map.", file=sys.stderr)
        return Exit.BAD_INPUT
    port = os.environ.get("PORT", PORT)
    try:
        taken(folder, wait=_waiting())
        free("127.0.0.1", int(port))  # asked first: nothing goes away for a demo that cannot start
    except InUse:
        print(f"In {folder} draait nog een demo. Stop die met Ctrl-C, of kies een andere map.", file=sys.stderr)
        return Exit.BAD_INPUT
    except (Stop, ValueError):
        print(f"Poort {port} is bezet. Stop wat daar draait, of kies een andere: make demo PORT=8001", file=sys.stderr)
        return Exit.BAD_INPUT
    emptied(folder)
    _surroundings(folder, port)
    print("\nNu het register: vijf verzonnen scholen (een kwart minuut) …\n", flush=True)
    if (code := run(["demo-data"])) != Exit.AS_ASKED:
        return code
    print(f"\nOpen http://localhost:{port}/demo/ en kies wie u wilt zijn. Stoppen: Ctrl-C.\n", flush=True)
    return run(["serve", "--poort", port, "--werkers", "2"])


def _waiting() -> Callable[[], None]:
    """Waiting for an earlier demo that is still stopping, and saying so once."""
    said: list[bool] = []

    def wait() -> None:
        if not said:
            print("De vorige demo in deze map stopt nog. Even wachten …", flush=True)
            said.append(True)
        pause()

    return wait


def _surroundings(folder: Path, port: str) -> None:
    """Nothing of a real school: no database of its own, no hosts, no mail."""
    for name in [name for name in os.environ if name.startswith("MAGDIT_") or name == "DATABASE_URL"]:
        del os.environ[name]
    os.environ["MAGDIT_DATA"] = str(folder)
    os.environ["MAGDIT_DEMO"] = "ja"
    os.environ["MAGDIT_ADDRESS"] = f"http://localhost:{port}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
