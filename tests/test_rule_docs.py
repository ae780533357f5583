"""Every rule's documentation is held to its word: the examples are run, the fix is applied, the facts are checked.

Runs once for every rule; `pytest tests/test_rule_docs.py --rule=aws-s3-bucket-public-acl` runs one.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from cloudlint.cvss import severity_of
from cloudlint.documentation import Documentation, Example, parse
from cloudlint.model import SAFE
from cloudlint.rule import Rule
from cloudlint.standards import STANDARDS
from tests.conftest import CATALOG, ROOT
from tests.examples import fixed, judged

# Rules about something that no peer checks.
WITHOUT_PEER = frozenset(
    {
        "docker-tls-git-configured-unverified",
        "docker-run-world-writable",
        "compose-service-secret-in-environment",
        "kubernetes-secret-value-in-source",
        "docker-run-download-piped-to-shell",
        "aws-iam-policy-allows-all-but",
    }
)

# How controls of each standard are written (docs/standards.md).
CONTROLS = {
    "cis-aws-3.0": r"[1-5](\.\d{1,2}){1,2}",
    "cis-docker-1.6": r"[1-7]\.\d{1,2}",
    "gdpr": r"\d{1,2}(\(\d\))?(\([a-z]\))?",
    "hipaa": r"164\.3\d\d(\([a-z]+\)|\(\d+\))*",
    "iso-27001": r"A\.[5-8]\.\d{1,2}",
    "nist-800-53": r"[A-Z]{2}-\d{1,2}(\(\d{1,2}\))?",
    "nydfs-500": r"500\.\d{2}",
    "pci-dss-4.0": r"(1[0-2]|[1-9])(\.\d{1,2}){1,3}",
    "soc-2": r"(CC|A|C|PI|P)\d(\.\d{1,2})?",
}

ADVICE = {"ensure", "check", "no", "should", "must", "require", "enable", "disable"}


@pytest.fixture
def documentation(rule: Rule) -> Documentation:
    return parse(rule.documentation)


@pytest.fixture
def examples(documentation: Documentation) -> tuple[Example, ...]:
    return documentation.examples


# ------------------------------------------------------------------ the examples


def test_there_is_an_example(examples: tuple[Example, ...]) -> None:
    assert examples


def test_examples_are_complete(rule: Rule, examples: tuple[Example, ...]) -> None:
    for example in examples:
        for source in (example.bad, example.good):
            assert not judged(source, example.language).notices, f"{rule.id}: every line can be read\n{source}"


def test_bad_raises_this_rule(rule: Rule, examples: tuple[Example, ...]) -> None:
    for example in examples:
        found = judged(example.bad, example.language)
        assert found.of(rule.id), f"{rule.id} says nothing of\n{example.bad}\nundecided: {found.undecided}"


def test_good_does_not(rule: Rule, examples: tuple[Example, ...]) -> None:
    for example in examples:
        assert not judged(example.good, example.language).of(rule.id), f"{rule.id} finds fault with\n{example.good}"


def test_findings_are_well_formed(rule: Rule, examples: tuple[Example, ...]) -> None:
    for example in examples:
        for finding in judged(example.bad, example.language).of(rule.id):
            assert finding.severity == rule.severity
            assert 0 <= finding.span.start < finding.span.end <= len(example.bad)
            assert finding.message[0] not in " abcdefghijklmnopqrstuvwxyz", "a message starts like a sentence"
            assert not finding.message.endswith("."), "a message has no trailing period"
            assert "\n" not in finding.message
            assert "None" not in finding.message, "a message was made from a value that is not known"


# ----------------------------------------------------------------------- the fix


def test_findings_carry_the_declared_fix(rule: Rule, examples: tuple[Example, ...]) -> None:
    safeties = set()
    for example in examples:
        for finding in judged(example.bad, example.language).of(rule.id):
            safety = finding.fix.safety if finding.fix is not None else None
            assert (safety is None) == (rule.fixes is None), f"{rule.id} declares {rule.fixes}, but:\n{finding}"
            assert safety is None or rule.fixes is None or safety <= rule.fixes, f"safer than declared:\n{finding}"
            safeties.add(safety)
    assert rule.fixes in safeties, "no example shows a fix that is as safe as the rule declares"


def test_fixes_say_what_they_do(rule: Rule, examples: tuple[Example, ...]) -> None:
    for example in examples:
        for finding in judged(example.bad, example.language).of(rule.id):
            if finding.fix is not None:
                assert finding.fix.edits, "a fix without edits"
                assert finding.fix.title, "a fix without a title"
                assert not finding.fix.title.endswith("."), "a title has no period"
                assert "\n" not in finding.fix.title


def test_fixing_bad_gives_good(rule: Rule, examples: tuple[Example, ...]) -> None:
    for example in fixable(rule, examples):
        assert fixed(example.bad, example.language, rule.id) == example.good


def test_fixed_still_parses(rule: Rule, examples: tuple[Example, ...]) -> None:
    for example in fixable(rule, examples):
        result = fixed(example.bad, example.language, rule.id)
        assert not judged(result, example.language).notices, f"our parser refuses\n{result}"
        if example.language == "terraform":
            assert accepted_by_python_hcl2(result), f"python-hcl2 refuses\n{result}"


def test_fixing_again_changes_nothing(rule: Rule, examples: tuple[Example, ...]) -> None:
    for example in fixable(rule, examples):
        once = fixed(example.bad, example.language, rule.id)
        assert not judged(once, example.language).of(rule.id), f"still found after fixing\n{once}"
        assert fixed(once, example.language, rule.id) == once


def test_fix_raises_no_other_rule(rule: Rule, examples: tuple[Example, ...]) -> None:
    for example in fixable(rule, examples):
        before = Counter(finding.rule for finding in judged(example.bad, example.language).findings)
        result = fixed(example.bad, example.language, rule.id)
        after = Counter(finding.rule for finding in judged(result, example.language).findings)
        assert not after - before, f"fixing {rule.id} raises\n{result}"


def fixable(rule: Rule, examples: tuple[Example, ...]) -> tuple[Example, ...]:
    """The examples that a fix must turn from Bad into Good: all, unless the rule declares that it has none."""
    return examples if rule.fixes is not None else ()


def accepted_by_python_hcl2(text: str) -> bool:
    import hcl2

    try:
        hcl2.loads(text)
    except Exception:
        return False
    return True


# --------------------------------------------------------------------- the words


def test_id_states_the_bad_thing(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", rule.id)
    assert not ADVICE & set(rule.id.split("-")), "an id gives no advice"


def test_title_is_one_sentence(rule: Rule) -> None:
    first = rule.documentation.lstrip().partition("\n")[0]
    assert re.fullmatch(r"[A-Z`].{10,}\.", first), "the docstring starts with one sentence and its period"
    assert not re.search(r"[.!?] [A-Z]", first), "one sentence"
    assert len(rule.title) <= 90


def test_reason_is_given(documentation: Documentation) -> None:
    assert len(documentation.reason) >= 60, "why it matters, for a tired reader"
    assert documentation.reason.endswith(".")
    assert documentation.title not in documentation.reason, "the reason is more than the title"


def test_fix_section_explains_what_is_not_safe(rule: Rule, documentation: Documentation) -> None:
    if rule.fixes is None:
        assert documentation.fix, "`## Fix` says why no edit can be right"
        assert not re.match(r"(Safe|Unsafe|Manual): ", documentation.fix), "the rule declares no fix"
    elif rule.fixes is not SAFE:
        word = str(rule.fixes).capitalize()
        assert documentation.fix.startswith(f"{word}: "), f"`## Fix` begins with `{word}: ` and what may happen"


def test_see_holds_addresses(documentation: Documentation) -> None:
    assert documentation.see
    assert all(re.fullmatch(r"https://\S+", address) for address in documentation.see)


def test_words_are_our_own(rule: Rule, documentation: Documentation, peers: dict[str, str]) -> None:
    text = plain(f"{rule.title} {documentation.reason} {documentation.fix}")
    copied = [title for title in peers.values() if len(title.split()) >= 5 and plain(title) in text]
    assert not copied


# --------------------------------------------------------------------- the facts


def test_severity_is_what_the_vector_says(rule: Rule) -> None:
    assert re.fullmatch(r"AV:[NALP]/AC:[LH]/PR:[NLH]/UI:[NR]/S:[UC]/C:[HLN]/I:[HLN]/A:[HLN]", rule.cvss)
    assert rule.severity == severity_of(rule.cvss)


def test_standards_are_known(rule: Rule) -> None:
    assert rule.standards, "every rule serves at least one control"
    for standard, controls in rule.standards.items():
        assert standard in STANDARDS, f"{standard} is not listed in docs/standards.md"
        assert controls
        assert len(set(controls)) == len(controls)
        for control in controls:
            assert re.fullmatch(CONTROLS[standard], control), f"{control} is not how {standard} writes its controls"


def test_aliases_are_unique(rule: Rule) -> None:
    lowered = [alias.lower() for alias in rule.aliases]
    assert len(set(lowered)) == len(lowered)
    assert not set(lowered) & set(CATALOG.ids), "an alias is no id of ours"


def test_aliases_are_real_checks(rule: Rule, peers: dict[str, str]) -> None:
    assert rule.aliases or rule.id in WITHOUT_PEER
    assert [alias for alias in rule.aliases if alias not in peers] == []


def test_kinds_are_registered(rule: Rule) -> None:
    assert rule.registrations
    assert all(registration.kinds for registration in rule.registrations)


@pytest.mark.parametrize("standard", STANDARDS)
def test_standards_page_lists(standard: str) -> None:
    page = (ROOT / "docs" / "standards.md").read_text(encoding="utf-8")
    assert f"| `{standard}` | {STANDARDS[standard]} |" in page


@pytest.mark.parametrize("name", ["internal-error", "not-analysed", "syntax-error"])
def test_notices_are_documented_like_rules(name: str) -> None:
    notice = CATALOG.get(name)
    documentation = parse(notice.documentation)
    assert notice.id == name
    assert notice.severity == severity_of(notice.cvss)
    assert documentation.reason
    assert documentation.fix


def plain(text: str) -> str:
    """Lower case, words only, for comparing."""
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


@pytest.fixture(scope="session")
def peers(facts: Path) -> dict[str, str]:
    """Every id and alias of the peers' checks -> the title it has there."""
    known: dict[str, str] = {}
    with (facts / "catalogue.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            check = json.loads(line)
            for name in (check["id"], *check["aliases"]):
                known[name] = check["title"]
    return known
