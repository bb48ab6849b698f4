"""Addresses of this room."""

from django.urls import path

from magdit.web.publish import pictures, views

app_name = "publish"
urlpatterns = [
    path("<uuid:draft>/", views.send, name="send"),
    path("<uuid:draft>/beeld/<uuid:picture>/", pictures.of_draft, name="copy"),
    path("stand/<uuid:publication>/", views.state, name="state"),
    path("stand/<uuid:publication>/pakket/", views.package_of, name="package"),
    path("stand/<uuid:publication>/geplaatst/", views.placed, name="placed"),
    path("stand/<uuid:publication>/opnieuw/", views.again, name="retry"),
    path("stand/<uuid:publication>/beeld/<uuid:picture>/", pictures.of_publication, name="picture"),
    path("stand/<uuid:publication>/bewijs/", pictures.proof, name="proof"),
]
