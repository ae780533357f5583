"""The client's settings, typed: what is wrong becomes a message and the default.

They have the names and the meaning of the settings files (in camel case or with hyphens) and hold where no settings
file says otherwise; three more are for editors only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from cloudlint.config import Settings, SettingsError
from cloudlint.settings_files import changed

from .session import Options

SECTION = "cloudlint"
SWITCHES: Mapping[str, Callable[[Options, bool], Options]] = {
    "inlay-hints": lambda options, value: options._replace(inlay_hints=value),
    "code-lens": lambda options, value: options._replace(code_lens=value),
    "hover-findings": lambda options, value: options._replace(hover_findings=value),
}
NOT_OURS = frozenset({"trace", "path", "interpreter", "args", "enable"})  # read by clients themselves


def read(given: object, folder: str = "") -> tuple[Options, list[str]]:
    """Options from what a client sends, and a sentence for every mistake in it; paths are seen from `folder`."""
    if given is None:
        return Options(), []
    if not isinstance(given, Mapping):
        return Options(), [f"the setting `{SECTION}` must be an object"]
    inner = given.get(SECTION)
    entries: Mapping[object, object] = inner if isinstance(inner, Mapping) else given
    options = Options()
    mistakes: list[str] = []
    settings = Settings(source=f"{folder}/editor")
    for key, value in entries.items():
        name = re.sub(r"(?<=[a-z])([A-Z])", r"-\1", str(key)).lower().replace("_", "-")
        if name in SWITCHES:
            if isinstance(value, bool):
                options = SWITCHES[name](options, value)
            else:
                mistakes.append(f"the setting `{SECTION}.{key}` must be true or false")
        elif name not in NOT_OURS and value is not None:
            try:
                settings = changed(settings, name, value)
            except SettingsError as error:
                mistakes.append(f"the setting `{SECTION}.{key}` is not used: {error.reason}")
    return options._replace(settings=settings._replace(source="")), mistakes
