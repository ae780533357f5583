"""How long a keystroke takes: from didChange to publishDiagnostics, seen from the client.

Projects are generated in a temporary folder, the monorepo is a copy of real repositories side by side; the client is a
bare one, so that what is measured is the server. Every edit toggles a value whose finding comes or goes, so that every
edit is answered. Edits come one at a time. `cpu` is the processor's time an edit, which a busy machine hardly changes.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

PROMISES = {"100 lines": 50, "1,000 lines": 50, "50 files": 150, "monorepo": 150}  # p95 in ms, on a quiet machine
MONOREPO = "bridgecrewio+terragoat/terraform/aws/rds.tf"  # the file of it that is edited
MODULE = "terraform-aws-modules+terraform-aws-vpc/main.tf"  # another, of a module that is called from all around
BURST, PAUSE = 12, 4.0  # keys that are typed without a pause, and the seconds of one

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

"""
TOGGLED = """\
resource "aws_db_instance" "toggled" {
  storage_encrypted = false
}

"""
HEAD += TOGGLED


class Client:
    """Just enough of a client: sends, and waits for what is published about one file."""

    def __init__(self, root: Path) -> None:
        command = [sys.executable, "-m", "cloudlint", "server"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.root = root
        self.number = 0
        self.answered: set[object] = set()
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
        if "method" not in message and "id" in message:
            self.answered.add(message["id"])
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

    def processor(self) -> float:
        """Seconds of the processor that the server has used; nan where the system does not tell."""
        try:
            fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return float("nan")
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

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
        (folder / ".git").mkdir(parents=True)
        for at, count in enumerate(files):
            (folder / f"file{at}.tf").write_text((HEAD if at == 0 else "") + blocks(at * count, count))
        found[name] = folder / "file0.tf"
    return found


def monorepo(root: Path) -> dict[str, Path]:
    """The same, of real repositories side by side; empty where they are not at hand."""
    unpack = Path(__file__).resolve().parent.parent.parent / "shared" / "unpack.py"
    if not unpack.is_file():
        return {}
    done = subprocess.run([sys.executable, unpack, "real"], capture_output=True, text=True, check=True)
    shutil.copytree(done.stdout.strip(), root / "monorepo", symlinks=True, ignore=shutil.ignore_patterns(".git"))
    (root / "monorepo" / ".git").mkdir()
    found = {"monorepo": root / "monorepo" / MONOREPO, "a module in it": root / "monorepo" / MODULE}
    for path in found.values():
        path.write_text(TOGGLED + path.read_text(encoding="utf-8"), encoding="utf-8")
    return found


class Row(NamedTuple):
    """What was measured of one project: `times` in milliseconds, sorted; memory in megabytes."""

    times: list[float]
    cpu: float
    started: float
    idle: float
    first: float
    memory: float


def measured(root: Path, path: Path, edits: int) -> Row:
    """A server of its own for a project, a file opened and edited."""
    client = Client(root)
    time.sleep(0.2)
    idle, first = client.memory(), client.open(path)
    line = next(n for n, text in enumerate(path.read_text().splitlines()) if "storage_encrypted = false" in text)
    words = ("false", "true")  # of two lengths, so that all that stands behind moves
    for number in range(4):
        client.change(path, line, 22, words[number % 2], words[(number + 1) % 2])
    times, before = [], client.processor()
    for number in range(edits):
        times.append(1000 * client.change(path, line, 22, words[number % 2], words[(number + 1) % 2]))
        time.sleep(0.01)
    cpu = (client.processor() - before) / edits
    memory = client.memory()
    client.close()
    return Row(sorted(times), 1000 * cpu, 1000 * client.started, idle, 1000 * first, memory)


def scanned(root: Path) -> tuple[float, float, list[float]]:
    """Seconds for a scan of the workspace, megabytes after it, and how long edits wait meanwhile (ms, sorted).

    Keys come in bursts, as people type: a scan waits until nobody does.
    """
    client = Client(root)
    path = root / MONOREPO
    client.open(path)
    line = next(n for n, text in enumerate(path.read_text().splitlines()) if "storage_encrypted = false" in text)
    began = time.perf_counter()
    client.send("workspace/executeCommand", {"command": "cloudlint.scanWorkspace"}, id="scan")
    words, waits = ("false", "true"), []
    while "scan" not in client.answered:
        number = len(waits)
        waits.append(client.change(path, line, 22, words[number % 2], words[(number + 1) % 2]))
        time.sleep(0.25 if number % BURST else PAUSE)
    took, memory = time.perf_counter() - began, client.memory()
    client.close()
    return took, memory, sorted(1000 * wait for wait in waits)


def main() -> None:
    """Measure, print a table; with --enforce, fail where a promise is broken."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--edits", type=int, default=60, help="edits for each project (even)")
    parser.add_argument("--enforce", action="store_true", help="exit 1 where a p95 is over its promise")
    parser.add_argument("--scan", action="store_true", help="also scan the monorepo while it is being edited")
    asked = parser.parse_args()
    broken = False
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        print("| project | p50 | p95 | p99 | promised | cpu | start | first | idle | memory |")
        print("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
        for name, path in {**projects(root), **monorepo(root)}.items():
            row = measured(root / path.relative_to(root).parts[0], path, asked.edits)
            p50, p95, p99 = (row.times[min(int(asked.edits * share), asked.edits - 1)] for share in (0.5, 0.95, 0.99))
            promise = PROMISES.get(name)
            broken |= promise is not None and p95 > promise
            print(
                f"| {name} | {p50:.0f} ms | {p95:.0f} ms | {p99:.0f} ms | {f'{promise} ms' if promise else ''} "
                f"| {row.cpu:.0f} ms | {row.started:.0f} ms | {row.first:.0f} ms | {row.idle:.0f} MB "
                f"| {row.memory:.0f} MB |",
                flush=True,
            )
        if asked.scan and (root / "monorepo").is_dir():
            took, memory, waits = scanned(root / "monorepo")
            p50, p95 = (waits[int(len(waits) * share)] for share in (0.5, 0.95))
            print(f"\nmonorepo scanned in {took:.0f} s, {memory:.0f} MB then; edits meanwhile: {len(waits)}, ", end="")
            print(f"p50 {p50:.0f} ms, p95 {p95:.0f} ms, longest {waits[-1]:.0f} ms")
        print(f"\nload {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    sys.exit(1 if broken and asked.enforce else 0)


if __name__ == "__main__":
    main()
