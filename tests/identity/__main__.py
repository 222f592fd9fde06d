"""python -m tests.identity FILE: serves, keeps its database in the file, and prints its address first."""

import os
import sys
from wsgiref.simple_server import WSGIRequestHandler, make_server

from tests.identity import CALLBACK, CLIENT, SECRET


class Silent(WSGIRequestHandler):
    """Tells of no request."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


def register_client() -> None:
    """Luoshi, as the identity server knows it."""
    from allauth.idp.oidc.models import Client
    from django.contrib.auth.hashers import make_password

    Client.objects.create(
        id=CLIENT,
        name="Luoshi",
        secret=make_password(SECRET),
        scopes="openid\nprofile\nemail",
        redirect_uris=CALLBACK,
        skip_consent=True,
    )


def main() -> None:
    """Serve until killed."""
    os.environ |= {"DJANGO_SETTINGS_MODULE": "tests.identity.settings", "IDENTITY_DATABASE": sys.argv[1]}
    import django
    from django.core.management import call_command
    from django.core.wsgi import get_wsgi_application

    django.setup()
    call_command("migrate", verbosity=0)
    register_client()
    with make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=Silent) as server:
        sys.stdout.write(f"http://127.0.0.1:{server.server_port}\n")
        sys.stdout.flush()
        server.serve_forever()


if __name__ == "__main__":
    main()
