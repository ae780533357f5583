"""How long a keystroke takes: from didChange to publishDiagnostics, seen from the client.

A project is generated in a temporary folder; the client is a bare one, so that what is measured is the server. Every
edit toggles a value whose finding comes or goes, so that every edit is answered. Edits come one at a time.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROMISES = {"100 lines": 50, "1,000 lines": 50, "50 files": 150}  # p95 in ms, on a quiet machine

BLOCKS = """\
resource "aws_s3_bucket" "bucket{n}" {{
  bucket = "${{var.environment}}-{n}"
  tags = {{
    Name = "bucket {n}"
  }}
}}

resource "aws_security_group" "group{n}" {{
  name = "group-{n}"
  ingress {{
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["10.0.{n}.0/24"]
  }}
}}

resource "aws_db_instance" "database{n}" {{
  allocated_storage = 10
  engine            = "mysql"
  instance_class    = "db.t3.micro"
  storage_encrypted = var.encrypted
}}

"""
HEAD = """\
variable "environment" {
  default = "test"
}

variable "encrypted" {
  default = true
}

resource "aws_db_instance" "toggled" {
  storage_encrypted = false
}

"""


class Client:
    """Just enough of a client: sends, and waits for what is published about one file."""

    def __init__(self, root: Path) -> None:
        command = [sys.executable, "-m", "cloudlint", "server"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.root = root
        self.number = 0
        began = time.perf_counter()
        folder = {"uri": root.as_uri(), "name": "project"}
        capabilities = {"textDocument": {"publishDiagnostics": {"relatedInformation": True}}}
        params = {"processId": os.getpid(), "capabilities": capabilities, "workspaceFolders": [folder], "rootUri": None}
        self.send("initialize", params, id=0)
        while self.receive().get("id") != 0:
            pass
        self.send("initialized", {})
        self.started = time.perf_counter() - began

    def send(self, method: str, params: object, **more: object) -> None:
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def receive(self) -> dict[str, object]:
        stream = self.process.stdout
        assert stream is not None
        length = 0
        while (line := stream.readline()).strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        message: dict[str, object] = json.loads(stream.read(length))
        return message

    def open(self, path: Path) -> float:
        """Open a file; seconds until its diagnostics are there."""
        began = time.perf_counter()
        document = {"uri": path.as_uri(), "languageId": "terraform", "version": 0, "text": path.read_text()}
        self.send("textDocument/didOpen", {"textDocument": document})
        self.published(path)
        return time.perf_counter() - began

    def change(self, path: Path, line: int, character: int, old: str, new: str) -> float:
        """Replace a word; seconds until the diagnostics of the file are there."""
        self.number += 1
        range = {
            "start": {"line": line, "character": character},
            "end": {"line": line, "character": character + len(old)},
        }
        document = {"uri": path.as_uri(), "version": self.number}
        began = time.perf_counter()
        changes = [{"range": range, "text": new}]
        self.send("textDocument/didChange", {"textDocument": document, "contentChanges": changes})
        self.published(path)
        return time.perf_counter() - began

    def published(self, path: Path) -> None:
        while True:
            message = self.receive()
            params = message.get("params")
            told = message.get("method") == "textDocument/publishDiagnostics"
            if told and isinstance(params, dict) and params["uri"] == path.as_uri():
                return

    def memory(self) -> float:
        """Resident megabytes; nan where the system does not tell."""
        try:
            status = Path(f"/proc/{self.process.pid}/status").read_text()
        except OSError:
            return float("nan")
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def close(self) -> None:
        self.send("shutdown", None, id=1)
        self.send("exit", None)
        self.process.wait(timeout=10)


def blocks(first: int, count: int) -> str:
    return "".join(BLOCKS.format(n=number) for number in range(first, first + count))


def projects(root: Path) -> dict[str, Path]:
    """The file to edit, by name of the project."""
    sizes = {"100 lines": [4], "1,000 lines": [40], "50 files": [3] * 50}
    found = {}
    for number, (name, files) in enumerate(sizes.items()):
        folder = root / str(number)
        folder.mkdir()
        for at, count in enumerate(files):
            (folder / f"file{at}.tf").write_text((HEAD if at == 0 else "") + blocks(at * count, count))
        found[name] = folder / "file0.tf"
    return found


def measured(client: Client, path: Path, edits: int) -> list[float]:
    """Milliseconds for each edit."""
    line = next(n for n, text in enumerate(HEAD.splitlines()) if "storage_encrypted" in text)
    words = ("false", "true ")
    for number in range(4):
        client.change(path, line, 22, words[number % 2], words[(number + 1) % 2])
    times = []
    for number in range(edits):
        times.append(1000 * client.change(path, line, 22, words[number % 2], words[(number + 1) % 2]))
        time.sleep(0.01)
    return sorted(times)


def main() -> None:
    """Measure, print a table; with --enforce, fail where a promise is broken."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--edits", type=int, default=60, help="edits for each project (even)")
    parser.add_argument("--enforce", action="store_true", help="exit 1 where a p95 is over its promise")
    asked = parser.parse_args()
    broken = False
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / ".git").mkdir()
        print(f"{'project':<12} {'p50':>8} {'p95':>8} {'p99':>8} {'promised':>9} {'first':>8} {'memory':>8}")
        for name, path in projects(root).items():
            client = Client(root)
            first = client.open(path)
            times = measured(client, path, asked.edits)
            p50, p95, p99 = (times[min(int(len(times) * share), len(times) - 1)] for share in (0.5, 0.95, 0.99))
            broken |= p95 > PROMISES[name]
            print(
                f"{name:<12} {p50:>5.0f} ms {p95:>5.0f} ms {p99:>5.0f} ms {PROMISES[name]:>6} ms"
                f" {1000 * first:>5.0f} ms {client.memory():>5.0f} MB"
            )
            started = client.started
            client.close()
        print(f"start to initialized: {1000 * started:.0f} ms; load {os.getloadavg()[0]:.1f}")
        print(f"spread of the last: {statistics.pstdev(times):.0f} ms")
    sys.exit(1 if broken and asked.enforce else 0)


if __name__ == "__main__":
    main()
