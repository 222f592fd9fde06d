"""The wheel holds all that the program needs: installed away from its sources it reads, judges and knows its pages."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
DEMO: Final = ROOT / "demo" / "documents"


def run(*arguments: str, folder: Path, path: str = "") -> str:
    command = [sys.executable, *arguments]
    environment = os.environ | {"PYTHONPATH": path, "LUOSHI_HOME": str(folder / "home"), "DATABASE_URL": ""}
    result = subprocess.run(  # noqa: S603 - our own interpreter
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing in it but what the wheel brought."""
    folder = tmp_path_factory.mktemp("elsewhere")
    run("-m", "build", "--no-isolation", "--wheel", "--outdir", str(folder), str(ROOT), folder=folder)
    (wheel,) = folder.glob("*.whl")
    run("-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder / "packages"), str(wheel), folder=folder)
    return folder


def members(folder: Path) -> set[str]:
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {str(path) for path in files if path.suffix != ".pyc"}


def test_nothing_of_the_package_is_left_behind(elsewhere: Path) -> None:
    assert members(elsewhere / "packages" / "luoshi") == members(ROOT / "src" / "luoshi")


def test_what_was_installed_elsewhere_reads_and_sets_a_register_up(elsewhere: Path) -> None:
    path = str(elsewhere / "packages")
    place = run("-c", "import luoshi; print(luoshi.__file__)", folder=elsewhere, path=path)
    assert Path(place.strip()).is_relative_to(elsewhere)
    read = run("-m", "luoshi", "read", str(DEMO / "plan-2026.xlsx"), "--format", "json", folder=elsewhere, path=path)
    assert '"kind": "plan"' in read
    run("-m", "luoshi", "setup", "--government", "青川市人民政府", folder=elsewhere, path=path)
    run("-m", "luoshi", "journal", "verify", folder=elsewhere, path=path)
