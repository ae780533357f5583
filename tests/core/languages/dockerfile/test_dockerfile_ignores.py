"""What ignore comments in a Dockerfile are about."""

from __future__ import annotations

import pytest

from cloudlint.document import Document
from cloudlint.languages import NOWHERE
from cloudlint.suppressing.reading import ignores

# Source -> the text that the comment is about.
CASES = {
    "FROM a\n# cloudlint: ignore[x]\nRUN b\nRUN c\n": ["RUN b"],
    "FROM a\nRUN b && \\\n  # cloudlint: ignore[x]\n  c && \\\n  d\n": ["c && \\"],
    "FROM a\n\n# cloudlint: ignore[x]\nFROM b\nRUN c\nFROM d\n": ["FROM b\nRUN c"],
    "FROM a\n# cloudlint: ignore[x]\nRUN <<E\nb\nE\nRUN c\n": ["RUN <<E\nb\nE"],
}


@pytest.mark.parametrize("text", CASES)
def test_what_a_comment_is_about(text: str) -> None:
    (found,) = ignores(Document(f"{NOWHERE}/Dockerfile", text, "dockerfile"))
    assert [text[start:end] for start, end in found.covers] == CASES[text]
