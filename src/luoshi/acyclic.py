"""Work whose values hold no cycles: they are freed by their counts alone, and looking for cycles would only cost time.

Of a long text a third of the time went into that, and the more, the longer it was.
"""

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def acyclic(work: Callable[P, T]) -> Callable[P, T]:
    """The same work, with Python's search for cycles at rest meanwhile; after it all is as it was before."""

    @wraps(work)
    def done(*args: P.args, **kwargs: P.kwargs) -> T:
        was_searching = gc.isenabled()
        gc.disable()
        try:
            return work(*args, **kwargs)
        finally:
            if was_searching:
                gc.enable()

    return done
