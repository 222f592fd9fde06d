"""Django's settings; what differs between installations is read from the environment (docs/operating.md)."""

import os
from pathlib import Path

from luoshi.site.database import database
from luoshi.site.home import folder, home, secret_key

_PACKAGE = Path(__file__).parents[1]
_IS_SECURE = os.environ.get("LUOSHI_HTTPS", "") == "1"
_IDENTITY_SERVER = os.environ.get("LUOSHI_OIDC_SERVER", "").rstrip("/")
# How many proxies stand in front: so many addresses at the end of X-Forwarded-For are believed.
TRUSTED_PROXIES = ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("LUOSHI_PROXIES", "0"))

SECRET_KEY = secret_key()
DEBUG = False
ALLOWED_HOSTS = [host for host in os.environ.get("LUOSHI_HOSTS", "localhost,127.0.0.1,[::1]").split(",") if host]
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("LUOSHI_ORIGINS", "").split(",") if origin]

INSTALLED_APPS = [
    # First, so that its pages take the place of the libraries'
    "luoshi.web",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "csp",
    "django_htmx",
    "luoshi.records.journal",
    "luoshi.records.people",
    "luoshi.records.register",
    "luoshi.records.reporting",
    "luoshi.records.supervision",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "luoshi.web.access.ActorMiddleware",
    "luoshi.web.errors.PlainTextMiddleware",
    "luoshi.web.idle.IdleMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "luoshi.site.urls"
WSGI_APPLICATION = "luoshi.site.wsgi.application"
_LOADERS = "django.template.loaders"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                # Ours, in which a line break is nothing (ADR 15), before those of the libraries
                ("luoshi.web.joining.Loader", [(f"{_LOADERS}.filesystem.Loader", [_PACKAGE / "web" / "templates"])]),
                (f"{_LOADERS}.cached.Loader", [f"{_LOADERS}.app_directories.Loader"]),
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "luoshi.web.context.shell",
                "luoshi.web.context.tokens",
            ],
            "builtins": ["luoshi.web.templatetags.luoshi", "luoshi.web.templatetags.parts"],
        },
    },
    {
        # The frame, and what is long and read all day (ADR 13)
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "luoshi.web.context.shell",
                "luoshi.web.context.tokens",
            ],
            "environment": "luoshi.web.compiled.environment",
        },
    },
]

DATABASES = {"default": database(os.environ.get("DATABASE_URL", ""))}
# Counts of failures and used one-time codes, the same for every worker
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "site_cache"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator")
] + [{"NAME": "luoshi.web.entering.LengthValidator", "OPTIONS": {"min_length": 10}}]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "luoshi.web.sessions.AccountBackend",
]

# Sign-in: by user name; accounts are opened by the system administrator, nobody signs up.
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {"login": "luoshi.web.entering.SignInForm"}
ACCOUNT_ADAPTER = "luoshi.web.signing.AccountAdapter"
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL = "/accounts/login/"
LOGIN_REDIRECT_URL = "/"

# A code of the telephone beside the password: for the supervision office and the three administrators unless "optional"
SECOND_FACTOR_REQUIRED = os.environ.get("LUOSHI_SECOND_FACTOR", "optional") == "required"
MFA_ADAPTER = "luoshi.web.signing.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "落实"
MFA_TOTP_TOLERANCE = 1

SOCIALACCOUNT_ADAPTER = "luoshi.web.single_sign_on.SingleSignOnAdapter"
SOCIALACCOUNT_PROVIDERS: dict[str, object] = {}
if _IDENTITY_SERVER:
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        # A code that is caught on its way is of no use to others; some servers ask for it
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "oidc",
                "name": os.environ.get("LUOSHI_OIDC_NAME", "统一身份认证"),
                "client_id": os.environ.get("LUOSHI_OIDC_CLIENT", ""),
                "secret": os.environ.get("LUOSHI_OIDC_SECRET", ""),
                "settings": {"server_url": _IDENTITY_SERVER},
            }
        ],
    }

# Five wrong passwords close the door for half an hour, for that name from that address; trying on does not prolong it.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.5
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "luoshi.web.signing.locked_out"
AXES_USERNAME_CALLABLE = "luoshi.web.signing.name_of"
AXES_CLIENT_IP_CALLABLE = "luoshi.web.access.address_of"
# The journal tells who signed in
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False

# Half an hour without a click signs out; luoshi.web.idle prolongs a session that is used.
SESSION_ENGINE = "luoshi.web.sessions"
SESSION_COOKIE_AGE = int(os.environ.get("LUOSHI_IDLE_MINUTES", "30")) * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _IS_SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SECURE_HSTS_SECONDS = 31_536_000 if _IS_SECURE else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "style-src": ["'self'"],
        "script-src": ["'self'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
    }
}

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = os.environ.get("LUOSHI_TIME_ZONE", "Asia/Shanghai")
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
HOME = home()
STATIC_ROOT = folder("static")
STATICFILES_DIRS = [_PACKAGE / "web" / "vendor"] if (_PACKAGE / "web" / "vendor").is_dir() else []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": folder("files")}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Of a form without its files: more than the longest has. A file is held to its own bounds where it is taken.
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 4 * 2**20

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_inside": {"()": "luoshi.site.logs.WithoutInside"}},
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"filters": ["without_inside"]}},
    "root": {"handlers": ["console"], "level": os.environ.get("LUOSHI_LOG", "WARNING")},
}
