"""Classes: a teacher opens the own ones, who keeps or shows the whole school all of it; nobody a school of others."""

from tests.web.row import Row

WHOLE = "communicatiemedewerker administratie schoolleider beheerder"
STAFF = f"leerkracht {WHOLE}"
ROWS = (
    Row("classes:classes", "school", {"own": STAFF}),
    Row("classes:class", "group", {"own": STAFF, "class": WHOLE}),
    Row("classes:card", "group", {"own": STAFF, "class": WHOLE}),
)
