from __future__ import annotations

from cloudlint.model import Span
from cloudlint.outcome import Outcome
from cloudlint.report.github import render

from .outcomes import BUCKET, OUTCOME, show


def test_a_command_a_finding() -> None:
    assert render(OUTCOME, show).splitlines() == [
        "::error title=aws-s3-open-bucket,file=main.tf,line=2,endLine=2,col=9,endColumn=16"
        '::ACL `open` opens `b.é`%0AFix: set `acl` to "private" (unsafe)',
        "::notice title=quiet-rule,file=main.tf,line=1,endLine=1,col=1,endColumn=17::Quiet",
        "::error title=not-analysed,file=gone.tf::`gone.tf` was not analysed: large",
    ]
    assert render(Outcome(), show) == ""


def test_nothing_breaks_out_of_a_command() -> None:
    finding = OUTCOME.findings[1]._replace(message="100%\r\n::error::gotcha", span=Span("/repo/a,b:c%\n.tf", 0, 0))
    said = render(Outcome(findings=(finding,)), show)
    assert said == "::notice title=quiet-rule,file=a%2Cb%3Ac%25%0A.tf::100%25%0D%0A::error::gotcha\n"


def test_columns_only_within_one_line() -> None:
    finding = OUTCOME.findings[1]._replace(span=Span(BUCKET.path, 0, len(BUCKET.text)))
    said = render(OUTCOME._replace(findings=(finding,)), show)
    assert "line=1,endLine=4::" in said
