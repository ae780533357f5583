"""The fix engine: all or nothing, overlap waits, passes are bounded, a fix is tried before it is offered."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping

from hypothesis import example, given
from hypothesis import strategies as st

from cloudlint.fixing import Judge, apply, prove, settle, verify
from cloudlint.model import HIGH, SAFE, UNSAFE, Edit, Finding, Fix, Span

PATH = "/p/main.tf"
OTHER = "/p/other.tf"
TEXT = "0123456789"


def edit(start: int, end: int, text: str, path: str = PATH) -> Edit:
    return Edit(Span(path, start, end), text)


def fix(*edits: Edit, title: str = "fix") -> Fix:
    return Fix(title, edits, SAFE)


def applied(*fixes: Fix, text: str = TEXT) -> tuple[str, int]:
    """The text after one pass, and how many fixes wait."""
    outcome = apply({PATH: text, OTHER: TEXT}, fixes)
    assert len(outcome.applied) + len(outcome.waiting) == len(set(fixes))
    return outcome.texts[PATH], len(outcome.waiting)


# ------------------------------------------------------------------ one pass


def test_one_pass() -> None:
    cases: list[tuple[str, list[Fix], str, int]] = [
        ("nothing", [], "0123456789", 0),
        ("replace", [fix(edit(2, 4, "x"))], "01x456789", 0),
        ("insert", [fix(edit(2, 2, "x"))], "01x23456789", 0),
        ("remove", [fix(edit(8, 10, ""))], "01234567", 0),
        ("two apart", [fix(edit(5, 6, "y")), fix(edit(2, 4, "x"))], "01x4y6789", 0),
        ("overlap waits", [fix(edit(3, 6, "y")), fix(edit(2, 4, "x"))], "01x456789", 1),
        ("touch waits", [fix(edit(4, 6, "y")), fix(edit(2, 4, "x"))], "01x456789", 1),
        ("inserts at one place wait", [fix(edit(4, 4, "y")), fix(edit(4, 4, "x"))], "0123x456789", 1),
        ("one inside another waits", [fix(edit(2, 9, "x")), fix(edit(4, 5, "y"))], "01x9", 1),
        ("identical fixes count once", [fix(edit(2, 4, "x")), fix(edit(2, 4, "x"))], "01x456789", 0),
        ("identical edits count once", [fix(edit(2, 4, "x")), fix(edit(2, 4, "x"), edit(8, 9, "y"))], "01x4567y9", 0),
        ("all or nothing", [fix(edit(0, 1, "a")), fix(edit(1, 2, "b"), edit(8, 9, "y"))], "a123456789", 1),
        ("edits of one fix may touch", [fix(edit(2, 4, "x"), edit(4, 5, "y"), edit(5, 5, "z"))], "01xyz56789", 0),
        ("a fix at odds with itself never fits", [fix(edit(2, 5, "x"), edit(4, 6, "y"))], "0123456789", 1),
        ("past the end", [fix(edit(9, 11, "x"))], "0123456789", 1),
        ("an unknown file", [fix(edit(0, 1, "x", "/elsewhere"))], "0123456789", 1),
        ("two files", [fix(edit(0, 1, "x"), edit(0, 1, "x", OTHER))], "x123456789", 0),
    ]
    for name, fixes, text, waiting in cases:
        assert applied(*fixes) == (text, waiting), name


def test_a_fix_in_two_files_waits_as_a_whole() -> None:
    first, second = fix(edit(0, 2, "x", OTHER)), fix(edit(0, 1, "y"), edit(1, 3, "z", OTHER))
    outcome = apply({PATH: TEXT, OTHER: TEXT}, [first, second])
    assert outcome.waiting == (first,)  # by path, then place: /p/main.tf comes first
    assert outcome.texts == {PATH: "y123456789", OTHER: "0z3456789"}


edits = st.builds(
    lambda start, length, text: edit(start, min(start + length, 40), text),
    st.integers(0, 40),
    st.integers(0, 6),
    st.text("xy\n", max_size=3),
)
fixes = st.lists(
    st.builds(lambda edits, title: fix(*edits, title=title), st.lists(edits, min_size=1, max_size=3), st.just("t")),
    max_size=8,
)
BODY = "".join(chr(0x100 + index) for index in range(40))  # every character is one of a kind


TWICE_AT_THE_START = [edit(0, 0, ""), edit(0, 0, ""), edit(0, 1, "")]


@given(fixes, st.integers())
@example([fix(*TWICE_AT_THE_START), fix(*TWICE_AT_THE_START[::2], TWICE_AT_THE_START[1])], 1)  # the same, otherwise put
def test_order_makes_no_difference(fixes: list[Fix], seed: int) -> None:
    shuffled = fixes[:]
    random.Random(seed).shuffle(shuffled)
    assert apply({PATH: BODY}, fixes) == apply({PATH: BODY}, shuffled)


@given(fixes)
def test_text_outside_the_edits_is_untouched(fixes: list[Fix]) -> None:
    outcome = apply({PATH: BODY}, fixes)
    removed = {at for fix in outcome.applied for span, _ in fix.edits for at in range(span.start, span.end)}
    kept = [char for at, char in enumerate(BODY) if at not in removed]
    assert [char for char in outcome.texts[PATH] if char in BODY] == kept


@given(fixes, st.data())
def test_any_subset_of_what_applied_applies(fixes: list[Fix], data: st.DataObject) -> None:
    outcome = apply({PATH: BODY}, fixes)
    subset = [fix for fix in outcome.applied if data.draw(st.booleans())]
    assert set(apply({PATH: BODY}, subset).applied) == set(subset)


# ------------------------------------------------------------------ until settled


def judge(texts: Mapping[str, str]) -> list[Finding]:
    """A rule a letter: `a` is to be `A`; `b` wants a `!` behind it; `u` and `v` undo each other; `(` and `)` break."""
    wishes = {"a": "A", "u": "v", "v": "u", "p": "(", "c": "a", "k": "k "}
    found = []
    for path, text in texts.items():
        for match in re.finditer(r"[auvpck]|b(?!!)", text):
            letter = match[0]
            if letter == "b":
                change = Edit(Span(path, match.end(), match.end()), "!")
            else:
                change = Edit(Span(path, *match.span()), wishes[letter])
            span = Span(path, *match.span())
            found.append(Finding(f"rule-{letter}", HIGH, "bad", span, f"at-{letter}", fix=fix(change)))
    return found


def brackets(path: str, text: str) -> int:
    return abs(text.count("(") - text.count(")"))


def test_settling() -> None:
    cases = [
        ("nothing to do", "xyz", "xyz", 0, []),
        ("one pass", "a.a.b", "A.A.b!", 3, []),
        ("what touches waits for a later pass", "aaaa", "AAAA", 4, []),
        ("many passes", "a" * 30, "A" * 30, 30, []),
        ("a fix that brings another finding", "c.a", "c.A", 1, [("rule-c", "it brings rule-a: bad")]),
        ("a fix that breaks the syntax", "p.a", "p.A", 1, [("rule-p", "it breaks the syntax")]),
        ("a fix that does not end its finding", "a.k.a", "A.k.A", 2, [("rule-k", "the finding stays")]),
        ("fixes that undo each other", "u.a", "u.A", 1, [("rule-u", "it brings rule-v: bad")]),
    ]
    for name, before, after, fixed, refused in cases:
        settled = settle({PATH: before}, judge, problems=brackets)
        assert settled.texts[PATH] == after, name
        assert len(settled.fixed) == fixed, name
        assert [(refusal.finding.rule, refusal.reason) for refusal in settled.refused] == refused, name


def test_what_is_sound_survives_among_much_that_is_not() -> None:
    text = ".".join(["a"] * 40 + ["k"] * 3 + ["b"] * 20 + ["p"] * 3)
    settled = settle({PATH: text}, numbered(judge), problems=brackets)
    assert settled.texts[PATH] == ".".join(["A"] * 40 + ["k"] * 3 + ["b!"] * 20 + ["p"] * 3)
    assert sorted(refusal.finding.rule for refusal in settled.refused) == ["rule-k"] * 3 + ["rule-p"] * 3


def numbered(judge: Judge) -> Judge:
    """The same findings, each of a resource of its own."""

    def judged(texts: Mapping[str, str]) -> list[Finding]:
        return [finding._replace(resource=str(dots_before(texts, finding))) for finding in judge(texts)]

    return judged


def dots_before(texts: Mapping[str, str], finding: Finding) -> int:
    return texts[finding.span.path].count(".", 0, finding.span.start)


def test_one_fix_of_two_findings_of_which_it_ends_one() -> None:
    def two(texts: Mapping[str, str]) -> list[Finding]:
        found = judge(texts)
        stays = Finding("rule-stays", HIGH, "bad", Span(PATH, 0, 1), "at-a", fix=found[0].fix if found else None)
        return [*found, stays]

    settled = settle({PATH: "a"}, two)
    assert settled.texts[PATH] == "A"
    assert [finding.rule for finding in settled.fixed] == ["rule-a"]
    assert [(refusal.finding.rule, refusal.reason) for refusal in settled.refused] == [
        ("rule-stays", "the finding stays")
    ]


def test_what_was_refused_is_tried_again_once_other_things_are_fixed() -> None:
    def odd(texts: Mapping[str, str]) -> list[Finding]:
        """A 1 is to be a 2, an x a y, and a 2 beside an x is wrong."""
        found = []
        for letter, new in (("1", "2"), ("x", "y")):
            at = texts[PATH].find(letter)
            if at >= 0:
                edits = (Edit(Span(PATH, at, at + 1), new),)
                found.append(Finding(f"rule-{letter}", HIGH, "bad", Span(PATH, at, at + 1), "", fix=fix(*edits)))
        if "2" in texts[PATH] and "x" in texts[PATH]:
            found.append(Finding("rule-2x", HIGH, "bad", Span(PATH, 0, 1), ""))
        return found

    settled = settle({PATH: "1x"}, odd)  # they touch: the 2 is tried first
    assert (settled.texts[PATH], settled.refused) == ("2y", ())


def test_a_sound_pass_costs_one_judgement() -> None:
    judged: list[str] = []

    def counting(texts: Mapping[str, str]) -> list[Finding]:
        judged.append(texts[PATH])
        return judge(texts)

    settle({PATH: "a.aa.b"}, counting)
    assert judged == ["a.aa.b", "A.Aa.b!", "A.AA.b!"]


def test_many_that_are_refused_cost_two_judgements_each() -> None:
    for wrong in ("k", "c"):  # the finding stays; the fix brings another
        judged: list[str] = []

        def counting(texts: Mapping[str, str], judged: list[str] = judged) -> list[Finding]:
            judged.append(texts[PATH])
            return list(numbered(judge)(texts))

        text = ".".join(["b", *[wrong] * 40])
        assert len(prove({PATH: text}, counting({PATH: text}), counting, brackets).refused) == 40
        assert len(judged) < 2 * 40 + 4


def test_only_what_is_wanted() -> None:
    settled = settle({PATH: "a.b"}, judge, lambda finding: finding.rule == "rule-a")
    assert settled.texts[PATH] == "A.b"
    assert [finding.rule for finding in settled.remaining] == ["rule-b"]


@given(st.text("abcx. \n", max_size=30))
def test_fixing_twice_is_fixing_once(text: str) -> None:
    once = settle({PATH: text}, judge).texts
    assert settle(once, judge).texts == once
    assert not settle(once, judge).fixed


# ------------------------------------------------------------------ trying before offering


def test_verifying() -> None:
    cases = [
        ("a", "a", ""),
        ("k", "k", "the finding stays"),
        ("u", "u", "it brings rule-v: bad"),
        ("p", "p", "it breaks the syntax"),
        ("p in a file that was broken before", ")p", ""),
    ]
    for name, text, reason in cases:
        findings = judge({PATH: text})
        assert verify({PATH: text}, findings[0], findings, judge, brackets) == reason, name


def test_verifying_edits_that_do_not_fit() -> None:
    finding = judge({PATH: "a"})[0]._replace(fix=fix(edit(5, 6, "x")))
    assert verify({PATH: "a"}, finding, [finding], judge, brackets) == "its edits do not fit the text"


def test_proving_keeps_findings_and_drops_untrusted_fixes() -> None:
    text = "aa.k.u.p.b.a"
    findings = judge({PATH: text})
    proven = prove({PATH: text}, findings, judge, brackets)
    assert [finding._replace(fix=None) for finding in proven.findings] == [
        finding._replace(fix=None) for finding in findings
    ]
    assert [finding.rule for finding in proven.findings if finding.fix] == ["rule-a", "rule-a", "rule-b", "rule-a"]
    assert [(refusal.finding.rule, refusal.reason) for refusal in proven.refused] == [
        ("rule-k", "the finding stays"),
        ("rule-u", "it brings rule-v: bad"),
        ("rule-p", "it breaks the syntax"),
    ]


def test_proving_a_sound_file_costs_one_judgement() -> None:
    judged: list[str] = []

    def counting(texts: Mapping[str, str]) -> list[Finding]:
        judged.append(texts[PATH])
        return judge(texts)

    text = "a.a.a.b.b"
    assert not prove({PATH: text}, judge({PATH: text}), counting, brackets).refused
    assert judged == ["A.A.A.b!.b!"]


def test_the_same_edits_with_other_words_are_one_fix_of_two_findings() -> None:
    safe = fix(edit(0, 1, "A"), title="one")
    unsafe = Fix("two", safe.edits, UNSAFE)
    outcome = apply({PATH: "a"}, [safe, unsafe])
    assert (outcome.texts[PATH], outcome.waiting) == ("A", ())


def test_a_fix_may_leave_an_ignore_without_use() -> None:
    """What is mended need not be ignored any more: that is no reason to refuse the fix."""

    def unused_once_fixed(texts: Mapping[str, str]) -> list[Finding]:
        unused = Finding("ignore-unused", HIGH, "nothing is found here", Span(PATH, 0, 0))
        return judge(texts) or [unused]

    findings = judge({PATH: "a"})
    assert verify({PATH: "a"}, findings[0], findings, unused_once_fixed, brackets) == ""
