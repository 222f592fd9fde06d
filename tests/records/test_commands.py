"""The installation's own commands, each in a process of its own on a fresh database."""

import os
import re
import secrets
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.reference import DEMO

Luoshi = Callable[..., tuple[int, str]]


def new_database(like: str = "") -> str:
    """The address of a database that nobody has used, or of a copy of one that nobody uses; empty for SQLite."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        return ""
    import psycopg

    name, template = f"command_{secrets.token_hex(6)}", urlsplit(like).path[1:] or "template1"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')  # type: ignore[arg-type, unused-ignore]
    return urlsplit(url)._replace(path=f"/{name}").geturl()


@pytest.fixture
def database() -> str:
    """The address of a database that nobody has used; empty for SQLite."""
    return new_database()


@pytest.fixture
def luoshi(tmp_path: Path, database: str) -> Luoshi:
    """Runs a command; its exit code, and all that it said."""
    environment = {**os.environ, "LUOSHI_HOME": str(tmp_path / "home"), "DATABASE_URL": database}

    def run(*arguments: object) -> tuple[int, str]:
        command = [sys.executable, "-m", "luoshi", *map(str, arguments)]
        done = subprocess.run(  # noqa: S603
            command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120
        )
        return done.returncode, done.stdout + done.stderr

    return run


def test_setting_up_opens_three_administrators_with_passwords_of_their_own(luoshi: Luoshi) -> None:
    assert luoshi("serve") == (2, "luoshi: 还没有建好台账的表，请先运行 luoshi setup。\n")
    assert luoshi("setup")[0] == 2
    code, told = luoshi("setup", "--government", "云泽市人民政府")
    passwords = re.findall(r"密码 (\S+)", told)
    assert (code, len(set(passwords))) == (0, 3)
    assert min(map(len, passwords)) >= 16
    assert luoshi("setup") == (0, "表已经是这个版本的了，数据没有动。\n")


def test_a_government_below_has_administrators_of_its_own(luoshi: Luoshi) -> None:
    luoshi("setup", "--government", "云泽市人民政府")
    below = ("setup", "--government", "南漪县人民政府", "--level", "county", "--under")
    assert "这里还没有“越川省人民政府”" in luoshi(*below, "越川省人民政府")[1]
    code, told = luoshi(*below, "云泽市人民政府")
    assert (code, re.findall(r"账号 (\S+)　", told)) == (0, ["system2", "security2", "audit2"])
    assert "接着运行 luoshi serve" in told


def test_a_government_above_joins_those_that_were_there_before(luoshi: Luoshi) -> None:
    for name in ("云泽市人民政府", "栖梧市人民政府"):
        luoshi("setup", "--government", name)
    above = ("setup", "--government", "越川省人民政府", "--level", "province")
    assert "这里还没有“蓝汀市人民政府”" in luoshi(*above, "--over", "蓝汀市人民政府")[1]
    code, told = luoshi(*above, "--over", "云泽市人民政府", "--over", "栖梧市人民政府")
    assert code == 0
    assert re.findall(r"“(.+?)”归到“越川省人民政府”下面了", told) == ["云泽市人民政府", "栖梧市人民政府"]
    again = luoshi("setup", "--government", "云泽市人民政府", "--under", "越川省人民政府")
    assert again == (2, "luoshi: “云泽市人民政府”已经在“越川省人民政府”下面了。\n")
    luoshi("setup", "--government", "南漪县人民政府", "--level", "county")
    assert (
        "不能放在它的下面"
        in luoshi("setup", "--government", "石笕镇", "--level", "town", "--over", "南漪县人民政府")[1]
    )
    assert "这里还没有“石笕镇”" in luoshi("setup", "--government", "某市", "--under", "石笕镇")[1]
    assert "归到“栖梧市人民政府”" in luoshi("setup", "--government", "南漪县人民政府", "--under", "栖梧市人民政府")[1]


def test_the_rules_of_judging_are_shown_and_changed(luoshi: Luoshi, tmp_path: Path) -> None:
    luoshi("setup", "--government", "云泽市人民政府")
    assert "按软件自带的规则" in luoshi("rules")[1]
    (tmp_path / "规则.toml").write_text('ladder = "到期"\n', encoding="utf-8")
    assert luoshi("rules", "规则.toml") == (0, "“云泽市人民政府”的规则改了，0 项任务报过的都重新研判了。\n")
    assert luoshi("rules") == (0, 'ladder = "到期"\n')
    assert "打不开规则文件" in luoshi("rules", "没有.toml")[1]
    assert luoshi("rules", "--own")[0] == 0
    assert "按软件自带的规则" in luoshi("rules", "--government", "云泽市人民政府")[1]


def test_of_several_governments_one_must_be_named(luoshi: Luoshi) -> None:
    for name in ("云泽市人民政府", "栖梧市人民政府"):
        luoshi("setup", "--government", name)
    for asked in (("rules",), ("rules", "--government", "没有市")):
        assert luoshi(*asked)[1].endswith("这里有：云泽市人民政府、栖梧市人民政府。\n")


def test_documents_are_loaded_and_what_cannot_be_is_told(luoshi: Luoshi, tmp_path: Path) -> None:
    luoshi("setup", "--government", "云泽市人民政府")
    (tmp_path / "空.txt").write_bytes(b"")
    code, told = luoshi("load", DEMO / "plan-2026.xlsx", "空.txt", "没有.txt", DEMO / "progress-2026-q1.xlsx")
    assert code == 2
    assert "读出 58 项，请在浏览器里核对、入册。" in told
    assert "空.txt：" in told
    assert "没有.txt：打不开这个文件（没有这个文件，请检查路径和文件名）。" in told
    assert "请先导入、入册" in told
    assert luoshi("journal", "verify") == (0, "8 条审计日志都完好。\n")


def test_a_backup_brings_everything_back_and_a_damaged_one_changes_nothing(luoshi: Luoshi, tmp_path: Path) -> None:
    luoshi("setup", "--government", "云泽市人民政府")
    assert luoshi("backup", "-o", "备份.luoshi")[0] == 0
    assert luoshi("load", DEMO / "plan-2026.xlsx")[0] == 0
    assert "8 条" in luoshi("journal", "verify")[1]
    backup = tmp_path / "备份.luoshi"
    (tmp_path / "坏的.luoshi").write_bytes(backup.read_bytes()[:-200])
    assert "已经损坏" in luoshi("restore", "坏的.luoshi", "--replace")[1]
    assert "请加 --replace" in luoshi("restore", "备份.luoshi")[1]
    code, told = luoshi("restore", "备份.luoshi", "--replace")
    assert code == 0
    restored = re.fullmatch(r"恢复到\d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2} 的样子。\n原来的数据在 (\S+)。\n", told)
    assert restored
    assert Path(restored[1]).stat().st_size > 0
    assert "7 条" in luoshi("journal", "verify")[1]
