"""What rules about package managers have in common: clean-up, settings, versions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from cloudlint.patterns import pattern
from cloudlint.resource import Resource, Value
from cloudlint.vocabulary.dockerfile import Command, caches, follows, is_known, lineage, objects, scripts
from cloudlint.vocabulary.packages import APK, APT, GEM, NPM, PIP, Call

_ELSEWHERE = pattern(r"[./~@]|https?:|file:|git\+|.*\.(?:deb|rpm|apk|whl|gem|tgz|tar\.gz|zip)$")
_PINNED = {
    APT: pattern(r".+[=/].+|.+\*"),
    APK: pattern(r".+[=<>~@].+|\."),
    PIP: pattern(r".+[=<>~!@].+"),
    NPM: pattern(r"(?:@[^/@]+/)?[^@]+@.+|[^@].*[/:].*"),
    GEM: pattern(r".+:.+"),
}
_RPM_PINNED = pattern(r".+-\d[\w~^+:]*\.[\w.~^+*-]*|.+[=<>].+|@.+|.*\*.*|.+-\d+\*?$")


def mentions(stage: Resource, setting: str) -> bool:
    """Does a RUN write this setting somewhere, as `echo 'APT::...' > /etc/apt/apt.conf.d/...` does?"""
    return any(setting in text for one in lineage(stage, "run") for text in scripts(one))


def deletes(command: Command, folder: str) -> bool:
    """Does the command delete what lies in a folder?"""
    return command.program in ("rm", "find") and any(
        folder in text or folder.startswith(text.rstrip("*/") + "/") for text in command.texts if text.startswith("/")
    )


def sets(stage: Resource, run: Value, name: str) -> bool:
    """Is a variable set for a RUN: by ENV or ARG in front of it, or by itself?"""
    for keyword in ("env", "arg"):
        for one in lineage(stage, keyword):
            for variable in objects(one, keyword):
                if variable["name"].equals(name) and (one is not stage or follows(run, variable)):
                    return True
    return name in (run["text"].text or "")


def left_behind(
    calls: Iterable[Call], works: Collection[str], cleans: Collection[str], what: str, folder: str
) -> Iterator[Call]:
    """The last call in each RUN that fetches something, where nothing behind it cleans up."""
    last: dict[object, Call] = {}
    for call in calls:
        if call.task.one_of(cleans) and (not what or any(word.equals(what) for word in call.operands)):
            last.pop(call.run.span, None)
        elif call.task.one_of(works):
            last[call.run.span] = call
    for call in last.values():
        cached = any(place.startswith(folder.rstrip("/")) or folder.startswith(place) for place in caches(call.run))
        if not cached and not any(deletes(command, folder) for command in call.behind):
            yield call


def open_versions(call: Call) -> Iterator[Value]:
    """The packages that are installed without a version; silent about what is unknown."""
    if not call.installs or (call.manager is GEM and call.command.option("-v", "--version") is not None):
        return
    if call.task.equals("groupinstall"):
        return
    pinned = _PINNED.get(call.manager, _RPM_PINNED)
    for package in call.operands:
        text = package.text
        if text and is_known(package) and not (_is_elsewhere(call, text) or pinned.fullmatch(text)):
            yield package


def _is_elsewhere(call: Call, text: str) -> bool:
    """Is it a file, a folder or an address, whose version is not the manager's matter?"""
    if call.manager is NPM and text.startswith("@"):
        return False
    return _ELSEWHERE.match(text) is not None
