"""`python -m luoshi` is `luoshi`."""

import sys

from luoshi.cli import main

sys.exit(main())
