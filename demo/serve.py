"""Opens the demo city's register in the browser: `make demo`, after the documents were read."""

import json
import os
import socket
import sys
from argparse import Namespace
from pathlib import Path

from luoshi.cli.installation import bring_up_to_date
from luoshi.cli.serve import run
from luoshi.writing.folding import cell_width

HOME = Path(__file__).parents[1] / "var" / "demo"
LOGINS = HOME / "logins.json"
FIRST_PORT, LAST_PORT = 8000, 8040


def prepare() -> list[list[str]]:
    """Bring the city's register up to date, loading it the first time: role, user name, password of everybody."""
    from demo.city import is_loaded, load_city

    bring_up_to_date()
    if not is_loaded():
        sys.stdout.write("\n头一次启动，正在把映川市三年的文件入册，大约半分钟……\n")
        sys.stdout.flush()
        logins = [[each.title, each.person.username, each.password] for each in load_city()]
        LOGINS.write_text(json.dumps(logins, ensure_ascii=False), encoding="utf-8")
        LOGINS.chmod(0o600)
    known: list[list[str]] = json.loads(LOGINS.read_text(encoding="utf-8"))
    return known


def free_port() -> int:
    """The first port that nobody listens on."""
    for port in range(FIRST_PORT, LAST_PORT):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
    return FIRST_PORT


def main() -> int:
    """Print who may sign in and become the server."""
    HOME.mkdir(parents=True, exist_ok=True)
    os.environ["LUOSHI_HOME"] = str(HOME)
    os.environ.pop("DATABASE_URL", None)
    logins = prepare()
    sys.stdout.write("\n演示账号（密码在这台机器上生成，记在 var/demo/logins.json）：\n")
    widest = max(cell_width(role) for role, _, _ in logins)
    for role, username, password in logins:
        sys.stdout.write(f"  {role}{' ' * (widest - cell_width(role))}  {username:<14}{password}\n")
    sys.stdout.write("\n用浏览器打开下面的网址，以其中一个账号登录。\n上面的命令另开一个终端试，或先停下台账。\n\n")
    sys.stdout.flush()
    return run(Namespace(bind=f"127.0.0.1:{free_port()}", workers=2))


if __name__ == "__main__":
    sys.exit(main())
