"""Write a page for every rule, and a list of all, to the folder that is named; the settings to docs/."""

from __future__ import annotations

import sys
from pathlib import Path

from cloudlint.catalog import Catalog
from cloudlint.documentation import page
from cloudlint.settings_schema import page as settings_page
from cloudlint.settings_schema import text as settings_schema

DOCS = Path(__file__).resolve().parents[1] / "docs"


def main(folder: str) -> None:
    """Write the pages."""
    out = Path(folder)
    (out / "rules").mkdir(parents=True, exist_ok=True)
    rules = Catalog().all()
    for rule in rules:
        (out / "rules" / f"{rule.id}.md").write_text(page(rule), encoding="utf-8")
    rows = "\n".join(f"| [{rule.id}](rules/{rule.id}.md) | {rule.severity} | {rule.title} |" for rule in rules)
    (out / "rules.md").write_text(f"# Rules\n\n| rule | severity | |\n|---|---|---|\n{rows}\n", encoding="utf-8")
    (DOCS / "settings.schema.json").write_text(settings_schema(), encoding="utf-8")
    (DOCS / "settings.md").write_text(settings_page(), encoding="utf-8")
    print(f"{len(rules)} pages in {out}")


if __name__ == "__main__":
    main(sys.argv[1])
