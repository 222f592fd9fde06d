"""`python -m docs` writes the pages that are made from the program itself."""

from docs import commands, flags, licences, rights, settings


def main() -> None:
    """Write the pages of commands, of checks, of licences, of rights and of settings."""
    commands.PAGE.write_text(commands.write_commands(), encoding="utf-8")
    flags.PAGE.write_text(flags.write_flags(), encoding="utf-8")
    licences.PAGE.write_text(licences.write_licences(), encoding="utf-8")
    rights.PAGE.write_text(rights.write_rights(), encoding="utf-8")
    settings.PAGE.write_text(settings.write_settings(), encoding="utf-8")


if __name__ == "__main__":
    main()
