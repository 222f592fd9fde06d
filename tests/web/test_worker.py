"""How a process that answers requests is set up."""

import gc

from luoshi.site.gunicorn import post_worker_init


def test_a_worker_searches_for_cycles_seldom_and_not_in_what_was_loaded() -> None:
    before = gc.get_threshold()
    try:
        post_worker_init(None)
        assert gc.isenabled()
        assert gc.get_threshold() > before
        assert gc.get_freeze_count()
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
