"""Addresses of coming in. Of allauth's own only these are open; their names are those that its code looks for."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from django.urls import include, path

from magdit.web.signin import leaving, views_links, views_own, views_step
from magdit.web.signin.views_step import framed

urlpatterns = [
    path("inloggen/", account.login, name="account_login"),
    path("uitloggen/", leaving.logout, name="account_logout"),
    path("inloggen/gesloten/", account.account_inactive, name="account_inactive"),
    path("inloggen/aanmelden/", views_own.no_signup, name="account_signup"),
    path("inloggen/nogmaals/", framed(account.reauthenticate), name="account_reauthenticate"),
    path("inloggen/link/", views_links.ask, name="link_ask"),
    path("inloggen/link/verstuurd/", views_links.sent, name="link_sent"),
    path("inloggen/link/<str:token>/", views_links.open_link, name="link_open"),
    path("inloggen/uitnodiging/", views_links.typed, name="link_typed"),
    path("inloggen/manieren/", views_own.ways, name="signin_ways"),
    path("inloggen/manieren/e-mail/", views_own.address, name="signin_address"),
    path("inloggen/manieren/wachtwoord/", views_own.password, name="signin_password"),
    path("inloggen/stap/", views_step.index, name="mfa_index"),
    path("inloggen/stap/code/", mfa.authenticate, name="mfa_authenticate"),
    path("inloggen/stap/nogmaals/", views_step.again, name="mfa_reauthenticate"),
    path("inloggen/stap/app/", views_step.set_up, name="mfa_activate_totp"),
    path("inloggen/stap/app/weg/", views_step.take_away, name="mfa_deactivate_totp"),
    path("inloggen/stap/reservecodes/", views_step.see_codes, name="mfa_view_recovery_codes"),
    path("inloggen/stap/reservecodes/nieuw/", views_step.new_codes, name="mfa_generate_recovery_codes"),
    path("inloggen/stap/reservecodes/bewaren/", views_step.save_codes, name="mfa_download_recovery_codes"),
    path("inloggen/school/", include("magdit.web.signin.sso_urls")),
]
