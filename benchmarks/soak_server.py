"""A long session of random edits: is every request answered, every verdict that of a fresh run, and memory flat?

python benchmarks/soak_server.py --edits 100000
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from cloudlint.running import run

sys.path.insert(0, str(Path(__file__).resolve().parent))
from server import Client

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "vulnerable-shop"
PIECES = (
    *("", " ", "\n", "😀", '"', "{", "}", "=", "#", "false", "true", "[", "]", "${", "count = 3\n", "var.region"),
    *('acl = "private"\n', 'resource "aws_s3_bucket" "z" {\n}\n', "/*", "<<A\n", "default = true\n"),
)
BURST = 10  # edits between two questions
PAUSE = 1.5  # seconds before memory is looked at: a person who looks up lets the server collect its garbage


class Typist:
    """Types into the files of a project, and knows what they hold."""

    def __init__(self, client: Client, root: Path, seed: int) -> None:
        self.client = client
        self.random = random.Random(seed)
        self.saved = {path: path.read_text(encoding="utf-8") for path in sorted(root.rglob("*.tf"))}
        self.texts = dict(self.saved)
        self.version = 0
        self.asked = 0
        for path, text in self.texts.items():
            document = {"uri": path.as_uri(), "languageId": "terraform", "version": 0, "text": text}
            client.send("textDocument/didOpen", {"textDocument": document})

    def type(self) -> Path:
        """One edit; now and then a file is as it was saved."""
        path = self.random.choice(list(self.texts))
        text = self.texts[path]
        self.version += 1
        if self.random.random() < 0.05:
            self.texts[path] = self.saved[path]
            change: dict[str, object] = {"text": self.saved[path]}
        else:
            start = self.random.randrange(len(text) + 1)
            end = min(start + self.random.randrange(8), len(text))
            piece = self.random.choice(PIECES)
            self.texts[path] = text[:start] + piece + text[end:]
            change = {"range": {"start": place(text, start), "end": place(text, end)}, "text": piece}
        document = {"uri": path.as_uri(), "version": self.version}
        self.client.send("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
        return path

    def ask(self, path: Path) -> list[tuple[str, str]]:
        """What the server finds in a file."""
        self.asked += 1
        number = 1000 + self.asked
        self.client.send("textDocument/diagnostic", {"textDocument": {"uri": path.as_uri()}}, id=number)
        while True:
            message = self.client.receive()
            if message.get("id") == number:
                result = message.get("result")
                assert isinstance(result, dict), f"no answer but {message}"
                return sorted((item["code"], item["message"]) for item in result["items"])

    def afresh(self, path: Path) -> list[tuple[str, str]]:
        """What a fresh run finds in it."""
        overlay = {str(path): text for path, text in self.texts.items()}
        return sorted(
            (it.rule, it.message) for it in run([str(path)], overlay=overlay).findings if it.span.path == str(path)
        )


def place(text: str, offset: int) -> dict[str, int]:
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    return {"line": text.count("\n", 0, offset), "character": len(line.encode("utf-16-le")) // 2}


def main() -> None:
    """Type, compare, tell."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--edits", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        shutil.copytree(EXAMPLE, root / "shop")
        (root / ".git").mkdir()
        client = Client(root)
        typist = Typist(client, root, asked.seed)
        began, different, memory = time.perf_counter(), 0, []
        for number in range(asked.edits):
            path = typist.type()
            if number % BURST == BURST - 1:
                different += typist.ask(path) != typist.afresh(path)
            if number % max(asked.edits // 10, 1) == 0:
                time.sleep(PAUSE)
                memory.append(client.memory())
        time.sleep(PAUSE)
        memory.append(client.memory())
        seconds = time.perf_counter() - began
        client.close()
        shown = " -> ".join(f"{it:.0f}" for it in memory)
        print(f"{asked.edits} edits in {seconds:.0f} s, {typist.asked} questions, {different} different answers")
        print(f"memory (MB): {shown}")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
