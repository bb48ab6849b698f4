"""How people sign in: Django's and allauth's settings about it. What a school may choose comes from the environment.

Limits count per account or mailbox, never per internet address: a whole school is one address behind its router, and
one pupil in it must not be able to close the door for the others. Only codes that nobody was given count per address.
"""

from __future__ import annotations

_SIGNIN = "magdit.web.signin"

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
ACCOUNT_ADAPTER = f"{_SIGNIN}.adapters.SignIn"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "login"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PRESERVE_USERNAME_CASING = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_LOGIN_TIMEOUT = 15 * 60
ACCOUNT_FORMS = {"login": f"{_SIGNIN}.forms.SignIn", "reauthenticate": f"{_SIGNIN}.forms.PasswordAgain"}
ACCOUNT_RATE_LIMITS = {
    "login": "",  # allauth's own would count per address
    "login_failed": "5/5m/key",
    "reauthenticate": "10/m/user",
    # of ours: web/signin/limits.py
    "link_asked": "4/10m/key,20/d/key",  # nobody fills somebody's mailbox
    "link_tried": "60/10m/ip",  # codes that are wrong; a good one is never refused
    "password_tried": "10/10m/key",
}
MFA_ADAPTER = f"{_SIGNIN}.adapters.SecondStep"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "magdit"
MFA_TOTP_TOLERANCE = 1  # a phone whose clock is half a minute off
MFA_FORMS = {
    "authenticate": f"{_SIGNIN}.forms.Code",
    "reauthenticate": f"{_SIGNIN}.forms.CodeAgain",
    "activate_totp": f"{_SIGNIN}.forms.SetUp",
}
CSRF_FAILURE_VIEW = f"{_SIGNIN}.forged.csrf_failure"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
