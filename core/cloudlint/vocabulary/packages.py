"""Package managers on a command line: what they are asked to do, with which packages and options."""

from __future__ import annotations

from collections.abc import Iterator

from ..resource import Resource, Value
from ..typed import NamedTuple
from .dockerfile import Command, is_option, matches, runs
from .numerals import natural


class Manager(NamedTuple):
    """A package manager: its programs, the options that take the next word, and the words that ask for installing."""

    programs: tuple[str, ...]
    with_word: frozenset[str]
    installs: frozenset[str]


_APT_WITH_WORD = frozenset(("-a", "-c", "-o", "-t", "--config-file", "--option", "--target-release"))
_YUM_WITH_WORD = frozenset(
    (
        *("-c", "-d", "-e", "-R", "-x", "--config", "--disableplugin", "--disablerepo", "--enableplugin"),
        *("--enablerepo", "--exclude", "--forcearch", "--installroot", "--releasever", "--repo", "--repoid"),
        *("--setopt",),
    )
)
_YUM_INSTALLS = frozenset(("install", "groupinstall", "localinstall", "reinstall", "in"))

APT = Manager(("apt-get", "apt"), _APT_WITH_WORD, frozenset(("install",)))
APK = Manager(
    ("apk",),
    frozenset(
        (
            *("-p", "-t", "-X", "--arch", "--cache-dir", "--cache-max-age", "--keys-dir", "--progress-fd"),
            *("--repositories-file", "--repository", "--root", "--virtual", "--wait"),
        )
    ),
    frozenset(("add",)),
)
YUM = Manager(("yum",), _YUM_WITH_WORD, _YUM_INSTALLS)
DNF = Manager(("dnf", "dnf5", "tdnf"), _YUM_WITH_WORD, _YUM_INSTALLS)
MICRODNF = Manager(("microdnf",), _YUM_WITH_WORD, _YUM_INSTALLS)
ZYPPER = Manager(
    ("zypper",),
    frozenset(
        (
            *("-c", "-C", "-D", "-p", "-R", "-r", "-t", "--config", "--from", "--plus-content", "--plus-repo"),
            *("--repo", "--reposd-dir", "--root", "--type"),
        )
    ),
    frozenset(("install", "in")),
)
PIP = Manager(
    ("pip", "pip2", "pip3"),
    frozenset(
        (
            *("-b", "-c", "-e", "-f", "-i", "-r", "-t", "--abi", "--cache-dir", "--cert", "--client-cert"),
            *("--constraint", "--editable", "--extra-index-url", "--find-links", "--implementation", "--index-url"),
            *("--log", "--no-binary", "--only-binary", "--platform", "--prefix", "--progress-bar", "--proxy"),
            *("--python-version", "--requirement", "--retries", "--root", "--src", "--target", "--timeout"),
            *("--trusted-host", "--upgrade-strategy", "--use-feature"),
        )
    ),
    frozenset(("install",)),
)
NPM = Manager(
    ("npm",),
    frozenset(("-C", "--cache", "--prefix", "--registry", "--userconfig", "-w", "--workspace", "--loglevel")),
    frozenset(("install", "i", "add")),
)
GEM = Manager(
    ("gem",),
    frozenset(
        (
            *("-b", "-g", "-i", "-n", "-P", "-p", "-s", "-v", "--bindir", "--build-root", "--http-proxy"),
            *("--install-dir", "--platform", "--source", "--trust-policy", "--version"),
        )
    ),
    frozenset(("install", "i")),
)


_PYTHONS = ("python", "python2", "python3", *(f"python3.{minor}" for minor in range(6, 20)))


class Call(NamedTuple):
    """One call of a package manager.

    run       the RUN that it is part of, with its `commands`; `at` is the place of this one among them
    task      what is asked: `install`, `update`
    operands  the words behind the task that are no options, nor values of options
    unsure    unknown words stand where options would
    """

    run: Value
    commands: list[Command]
    at: int
    manager: Manager
    task: Value
    operands: tuple[Value, ...]
    unsure: bool

    @property
    def command(self) -> Command:
        """The command itself."""
        return self.commands[self.at]

    @property
    def installs(self) -> bool:
        """Is something to be installed?"""
        return self.task.data in self.manager.installs

    @property
    def behind(self) -> list[Command]:
        """The commands of the same RUN that stand behind it."""
        return self.commands[self.at + 1 :]

    def lacks(self, *options: str) -> bool:
        """Surely none of these options is given; where words in front of the task are unknown, nothing is sure."""
        if self.command.option(*options) is not None:
            return False
        if self.unsure:
            for word in self.command.arguments:
                word.unknown  # noqa: B018  noted as an unknown read
        return not self.unsure


def calls(stage: Resource, *managers: Manager) -> Iterator[Call]:
    """The calls of these package managers in all RUN of a stage."""
    by_program = {program: manager for manager in managers for program in manager.programs}
    pythons = _PYTHONS if PIP in managers else ()
    for run, found in runs(stage, *by_program, *pythons):
        for index, command in enumerate(found):
            manager = by_program.get(command.program or "")
            words = command.arguments
            if manager is None and PIP in managers and (module := _module(command)) is not None:
                manager, words = PIP, module
            if manager is not None:
                call = _call(run, found, index, manager, words)
                if call is not None:
                    yield call


def _module(command: Command) -> tuple[Value, ...] | None:
    """The arguments of `python -m pip`."""
    words = command.arguments
    if command.program in _PYTHONS:
        for index, word in enumerate(words[:-1]):
            if word.data == "-m" and words[index + 1].data == "pip":
                return words[index + 2 :]
    return None


def _call(run: Value, commands: list[Command], index: int, manager: Manager, words: tuple[Value, ...]) -> Call | None:
    task: Value | None = None
    operands = []
    unsure = False
    skip = False
    for word in words:
        if skip:
            skip = False
        elif is_option(word):
            skip = word.data in manager.with_word
        elif task is None and not isinstance(word.data, str):
            unsure = True
        elif task is None:
            task = word
        else:
            operands.append(word)
    return None if task is None else Call(run, commands, index, manager, task, tuple(operands), unsure)


def says_yes(call: Call) -> bool:
    """Is apt-get told not to ask? To be quiet twice means yes as well."""
    quiet = 0
    for text in call.command.texts:
        if any(matches(text, option) for option in ("-y", "--yes", "--assume-yes")):
            return True
        if text == "--quiet":
            quiet += 1
        elif text.startswith("-q="):
            quiet += natural(text[3:]) or 0
        elif text.startswith("-") and not text.startswith("--"):
            quiet += text.count("q")
    return quiet >= 2
