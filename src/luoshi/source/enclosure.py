"""What runs inside the sandbox: bytes on standard input, a module's `work` on them, bytes on standard output.

Started by `sandbox.run` as a script of its own. Packages are entered without running their `__init__` (which would
import every reader), so that a worker pays only for what it uses.
"""

import gc
import importlib
import sys
from contextlib import suppress
from types import ModuleType
from typing import Final

REFUSED: Final = 3
"""Exit status: standard output holds the name of an error and its sentence, parted by a line feed."""

OUT_OF_MEMORY: Final = 4
OUT_OF_SPACE: Final = 5


def main() -> int:
    """Work on standard input as the arguments say: module, its root folder, seconds, memory, output, search path."""
    module, root, seconds, memory, output, *search = sys.argv[1:]
    sys.path[:] = [*sys.path, *search]
    gc.disable()  # the process ends with its answer, and its memory is bounded
    _limit(int(seconds), int(memory), int(output))
    _enter_packages(module, root)
    try:
        result: bytes = importlib.import_module(module).work(sys.stdin.buffer.read())
        return _answer(result)
    except MemoryError:
        return OUT_OF_MEMORY
    except Exception as error:
        if type(error).__module__ != "luoshi.errors":
            raise
        _answer(f"{type(error).__name__}\n{error}".encode())
        return REFUSED


def _limit(seconds: int, memory: int, output: int) -> None:
    """Bounds the kernel holds; a system without them (Windows) still has the parent's clock."""
    with suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_FSIZE, (output, output))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _enter_packages(module: str, root: str) -> None:
    """Make the packages above `module` importable without executing them."""
    names = module.split(".")[:-1]
    for depth in range(1, len(names) + 1):
        package = ModuleType(".".join(names[:depth]))
        package.__path__ = ["/".join([root, *names[:depth]])]
        sys.modules[package.__name__] = package


def _answer(result: bytes) -> int:
    try:
        sys.stdout.buffer.write(result)
        sys.stdout.buffer.flush()
    except OSError:
        return OUT_OF_SPACE
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
