"""Films looked at frame by frame: where faces are, followed by place only, and hidden through the whole film.

Three steps: `looking.look_at_film(path, finder, progress=…)` gives a `FilmLook` with numbered tracks,
`sheet.contact_sheet(look)` the pages of a picture to tick numbers on, and
`hiding.hide_in_film(look, target, numbers=None, sound=True, style=…, progress=…)` a new film without those faces.
"""
