"""The figure of a judged row that answers a target."""

from collections.abc import Mapping
from typing import Any

Json = Mapping[str, Any]


def answer_to(judged: Json, place: int) -> Json | None:
    """The figure that a target is judged by: what is done before what is on its way, a figure before a rate.

    Of several steps of one metric (一季度28%、二季度55%) the first one has the figure for all.
    """
    targets = judged["targets"]
    same = [index for index, target in enumerate(targets) if target["metric"] == targets[place]["metric"]]
    tied = [each for each in judged["measurements"] if each["for"] == place]
    tied = tied or [each for each in judged["measurements"] if each["for"] in same]
    figures = [each for each in tied if each["kind"] != "completion_rate"]
    return next(iter([*(each for each in figures if each["done"]), *tied]), None)
