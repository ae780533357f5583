"""Text to instructions, as BuildKit reads them, whatever state the text is in: a bad line costs its own instruction.

Reference: https://docs.docker.com/reference/dockerfile/ and the parser of https://github.com/moby/buildkit.
"""

from __future__ import annotations

from ...patterns import pattern
from .exec_form import exec_form
from .syntax import Flag, Heredoc, Instruction, Joined, Problem, Tree
from .words import split, word_at

KEYWORDS = frozenset(
    (
        *("ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER"),
        *("ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR"),
    )
)

_WITH_FLAGS = frozenset(("ADD", "COPY", "FROM", "HEALTHCHECK", "RUN"))
_WITH_EXEC = frozenset(("ADD", "CMD", "COPY", "ENTRYPOINT", "HEALTHCHECK", "RUN", "SHELL", "VOLUME"))
_WITH_HEREDOCS = frozenset(("ADD", "COPY", "RUN"))

_DIRECTIVE = pattern(r"(?i)[ \t]*#[ \t]*(syntax|escape|check)[ \t]*=[ \t]*(\S.*?)[ \t]*$")
_CMD = pattern(r"(?i)CMD[ \t]+")
_KEYWORD = pattern(r"[ \t]*([A-Za-z]+)(?=[ \t]|$)")
_FLAG = pattern(r"--([A-Za-z][\w-]*)(=?)")
_HEREDOC = pattern(r"\d*<<(-?)([\"']?)([A-Za-z_][\w.-]*)\2$")
_RESUME = pattern(rf"(?:{'|'.join(sorted(KEYWORDS))})[ \t]")


def parse(text: str) -> Tree:
    """Read a Dockerfile."""
    return _Parser(text).parse()


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.escape = "\\"
        self.comments: list[tuple[int, int]] = []
        self.problems: list[Problem] = []
        self.at = 0  # where the next line begins
        self.unended: set[tuple[str, bool]] = set()  # here-documents whose end is in no line that follows

    def parse(self) -> Tree:
        self._directives()
        instructions = []
        while self.at < len(self.text):
            start, line = self._line()
            if not line.strip():
                continue
            if line.lstrip()[0] == "#":
                self._comment(start, line)
                continue
            instruction = self._instruction(start, line)
            if instruction is not None:
                instructions.append(instruction)
        return Tree(tuple(instructions), tuple(self.comments), tuple(self.problems), self.escape)

    # ----------------------------------------------------------------------- lines

    def _line(self) -> tuple[int, str]:
        """The next line without its end, and where it begins."""
        start = self.at
        end = self.text.find("\n", start)
        if end < 0:
            end = len(self.text)
        self.at = end + 1
        return start, self.text[start:end].rstrip("\r")

    def _comment(self, start: int, line: str) -> None:
        self.comments.append((start + len(line) - len(line.lstrip()), start + len(line.rstrip())))

    def _directives(self) -> None:
        """Parser directives: comments at the very top, before anything else."""
        while self.at < len(self.text):
            before = self.at
            start, line = self._line()
            found = _DIRECTIVE.match(line)
            if found is None:
                self.at = before
                return
            self._comment(start, line)
            if found[1].lower() == "escape" and found[2] in ("\\", "`"):
                self.escape = found[2]

    def _continues(self, line: str) -> str | None:
        """The line without the sign that continues it; None where it is not continued."""
        bare = line.rstrip(" \t")
        if bare.endswith(self.escape) and not bare.endswith(self.escape * 2):
            return bare[:-1]
        return None

    def _joined(self, start: int, line: str) -> Joined:
        """The logical line that begins here; comments and empty lines between its lines are no part of it."""
        stretches: list[tuple[int, str]] = []
        end = start + len(line.rstrip())
        while True:
            continued = self._continues(line)
            stretches.append((start, line.rstrip() if continued is None else continued))
            if line.strip():
                end = start + len(line.rstrip())
            if continued is None:
                break
            while self.at < len(self.text):
                start, line = self._line()
                if line.lstrip().startswith("#"):
                    self._comment(start, line)
                elif line.strip():
                    break
            else:
                break
        return Joined(stretches, end)

    # ---------------------------------------------------------------- instructions

    def _instruction(self, start: int, line: str) -> Instruction | None:
        body = self._joined(start, line)
        found = _KEYWORD.match(body.text)
        keyword = found[1].upper() if found is not None else ""
        if found is None or keyword not in KEYWORDS:
            word = (body.text.split() or ["\\"])[0]
            at = start + len(line) - len(line.lstrip())
            self._problem(at, body.end, f"`{_shown(word)}` is no instruction of a Dockerfile")
            return None
        return self._read(keyword, body, found.start(1), found.end(1))

    def _read(self, keyword: str, body: Joined, begins: int, ends: int) -> Instruction | None:
        """The instruction whose keyword stands at `begins` to `ends` of a logical line."""
        made = Instruction(keyword, body.source(begins), body, _skip(body.text, ends))
        if keyword in _WITH_FLAGS:
            self._flags(made)
        if keyword == "ONBUILD":
            return self._onbuild(made)
        if not made.arguments.strip():
            self._problem(made.start, made.head_end, f"`{keyword}` has no argument")
            return None
        if keyword in _WITH_EXEC:
            at = made.at
            if keyword == "HEALTHCHECK" and (command := _CMD.match(made.arguments)):
                at += command.end()
            made.exec = exec_form(body.text, at)
        if keyword in _WITH_HEREDOCS and made.exec is None:
            self._heredocs(made)
        self._check(made)
        return made

    def _onbuild(self, made: Instruction) -> Instruction | None:
        found = _KEYWORD.match(made.body.text, made.at)
        keyword = found[1].upper() if found is not None else ""
        if found is None or keyword not in KEYWORDS or keyword in ("FROM", "ONBUILD", "MAINTAINER"):
            self._problem(made.start, made.head_end, "`ONBUILD` needs an instruction that may be run later")
            return None
        made.inner = self._read(keyword, made.body, found.start(1), found.end(1))
        if made.inner is None:
            return None
        made.end = made.inner.end
        return made

    def _flags(self, made: Instruction) -> None:
        text = made.body.text
        flags = []
        while (found := _FLAG.match(text, made.at)) is not None:
            end = found.end()
            value = None
            if found[2]:
                value = word_at(text, end, self.escape)
                end = value.end
            elif end < len(text) and not text[end].isspace():
                break
            flags.append(Flag(found[1].lower(), value, made.at, end))
            made.at = _skip(text, end)
        made.flags = tuple(flags)

    def _heredocs(self, made: Instruction) -> None:
        """The here-documents of an instruction: what follows its line, each up to the line that is its name."""
        if "<<" not in made.arguments:
            return
        words, _ = split(made.body.text, made.at, self.escape)
        heredocs = []
        for word in words:
            found = _HEREDOC.match(word.text)
            if found is None:
                continue
            body = self._heredoc_body(found[3], tabs=bool(found[1]))
            if body is None:
                place = made.body.range(word.start, word.end)
                self._problem(*place, f"The here-document `{found[3]}` is not ended")
                made.broken = True
                self._resume()
                break
            begin, end = body
            heredocs.append(Heredoc(found[3], not found[2], begin, end))
            made.end = end + len(self.text[end : self.at].rstrip())
        made.heredocs = tuple(heredocs)

    def _heredoc_body(self, name: str, *, tabs: bool) -> tuple[int, int] | None:
        begin = self.at
        while self.at < len(self.text) and (name, tabs) not in self.unended:
            start, line = self._line()
            if (line.lstrip("\t") if tabs else line) == name:
                return begin, start
        self.unended.add((name, tabs))
        self.at = begin
        return None

    def _resume(self) -> None:
        """Pass over the lines of a here-document that has no end, up to what looks like an instruction."""
        while self.at < len(self.text):
            before = self.at
            _, line = self._line()
            if _RESUME.match(line):
                self.at = before
                return

    def _check(self, made: Instruction) -> None:
        """Note what Docker would refuse: quotes that are not closed, a FROM that names no image."""
        if made.keyword in ("ENV", "LABEL", "ARG", "FROM", "EXPOSE") and made.exec is None:
            words, unclosed = split(made.body.text, made.at, self.escape)
            old_style = made.keyword in ("ENV", "LABEL") and words and "=" not in words[0].text
            if unclosed is not None and not old_style:
                place = made.body.range(unclosed, len(made.body.text))
                self._problem(*place, f"A quote in this `{made.keyword}` is not closed")
                made.broken = True
            if made.keyword == "FROM" and not (len(words) == 1 or (len(words) == 3 and words[1].text.upper() == "AS")):
                self._problem(made.start, made.head_end, "`FROM` takes an image, and a name for the stage behind `AS`")
                made.broken = True

    def _problem(self, start: int, end: int, message: str) -> None:
        self.problems.append(Problem(start, max(end, start + 1), message))


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _shown(word: str) -> str:
    return word if len(word) <= 30 else word[:29] + "…"
