"""Tests keep their own home folder: no key or database of the person who runs them is touched, no telephone needed."""

import os
import tempfile

os.environ["LUOSHI_SECOND_FACTOR"] = "optional"
os.environ["LUOSHI_HOME"] = tempfile.mkdtemp(prefix="luoshi-tests-")
