"""Whatever is handed in as a table: it is read whole or refused. Nothing else happens."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from magdit.check.tables.consents import read_consents
from magdit.check.tables.roster import Person, Roster, read_roster
from magdit.check.tables.unreadable import Unreadable

ONLY_NOOR = Roster(people=(Person(id="1", first="Noor"),))
PIECES = 'voornaam id door staat ; , \t " \n \r\n Noor 1 ouder ja \xe9 \x00'.split(" ")
CONTENT = st.one_of(
    st.binary(max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=40).map(lambda pieces: "".join(pieces).encode("cp1252")),
)


@given(CONTENT)
def test_any_bytes_are_a_table_or_are_refused(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "tabel.csv"
        path.write_bytes(content)

        for read in (read_roster, lambda path: read_consents(path, ONLY_NOOR)):
            with suppress(Unreadable):
                read(path)
