"""Print the development dependencies of `pyproject.toml`: pip before 25.1 cannot install a dependency group."""

from __future__ import annotations

import sys
from pathlib import Path

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
print(*project["dependency-groups"]["dev"], *project["project"]["optional-dependencies"]["lsp"], sep="\n")
