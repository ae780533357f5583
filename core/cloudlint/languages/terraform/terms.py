"""Reading expressions: terms, what is taken of them, operators, collections, `for`.

A method takes the place to start at and gives a node; reading goes on at the node's end. What is merely missing becomes
a Bad node and a problem, what is in the way raises Damage.
"""

from __future__ import annotations

import re

from .lexer import NUMBER, PATH, PLAIN, Damage, blanks, gap, number
from .strings import KEYWORDS, StringParser, traversal
from .syntax import (
    Attr,
    Bad,
    Binary,
    Call,
    Conditional,
    Expression,
    For,
    Index,
    Item,
    Literal,
    Object,
    Parens,
    Splat,
    SplatItem,
    Tuple,
    Unary,
    Variable,
)

MAX_DEPTH = 80  # brackets, blocks and interpolations within one another; keeps far from Python's recursion limit
MAX_CHAIN = 200  # operators or accesses in one row: each is a level of the tree for whoever walks it

_VALUE = rf'"({PLAIN})"|({PATH})|({NUMBER})'
_term = {
    loose: re.compile(rf'[ \t\r{loose}]*(?:{_VALUE}|(["\[{{(!<-]))').match for loose in ("", "\n")
}
_strict_term, _loose_term = _term[""], _term["\n"]
_OPERATORS = r"(\|\||&&|[=!]=|[<>]=?|[+\-*%]|/(?![/*]))"
_strict_tail = re.compile(rf"[ \t\r]*(?:{_OPERATORS}|(\?)|(\.(?!\.\.)|\[)|(#|//|/\*))").match
_loose_tail = re.compile(rf"[ \t\r\n]*(?:{_OPERATORS}|(\?)|(\.(?!\.\.)|\[)|(#|//|/\*))").match
_OPERATOR, _QUESTION, _ACCESS, _COMMENT = 1, 2, 3, 4
_element = re.compile(rf"[ \t\r\n]*(?:{_VALUE})[ \t\r\n]*(?:,|(?=[\])]))").match
_item = re.compile(
    rf"[ \t\r\n]*(?:(?:({PATH})|\"({PLAIN})\")[ \t\r]*[=:](?![=>:])[ \t\r]*(?:(?:{_VALUE})[ \t\r]*(?:,|(?=[\n}}]))|())|(\}}))"
).match
_legacy = re.compile(NUMBER).match
_LEVEL = {"||": 1, "&&": 2, "==": 3, "!=": 3, "<": 4, "<=": 4, ">": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "/": 6, "%": 6}


class ExpressionParser(StringParser):
    """Reads one expression at a time out of the text."""

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

    def enter(self, pos: int) -> None:
        """One level deeper; Damage where that is too deep."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise Damage(pos, pos + 1, f"nested more than {MAX_DEPTH} levels deep")

    def tail(self, pos: int) -> re.Match[str] | None:
        """What goes on with the expression that ends at `pos`: an operator, `?`, or an access; comments passed over."""
        match = _loose_tail if self.loose else _strict_tail
        found = match(self.text, pos)
        while found is not None and found.lastindex == _COMMENT:
            if found.group(_COMMENT) != "/*" and not self.loose:
                return None
            found = match(self.text, self.skip(pos, self.loose))
        return found

    # ------------------------------------------------------------------ operators

    def binary(self, left: Expression, tail: re.Match[str] | None, floor: int) -> tuple[Expression, re.Match[str] | None]:
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

    def conditional(self, test: Expression, tail: re.Match[str] | None) -> Expression:
        """`test ? then : otherwise`, a chain of them read in a loop."""
        chain: list[tuple[Expression, Expression]] = []
        while tail is not None and tail.lastindex == _QUESTION:
            self.enter(tail.end())
            then = self.expression(tail.end())
            self.depth -= 1
            colon = self.skip(then.end, self.loose)
            chain.append((test, then))
            if self.text[colon] != ":":
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
        match = (_loose_term if self.loose else _strict_term)(text, pos)
        if match is None:
            char = text[(gap if self.loose else blanks)(text, pos).end()]
            at = self.skip(pos, self.loose)
            return self.term(at) if char in "#/" and text[at] != "/" else self.missing_value(pos, at)
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
            return self.object(start)
        if char == "[":
            return self.tuple(start)
        if char == "(":
            return self.parens(start)
        if char == "<":
            if text[start + 1] != "<":
                return self.missing_value(start, start)
            return self.heredoc(start)
        return self.unary(start)

    def named(self, word: str, start: int, end: int) -> Expression:
        """A traversal, a keyword or a call."""
        if not self.ascii and not word.isascii():
            name = self.word(start)
            if not name:
                raise Damage(start, start + 1, f"`{self.text[start]}` is not a character of the language")
            word, end = name, start + len(name)
        if "." in word:
            if word.count(".") > MAX_CHAIN:
                raise Damage(start, end, f"more than {MAX_CHAIN} accesses in a row")
            return traversal(word, start)
        char = self.text[end]
        if char == "(":
            return self.call(word, start, end)
        if char in " \t:/":
            at = self.skip(end, self.loose)
            if self.text[at] == "(" or self.text.startswith("::", at):
                return self.call(word, start, at)
        elif char in "\r\n#" and self.loose:
            at = self.skip(end, True)
            if self.text[at] == "(":
                return self.call(word, start, at)
        return Literal(start, end, KEYWORDS[word]) if word in KEYWORDS else Variable(start, end, word)

    def numeral(self, digits: str, start: int, end: int) -> Expression:
        """A number; one beyond all measure is a value nobody knows."""
        value = number(digits)
        if digits.count(".") > 1:
            self.problem(start, end, f"`{digits}` is not a number")
            value = None
        return Bad(start, end) if value is None else Literal(start, end, value)

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
        match = _legacy(self.text, after)
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

    # ------------------------------------------------------------------ brackets

    def closing(self, pos: int, bracket: str) -> int:
        """Past the closing bracket that must follow inside brackets."""
        pos = self.skip(pos, True)
        if self.text[pos] != bracket:
            raise Damage(pos, pos + 1, f"expected `{bracket}`, found {self.seen(pos)}")
        return pos + 1

    def parens(self, start: int) -> Parens:
        """`(inner)`."""
        inner = self.inner(start + 1)
        return Parens(start, self.closing(inner.end, ")"), inner)

    def elements(self, pos: int, bracket: str) -> tuple[list[Expression], int]:
        """Values between commas up to a closing bracket or `...`: the values, and the place of what ended them."""
        text = self.text
        values: list[Expression] = []
        self.enter(pos)
        loose, self.loose = self.loose, True
        while True:
            match = _element(text, pos)
            if match is not None:
                kind = match.lastindex or 0
                begin, end = match.span(kind)
                if kind == 1:
                    values.append(Literal(begin - 1, end + 1, match.group(1)))
                elif kind == 2:
                    values.append(self.named(match.group(2), begin, end))
                else:
                    values.append(self.numeral(match.group(3), begin, end))
                if values[-1].end < end:  # a character that no name can have
                    pos = values[-1].end
                    raise Damage(pos, pos + 1, f"`{text[pos]}` is not a character of the language")
                pos = match.end()
                if text[pos - 1] == ",":
                    continue
                if text[pos] == bracket:
                    break
                raise Damage(pos, pos + 1, f"expected `,` or `{bracket}`, found {self.seen(pos)}")
            pos = self.skip(pos, True)
            if text[pos] == bracket:
                break
            values.append(self.expression(pos))
            pos = values[-1].end
            if text[pos] != ",":
                pos = self.skip(pos, True)
                if text[pos] == bracket or text.startswith("...", pos):
                    break
                if text[pos] != ",":
                    raise Damage(pos, pos + 1, f"expected `,` or `{bracket}`, found {self.seen(pos)}")
            pos += 1
        self.depth -= 1
        self.loose = loose
        return values, pos

    def tuple(self, start: int) -> Tuple | For:
        """`[items]` or `[for ...]`."""
        at = self.for_word(start + 1)
        if at:
            return self.for_expression(start, at, "]")
        items, end = self.elements(start + 1, "]")
        if self.text[end] != "]":
            raise Damage(end, end + 3, "`...` can only follow the last argument of a call")
        return Tuple(start, end + 1, tuple(items))

    def call(self, name: str, start: int, end: int) -> Call:
        """`name(arguments)`; `end` is where the parenthesis or `::` stands."""
        text = self.text
        while text.startswith("::", end):
            at = self.skip(end + 2, self.loose)
            word = self.word(at)
            name = f"{name}::{word}"
            end = self.skip(at + len(word), self.loose)
            if not word or (text[end] != "(" and not text.startswith("::", end)):
                raise Damage(end, end + 1, f"expected a function's name and `(` after `::`, found {self.seen(end)}")
        arguments, end = self.elements(end + 1, ")")
        spread = text[end] == "."
        if spread:
            end = self.skip(end + 3, True)
            if text[end] != ")":
                raise Damage(end, end + 1, f"expected `)` after `...`, found {self.seen(end)}")
        return Call(start, end + 1, name, tuple(arguments), spread)

    def object(self, start: int) -> Object | For:
        """`{items}` or `{for ...}`."""
        text = self.text
        at = self.for_word(start + 1)
        if at:
            return self.for_expression(start, at, "}")
        at = start + 1
        items: list[Item] = []
        self.enter(start)
        loose, self.loose = self.loose, False
        while True:
            match = _item(text, at)
            if match is None:
                at = self.skip(at, True)
                if text[at] == "}":
                    break
                key = self.expression(at)
                value = self.item_value(key)
            elif match.lastindex == 7:
                at = match.end() - 1
                break
            else:
                kind = match.lastindex
                word = match.group(1)
                begin, end = match.span(1 if word is not None else 2)
                if word is None:
                    key = Literal(begin - 1, end + 1, match.group(2))
                elif "." in word or not self.ascii:
                    key = self.named(word, begin, end)
                else:
                    key = Variable(begin, end, word)
                if kind == 6:
                    value = self.expression(match.end())
                elif kind == 3:
                    begin, end = match.span(3)
                    value = Literal(begin - 1, end + 1, match.group(3))
                elif kind == 4:
                    value = self.named(match.group(4), match.start(4), match.end(4))
                else:
                    value = self.numeral(match.group(5), match.start(5), match.end(5))
            items.append(Item(key.start, value.end, key, value))
            at = value.end
            char = text[at]
            if char != "\n" and char != ",":
                at = self.skip(at, False)
                char = text[at]
                if char == "}":
                    break
                if char != "\n" and char != ",":
                    raise Damage(at, at + 1, f"expected `,`, `}}` or the end of the line, found {self.seen(at)}")
            at += 1
        self.depth -= 1
        self.loose = loose
        return Object(start, at + 1, tuple(items))

    def item_value(self, key: Expression) -> Expression:
        """The value after `key`, which was read as an expression."""
        at = self.skip(key.end, False)
        if type(key) is Bad or self.text[at] not in "=:" or self.text[at + 1] in "=>":
            raise Damage(at, at + 1, f"expected `=` after the key, found {self.seen(at)}")
        return self.expression(at + 1)

    def for_word(self, pos: int) -> int:
        """The end of the word `for`, if that is the first inside brackets; else 0."""
        if not self.text.startswith("for", pos):
            if self.text[pos] not in " \t\r\n#/":
                return 0
            pos = self.skip(pos, True)
        return pos + 3 if self.text.startswith("for", pos) and self.word(pos) == "for" else 0

    def for_expression(self, start: int, pos: int, bracket: str) -> For:
        """`[for ... : ...]` or `{for ... : ... => ...}`; `pos` is after the word `for`."""
        text = self.text
        key, value, pos = self.for_names(pos)
        collection = self.inner(pos)
        pos = self.skip(collection.end, True)
        if text[pos] != ":":
            raise Damage(pos, pos + 1, f"expected `:` after the collection of `for`, found {self.seen(pos)}")
        result = self.inner(pos + 1)
        result_key = None
        pos = self.skip(result.end, True)
        if text.startswith("=>", pos):
            result_key = result
            result = self.inner(pos + 2)
            pos = self.skip(result.end, True)
        if (result_key is None) != (bracket == "]"):
            wanted = "takes no `=>`" if result_key else "needs a key, `=>` and a value"
            raise Damage(pos, pos + 1, f"a `for` in `{'[' if bracket == ']' else '{'}` {wanted}")
        grouped = bracket == "}" and text.startswith("...", pos)
        if grouped:
            pos = self.skip(pos + 3, True)
        condition = None
        if text.startswith("if", pos) and self.word(pos) == "if":
            condition = self.inner(pos + 2)
            pos = condition.end
        end = self.closing(pos, bracket)
        return For(start, end, key, value, collection, result_key, result, grouped, condition)
