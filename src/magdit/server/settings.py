"""Settings of the web application. Everything a school may change comes from the environment; see docs/beheer.md."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from magdit.server.database import cache, database, sessions
from magdit.server.environment import (
    back_days,
    data_folder,
    for_show,
    hosts,
    keep_private,
    kept_secret,
    origins,
    over_https,
    own_packs,
    public_address,
    takedown_hours,
)
from magdit.server.logs import LOGGING as LOGGING
from magdit.server.mail import mail
from magdit.server.signing_in import *  # noqa: F403  (one subject, one file)
from magdit.server.signing_in import AUTHENTICATION_BACKENDS as AUTHENTICATION_BACKENDS
from magdit.server.sso import read_sso

HERE = Path(__file__).parent
WEB = HERE.parent / "web"
DATA = data_folder()
keep_private(DATA)
SECRET_KEY = kept_secret(DATA, "django", "MAGDIT_SECRET")
DEBUG = False
ALLOWED_HOSTS = hosts()
HTTPS = over_https()
DEMO = for_show()
PUBLIC_ADDRESS = public_address()

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.admin",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.socialaccount.providers.saml",
    "ninja",
    "magdit.web",
    "magdit.areas.journal",
    "magdit.areas.people",
    "magdit.areas.registers",
    "magdit.areas.consent",
    "magdit.areas.drafts",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "magdit.server.middleware.Headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "magdit.server.middleware.DutchAdmin",
    "magdit.server.middleware.OnlyByButton",
    "magdit.server.charsets.InUtf8",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "magdit.server.middleware.Readable",
    "magdit.server.middleware.Busy",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [
            HERE / "templates",
            WEB / "templates",
            *sorted(WEB.glob("*/templates")),
            HERE.parent / "api" / "templates",
        ],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "magdit.web.around.around",
            ]
        },
    }
]
ROOT_URLCONF = "magdit.server.urls"
WSGI_APPLICATION = "magdit.server.wsgi.application"
DATABASES = {"default": database(DATA)}
CACHES = {"default": cache(DATA)}
globals().update(sessions(DATA))
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Who signs in. Argon2 keeps passwords; the second reads what an earlier version may have kept.
AUTH_USER_MODEL = "people.Account"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
_CHECKS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_CHECKS}.UserAttributeSimilarityValidator", "OPTIONS": {"user_attributes": ("login",)}},
    {"NAME": "magdit.server.passwords.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_CHECKS}.CommonPasswordValidator"},
    {"NAME": f"{_CHECKS}.NumericPasswordValidator"},
]
SESSION_COOKIE_AGE = 8 * 60 * 60  # a working day
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = origins()

# Through the school's own system. Nobody signs up, and no token or profile of a provider is kept.
SSO_FILE = os.environ.get("MAGDIT_SSO", "")
_SSO = read_sso(SSO_FILE)
SSO_FAULTS: tuple[str, ...] = _SSO.faults
SOCIALACCOUNT_PROVIDERS: dict[str, dict[str, Any]] = _SSO.providers()
SOCIALACCOUNT_ADAPTER = "magdit.web.signin.sso_sources.FromSettings"
SOCIALACCOUNT_AUTO_SIGNUP = SOCIALACCOUNT_LOGIN_ON_GET = SOCIALACCOUNT_STORE_TOKENS = False

# A page loads nothing from elsewhere, runs nothing that stands in the page itself, and stands in no other page.
_SELF, _NOBODY = "'self'", "'none'"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [_SELF],
        "base-uri": [_NOBODY],
        "form-action": [_SELF, *_SSO.origins],  # the button leads to the school's own system
        "frame-ancestors": [_NOBODY],
        "object-src": [_NOBODY],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^gezond$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "taal"
LANGUAGE_COOKIE_SAMESITE = "Lax"
# Ours, Dutch to English; and what Django's own Dutch leaves in English.
LOCALE_PATHS = [WEB / "locale", HERE / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [HERE / "static"]  # those of web/ are found because it is an app
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = DATA / "bestanden"
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700

globals().update(mail(os.environ.get("MAGDIT_MAIL", ""), DATA))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get("MAGDIT_FROM", "magdit@localhost")
JOURNAL_MAIL = os.environ.get("MAGDIT_JOURNAL_MAIL", "")
PACKS = own_packs()
TAKEDOWN_HOURS = takedown_hours()
BACK_DAYS = back_days()
