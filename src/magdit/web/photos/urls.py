"""Addresses of this room."""

from django.urls import path

from magdit.web.photos import views

app_name = "photos"
urlpatterns = [
    path("", views.of_whom, name="of_whom"),
    path("<uuid:person>/", views.photos, name="photos"),
    path("<uuid:person>/<uuid:publication>/<uuid:picture>/", views.picture, name="picture"),
]
