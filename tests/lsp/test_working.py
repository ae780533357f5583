"""Work that is overtaken, hangs or fails costs only itself."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from lsprotocol import types

from cloudlint.languages import analyse_text
from cloudlint.linting import judge
from cloudlint.model import Finding
from cloudlint.resource import Graph, Resource
from cloudlint.rule import HIGH, Rule
from cloudlint_lsp.server import create_server
from cloudlint_lsp.working import Ticket, Worker

pytestmark = pytest.mark.asyncio

TEXT = 'resource "aws_s3_bucket" "a" {}\nresource "aws_s3_bucket" "b" {}\n'


def rule(name: str) -> Rule:
    made = Rule(name, "Title.", severity=HIGH, cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N")

    @made.on("aws_s3_bucket")
    def check(bucket: Resource) -> Iterator[Finding]:
        if name == "hanging":
            while True:
                pass
        if name == "waiting":
            while True:
                time.sleep(0.001)
        if name == "raising":
            raise ValueError("oh")
        yield made.found(bucket, "found")

    return made


async def test_overtaken_work_gives_nothing() -> None:
    worker, ticket = Worker(), Ticket()

    def work(ticket: Ticket) -> str:
        while True:
            ticket.checkpoint("folder/")

    waiting = asyncio.ensure_future(worker.do(work, ticket))
    await asyncio.sleep(0.05)
    ticket.cancel()
    assert await waiting is None
    assert await worker.do(lambda ticket: "next") == "next"
    worker.close()


@pytest.mark.parametrize("fault", ["hanging", "waiting"])
async def test_a_rule_that_hangs_or_raises_costs_only_itself(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTEST_CURRENT_TEST", raising=False)  # under pytest, rules that raise are not caught
    graph: Graph = analyse_text(TEXT, "terraform").graph
    rules = [rule("raising"), rule(fault), rule("sound")]
    worker, ticket = Worker(limit=0.5), Ticket()
    judgement = await worker.do(lambda ticket: judge(graph, rules, ticket.checkpoint), ticket)
    assert judgement is not None
    said = [(finding.rule, finding.message.partition(" on ")[0]) for finding in judgement.findings]
    assert said.count(("sound", "found")) == 2
    assert said.count(("internal-error", "Rule `raising` failed")) == 2
    assert said.count(("internal-error", f"Rule `{fault}` failed")) == 1
    assert ticket.overdue == [fault]
    worker.close()


async def test_a_rule_that_waits_for_the_processor_is_not_stopped() -> None:
    worker, ticket = Worker(limit=0.2), Ticket()

    def work(ticket: Ticket) -> str:
        ticket.checkpoint("aws-s3-slow")
        time.sleep(0.6)  # longer than the limit by the clock, as on a machine that is busy with others, or asleep
        return "done"

    assert await worker.do(work, ticket) == "done"
    assert ticket.overdue == []
    worker.close()


async def test_work_after_the_rules_is_no_fault_of_the_last_one() -> None:
    graph: Graph = analyse_text(TEXT, "terraform").graph
    worker, ticket = Worker(limit=0.05), Ticket()

    def work(ticket: Ticket) -> str:
        judge(graph, [rule("sound")], ticket.checkpoint)
        end = time.monotonic() + 0.5
        while time.monotonic() < end:  # such as loading another parser, to try a fix
            pass
        return "done"

    assert await worker.do(work, ticket) == "done"
    assert ticket.overdue == []
    worker.close()


async def test_a_request_that_is_cancelled_ends_its_work() -> None:
    worker, ended = Worker(), []

    def work(ticket: Ticket) -> None:
        try:
            while True:
                ticket.checkpoint("folder/")
        finally:
            ended.append(True)

    waiting = asyncio.ensure_future(worker.do(work))
    await asyncio.sleep(0.05)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert await worker.do(lambda ticket: "next") == "next"
    assert ended == [True]
    worker.close()


async def test_no_notification_is_kept(tmp_path: Path) -> None:
    server = create_server()
    uri = (tmp_path / "main.tf").as_uri()
    opened = types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "terraform", 1, TEXT))
    server.protocol._handle_notification(types.TEXT_DOCUMENT_DID_OPEN, opened)
    assert server.session.buffer(uri) is not None
    await asyncio.sleep(0)
    assert not server.protocol._request_futures
    server.worker.close()
