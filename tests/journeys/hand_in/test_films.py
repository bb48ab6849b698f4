"""Films from the first byte to the clean copy: who is in them is said face by face, also of whom the looks missed."""

from __future__ import annotations

from pathlib import Path

import av
import pytest

from magdit.areas.drafts import files
from magdit.areas.drafts.models import Draft, Picture
from magdit.areas.drafts.words import ref
from magdit.areas.journal.kept_files import NotKept
from magdit.areas.journal.kept_reading import kept_file
from magdit.areas.journal.refused import Refused
from magdit.check.draft.look import Eyes
from magdit.check.images.refusal import Refused as NoPicture
from magdit.journeys.hand_in.cleaning import clean_all
from magdit.journeys.hand_in.drawing import draw_in_film
from magdit.journeys.hand_in.films import film_of, layout_kept
from magdit.journeys.hand_in.judging import judge_draft
from magdit.journeys.hand_in.mending import mend_all
from magdit.journeys.hand_in.remembered import pictures_seen
from magdit.journeys.hand_in.saying import merge_faces, remove_face, say_of_faces
from magdit.journeys.hand_in.taking_in import look_at_waiting, take_in
from magdit.wording.file_errors import refused_sentence
from tests.check.images.clips import SECRETS, TOLD, clip
from tests.check.images.film.filmed import film
from tests.check.images.film.marked import MarkFinder, marked, standing
from tests.check.images.film.measured import greenness, shown
from tests.check.images.film.test_drawn import Blind

LEFT, RIGHT = (60, 80), (300, 140)
EYES, BLIND = Eyes(load_finder=MarkFinder), Eyes(load_finder=Blind)


@pytest.fixture
def handed_in(begun, bram, system, doing_as, tmp_path):
    """`handed_in(*scenes, eyes=EYES, **film)`: a film of these in Bram's draft, looked at."""

    def hand_in(*scenes, eyes=EYES, name="strand.mp4", **made) -> Picture:
        made = {"size": (480, 320), "rate": 10, "sound": "aac", **made}
        path = film(tmp_path / name, scenes, **made).path
        picture = take_in(doing_as(bram), begun.pk, name, [path.read_bytes()])
        assert look_at_waiting(system, eyes=eyes) == 1
        return Picture.objects.get(pk=picture.pk)

    return hand_in


def says(doing, picture: Picture, numbers, fate="verborgen", **more) -> Picture:
    """Say this of these numbers."""
    chosen = [face["id"] for face in picture.faces if face["number"] in numbers]
    version = Draft.objects.get(pk=picture.draft_id).version
    say_of_faces(doing, picture, chosen, fate=fate, version=version, **more)
    return Picture.objects.get(pk=picture.pk)


def copied(doing, picture: Picture, tmp_path: Path, *, eyes=EYES) -> Path:
    """The clean copy, made now."""
    draft = Draft.objects.get(pk=picture.draft_id)
    assert clean_all(doing, draft, eyes=eyes) == []
    path = tmp_path / "schoon.mp4"
    path.write_bytes(b"".join(files.made(draft.board_id, ref(draft.pk), picture.pk, files.CLEAN)))
    return path


def unaccounted(picture: Picture) -> int:
    """How many people the film shows at least."""
    return next(iter(pictures_seen([picture]).film_looks.values())).most_at_once()


def test_of_two_people_one_is_hidden_and_the_other_is_not(handed_in, bram, doing_as, tmp_path):
    picture = handed_in(standing(marked(LEFT, RIGHT), 1), told=TOLD)

    picture = says(doing_as(bram), picture, [1])

    copy = copied(doing_as(bram), picture, tmp_path)
    frames = shown(copy)
    assert max(greenness(frame[:, :240]) for frame in frames) == 0
    assert min(greenness(frame[:, 240:]) for frame in frames) > 0.03
    assert [secret for secret in SECRETS if secret in copy.read_bytes()] == []


def test_who_comes_back_after_a_cut_is_a_number_of_its_own_that_someone_answers_for(handed_in, bram, noor, doing_as):
    away = standing(marked(seed=3), 1)
    picture = handed_in(standing(marked(LEFT), 1), away, standing(marked(LEFT, seed=7), 1))
    doing = doing_as(bram)

    picture = says(doing, picture, [1], fate="persoon", person=noor.pk)
    once = unaccounted(picture)
    picture = says(doing, picture, [2], fate="persoon", person=noor.pk)

    assert [face["number"] for face in picture.faces] == [1, 2]
    assert (picture.at_once, once, unaccounted(picture)) == (1, 2, 1)


def test_while_a_face_is_open_a_film_may_not_go_and_no_face_is_answered_for_by_another(
    handed_in, begun, bram, doing_as
):
    picture = handed_in(standing(marked(LEFT), 1), standing(marked(RIGHT, seed=7), 1), sound=None)

    picture = says(doing_as(bram), picture, [1])

    judging = judge_draft(Draft.objects.get(pk=begun.pk), doing_as(bram).at)
    assert not judging.may_go
    assert [subject.label for subject in judging.judged.people].count("nog een gezicht in video-1.mp4") == 1


def test_everyone_in_a_film_is_hidden_with_one_button(handed_in, begun, bram, doing_as):
    picture = handed_in(standing(marked(LEFT, RIGHT), 0.5), sound=None)
    row = Draft.objects.get(pk=begun.pk)

    mend_all(doing_as(bram), begun.pk, version=row.version)

    assert [face["fate"] for face in Picture.objects.get(pk=picture.pk).faces] == ["verborgen", "verborgen"]


def test_a_face_that_was_missed_is_drawn_on_its_still_and_hidden(handed_in, begun, bram, doing_as, tmp_path):
    picture = handed_in(standing(marked(LEFT), 2), eyes=BLIND)
    layout, version = layout_kept(picture), Draft.objects.get(pk=begun.pk).version
    left, top = layout.corner(1)

    draw_in_film(doing_as(bram), picture, sheet=0, x=left + 60, y=top + 80, w=60, h=60, version=version)

    drawn = Picture.objects.get(pk=picture.pk)
    (face,) = drawn.faces
    assert [face[key] for key in ("number", "frame", "x", "y", "w", "h", "from")] == [1, 10, 60, 80, 60, 60, 0.0]
    assert unaccounted(drawn) == 1
    copy = copied(doing_as(bram), says(doing_as(bram), drawn, [1]), tmp_path, eyes=BLIND)
    assert max(map(greenness, shown(copy))) == 0


@pytest.mark.parametrize(
    ("box", "code"),
    [
        ((0, 0, 40, 8), "face_beside_still"),
        ((60, 80, 2, 2), "face_too_small"),
        ((9_000, 0, 60, 60), "face_beside_still"),
    ],
)
def test_beside_the_stills_no_face_is_drawn(handed_in, begun, bram, doing_as, box, code):
    picture = handed_in(standing(marked(LEFT), 0.5))
    x, y, w, h = box

    with pytest.raises(Refused, match=code):
        draw_in_film(doing_as(bram), picture, sheet=0, x=x, y=y, w=w, h=h, version=Draft.objects.get().version)


def test_in_a_film_boxes_are_not_joined_for_each_is_hidden_in_its_own_seconds(handed_in, bram, doing_as):
    picture = handed_in(standing(marked(LEFT, RIGHT), 0.5))

    with pytest.raises(Refused, match="no_such_face"):
        merge_faces(doing_as(bram), picture, [one["id"] for one in picture.faces], version=Draft.objects.get().version)


def test_what_is_no_face_may_stay_when_all_others_are_hidden(handed_in, bram, doing_as, tmp_path):
    picture = handed_in(standing(marked(LEFT, RIGHT), 0.5))
    remove_face(doing_as(bram), picture, picture.faces[1]["id"], version=Draft.objects.get().version)

    picture = says(doing_as(bram), Picture.objects.get(pk=picture.pk), [1])

    assert min(greenness(frame[:, 240:]) for frame in shown(copied(doing_as(bram), picture, tmp_path))) > 0.03


def test_when_another_version_numbers_the_faces_otherwise_the_copy_stays_here(handed_in, begun, bram, doing_as):
    picture = says(doing_as(bram), handed_in(standing(marked(LEFT, RIGHT), 0.5)), [1])
    picture.faces[0]["x"] += 40
    Picture.objects.filter(pk=picture.pk).update(faces=picture.faces)

    wrong = clean_all(doing_as(bram), Draft.objects.get(pk=begun.pk), eyes=EYES)

    assert [one.clean["surprises"] for one in wrong] == [["faces_differ"]]


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("gedraaid.mp4", {"turn": 90}),
        ("iphone.mov", {"codec": "libx265"}),
        ("wisselend.mp4", {"times": lambda number: number * 3_000 + number**2 * 40}),
        ("oud.avi", {"codec": "mpeg4", "sound": None}),
        ("opname.mkv", {"sound": "libopus"}),
        ("web.webm", {"codec": "libvpx-vp9", "sound": "libopus"}),
    ],
)
def test_whatever_a_telephone_made_goes_out_as_what_a_browser_plays(handed_in, bram, doing_as, tmp_path, name, made):
    picture = handed_in(standing(marked(), 0.6), name=name, **made)

    copy = copied(doing_as(bram), picture, tmp_path)

    with av.open(str(copy)) as played:
        kind, frames = played.format.name, sum(1 for _ in played.decode(played.streams.video[0]))
        seen = (picture.width, picture.height)
    assert ("mp4" in kind or "webm" in kind, frames, seen) == (True, 6, (480, 320))
    assert (picture.clean["sheets"], picture.look) == (1, "gezien")


def test_of_a_recording_of_sound_alone_there_is_nothing_to_look_at(begun, bram, doing_as, tmp_path):
    path = clip(tmp_path / "stem.m4a", picture=None, muxer="ipod")

    picture = take_in(doing_as(bram), begun.pk, "stem.m4a", [path.read_bytes()])

    assert (picture.kind, picture.look, picture.has_sound) == ("geluid", "gezien", True)
    assert judge_draft(Draft.objects.get(pk=begun.pk), doing_as(bram).at).judged.act["inhoud"] == ["geluid"]


def nothing_in_it(path: Path) -> Path:
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=25)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        container.start_encoding()
    return path


def half(path: Path) -> Path:
    whole = film(path, [standing(marked(), 0.5)], size=(160, 96)).path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


@pytest.mark.parametrize(
    ("name", "make", "told"),
    [
        ("half.mp4", half, "houdt halverwege op"),
        ("lijst.mp4", lambda path: path.write_bytes(b"#EXTM3U\nhttp://127.0.0.1/a.ts\n") and path, "geen foto"),
        ("leeg.mkv", nothing_in_it, "is beschadigd"),
    ],
)
def test_what_cannot_be_a_film_is_refused_in_words(begun, bram, doing_as, tmp_path, name, make, told):
    path = make(tmp_path / name)

    with pytest.raises(NoPicture) as caught:
        take_in(doing_as(bram), begun.pk, name, [path.read_bytes()])

    assert told in refused_sentence(caught.value)
    assert list(files.folder().iterdir()) == []


def test_a_kept_film_reads_as_it_was_from_any_place_and_a_changed_byte_is_noticed(handed_in, tmp_path):
    picture = handed_in(standing(marked(LEFT), 0.5), name="klein.mp4")
    whole, kept = (tmp_path / "klein.mp4").read_bytes(), film_of(picture)

    with kept.open("rb") as opened:
        opened.seek(-7, 2)
        end = opened.read()
        opened.seek(100)
        middle = opened.read(50)

    assert (kept.size, end, middle) == (len(whole), whole[-7:], whole[100:150])
    sealed = bytearray(kept.path.read_bytes())
    sealed[60] ^= 1
    kept.path.write_bytes(bytes(sealed))
    with film_of(picture).open("rb") as opened, pytest.raises(OSError, match="Input/output"):
        opened.read()
    kept.path.write_bytes(bytes(sealed[:-20]))
    with pytest.raises(NotKept):
        kept_file(picture.draft.board_id, ref(picture.draft_id), kept.path, name="beeld")
