"""Running the program where it may not take much: memory is limited, and time by a ceiling far above what it needs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

MEMORY = 1 << 30  # bytes of address space
SECONDS = 300  # what takes longer will not end; machines may be busy


class Done(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


def cloudlint(folder: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> Done:
    """Run the command line in a folder; raises AssertionError where it fails, hangs, or takes too much."""
    done = subprocess.run(
        [sys.executable, "-m", "cloudlint", *arguments],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=SECONDS,
        preexec_fn=_confine,
    )
    out, err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    told = f"{out[-2000:]}\n{err[-2000:]}"
    assert done.returncode >= 0, f"ended by signal {-done.returncode}\n{told}"
    assert "Traceback" not in err, told
    assert "fault in cloudlint" not in err, told
    assert "internal-error" not in out, told
    return Done(done.returncode, out, err)


def _confine() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def repository(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A repository with these files."""
    (folder / ".git").mkdir(parents=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return folder
