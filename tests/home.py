"""Tests keep their own home folder: no key or database of the person who runs them is touched, no telephone needed."""

import atexit
import os
import shutil
import tempfile

os.environ["LUOSHI_SECOND_FACTOR"] = "optional"
# Python's line editor leaves a width of 80 to the processes that share the tests
os.environ.pop("COLUMNS", None)
os.environ["LUOSHI_HOME"] = tempfile.mkdtemp(prefix="luoshi-tests-")
atexit.register(shutil.rmtree, os.environ["LUOSHI_HOME"], ignore_errors=True)
