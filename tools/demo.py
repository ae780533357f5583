"""Run `cloudlint check` on a folder and tell how long it took; findings are what a demonstration is for."""

from __future__ import annotations

import shlex
import subprocess
import sys
import time
from pathlib import Path

command = [str(Path(sys.executable).with_name("cloudlint")), "check", *sys.argv[1:]]
print(f"$ cloudlint {shlex.join(command[1:])}", flush=True)
began = time.perf_counter()
code = subprocess.run(command, check=False).returncode
print(f"\n{time.perf_counter() - began:.2f} s from start to end, Python's own start included; exit code {code}")
sys.exit(0 if code in (0, 1) else code)
