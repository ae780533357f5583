"""Random Terraform expressions without names from outside: every operator, template, collection and pure function.

What is generated depends on the seed alone, so that the recorded answers of real Terraform stay valid.
"""

from __future__ import annotations

from random import Random

COUNT, SEED = 2600, 20261122

WORDS = ["", "a", "b", "abc", "A-b_c", "x y", "10.0.0.0/16", "true", "7", "é", "a,b", "arn:aws:s3:::b/*"]
NUMBERS = ["0", "1", "2", "7", "-1", "3.5", "100", "0.1", "1e3"]
KEYS = ["a", "b", "name"]

# Function -> the kinds of its arguments: t(ext), n(umber), b(ool), l(ist), s(et as a list of texts), m(apping), ? any.
FUNCTIONS = {
    **dict.fromkeys(["upper", "lower", "title", "trimspace", "chomp", "strrev", "base64encode", "urlencode"], "t"),
    **dict.fromkeys(["md5", "sha1", "sha256", "length", "basename", "dirname", "tostring", "tonumber"], "t"),
    **dict.fromkeys(["trim", "trimprefix", "trimsuffix", "startswith", "endswith", "split", "strcontains"], "tt"),
    **dict.fromkeys(["abs", "ceil", "floor", "signum", "tobool"], "n"),
    **dict.fromkeys(["min", "max"], "nnn"),
    **dict.fromkeys(["pow", "log", "parseint"], "nn"),
    **dict.fromkeys(["length", "reverse", "flatten", "distinct", "tolist", "toset", "jsonencode", "compact"], "l"),
    **dict.fromkeys(["sort", "alltrue", "anytrue", "sum", "one", "can", "yamlencode", "values"], "l"),
    **dict.fromkeys(["concat", "setunion", "setproduct", "setintersection", "setsubtract", "coalescelist"], "ll"),
    **dict.fromkeys(["keys", "values", "length", "tomap", "jsonencode", "transpose"], "m"),
    **dict.fromkeys(["merge"], "mm"),
    **dict.fromkeys(["contains", "index"], "l?"),
    **dict.fromkeys(["element", "chunklist"], "ln"),
    **dict.fromkeys(["try", "coalesce"], "??"),
    "join": "tl",
    "lookup": "mt?",
    "replace": "ttt",
    "substr": "tnn",
    "slice": "lnn",
    "range": "n",
    "format": "t?",
    "zipmap": "sl",
    "matchkeys": "lll",
    "indent": "nt",
    "regexall": "tt",
    "cidrsubnet": "tnn",
    "cidrhost": "tn",
}
NAMES = sorted(FUNCTIONS)


def expressions() -> list[str]:
    """The expressions, each once, in the order they are generated."""
    random = Random(SEED)
    found: dict[str, None] = {}
    while len(found) < COUNT:
        found[Writer(random).any(random.randint(1, 4))] = None
    return list(found)


class Writer:
    """Writes one expression; `names` are those bound around it."""

    def __init__(self, random: Random, names: tuple[str, ...] = ()) -> None:
        self.random = random
        self.names = names

    def any(self, depth: int) -> str:
        """An expression of some kind, mostly what is asked for where it is used."""
        return self.of(self.random.choice("tttnnbllm"), depth)

    def of(self, kind: str, depth: int) -> str:
        """An expression of a kind; now and then of another, and null, to see what is refused or converted."""
        random = self.random
        if kind == "?" or random.random() < 0.04:
            return self.any(depth - 1) if depth > 0 else random.choice(["null", '"a"', "1", "true", "[]", "{}"])
        if self.names and random.random() < 0.4:
            return random.choice(self.names)
        if depth <= 0 or random.random() < 0.12:
            return self.leaf(kind)
        if random.random() < 0.3:
            return self.general(kind, depth - 1)
        made: str = getattr(self, f"_{kind if kind != 's' else 'l'}")(depth - 1)
        return made

    def leaf(self, kind: str) -> str:
        """A literal."""
        random = self.random
        if kind == "t":
            return f'"{random.choice(WORDS)}"'
        if kind == "n":
            return random.choice(NUMBERS)
        if kind == "b":
            return random.choice(["true", "false"])
        if kind == "m":
            return (
                "{" + ", ".join(f"{key} = {self.leaf('t')}" for key in random.sample(KEYS, random.randint(0, 3))) + "}"
            )
        kind = "t" if kind == "s" else random.choice("tn")
        return "[" + ", ".join(self.leaf(kind) for _ in range(random.randint(0, 3))) + "]"

    def general(self, kind: str, depth: int) -> str:
        """What any kind of value can come out of: a choice, a part of something, parentheses."""
        shape = self.random.randrange(6)
        if shape == 0:
            return f"({self.of('b', depth)} ? {self.of(kind, depth)} : {self.of(kind, depth)})"
        if shape == 1:
            items = ", ".join(self.of(kind, depth) for _ in range(self.random.randint(1, 3)))
            return f"[{items}][{self.of('n', 0) if self.random.random() < 0.3 else '0'}]"
        if shape == 2:
            key = self.random.choice(KEYS)
            return f"{{{key} = {self.of(kind, depth)}, z = 1}}.{self.random.choice([key, key, key, 'b'])}"
        if shape == 3:
            return f"({self.of(kind, depth)})"
        if shape == 4:
            return f"try({self.of(kind, depth)}, {self.leaf(kind)})"
        key = self.random.choice(KEYS)
        return f'{{{key} = {self.of(kind, depth)}}}["{key}"]'

    def called(self, wanted: str, depth: int) -> str:
        """A function's call."""
        name = self.random.choice([name for name in NAMES if name in wanted.split()] or NAMES)
        return f"{name}({', '.join(self.of(kind, depth) for kind in FUNCTIONS[name])})"

    def _t(self, depth: int) -> str:
        shape = self.random.randrange(6)
        if shape == 0:
            return f'"{self.random.choice(["", "a-"])}${{{self.any(depth)}}}-b"'
        if shape == 1:
            return f'"%{{ if {self.of("b", depth)} }}x%{{ else }}y${{{self.of("n", depth)}}}%{{ endif }}"'
        if shape == 2:
            return f'"%{{ for v in {self.of("l", depth)} }}<${{v}}>%{{ endfor }}"'
        words = (
            "upper lower title trimspace chomp strrev base64encode urlencode md5 sha1 tostring trim trimprefix"
            " trimsuffix join replace substr format indent basename dirname jsonencode cidrsubnet cidrhost"
            " coalesce lookup element"
        )
        return self.called(words, depth)

    def _n(self, depth: int) -> str:
        if self.random.random() < 0.5:
            sign = self.random.choice("+-*/%")
            return f"({self.of('n', depth)} {sign} {self.of('n', depth)})"
        if self.random.random() < 0.2:
            return f"-{self.of('n', 0)}"
        return self.called("abs ceil floor signum min max pow log length parseint tonumber index sum", depth)

    def _b(self, depth: int) -> str:
        shape = self.random.randrange(5)
        if shape == 0:
            return f"({self.any(depth)} {self.random.choice(['==', '!='])} {self.any(depth)})"
        if shape == 1:
            return f"({self.of('n', depth)} {self.random.choice(['<', '<=', '>', '>='])} {self.of('n', depth)})"
        if shape == 2:
            return f"({self.of('b', depth)} {self.random.choice(['&&', '||'])} {self.of('b', depth)})"
        if shape == 3:
            return f"!{self.of('b', depth)}"
        return self.called("contains can alltrue anytrue startswith endswith strcontains tobool", depth)

    def _l(self, depth: int) -> str:
        shape = self.random.randrange(6)
        if shape == 0:
            return f"[{', '.join(self.any(depth) for _ in range(self.random.randint(0, 3)))}]"
        if shape == 1:
            return self.loop("[", "]", depth)
        if shape == 2:
            return f"{self.of('l', depth)}[*]"
        if shape == 3:
            items = ", ".join(f"{{a = {self.any(depth)}}}" for _ in range(self.random.randint(1, 2)))
            return f"[{items}]{self.random.choice(['[*].a', '.*.a'])}"
        words = (
            "reverse flatten distinct tolist toset compact sort concat setunion setproduct setintersection setsubtract"
            " coalescelist keys values chunklist split slice range matchkeys regexall"
        )
        return self.called(words, depth)

    def _m(self, depth: int) -> str:
        shape = self.random.randrange(4)
        if shape == 0:
            keys = self.random.sample(KEYS, self.random.randint(0, 3))
            return "{" + ", ".join(f"{key} = {self.any(depth)}" for key in keys) + "}"
        if shape == 1:
            return self.loop("{", "}", depth)
        return self.called("merge tomap zipmap transpose", depth)

    def loop(self, start: str, end: str, depth: int) -> str:
        """A `for` over a list or a mapping, with a condition at times."""
        over = self.of(self.random.choice("lm"), depth)
        inner = Writer(self.random, (*self.names, "k", "v"))
        result = inner.any(depth)
        if start == "{":
            grouped = "..." if self.random.random() < 0.5 else ""
            result = f'"${{{inner.of("t", 0)}}}" => {result}{grouped}'
        condition = f" if {inner.of('b', depth)}" if self.random.random() < 0.3 else ""
        return f"{start}for k, v in {over} : {result}{condition}{end}"
