from __future__ import annotations

from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cloudlint.globs import covered, covers

COVERED = [
    # pattern, text, covered?
    ("", "", True),
    ("", "a", False),
    ("*", "", True),
    ("a", "a", True),
    ("a", "A", False),
    ("a?c", "abc", True),
    ("a?c", "ac", False),
    ("s3:Get*", "s3:GetObject", True),
    ("*Object", "s3:GetObject", True),
    ("s3:*Object*", "s3:GetObjectAcl", True),
    ("a*b*c", "abcbc", True),
    ("a*b*c", "abcb", False),
    ("a.c", "abc", False),
    ("aws_s3_bucket.a[*]", 'aws_s3_bucket.a["x"]', True),
    ("a*" * 40, "a" * 500, True),
    ("a*" * 40 + "b", "a" * 500, False),
]


@pytest.mark.parametrize(("pattern", "text", "wanted"), COVERED)
def test_covers(pattern: str, text: str, wanted: bool) -> None:
    assert covers(pattern, text) is wanted


def test_covered() -> None:
    names = ["aws-s3-acl", "aws-s3-policy", "aws-sqs-policy", "aws", ""]
    assert list(covered("aws-s*-p*y", names)) == ["aws-s3-policy", "aws-sqs-policy"]
    assert list(covered("aws-s?-*", names)) == ["aws-s3-acl", "aws-s3-policy"]
    assert list(covered("aws", names)) == ["aws"]
    assert list(covered("*", names)) == names


@given(st.text("ab*?", max_size=8), st.text("ab", max_size=12))
def test_agrees_with_pythons_own(pattern: str, text: str) -> None:
    assert covers(pattern, text) is fnmatchcase(text, pattern)
