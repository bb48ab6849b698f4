"""Addresses of this room."""

from django.urls import path

from magdit.web.settings import keys, places, roles, texts, views

app_name = "settings"
urlpatterns = [
    path("", views.own, name="own"),
    path("school/<slug:code>/", places.school, name="school"),
    path("school/<slug:code>/rollen/", roles.roles, name="roles"),
    path("school/<slug:code>/rollen/<int:role>/einde/", roles.end, name="role_end"),
    path("bestuur/", places.board, name="board"),
    path("bestuur/teksten/", texts.texts, name="texts"),
    path("bestuur/teksten/<slug:item>/", texts.text, name="text"),
    path("sleutels/", keys.keys, name="keys"),
    path("sleutels/nieuw/", keys.make, name="key_new"),
    path("sleutels/gemaakt/", keys.made, name="key_made"),
    path("sleutels/<int:key>/intrekken/", keys.close, name="key_close"),
]
