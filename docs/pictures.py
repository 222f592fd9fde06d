"""`python -m docs.pictures` draws the README's pictures with Chromium: the demo on a terminal, and a marked page."""

import subprocess
import sys
from io import StringIO
from pathlib import Path
from shutil import which
from tempfile import NamedTemporaryFile

from demo.__main__ import OUT, run_demo
from PIL import Image
from rich.console import Console
from rich.terminal_theme import TerminalTheme

FOLDER = Path(__file__).parent / "pictures"
COLUMNS = 108
# Ink on paper, doubts in dark amber: as the pages of `luoshi show`
PAPER, INK, QUIET, AMBER = (255, 255, 255), (23, 33, 43), (96, 106, 116), (148, 98, 0)
THEME = TerminalTheme(PAPER, INK, [INK, INK, INK, AMBER, INK, INK, INK, QUIET])
LINE = 25
# A Chinese character is exactly as wide as two Latin ones; ▲ and — are narrow, as on most terminals
FORMAT = """<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<style>@font-face {{ font-family: narrow; src: local("DejaVu Sans Mono"); size-adjust: 83.05%;
unicode-range: U+2014, U+25B2 }} body {{ margin: 20px 24px; background: {background}; color: {foreground} }}
pre {{ margin: 0; font: 17px/25px narrow, "Noto Sans Mono CJK SC", monospace }}</style><pre>{code}</pre></html>"""


def photograph(page: Path, picture: Path, width: int, height: int) -> None:
    """Draw an HTML page as a PNG of that size, in few colours."""
    program = which("chromium") or which("chrome") or sys.exit("需要 Chromium：请安装 chromium。")
    switches = ["--headless", "--no-sandbox", "--hide-scrollbars", "--force-device-scale-factor=1.5"]
    size, target = f"--window-size={width},{height}", f"--screenshot={picture}"
    subprocess.run([program, *switches, size, target, page.as_uri()], check=True, capture_output=True)  # noqa: S603 - the path comes from `which`, the page is ours
    Image.open(picture).convert("RGB").quantize(64).save(picture, optimize=True)


def main() -> None:
    """Draw both pictures."""
    FOLDER.mkdir(exist_ok=True)
    console = Console(record=True, width=COLUMNS, file=StringIO(), force_terminal=True, highlight=False)
    run_demo(console, OUT)
    height = console.export_text(clear=False).count("\n") * LINE + 40
    with NamedTemporaryFile("w", suffix=".html", encoding="utf-8") as terminal:
        terminal.write(console.export_html(theme=THEME, code_format=FORMAT, inline_styles=True))
        terminal.flush()
        photograph(Path(terminal.name), FOLDER / "demo.png", 980, height)
    photograph(OUT / "plan-2026.html", FOLDER / "show.png", 1340, 900)


if __name__ == "__main__":
    main()
