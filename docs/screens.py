"""`python -m docs.screens` photographs the register's pages in the demo city for the guides and the README."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).parent / "pictures"
DOCUMENT = Path(__file__).parents[1] / "demo" / "documents" / "plan-2026.xlsx"
WIDTH, HEIGHT = 1280, 820
# Picture → who looks at which page
SCREENS = {
    "register": ("ducha", "/tasks/?group=leader"),
    "task": ("ducha", "/tasks/?words=大学生"),
    "import": ("ducha", "/imports/"),
    "units": ("ducha", "/units/posts/"),
    "unit-tasks": ("jiaoyu", "/tasks/"),
    "notice": ("ducha", "/notices/?show=waiting"),
    "figures": ("ducha", "/tasks/?words=大学生"),
    "sign": ("jiaoyu2", "/reports/"),
    "people": ("xitong", "/people/"),
    "journal": ("shenji", "/journal/"),
}


@contextmanager
def demo_city() -> Iterator[tuple[str, dict[str, str]]]:
    """The city's register in a folder of its own, served: the address, and passwords by user name."""
    with TemporaryDirectory() as home:
        os.environ["LUOSHI_HOME"] = home
        from demo import serve

        serve.HOME = Path(home)
        serve.LOGINS = Path(home) / "logins.json"
        passwords = {name: password for _, name, password in serve.prepare()}
        address = f"127.0.0.1:{serve.free_port()}"
        command = [sys.executable, "-m", "luoshi", "serve", "--bind", address]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603 - all of it is ours
        try:
            yield f"http://{address}", passwords
        finally:
            server.terminate()
            server.wait()


def wait_for(address: str) -> None:
    """Until the server answers."""
    for _ in range(60):
        try:
            urlopen(f"{address}/accounts/login/").close()  # noqa: S310 - an address of this machine
        except OSError:
            time.sleep(0.5)
        else:
            return


def visit(browser: Browser, address: str, name: str, password: str) -> Page:
    """A page of somebody who has signed in."""
    page = browser.new_context(base_url=address, viewport={"width": WIDTH, "height": HEIGHT}).new_page()
    page.goto("/accounts/login/")
    page.fill("#id_login", name)
    page.fill("#id_password", password)
    page.click("main button[type=submit]")
    page.wait_for_load_state()
    return page


def open_screen(page: Page, picture: str, path: str) -> None:
    """Go to a page, and into it where the picture is of what lies behind."""
    page.goto(path)
    if picture in {"task", "figures"}:
        page.locator(".ledger .tx a").first.click()
    if picture == "figures":
        page.locator("a[href$='/figures/']").first.click()
    if picture == "sign":
        page.locator("main a:has-text('看过签发')").first.click()
    if picture == "notice":
        page.locator("tbody tr:has-text('已答复') th a").first.click()
    if picture == "import":
        page.set_input_files("input[type=file]", DOCUMENT)
        # The city has it in its register already; here it is as it was the first time
        page.select_option("#revises", "new")
        page.click("button:has-text('读出来核对')")
    page.wait_for_load_state()


def main() -> None:
    """Photograph them all, in few colours."""
    program = which("chromium") or which("chrome") or sys.exit("需要 Chromium：请安装 chromium。")
    with demo_city() as (address, passwords), sync_playwright() as playwright:
        wait_for(address)
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--lang=zh-CN"])
        for picture, (name, path) in SCREENS.items():
            page = visit(browser, address, name, passwords[name])
            open_screen(page, picture, path)
            file = FOLDER / f"{picture}.png"
            page.screenshot(path=file)
            page.context.close()
            Image.open(file).convert("RGB").quantize(192).save(file, optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
