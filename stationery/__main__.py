"""`python -m stationery` writes the templates that the package ships."""

from stationery.templates import FOLDER, TEMPLATES, make


def main() -> None:
    """Write every template."""
    FOLDER.mkdir(exist_ok=True)
    for name in TEMPLATES:
        (FOLDER / f"{name}.docx").write_bytes(make(name))


if __name__ == "__main__":
    main()
