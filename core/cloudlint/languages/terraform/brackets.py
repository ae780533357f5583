"""Reading what stands in brackets: lists, objects, `for`, calls, parentheses; and the names and numbers in them."""

from __future__ import annotations

from ...patterns import compiled
from ...typed import TYPE_CHECKING
from .lexer import PATH, PLAIN, VALUE, Damage, number
from .strings import KEYWORDS, MAX_CHAIN, StringParser, traversal
from .syntax import Bad, Call, Expression, For, Item, Literal, Object, Parens, Tuple, Variable

if TYPE_CHECKING:
    import re

_element = compiled(rf"[ \t\r\n]*(?:{VALUE})[ \t\r\n]*(?:,|(?=[\])]))").match
_item = compiled(
    rf'[ \t\r\n]*(?:(?:({PATH})|"({PLAIN})")[ \t\r]*[=:](?![=>:])[ \t\r]*'
    rf"(?:(?:{VALUE})[ \t\r]*(?:,|(?=[\n}}]))|())|(\}}))"
).match


class BracketParser(StringParser):
    """Reads brackets from their opening one on; gives nodes, whose end is where reading goes on."""

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
        if char in ":/" or (char in " \t" and self.text[end + 1] not in "=?&|+-*<>!"):  # those are operators
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
        try:
            value = number(digits)
        except ValueError:
            self.problem(start, end, f"`{digits}` is not a number")
            value = None
        return Bad(start, end) if value is None else Literal(start, end, value)

    def closing(self, pos: int, bracket: str) -> int:
        """Past the closing bracket that must follow inside brackets."""
        if self.text[pos] == bracket:
            return pos + 1
        at = self.skip(pos, True)
        if self.text[at] != bracket:
            raise self.expected(f"`{bracket}`", pos, at)
        return at + 1

    def parens(self, start: int) -> Parens:
        """`(inner)`."""
        inner = self.inner(start + 1)
        return Parens(start, self.closing(inner.end, ")"), inner)

    def simple_value(self, match: re.Match[str], string: int) -> Expression:
        """The value of a match whose last group is one of the three of VALUE, the first of which is `string`."""
        kind = match.lastindex or 0
        begin, end = match.span(kind)
        if kind == string:
            return Literal(begin - 1, end + 1, match.group(kind))
        if kind == string + 1:
            return self.named(match.group(kind), begin, end)
        return self.numeral(match.group(kind), begin, end)

    def elements(self, pos: int, bracket: str) -> tuple[list[Expression], int]:
        """Values between commas up to a closing bracket or `...`: the values, and the place of what ended them."""
        text = self.text
        values: list[Expression] = []
        self.enter(pos)
        loose, self.loose = self.loose, True
        while True:
            match = _element(text, pos)
            if match is not None and (self.ascii or match.group().isascii()):
                values.append(self.simple_value(match, 1))
                pos = match.end()
                if text[pos - 1] == ",":
                    continue
                if text[pos] == bracket:
                    break
                raise self.expected(f"`,` or `{bracket}`", values[-1].end, pos)
            if text[pos] in " \t\r\n#/":
                pos = self.skip(pos, True)
            if text[pos] == bracket:
                break
            values.append(self.expression(pos))
            pos = values[-1].end
            if text[pos] != ",":
                if text[pos] != bracket:
                    pos = self.skip(pos, True)
                if text[pos] == bracket or text.startswith("...", pos):
                    break
                if text[pos] != ",":
                    raise self.expected(f"`,` or `{bracket}`", values[-1].end, pos)
            pos += 1
        self.depth -= 1
        self.loose = loose
        return values, pos

    def tuple_or_for(self, start: int) -> Tuple | For:
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

    def object_or_for(self, start: int) -> Object | For:
        """`{items}` or `{for ...}`."""
        text = self.text
        at = self.for_word(start + 1)
        if at:
            return self.for_expression(start, at, "}")
        items: list[Item] = []
        self.enter(start)
        loose, self.loose = self.loose, False
        at = start + 1
        while True:
            match = _item(text, at)
            if match is None or not (self.ascii or match.group().isascii()):
                at = self.skip(at, True)
                if text[at] == "}":
                    break
                key = self.expression(at)
                value = self.item_value(key)
            elif match.lastindex == 7:
                at = match.end() - 1
                break
            else:
                key, value = self.simple_item(match)
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

    def simple_item(self, match: re.Match[str]) -> tuple[Expression, Expression]:
        """The key and value that `_item` has read. A bare key is a Variable even where it is a keyword elsewhere."""
        key: Expression
        word = match.group(1)
        if word is None:
            begin, end = match.span(2)
            key = Literal(begin - 1, end + 1, match.group(2))
        elif "." in word:
            key = self.named(word, match.start(1), match.end(1))
        else:
            key = Variable(match.start(1), match.end(1), word)
        if match.lastindex == 6:
            return key, self.expression(match.end())
        return key, self.simple_value(match, 3)

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
