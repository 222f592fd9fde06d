"""The sandbox: what a worker answers comes back, and whatever it does wrong becomes one sentence for the user."""

import os
from pathlib import Path

import pytest

from luoshi.errors import Damaged, Encrypted, SourceError, TooLarge
from luoshi.source import sandbox

SMALL = sandbox.Limits(seconds=2, memory=256 * 1024 * 1024, output=1024 * 1024)


def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, content: bytes = b"") -> bytes:
    """What a worker with this body answers."""
    (tmp_path / "misbehaving.py").write_text(f"def work(content):\n    {body}\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    return sandbox.run("misbehaving", content, SMALL)


def test_the_answer_of_a_worker_comes_back_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = bytes(range(256)) * 2_000
    assert run(tmp_path, monkeypatch, "return content[::-1]", content) == content[::-1]


@pytest.mark.parametrize(
    ("body", "error", "word"),
    [
        ("import os; os.abort()", Damaged, "损坏"),
        ("import ctypes; ctypes.string_at(0)", Damaged, "损坏"),
        ("raise ValueError('unforeseen')", Damaged, "损坏"),
        ("from luoshi.errors import Encrypted; raise Encrypted('请取消密码。')", Encrypted, "请取消密码。"),
        ("from luoshi.errors import LuoshiError; raise LuoshiError('不是来源的错')", Damaged, "损坏"),
        ("return bytearray(2 ** 30)", TooLarge, "内存"),
        ("return bytes(2 ** 21)", TooLarge, "上限"),
        ("while True: pass", TooLarge, "规定时间"),
    ],
)
def test_a_worker_that_fails_becomes_an_error_with_a_sentence(
    body: str, error: type[SourceError], word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(error, match=word) as caught:
        run(tmp_path, monkeypatch, body)
    assert type(caught.value) is error


def test_a_worker_that_sleeps_is_stopped_by_the_clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_GRACE", -1)
    with pytest.raises(TooLarge, match="规定时间"):
        run(tmp_path, monkeypatch, "import time; time.sleep(30)")


def test_a_worker_is_waited_for_where_the_kernel_tells_no_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "pidfd_open", raising=False)
    assert run(tmp_path, monkeypatch, "return content[::-1]", b"abc") == b"cba"
    test_a_worker_that_sleeps_is_stopped_by_the_clock(tmp_path, monkeypatch)


def test_a_worker_inherits_no_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_WORD", "青禾")
    assert b"SECRET_WORD" not in run(tmp_path, monkeypatch, "import os; return repr([*os.environ]).encode()")


def test_a_worker_inherits_no_open_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "open.txt").open("w", encoding="utf-8") as file:
        body = f"import os; return os.path.realpath('/proc/self/fd/{file.fileno()}').encode()"
        assert b"open.txt" not in run(tmp_path, monkeypatch, body)


def test_a_worker_does_not_run_the_packages_above_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "outer"
    package.mkdir()
    (package / "__init__.py").write_text("raise RuntimeError", encoding="utf-8")
    (package / "inner.py").write_text("def work(content): return b'in'", encoding="utf-8")
    monkeypatch.setattr(sandbox, "_ROOT", tmp_path)
    assert sandbox.run("outer.inner", b"", SMALL) == b"in"
