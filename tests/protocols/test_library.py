"""Which protocols there are: magdit's own and those in folders that a school names."""

import pytest

from magdit.norms.broken import BrokenPack
from magdit.protocols.library import Library, UnknownProtocol
from magdit.wording.errors import protocol_sentence
from tests.protocols.conftest import CASE, HEAD, RULE, lay


def other(name: str) -> str:
    return HEAD.replace('id = "klein"', f'id = "{name}"')


def test_the_packs_of_magdit_are_there_without_asking():
    assert {"osvs", "vsnon"} <= set(Library().ids())


def test_the_law_is_no_protocol_to_choose_but_can_be_named():
    assert "wet" not in Library().ids()
    assert "wet" in Library().ids(with_law=True)


def test_a_folder_with_packs_is_added(write_pack, library):
    write_pack()

    assert "klein" in library.ids()
    assert "osvs" in library.ids()


def test_a_folder_that_is_itself_a_pack_will_do(write_pack):
    folder = write_pack()

    assert Library.with_folders([folder]).folder("klein") == folder


def test_the_name_in_the_head_counts_and_not_that_of_the_folder(write_pack, library):
    write_pack(at="map-2026")

    assert library.pack("klein").id == "klein"
    with pytest.raises(UnknownProtocol):
        library.pack("map-2026")


def test_a_folder_of_the_school_goes_before_what_magdit_brings(write_pack, library):
    folder = write_pack(head=other("osvs"), at="osvs")

    assert library.folder("osvs") == folder


def test_the_folder_named_first_goes_before_the_next(tmp_path):
    for place in ("een", "twee"):
        lay(tmp_path / place / "klein", {"protocol.toml": HEAD, "2-regels.toml": RULE})

    library = Library.with_folders([tmp_path / "een", tmp_path / "twee"])

    assert library.folder("klein") == tmp_path / "een" / "klein"


def test_an_unknown_protocol_is_answered_with_what_there_is():
    with pytest.raises(UnknownProtocol) as unknown:
        Library().book("osv")

    said = protocol_sentence(unknown.value)

    assert said.startswith("Het protocol 'osv' bestaat niet. Bedoelde u 'osvs'")
    assert "Er zijn: " in said
    assert "vsnon" in said


def test_a_folder_without_a_head_is_no_pack(tmp_path, write_pack, library):
    write_pack()
    lay(tmp_path / "kladjes", {"2-regels.toml": RULE})

    assert "kladjes" not in library.ids()


def test_a_broken_pack_does_not_stand_in_the_way_of_the_others(write_pack, library):
    write_pack("dit is geen toml = = =")

    assert library.book("osvs")
    with pytest.raises(BrokenPack):
        library.book("klein")


def test_a_head_that_cannot_be_read_goes_by_its_folder_and_says_why(write_pack, library):
    write_pack(head="[protocol")

    assert "klein" in library.ids()
    with pytest.raises(BrokenPack) as broken:
        library.pack("klein")
    assert (broken.value.code, broken.value.file) == ("no_toml", "protocol.toml")


def test_a_protocol_is_judged_with_the_law_beside_it_unless_told_otherwise(write_pack, library):
    write_pack()

    assert [ready.pack.id for ready in library.book("klein").packs] == ["klein", "wet"]
    assert [ready.pack.id for ready in library.book("klein", with_law=False).packs] == ["klein"]


def test_the_same_content_has_the_same_hash_wherever_it_lies(tmp_path):
    hashes = set()
    for place in ("hier", "daar/dieper"):
        lay(tmp_path / place / "klein", {"protocol.toml": HEAD, "2-regels.toml": RULE})
        hashes.add(Library.with_folders([tmp_path / place]).pack("klein").hash)

    assert len(hashes) == 1


def test_cases_do_not_count_for_the_hash(tmp_path):
    lay(tmp_path / "a" / "klein", {"protocol.toml": HEAD, "2-regels.toml": RULE})
    lay(tmp_path / "b" / "klein", {"protocol.toml": HEAD, "2-regels.toml": RULE, "cases.toml": CASE})

    first, second = (Library.with_folders([tmp_path / place]).pack("klein").hash for place in "ab")

    assert first == second


@pytest.mark.parametrize(
    "files",
    [
        {"2-regels.toml": RULE.replace("kwetst", "grieft")},
        {"3-regels.toml": ""},
        {"feiten.toml": '[feit]\nkamp = { soort = "ja_nee", vraag = "?" }\n'},
        {"protocol.toml": HEAD.replace("Klein", "Groot")},
    ],
)
def test_any_other_change_changes_the_hash(tmp_path, files):
    whole = {"protocol.toml": HEAD, "2-regels.toml": RULE}
    lay(tmp_path / "a" / "klein", whole)
    lay(tmp_path / "b" / "klein", whole | files)

    first, second = (Library.with_folders([tmp_path / place]).pack("klein").hash for place in "ab")

    assert first != second


def test_nobody_puts_the_law_aside_by_calling_a_protocol_wet(write_pack, library):
    write_pack(head=other("wet"), at="eigen")

    with pytest.raises(BrokenPack) as caught:
        library.ids()

    assert (caught.value.code, caught.value.given) == ("id_taken", "wet")
