"""Each numbered sentence of docs/security.md, and the tests that prove it."""

from __future__ import annotations

import ast
import re

from tests.conftest import ROOT

HERE = "tests/hostile/"
PROOFS: dict[int, tuple[str, ...]] = {
    1: ("test_git_is_not_made_to_run_anything.py::test_nothing_is_run",),
    2: ("test_git_is_not_made_to_run_anything.py::program_in_folder",),
    3: ("test_nothing_is_run_or_fetched.py::test_the_program_does_not_import_from_the_folder",),
    4: ("test_nothing_is_run_or_fetched.py::test_nothing_is_started_and_no_connection_opened",),
    5: ("test_nothing_is_run_or_fetched.py::test_nothing_is_started_and_no_connection_opened",),
    6: ("test_git_is_not_made_to_run_anything.py::missing_objects",),
    7: ("test_nothing_outside_is_reached.py::test_no_expression_reads_outside",),
    8: ("test_nothing_outside_is_reached.py::test_links_out_are_told_and_not_followed",),
    9: (
        "test_nothing_outside_is_reached.py::test_settings_that_are_found_name_nothing_outside",
        "test_nothing_outside_is_reached.py::test_settings_that_are_asked_for_may",
    ),
    10: ("test_nothing_outside_is_reached.py::test_no_link_makes_us_write_outside",),
    11: ("test_nothing_outside_is_reached.py::test_pipes_and_devices_are_not_waited_for",),
    12: ("test_texts_that_exhaust.py::test_50_megabytes_are_not_read",),
    13: (
        "test_texts_that_exhaust.py::test_it_is_judged",
        "../core/test_globs.py::test_covers",
        "../core/test_ignoring.py::test_patterns",
    ),
    14: ("test_texts_that_exhaust.py::test_it_is_judged",),
    15: ("test_names_and_texts_that_inject.py::test_a_terminal_shows_them_as_they_are",),
    16: (
        "test_names_and_texts_that_inject.py::test_a_page_holds_no_element_of_theirs",
        "test_names_and_texts_that_inject.py::test_a_log_holds_no_command_of_theirs",
    ),
    17: ("test_names_and_texts_that_inject.py::test_reports_for_programs_can_be_read",),
    18: (
        "test_files_stay_whole.py::test_a_full_disk_changes_nothing",
        "../cli/test_fix.py::test_killed_at_any_moment_every_file_is_whole",
    ),
    19: (
        "test_files_stay_whole.py::test_two_fixers_at_once",
        "../cli/test_fix.py::test_no_file_is_written_where_one_has_changed_meanwhile",
    ),
    20: ("test_nothing_outside_is_reached.py::test_settings_can_be_left_unread",),
}


def test_every_sentence_is_proven() -> None:
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    numbers = [int(number) for number in re.findall(r"^(\d+)\. ", page, re.MULTILINE)]
    assert numbers == sorted(PROOFS)


def test_the_proofs_are_there() -> None:
    for proofs in PROOFS.values():
        for proof in proofs:
            file, _, name = proof.partition("::")
            tree = ast.parse((ROOT / HERE / file).read_text(encoding="utf-8"))
            assert name in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}, proof
