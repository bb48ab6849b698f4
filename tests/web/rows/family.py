"""Consents: only of oneself and of one's own children."""

from tests.web.row import Place, Row

OWN = {"own": "ouder leerling"}


def themself(place: Place) -> dict[str, object]:
    """The visitor asks about themself; at another place about who belongs there."""
    own = place.name == "own" and place.visitor is not None
    return {"person": place.visitor.pk if own and place.visitor else place.teacher.pk}


MADE = {"themself": themself}
ROWS = (
    Row("family:people", opens={"own": "all"}),
    Row("family:consents", about="person", opens=OWN),
    Row("family:consents", about="person", opens=OWN, sends={}, answer=302, says="sends nothing"),
    Row("family:consents", about="themself", opens={"own": "all"}),
    Row("family:receipt", about="person", opens=OWN),
    Row("family:receipt", about="person", opens=OWN, sends={}, says="a pdf"),
)
