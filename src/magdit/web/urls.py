"""Which address leads to which room. Each room keeps its own list; addresses are Dutch, as people read them."""

from django.conf import settings
from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("", include("magdit.web.home.urls")),
    path("", include("magdit.web.signin.urls")),
    path("", include("magdit.web.drafts.installed_urls")),
    path("", include("magdit.web.asking.urls")),
    path("taal/", set_language, name="set_language"),
    path("mijn/fotos/", include("magdit.web.photos.urls")),
    path("mijn/", include("magdit.web.family.urls")),
    path("school/<slug:code>/bericht/", include("magdit.web.drafts.urls")),
    path("school/<slug:code>/protocol/", include("magdit.web.drafts.article_page")),
    path("school/<slug:code>/plaatsen/", include("magdit.web.publish.urls")),
    path("school/<slug:code>/publicaties/", include("magdit.web.publications.urls")),
    path("school/<slug:code>/klassen/", include("magdit.web.classes.urls")),
    path("school/<slug:code>/kantoor/lijsten/", include("magdit.web.imports.urls")),
    path("school/<slug:code>/kantoor/", include("magdit.web.office.urls")),
    path("school/<slug:code>/taken/", include("magdit.web.tasks.urls")),
    path("school/<slug:code>/kanalen/", include("magdit.web.accounts.urls")),
    path("privacy/bewaren/", include("magdit.web.retention.urls")),
    path("privacy/datalekken/", include("magdit.web.breaches.urls")),
    path("privacy/", include("magdit.web.officer.urls")),
    path("instellingen/school/<slug:code>/vrije-dagen/", include("magdit.web.school_days.urls")),
    path("instellingen/", include("magdit.web.settings.urls")),
    *([path("demo/", include("magdit.web.demo.urls"))] if settings.DEMO else []),
]
