"""Trials: a group is judged when its texts are others than before, once for each state, and the answer is the whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cloudlint.document import Document
from cloudlint.model import HIGH, Finding, Span
from cloudlint.outcome import Outcome, place_of
from cloudlint.trying import Trials

TEXTS = {"/p/a": "x.x", "/p/b": "x", "/p/c": "...", "/p/d": "x"}
GROUPS = (("/p/a", "/p/c"), ("/p/b",), ("/p/d",))


def found_in(texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """Every `x` is wrong; in a group whose first file holds a `y`, so is every `.` of the others."""
    found = []
    for group in GROUPS:
        wrong = "x." if "y" in texts.get(group[0], "") else "x"
        for path in group:
            spans = (Span(path, at, at + 1) for at, char in enumerate(texts.get(path, "")) if char in wrong)
            found += [Finding("rule", HIGH, "bad", span) for span in spans]
    return tuple(sorted(found, key=place_of))


def trials(asked: list[list[str]], groups: tuple[tuple[str, ...], ...] = GROUPS) -> Trials:
    """Trials over TEXTS that note in `asked` which files are judged."""

    def judge(paths: Iterable[str], texts: Mapping[str, str]) -> Outcome:
        asked.append(sorted(paths))
        return Outcome(tuple(it for it in found_in({**TEXTS, **texts}) if it.span.path in asked[-1]))

    documents = {path: Document(path, text, "") for path, text in TEXTS.items()}
    settings = Finding("of-settings", HIGH, "unused", Span("/p/settings", 0, 1))
    before = Outcome((*found_in(TEXTS), settings), documents=documents, targets=tuple(TEXTS), groups=groups)
    return Trials(before, judge, lambda path, text: text.count("("))


def test_only_what_can_be_different_is_judged_and_once() -> None:
    cases: list[tuple[dict[str, str], list[list[str]]]] = [
        ({}, []),
        ({"/p/b": "."}, [["/p/b"]]),
        ({"/p/b": ".", "/p/d": "("}, [["/p/d"]]),
        ({"/p/a": "y"}, [["/p/a", "/p/c"]]),
        ({"/p/a": "y", "/p/b": ".", "/p/d": "("}, []),
        ({"/p/a": "y", "/p/c": ""}, [["/p/a", "/p/c"]]),
        ({}, []),
    ]
    asked: list[list[str]] = []
    tried = trials(asked)
    for changed, judged in cases:
        asked.clear()
        texts = {**TEXTS, **changed}
        findings = tried.findings(texts)
        assert asked == judged, changed
        assert [it for it in findings if it.rule == "rule"] == list(found_in(texts)), changed
        assert [it.rule for it in findings].count("of-settings") == 1, changed


def test_where_groups_are_not_known_all_is_judged() -> None:
    asked: list[list[str]] = []
    trials(asked, ()).findings({**TEXTS, "/p/b": "."})
    assert asked == [sorted(TEXTS)]


def test_syntax_is_looked_at_once() -> None:
    counted: list[str] = []

    def problems(path: str, text: str) -> int:
        counted.append(text)
        return len(text)

    tried = Trials(Outcome(), lambda paths, texts: Outcome(), problems)
    assert [tried.problems("/p/a", text) for text in ("(", "((", "(")] == [1, 2, 1]
    assert counted == ["(", "(("]
