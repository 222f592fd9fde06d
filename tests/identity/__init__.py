"""An identity server, allauth's own, in a process beside the tests of single sign-on."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.reference import REPOSITORY

CLIENT, SECRET = "luoshi", "not-a-secret-of-anybody"
BACK = "/accounts/oidc/oidc/login/callback/"


@contextmanager
def identity_server(folder: Path, luoshi: str) -> Iterator[str]:
    """Its address, while it runs for the Luoshi at an address."""
    command = [sys.executable, "-m", "tests.identity", str(folder / "database"), luoshi]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        assert process.stdout
        yield process.stdout.readline().strip()
        process.kill()


def providers(server: str) -> dict[str, Any]:
    """What LUOSHI_OIDC_SERVER and its sisters set."""
    app = {"provider_id": "oidc", "name": "统一身份认证", "client_id": CLIENT, "secret": SECRET}
    apps = [{**app, "settings": {"server_url": server}}]
    return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": apps}}
