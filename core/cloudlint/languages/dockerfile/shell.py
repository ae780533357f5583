"""The commands of a shell script: enough of the shell's grammar to say which programs run with which words.

Not a shell: control structures are seen through (`if a; then b; fi` is the commands `a` and `b`), and what is run in
`$(...)`, `<(...)`, backquotes and `sh -c '...'` is found as commands of their own.
Grammar: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html
"""

from __future__ import annotations

from collections.abc import Iterator

from ...patterns import pattern
from ...typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re

HOLE = "\ufdd0"  # stands in a word's text for an expansion
MOST_NESTED = 12

_ASSIGNMENT = pattern(r"([A-Za-z_]\w*)\+?=")
_PARAMETER = pattern(r"[A-Za-z_]\w*|[0-9@*#?$!-]")
_OPERATOR = pattern(r"&&|\|\||;;&|;;|;&|\|&|[;|&\n]")
_REDIRECT = pattern(r"(\d*)(<<<|<<-?|>>|>&|<&|>\||<>|&>>|&>|[<>])")
_CASE = pattern(r"\s*(?:#[^\n]*\s*)*(?!\s*esac\b)[^)]*\)")
_RESERVED = frozenset(("!", "{", "}", "do", "done", "elif", "else", "fi", "if", "then", "time", "until", "while"))


class ShellWord(NamedTuple):
    """A word of a command: `start` and `end` count in the script and include quotes.

    text    without quotes, with a HOLE for every expansion
    names   for each hole the variable, empty for what is more than a plain variable
    opened  is the text the raw text from `start + 1` to `end - 1`: one quoted string without escapes and holes
    """

    start: int
    end: int
    text: str
    names: tuple[str, ...] = ()
    opened: bool = False


class Redirect(NamedTuple):
    """`> file`, `<<< word`: the sign, and what stands behind it."""

    sign: str
    target: ShellWord | None


class Command:
    """A simple command.

    assignments  `NAME=value` in front of it, each a word whose text begins with the name
    words        the program and its arguments; empty where there are only assignments
    before       the operator between it and the command in front of it in the same list, empty for the first
    after        the operator behind it
    inside       the command that this one is part of: through `$(`, `<(`, a backquote or `-c` (see `through`)
    """

    __slots__ = ("after", "assignments", "before", "end", "inside", "redirects", "start", "through", "words")

    def __init__(self, start: int, before: str, inside: Command | None, through: str) -> None:
        self.start = self.end = start
        self.before = before
        self.after = ""
        self.assignments: list[ShellWord] = []
        self.words: list[ShellWord] = []
        self.redirects: list[Redirect] = []
        self.inside = inside
        self.through = through


def commands(text: str, start: int = 0, end: int | None = None) -> list[Command]:
    """The commands of a script, those inside others right before the command that they are inside of."""
    return _Script(text, start, len(text) if end is None else end).read()


def scripts(text: str, word: ShellWord, command: Command, depth: int = 0) -> list[Command]:
    """The commands of a word that is itself a script, as the argument of `sh -c` is."""
    if not word.opened or depth > MOST_NESTED:
        return []
    return _Script(text, word.start + 1, word.end - 1, command, "-c", depth + 1).read()


class _Script:
    def __init__(
        self, text: str, start: int, end: int, inside: Command | None = None, through: str = "", depth: int = 0
    ) -> None:
        self.text = text
        self.at = start
        self.end = end
        self.inside = inside
        self.through = through
        self.depth = depth
        self.found: list[Command] = []
        self.heredocs: list[tuple[str, bool]] = []
        self.cases = 0  # `case` statements around here
        self.now = self._new("")

    def _new(self, before: str) -> Command:
        return Command(self.at, before, self.inside, self.through)

    def read(self) -> list[Command]:
        """All commands."""
        while self.at < self.end:
            self._step()
        self._finish("")
        return self.found

    def _step(self) -> None:
        text, at = self.text, self.at
        char = text[at]
        if char in " \t\r":
            self.at += 1
        elif char == "\\" and text.startswith("\n", at + 1):
            self.at += 2
        elif char == "#":
            line_end = text.find("\n", at, self.end)
            self.at = self.end if line_end < 0 else line_end
        elif (redirect := _REDIRECT.match(text, at, self.end)) is not None and not text.startswith(("<(", ">("), at):
            self._redirect(redirect)
        elif (operator := _OPERATOR.match(text, at, self.end)) is not None:
            self.at = operator.end()
            self._operator(operator[0])
        elif char in "()":
            self._bracket(char)
        else:
            self._take(self._word())

    def _operator(self, sign: str) -> None:
        if self._in_test():
            self._take(ShellWord(self.at - len(sign), self.at, sign))
            return
        self._finish(sign)
        if sign == "\n":
            self._skip_heredocs()
        if sign.startswith(";;") and self.cases:
            self._pattern()

    def _in_test(self) -> bool:
        words = self.now.words
        return bool(words) and words[0].text == "[[" and words[-1].text != "]]"

    def _bracket(self, char: str) -> None:
        """A subshell, or `name()` in front of a function's body; inside `[[` a word like others."""
        if self._in_test():
            self.at += 1
            return
        if char == "(" and len(self.now.words) == 1 and self.text.startswith("()", self.at):
            self.now.words.clear()
            self.at += 2
            return
        self.at += 1
        self._finish(char)

    def _finish(self, operator: str) -> None:
        """End the command, if there is one, and begin the next."""
        made = self.now
        between = operator in ("(", ")", "\n")  # after these the operator in front still holds
        if made.words or made.assignments or made.redirects:
            made.after = "" if operator in ("(", ")") else operator
            self.found.append(made)
            self.now = self._new(made.after)
        else:
            self.now = self._new(made.before if between else operator)

    def _take(self, word: ShellWord) -> None:
        now = self.now
        if not now.words and not now.assignments and not now.redirects:
            now.start = word.start
            if word.text in _RESERVED:
                return
        now.end = word.end
        if not now.words and _ASSIGNMENT.match(self.text, word.start):
            now.assignments.append(word)
            return
        now.words.append(word)
        if word.text == "in" and now.words[0].text == "case" and len(now.words) == 3:
            self.cases += 1
            now.words.clear()
            self._pattern()
        elif word.text == "esac" and len(now.words) == 1:
            self.cases = max(self.cases - 1, 0)
            now.words.clear()

    def _pattern(self) -> None:
        """Pass over the pattern of a `case`, up to its bracket."""
        found = _CASE.match(self.text, self.at, self.end)
        if found is not None:
            self.at = found.end()

    # ---------------------------------------------------------------- redirections

    def _redirect(self, found: re.Match[str]) -> None:
        sign = found[2]
        if not self.now.words and not self.now.assignments and not self.now.redirects:
            self.now.start = self.at
        self.at = found.end()
        while self.at < self.end and self.text[self.at] in " \t":
            self.at += 1
        target = None
        if (self.at < self.end and self.text[self.at] not in "\n;|&()") or (
            self.at < self.end and self.text.startswith(("<(", ">("), self.at)
        ):
            target = self._word()
            self.now.end = target.end
        self.now.redirects.append(Redirect(sign, target))
        if sign in ("<<", "<<-") and target is not None:
            self.heredocs.append((target.text, sign == "<<-"))

    def _skip_heredocs(self) -> None:
        """Pass over the bodies of the here-documents of the line that has just ended."""
        for name, tabs in self.heredocs:
            while self.at < self.end:
                end = self.text.find("\n", self.at, self.end)
                end = self.end if end < 0 else end
                line = self.text[self.at : end].rstrip("\r")
                self.at = min(end + 1, self.end)
                if (line.lstrip("\t") if tabs else line) == name:
                    break
        self.heredocs = []

    # ----------------------------------------------------------------------- words

    def _word(self) -> ShellWord:
        start = self.at
        out: list[str] = []
        names: list[str] = []
        text = self.text
        while self.at < self.end:
            char = text[self.at]
            if char in " \t\r\n;|&" or (char in "()" and self.at > start):
                break
            if char in "<>":
                if not text.startswith(("<(", ">("), self.at):
                    break
                self._inner(self.at + 2, ")", text[self.at : self.at + 2])
                self._hole(out, names, "")
            elif char in "$`":
                self._expansion(out, names)
            elif char == "\\":
                out.append(text[self.at + 1 : self.at + 2].replace("\n", ""))
                self.at += 2
            elif char == "'":
                close = text.find("'", self.at + 1, self.end)
                close = self.end if close < 0 else close
                out.append(text[self.at + 1 : close])
                self.at = close + 1
            elif char == '"':
                self._double(out, names)
            else:
                out.append(char)
                self.at += 1
        self.at = min(max(self.at, start + 1), self.end)
        joined = "".join(out)
        opened = not names and self.at - start >= 2 and text[start] in "\"'" and text[start + 1 : self.at - 1] == joined
        return ShellWord(start, self.at, joined, tuple(names), opened)

    def _double(self, out: list[str], names: list[str]) -> None:
        """A string in double quotes."""
        text = self.text
        self.at += 1
        while self.at < self.end and text[self.at] != '"':
            char = text[self.at]
            if char == "\\" and self.at + 1 < self.end:
                following = text[self.at + 1]
                out.append("" if following == "\n" else following if following in '"$`\\' else char + following)
                self.at += 2
            elif char in "$`":
                self._expansion(out, names)
            else:
                out.append(char)
                self.at += 1
        self.at += 1

    def _expansion(self, out: list[str], names: list[str]) -> None:
        """What a `$` or a backquote begins."""
        text, at = self.text, self.at
        if text[at] == "`":
            self._inner(at + 1, "`", "`")
            self._hole(out, names, "")
        elif text.startswith("$((", at):
            self.at = self._balanced(at + 1, "(", ")")
            self._hole(out, names, "")
        elif text.startswith("$(", at):
            self._inner(at + 2, ")", "$(")
            self._hole(out, names, "")
        elif text.startswith("${", at):
            self.at = self._balanced(at + 1, "{", "}")
            inner = text[at + 2 : self.at - 1]
            self._hole(out, names, inner if _PARAMETER.fullmatch(inner) else "")
        elif (found := _PARAMETER.match(text, at + 1, self.end)) is not None:
            self.at = found.end()
            self._hole(out, names, found[0])
        else:
            out.append("$")
            self.at += 1

    def _hole(self, out: list[str], names: list[str], name: str) -> None:
        out.append(HOLE)
        names.append(name)

    def _balanced(self, at: int, opening: str, closing: str) -> int:
        """Where the bracket that opens at `at` is closed; past the end where it is not."""
        depth = 0
        while at < self.end:
            char = self.text[at]
            if char == "\\":
                at += 1
            elif char == opening:
                depth += 1
            elif char == closing:
                depth -= 1
                if not depth:
                    return at + 1
            at += 1
        return self.end

    def _inner(self, start: int, closing: str, through: str) -> None:
        """The commands of a substitution whose script begins at `start`."""
        if closing == "`":
            close = start
            while close < self.end and self.text[close] != "`":
                close += 2 if self.text[close] == "\\" else 1
            close = min(close, self.end)
        else:
            close = self._balanced_script(start)
        if self.depth < MOST_NESTED:
            inner = _Script(self.text, start, close, self.now, through, self.depth + 1)
            self.found += inner.read()
        self.at = min(close + 1, self.end)

    def _balanced_script(self, at: int, nested: int = 0) -> int:
        """Where the `)` stands that ends a script; quotes in it are passed over."""
        if nested > MOST_NESTED:
            return self.end
        depth = 1
        text = self.text
        while at < self.end:
            char = text[at]
            if char == "\\":
                at += 1
            elif char == "'":
                close = text.find("'", at + 1, self.end)
                at = self.end if close < 0 else close
            elif char == '"':
                at = self._quoted(at, nested)
            elif char == "(":
                depth += 1
            elif char == ")":
                depth -= 1
                if not depth:
                    return at
            at += 1
        return self.end

    def _quoted(self, at: int, nested: int) -> int:
        """Where the double quote that opens at `at` is closed."""
        at += 1
        while at < self.end and self.text[at] != '"':
            if self.text.startswith("$(", at):
                at = self._balanced_script(at + 2, nested + 1)
            elif self.text[at] == "\\":
                at += 1
            at += 1
        return at


def assigned(found: list[Command]) -> Iterator[str]:
    """The names of the variables that the commands set themselves."""
    for command in found:
        for word in command.assignments:
            yield word.text.partition("=")[0].rstrip("+")
        if command.words and command.words[0].text in ("export", "read", "for", "local", "declare", "unset"):
            for word in command.words[1:]:
                yield word.text.partition("=")[0]
