"""`magdit beheerder LOGIN --vergeet-school`: forget by which account of the school someone came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from magdit.cli.outcome import Exit, Stop
from magdit.cli.with_register import doing_as_system

if TYPE_CHECKING:
    from magdit.areas.people.models import Account


def forget_school(account: Account | None, login: str) -> int:
    """The next account of the school that fits them is theirs again: by number or e-mail, as the first time."""
    from magdit.areas.journal.refused import Refused
    from magdit.areas.people.actions.sso_accounts import forget_marks

    nothing = Stop(f"'{login}' kwam nooit binnen met een account van de school. Er is niets veranderd.")
    if account is None or account.person is None:
        raise nothing
    try:
        forget_marks(doing_as_system("beheerder", account.person.board_id), account.person.pk)
    except Refused:
        raise nothing from None
    print(
        f"Welk account van de school bij '{login}' hoort, is vergeten. Bij de volgende keer wordt dat weer opgezocht."
    )
    return Exit.AS_ASKED
