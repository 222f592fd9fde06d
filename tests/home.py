"""Tests keep their own home folder: no key and no database of the person who runs them is touched, and nobody needs a telephone."""

import os
import tempfile

os.environ["LUOSHI_SECOND_FACTOR"] = "optional"
os.environ["LUOSHI_HOME"] = tempfile.mkdtemp(prefix="luoshi-tests-")
