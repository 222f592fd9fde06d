"""python -m tests.identity FILE ADDRESS: serves Luoshi at an address, keeps a database in the file, prints its own."""

import os
import sys
from wsgiref.simple_server import WSGIRequestHandler, make_server

from tests.identity import BACK, CLIENT, SECRET


class Silent(WSGIRequestHandler):
    """Tells of no request."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


def register_client(address: str) -> None:
    """Luoshi at an address, as the identity server knows it."""
    from allauth.idp.oidc.models import Client
    from django.contrib.auth.hashers import make_password

    Client.objects.create(
        id=CLIENT,
        name="Luoshi",
        secret=make_password(SECRET),
        scopes="openid\nprofile\nemail",
        redirect_uris=f"{address}{BACK}",
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
    register_client(sys.argv[2])
    with make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=Silent) as server:
        sys.stdout.write(f"http://127.0.0.1:{server.server_port}\n")
        sys.stdout.flush()
        server.serve_forever()


if __name__ == "__main__":
    main()
