"""The page of licences: every distribution that Luoshi runs on, is built with or is developed with, as installed."""

import tomllib
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PAGE = Path(__file__).parent / "licences.md"

_HEAD = """# Licences

Luoshi itself: [Apache-2.0](../LICENSE). The lists below are made from the metadata of what is installed
(`python -m docs`) and compared with it by the tests; the exact versions are pinned with their hashes in
`requirements/run.txt` and `requirements/dev.txt`.

No dependency is copied into this repository, and none is needed but these. Some wheels carry others' libraries, under
licences of the same kind: pypdfium2 carries PDFium (BSD-3-Clause, Apache-2.0), lxml carries libxml2 and libxslt (MIT),
pillow carries image codecs and FreeType, python-calamine Rust crates (MIT, Apache-2.0), selectolax carries Lexbor
(Apache-2.0), django-htmx carries htmx (0BSD), axe-playwright-python carries axe-core (MPL-2.0, for tests). The pages
take Bootstrap's style sheet and Tabler's icons (both MIT) from npm at build time. docxtpl and psycopg are under the
Lesser General Public License, which lets programs of another licence use them as they are. LibreOffice (MPL-2.0) is no
dependency: where it is installed it is asked to convert old Word files.
"""

# What distributions write where the standard asks for an SPDX expression
_SPDX = {
    "MIT License": "MIT",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD license (see license.txt for details), Copyright (c) 2000-2025, ReportLab Inc.": "BSD-3-Clause",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}


def find_licence(name: str) -> str:
    """The licence that an installed distribution states, as an SPDX expression where it is a known one."""
    metadata = distribution(name).metadata
    named = ((metadata.get_all(field) or [""])[0].splitlines() for field in ("License-Expression", "License"))
    told = [line for lines in named for line in lines[:1]]
    told += [line.rpartition(" :: ")[2] for line in metadata.get_all("Classifier") or [] if line.startswith("License")]
    stated = next(filter(None, told), None) or _headline(name)
    return _SPDX.get(stated, stated)


def _headline(name: str) -> str:
    """The first line of the licence that comes with a distribution whose metadata name none."""
    files = [file for file in distribution(name).files or () if file.name.startswith(("LICENSE", "LICENCE"))]
    lines = (line.strip() for file in files for line in file.read_text().splitlines())
    return next(filter(None, lines), "unknown")


def find_closure(requirements: Iterable[str]) -> frozenset[str]:
    """The names of the distributions that these requirements need on this machine, their own needs included."""
    names: set[str] = set()
    waiting = [(Requirement(text), frozenset({""})) for text in requirements]
    while waiting:
        requirement, extras = waiting.pop()
        is_needed = requirement.marker is None or any(requirement.marker.evaluate({"extra": each}) for each in extras)
        if not is_needed or distribution(requirement.name).name in names:
            continue
        found = distribution(requirement.name)
        names.add(found.name)
        wanted = frozenset({"", *requirement.extras})
        waiting.extend((Requirement(text), wanted) for text in found.requires or ())
    return frozenset(names)


def _section(title: str, names: Iterable[str]) -> str:
    found = (distribution(name) for name in sorted(names, key=str.lower))
    rows = (f"| {each.name} | {each.version} | {find_licence(each.name)} |" for each in found)
    return "\n".join([f"\n## {title}\n", "| Distribution | Version | Licence |", "| --- | --- | --- |", *rows, ""])


def write_licences() -> str:
    """The text of `docs/licences.md`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    run, build = find_closure(project["project"]["dependencies"]), find_closure(groups["build"])
    develop = find_closure(groups["dev"])
    return "".join(
        [
            _HEAD,
            _section("To run", run),
            _section("To build and install", build - run),
            _section("To develop and test", develop - run - build),
        ]
    )
