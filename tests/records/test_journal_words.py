"""Every verb of the journal has its words."""

import re

from luoshi.records.journal.words import ACTIONS, action_words
from tests.reference import REPOSITORY

# under_way.did("correct_wording", … | _move(under_way, report, state, "accept_report", …
VERB = re.compile(r'(?:\bdid\(\s*|\b_move\([^"()]*)"(?P<verb>[a-z_]+)"')


def test_what_is_written_to_the_journal_can_be_read_there() -> None:
    files = (REPOSITORY / "src" / "luoshi" / "records").rglob("*.py")
    verbs = {match["verb"] for file in files for match in VERB.finditer(file.read_text("utf-8"))}
    assert {"correct_wording", "accept_report", "import_plan"} <= verbs
    assert verbs - ACTIONS.keys() == set()
    assert action_words("correct_wording") == "更正文字"
