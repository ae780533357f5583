"""Odd messages for the language server, each handful followed by an ordinary one: `python -m fuzz.server`."""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from queue import Empty, Queue

Json = object

TEXT = 'resource "aws_s3_bucket_acl" "a" {\n  acl = "public-read" # \U0001f600\n}\n'
METHODS = (
    *("hover", "codeAction", "completion", "inlayHint", "codeLens", "diagnostic", "definition", "documentLink"),
    *("didOpen", "didChange", "didSave", "didClose", "nonsense"),
)
NUMBERS = (0, 1, 2, 7, 10**6, 2**31 - 1, 2**31, 2**63, -1, -(2**31), 1.5, "1", None, True, [], {})
WAIT = 120.0  # seconds for an answer; the machine may be busy


class Unanswered(AssertionError):
    """The server does not answer an ordinary request any more."""


class Talk:
    """A server and the other end of its pipes."""

    def __init__(self, folder: Path) -> None:
        self.uri = (folder / "main.tf").as_uri()
        self.folder = folder
        self.number = 0
        self.answers: Queue[dict[str, Json]] = Queue()
        command = [sys.executable, "-m", "cloudlint", "server"]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder
        )
        threading.Thread(target=self._read, daemon=True).start()
        self.ask("initialize", {"processId": os.getpid(), "rootUri": folder.as_uri(), "capabilities": {}})
        self.send({"jsonrpc": "2.0", "method": "initialized", "params": {}})
        self.open()

    def open(self) -> None:
        """Open the one file."""
        document = {"uri": self.uri, "languageId": "terraform", "version": 0, "text": TEXT}
        self.send({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": document}})

    def send(self, message: Json) -> None:
        """Send a message."""
        self.send_body(json.dumps(message).encode())

    def send_body(self, body: bytes) -> None:
        """Send the bytes of a message."""
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def ask(self, method: str, params: Json) -> dict[str, Json]:
        """The answer to a request; raises Unanswered."""
        self.number += 1
        id = f"ask-{self.number}"
        self.send({"jsonrpc": "2.0", "id": id, "method": method, "params": params})
        while True:
            try:
                answer = self.answers.get(timeout=WAIT)
            except Empty:
                raise Unanswered(method) from None
            if answer.get("id") == id:
                return answer

    def close(self) -> None:
        """End the server."""
        self.process.kill()
        self.process.wait()

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while line := stream.readline():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
                while stream.readline().strip():
                    pass
                message = json.loads(stream.read(length))
                if "id" in message and "method" not in message:
                    self.answers.put(message)


def position(chance: random.Random) -> Json:
    """A position, mostly far from any text."""
    if chance.random() < 0.1:
        return chance.choice(NUMBERS)
    return {"line": chance.choice(NUMBERS), "character": chance.choice(NUMBERS)}


def place(chance: random.Random) -> Json:
    """A range; its end may stand before its start."""
    return {"start": position(chance), "end": position(chance)}


def uri(chance: random.Random, known: str) -> Json:
    """A URI, known or not."""
    others = ("", "file:", "file:///", "file:///%00", "file://host/x.tf", "untitled:1", "main.tf", "http://[", None, 7)
    others += ("file:///c%3A/x.tf", "file:///nowhere/a.tf", "file:///" + "a" * 5000, "file:///%FF.tf", "vscode:\ud800")
    return known if chance.random() < 0.6 else chance.choice(others)


def odd(chance: random.Random, known: str) -> Json:
    """A message that a client should not send, or one that is only unusual."""
    method = chance.choice(METHODS)
    document: dict[str, Json] = {"uri": uri(chance, known), "version": chance.choice(NUMBERS)}
    params: dict[str, Json] = {"textDocument": document, "position": position(chance), "range": place(chance)}
    if method == "didOpen":
        document |= {
            "languageId": chance.choice(("terraform", "yaml", "", "x")),
            "text": chance.choice((TEXT, "", "\ud800")),
        }
    if method == "didChange":
        change: dict[str, Json] = {"text": chance.choice((TEXT, "", "}", "\x00", "\ud83d"))}
        if chance.random() < 0.7:
            change["range"] = place(chance)
        params["contentChanges"] = [change] * chance.choice((0, 1, 3))
    if method == "codeAction":
        params["context"] = chance.choice(({"diagnostics": []}, {"diagnostics": [], "only": ["x", ""]}, {}, None))
    if chance.random() < 0.1 and params:
        params.pop(chance.choice(list(params)))
    message: dict[str, Json] = {"jsonrpc": chance.choice(("2.0",) * 9 + ("1.0",)), "method": f"textDocument/{method}"}
    message["params"] = params if chance.random() < 0.95 else chance.choice(NUMBERS)
    if not method.startswith("did"):
        message["id"] = chance.choice((chance.randint(1, 10**6), "x", None, -1, 1.5, {}))
    if chance.random() < 0.05:
        message["method"] = chance.choice(
            ("", "$/cancelRequest", "workspace/executeCommand", "codeAction/resolve", "$/x")
        )
    return message


def broken(chance: random.Random, known: str) -> bytes:
    """A body that is no message."""
    body = json.dumps(odd(chance, known)).encode()
    cut = chance.randint(0, len(body) - 1)
    bodies = (
        b"{}",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'"x"',
        b"{" * 20_000,
        body[:cut] + b" ",
        body + b"}",
        b'{"jsonrpc": "2.0"}',
    )
    return chance.choice(bodies)


def burst(talk: Talk, chance: random.Random, count: int = 20) -> None:
    """Send odd messages, then ask something ordinary; raises Unanswered."""
    for _ in range(count):
        if chance.random() < 0.1:
            talk.send_body(broken(chance, talk.uri))
        else:
            talk.send(odd(chance, talk.uri))
    talk.open()
    answer = talk.ask(
        "textDocument/hover", {"textDocument": {"uri": talk.uri}, "position": {"line": 1, "character": 9}}
    )
    if not answer.get("result"):
        raise Unanswered(str(answer))


def main() -> int:
    """Talk to a server for a time; raises Unanswered."""
    made = argparse.ArgumentParser(prog="python -m fuzz.server")
    made.add_argument("--seconds", type=float, default=60)
    made.add_argument("--seed", type=int, default=1)
    asked = made.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "main.tf").write_text(TEXT, encoding="utf-8")
        talk = Talk(Path(folder))
        chance, bursts, end = random.Random(asked.seed), 0, time.monotonic() + asked.seconds
        try:
            while time.monotonic() < end:
                burst(talk, chance)
                bursts += 1
        finally:
            talk.close()
            print(f"server: {bursts} bursts of odd messages, each followed by an answer")
    return 0


if __name__ == "__main__":
    sys.exit(main())
