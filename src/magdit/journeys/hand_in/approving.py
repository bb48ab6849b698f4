"""Whose yes a draft still needs before it may go out, and whether it has it. Judged as it stands, never remembered."""

from __future__ import annotations

from collections.abc import Iterator

from magdit.areas.drafts.approvals import GOOD
from magdit.areas.drafts.asked_about import last_decided, standing
from magdit.areas.drafts.asking_rules import OUTSIDE
from magdit.areas.drafts.doubts import DOUBTS, MAY
from magdit.areas.drafts.models_asked import Approval, AskingRules, Doubt
from magdit.journeys.hand_in.digest import digest_of
from magdit.journeys.hand_in.judging import Judging
from magdit.words.vocabulary import Vocabulary

ALWAYS, FOR_MEDIA = "altijd", "media"


def approval_needed(judging: Judging) -> tuple[str, ...]:
    """The roles whose yes this draft needs: by what the school agreed, by the protocol, or because it was asked.

    A question that waits, or that was answered with anything but yes, stands in the way of this version.
    """
    return tuple(dict.fromkeys([*_by_school(judging), *_not_yet(judging)]))


def is_approved(judging: Judging) -> bool:
    """Whether everyone whose yes is needed gave it, for exactly what would go out now. Yes when nobody's is."""
    if next(_not_yet(judging), None) is not None:
        return False
    return not _by_school(judging) or approval_of(judging) is not None


def approval_of(judging: Judging) -> Approval | None:
    """The approval of exactly this version, by another than its author."""
    found = last_decided(judging.asked, digest=digest_of(judging))
    good = found is not None and found.outcome == GOOD and found.answered_by_id != judging.row.author_id
    return found if good else None


def asks_approval(rules: AskingRules, medium: str, media: Vocabulary) -> bool:
    """Whether a school has posts on this medium approved. `media`: those of its protocol, which may add its own."""
    if rules.when == FOR_MEDIA:
        return medium in rules.media or any(medium in media.below(one) for one in rules.media if one in media)
    return rules.when == ALWAYS


def _by_school(judging: Judging) -> tuple[str, ...]:
    media = judging.book.catalogue.vocabularies["medium"]
    return (judging.rules.role,) if asks_approval(judging.rules, judging.post.medium, media) else ()


def _not_yet(judging: Judging) -> Iterator[str]:
    """Whose yes is asked and was not given: in answer to a question, or before the act as the protocol has it."""
    doubt = next(reversed(standing(judging.asked, Doubt)), None)
    if doubt is not None and (doubt.outcome != MAY or _doubts_anew(judging, doubt)):
        yield doubt.asked_role
    answer = judging.judged.answer
    for one in answer.duties:
        if one.duty.beforehand and one.state != "vervuld" and one.duty.to:
            yield one.duty.to[0]
    if answer.verdict == "voorleggen" and answer.put_to and not judging.may_go:
        yield answer.put_to
    if answer.verdict == "vraag":
        yield from (role for role in answer.ask if role not in OUTSIDE)


def _doubts_anew(judging: Judging, doubt: Doubt) -> bool:
    """Whether the yes was about another version, and the author did not say since that they doubt no more."""
    return DOUBTS in judging.row.told and doubt.digest != digest_of(judging)
