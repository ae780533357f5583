"""Reading expressions: terms, what is taken of them, operators.

A method takes the place to start at and gives a node; reading goes on at the node's end. What is merely missing becomes
a Bad node and a problem, what is in the way raises Damage.
"""

from __future__ import annotations

from ...patterns import compiled, pattern
from ...typed import TYPE_CHECKING
from .brackets import BracketParser
from .lexer import NUMBER, VALUE, Damage
from .strings import MAX_CHAIN
from .syntax import (
    Attr,
    Bad,
    Binary,
    Conditional,
    Expression,
    Index,
    Literal,
    Splat,
    SplatItem,
    Unary,
)

if TYPE_CHECKING:
    import re

    from ...typed import TypeAlias

Tail: TypeAlias = "re.Match[str] | None"

_term = compiled(rf'[ \t\r\n]*(?:{VALUE}|(["\[{{(!<-]))').match
_OPERATORS = r"(\|\||&&|[=!]=|[<>]=?|[+\-*%]|/(?![/*]))"
_tail = compiled(rf"[ \t\r\n]*(?:{_OPERATORS}|(\?)|(\.(?!\.\.)|\[)|(#|//|/\*))").match
_NUMBER = pattern(NUMBER)
_OPERATOR, _QUESTION, _ACCESS, _COMMENT = 1, 2, 3, 4
_LEVEL = {"||": 1, "&&": 2, "==": 3, "!=": 3, "<": 4, "<=": 4, ">": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "/": 6, "%": 6}


class ExpressionParser(BracketParser):
    """Reads one expression at a time out of the text."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.tail_key = 0
        self.tail_found: Tail = None

    def expression(self, pos: int) -> Expression:
        """The expression at `pos`, blanks before it allowed."""
        left = self.operand(pos)
        char = self.text[left.end]
        if char in ",)]}" or (char == "\n" and not self.loose):
            return left
        tail = self.tail(left.end)
        if tail is None or tail.lastindex not in (_OPERATOR, _QUESTION):
            return left
        if tail.lastindex == _OPERATOR:
            left, tail = self.binary(left, tail, 0)
        if tail is not None and tail.lastindex == _QUESTION:
            return self.conditional(left, tail)
        return left

    def inner(self, pos: int) -> Expression:
        """The expression at `pos` inside brackets: line ends are blank, and nesting is counted."""
        loose = self.loose
        self.loose = True
        self.enter(pos)
        node = self.expression(pos)
        self.depth -= 1
        self.loose = loose
        return node

    def tail(self, pos: int) -> Tail:
        """What goes on with the expression that ends at `pos`: an operator, `?`, or an access; comments passed over."""
        text, loose = self.text, self.loose
        key = pos if loose else ~pos
        if self.tail_key == key:  # asked for its accesses first, then for its operators
            return self.tail_found
        found = _tail(text, pos)
        while found is not None:
            if not loose and text.find("\n", pos, found.end()) >= 0:
                found = None
                break
            if found.lastindex != _COMMENT:
                break
            pos = self.skip(pos, loose)
            found = _tail(text, pos)
        self.tail_key, self.tail_found = key, found
        return found

    # ------------------------------------------------------------------ operators

    def binary(self, left: Expression, tail: Tail, floor: int) -> tuple[Expression, Tail]:
        """`left` with all operators after it that bind at least as tightly as `floor`; and what follows."""
        count = 0
        while tail is not None and tail.lastindex == _OPERATOR:
            operator = tail.group(_OPERATOR)
            level = _LEVEL[operator]
            if level < floor:
                break
            right = self.operand(tail.end())
            tail = self.tail(right.end)
            if tail is not None and tail.lastindex == _OPERATOR and _LEVEL[tail.group(_OPERATOR)] > level:
                right, tail = self.binary(right, tail, level + 1)
            left = Binary(left.start, right.end, operator, left, right)
            count = self.count(count, left.end)
        return left, tail

    def count(self, count: int, pos: int) -> int:
        """One more link of a chain; Damage where it is too long."""
        if count >= MAX_CHAIN:
            raise Damage(pos, pos + 1, f"more than {MAX_CHAIN} operators in a row")
        return count + 1

    def conditional(self, test: Expression, tail: Tail) -> Expression:
        """`test ? then : otherwise`, a chain of them read in a loop."""
        chain: list[tuple[Expression, Expression]] = []
        while tail is not None and tail.lastindex == _QUESTION:
            self.enter(tail.end())
            then = self.expression(tail.end())
            self.depth -= 1
            colon = self.skip(then.end, self.loose)
            chain.append((test, then))
            if self.text[colon] != ":":
                if type(then) is not Bad:
                    self.missing(colon, "expected `:` and the value for when the condition is false, found")
                test = Bad(then.end, then.end)
                break
            test = self.operand(colon + 1)
            tail = self.tail(test.end)
            if tail is not None and tail.lastindex == _OPERATOR:
                test, tail = self.binary(test, tail, 0)
            self.count(len(chain), test.end)
        for condition, then in reversed(chain):
            test = Conditional(condition.start, test.end, condition, then, test)
        return test

    # ------------------------------------------------------------------ operands

    def operand(self, pos: int) -> Expression:
        """A term with what is taken of it."""
        node = self.term(pos)
        char = self.text[node.end]
        if char in ",)]}":
            return node
        if char in ".[":
            return self.accesses(node)
        if char == "\n" and not self.loose:
            return node
        if char in " \t\r\n/#":
            tail = self.tail(node.end)
            if tail is not None and tail.lastindex == _ACCESS:
                return self.accesses(node)
        return node

    def term(self, pos: int) -> Expression:
        """The literal, name, call, string, collection, parentheses or signed operand at `pos`."""
        text = self.text
        match = _term(text, pos)
        if match is None or not (self.loose or text.find("\n", pos, match.end()) < 0):
            at = self.skip(pos, self.loose)
            commented = text[pos:at].strip(" \t\r\n") != ""
            return self.term(at) if commented else self.missing_value(pos, at)
        kind = match.lastindex
        if kind == 1:
            return Literal(match.start(1) - 1, match.end(), match.group(1))
        if kind == 2:
            return self.named(match.group(2), match.start(2), match.end())
        if kind == 3:
            return self.numeral(match.group(3), match.start(3), match.end())
        start = match.start(4)
        char = text[start]
        if char == '"':
            return self.quoted(start)
        if char == "{":
            return self.object_or_for(start)
        if char == "[":
            return self.tuple_or_for(start)
        if char == "(":
            return self.parens(start)
        if char == "<":
            if text[start + 1] != "<":
                return self.missing_value(start, start)
            return self.heredoc(start)
        return self.unary(start)

    def unary(self, start: int) -> Expression:
        """`-` and `!`, any number of them, before an operand."""
        signs = [start]
        at = self.skip(start + 1, self.loose)
        while self.text[at] in "-!":
            signs.append(at)
            self.count(len(signs), at)
            at = self.skip(at + 1, self.loose)
        node = self.operand(at)
        for sign in reversed(signs):
            node = Unary(sign, node.end, self.text[sign], node)
        return node

    def missing(self, pos: int, expected: str) -> None:
        """A problem where something is merely missing at `pos`; Damage where something else is in the way."""
        if pos >= self.size or self.text[pos] in ",:)]}\n~":
            self.problem(pos, pos, f"{expected} {self.seen(pos)}")
        else:
            raise Damage(pos, pos + 1, f"{expected} {self.seen(pos)}")

    def missing_value(self, pos: int, found: int) -> Bad:
        """A value was expected after `pos`, and what stands at `found` is none."""
        char = self.text[found]
        if char == "'":
            raise Damage(found, found + 1, "strings are written in double quotes")
        self.missing(found, "expected a value, found")
        return Bad(pos, pos)

    # ------------------------------------------------------------------ accesses

    def accesses(self, node: Expression) -> Expression:
        """`.name`, `.0`, `[key]`, `.*` and `[*]` after `node`, as many as there are."""
        text = self.text
        count = 0
        while True:
            tail = self.tail(node.end)
            if tail is None or tail.lastindex != _ACCESS:
                return node
            count = self.count(count, node.end)
            start = tail.start(_ACCESS)
            after = self.skip(start + 1, self.loose)
            if text[start] == "[":
                if text[after] == "*":
                    return self.full_splat(node, start, after)
                key = self.inner(start + 1)
                node = Index(node.start, self.closing(key.end, "]"), node, key)
            elif text[after] == "*":
                node = self.attribute_splat(node, start, after)
            else:
                node = self.after_dot(node, start, after)

    def after_dot(self, node: Expression, dot: int, after: int) -> Expression:
        """`node.name`, or the legacy `node.0`."""
        match = _NUMBER.match(self.text, after)
        if match is not None:
            return self.legacy_index(node, match)
        name = self.word(after)
        if name:
            return Attr(node.start, after + len(name), node, name)
        self.missing(after, "expected a name after the dot, found")
        return Attr(node.start, dot + 1, node, "")

    def legacy_index(self, node: Expression, match: re.Match[str]) -> Expression:
        """`node.0`; `node.0.1` is refused by HashiCorp (it reads 0.1 as one number), yet anyone sees what is meant."""
        digits, start = match.group(), match.start()
        if "." in digits and not all(part.isdigit() for part in digits.split(".")):
            self.problem(start, match.end(), f"`{digits}` is not an index")
            return Index(node.start, match.end(), node, Bad(start, match.end()))
        if "." in digits:
            self.problem(start, match.end(), f"write `[{digits.replace('.', '][')}]` instead of `.{digits}`")
        for part in digits.split("."):
            end = start + len(part)
            node = Index(node.start, end, node, self.numeral(part, start, end))
            start = end + 1
        return node

    def full_splat(self, node: Expression, start: int, star: int) -> Expression:
        """`node[*]` and all accesses after it, which are of each element."""
        end = self.skip(star + 1, self.loose)
        if self.text[end] != "]":
            raise Damage(end, end + 1, f"expected `]` after `*`, found {self.seen(end)}")
        self.enter(start)
        each = self.accesses(SplatItem(start, end + 1))
        self.depth -= 1
        return Splat(node.start, each.end, node, each, True)

    def attribute_splat(self, node: Expression, start: int, star: int) -> Expression:
        """`node.*` and the names and legacy indices after it."""
        each: Expression = SplatItem(start, star + 1)
        count = 0
        while True:
            tail = self.tail(each.end)
            if tail is None or tail.lastindex != _ACCESS or tail.group(_ACCESS) != ".":
                return Splat(node.start, each.end, node, each, False)
            count = self.count(count, each.end)
            after = self.skip(tail.end(), self.loose)
            if self.text[after] == "*":
                raise Damage(after, after + 1, "a splat `.*` cannot stand within another, write `[*]`")
            each = self.after_dot(each, tail.start(_ACCESS), after)
