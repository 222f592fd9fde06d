"""The process beside the server."""

import subprocess
import sys

from luoshi.records.people.actor import Actor
from luoshi.records.register.actions.plans import correct_wording
from luoshi.records.register.models import Plan, Unrelated
from luoshi.site import upkeep


def test_it_compares_what_was_corrected(alice: Actor, plan: Plan) -> None:
    correct_wording(actor=alice, task=plan.tasks.all()[0], text="举办龙舟赛一场。", reason="试一下")
    assert Unrelated.objects.count() == 1
    assert upkeep.work() >= 0
    assert not Unrelated.objects.exists()


def test_it_ends_where_the_server_is_gone() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as server:
        server.wait()
    subprocess.run([sys.executable, "-m", "luoshi.site.upkeep", str(server.pid)], check=True, timeout=60)  # noqa: S603 (our own)
