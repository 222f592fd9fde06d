"""The targets of the reference sentences are found as their gold says: value, unit, comparator, kind and metric."""

from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType
from typing import Final

import pytest

from luoshi.language.targets import find_qualitative, find_targets
from tests import reference
from tests.gold.sentences import told_in_gold
from tests.reference import Json

pytestmark = pytest.mark.shared

LEAST: Final = {
    "targets value+unit+comparator": 0.97,
    "targets kind (of matched)": 0.96,
    "targets metric (of matched)": 0.96,
}


def names() -> list[object]:
    if not reference.IS_PRESENT:
        return [reference.absent]
    return [file.stem for file in sorted(reference.GOLD.glob("*.json"))]


@cache
def scored(name: str) -> Json:
    """F1 and the misses of each facet."""
    facets = scorer().Facets()
    for sentence in told_in_gold(reference.load(reference.GOLD / f"{name}.json")):
        text = sentence["text"]
        scorer().targets(facets, sentence["targets"], found(text), text[:40])
    return {facet: (facets.f1(facet), facets.misses.get(facet, [])) for facet in LEAST}


def found(text: str) -> list[Json]:
    return [
        {
            "metric": target.metric,
            "comparator": target.comparator,
            "value": str(target.value),
            "unit": target.unit,
            "kind": target.kind,
        }
        for target in find_targets(text)
    ]


@cache
def scorer() -> ModuleType:
    spec = spec_from_file_location("reference_scorer", reference.GOLD / "score.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("facet", LEAST)
@pytest.mark.parametrize("name", names())
def test_targets_are_found_as_the_gold_says(name: str, facet: str) -> None:
    f1, misses = scored(name)[facet]
    assert f1 >= LEAST[facet], misses[:5]


@pytest.mark.parametrize("name", names())
def test_promises_without_a_figure_are_found_as_the_gold_says(name: str) -> None:
    marked = [
        sentence
        for sentence in told_in_gold(reference.load(reference.GOLD / f"{name}.json"))
        if "qualitative" in sentence
    ]
    expected = [(item["text"], quote) for item in marked for quote in item["qualitative"] or []]
    spans = [
        (item["text"], item["text"][span.start : span.end])
        for item in marked
        for span in find_qualitative(item["text"])
    ]
    hits = len(set(expected) & set(spans))
    assert 2 * hits >= 0.95 * (len(expected) + len(spans))
