"""Which address leads where."""

from django.contrib import admin
from django.urls import include, path

from magdit.server.health import health
from magdit.web.signin.admin_door import guard

admin.site.site_header = "magdit: beheer"
admin.site.site_title = "magdit"
admin.site.index_title = "Beheer"
admin.site.site_url = None
guard(admin.site)

urlpatterns = [
    path("gezond", health, name="health"),
    path("beheer/", admin.site.urls),
    path("api/v1/", include("magdit.api.urls")),
    path("", include("magdit.web.urls")),
]
