"""Takes every part of every protocol out once and writes who missed it into the README of the pack.

Usage: `make test-clauses`. Exit 1 when anything but a definition is missed by nobody.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from magdit.norms.model import Pack
from magdit.protocols.library import PACKS, Library
from magdit.protocols.missed import FELL_APART, Trial, trials

# All but helper definitions: some of those only spare a question, and stand in the README by name.
MUST_BE_MISSED = frozenset(
    "artikel norm uitzondering alleen toestemmingseis venster plicht bevoegdheid reikwijdte aandacht stap maatregel"
    " instelling levensloop".split()
)
TEXT = """\
# {title}

{organisation} · {clauses} artikelen · [naast de bron te lezen](../../../../../docs/protocollen/{id}.md)

## Wordt elk onderdeel gemist?

`make test-clauses` haalt elk onderdeel een keer uit dit protocol en draait dan alle gevallen en verhalen. Gemist wil
zeggen: er is er ten minste één die niet meer klopt. Een artikel weghalen laat alleen zijn tekst staan. Gemeten op
{day}: **{missed} van {total}** onderdelen worden gemist. Bij {apart} daarvan past het protocol niet meer in elkaar (een
woord dat nergens meer staat); die tellen in de laatste kolom.

| onderdeel | gemist | van | past niet meer |
|---|---|---|---|
{table}

{kept}
"""


def readme(pack: Pack, tried: Sequence[Trial], day: date) -> str:
    """The README of one pack: missed / total per kind of part, and what nobody missed, by name."""
    every, missed = Counter(t.shorter.kind for t in tried), Counter(t.shorter.kind for t in tried if t.noticed)
    fell = Counter(t.shorter.kind for t in tried if t.noticed == FELL_APART)
    kept = [trial.shorter for trial in tried if trial.noticed is None]
    named = "".join(f"\n- {one}" for one in kept)
    return TEXT.format(
        title=pack.title,
        organisation=pack.organisation,
        clauses=len(pack.clauses),
        id=pack.id,
        day=day.isoformat(),
        missed=missed.total(),
        total=every.total(),
        apart=fell.total(),
        table="\n".join(f"| {kind} | {missed[kind]} | {total} | {fell[kind]} |" for kind, total in every.items()),
        kept=f"Niemand mist:\n{named}" if kept else "Er is geen onderdeel dat niemand mist.",
    )


def main(names: Iterable[str]) -> int:
    """Try the packs of these names, or all; 1 when something that must be missed is not."""
    library, loose, today = Library(), 0, datetime.now(tz=UTC).date()
    for name in names or library.ids(with_law=True):
        tried = list(trials(name, library))
        kept = [trial.shorter for trial in tried if trial.noticed is None]
        (PACKS / name / "README.md").write_text(readme(library.pack(name), tried, today), encoding="utf-8")
        print(f"{name}: {len(tried) - len(kept)} van {len(tried)} onderdelen worden gemist")
        for shorter in kept:
            print(f"  niemand mist {shorter}")
        loose += sum(shorter.kind in MUST_BE_MISSED for shorter in kept)
    return 1 if loose else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
