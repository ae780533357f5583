"""Random Terraform text for the properties of edits, in every layout that people write."""

from __future__ import annotations

from random import Random

NAMES = ["a", "bb", "acl", "name", "engine", "encrypted", "cidr_blocks", "description", "a_very_long_name_indeed"]
COMMENTS = ["# why", "// é漢字", "# encrypted = true", "/* one line */"]
ONE_LINE = [
    "true",
    "12",
    '"text"',
    '"${var.a}-é"',
    "var.some.thing",
    '["a", "b"]',
    "{ a = 1, b = 2 }",
    'merge({ x = 1 }, { "y" = 2 })',
    'x ? "a" : "b"',
    "[]",
    "{}",
]


def source(random: Random) -> str:
    """A file with one to three blocks; LF line ends, indented by two spaces, not necessarily lined up."""
    parts = []
    for number in range(random.randint(1, 3)):
        parts.append(block(random, f'resource "aws_thing" "n{number}"', "", depth=2))
        parts.append(random.choice(["\n", "\n", "\n# between\n\n", "\n\n"]))
    return "".join(parts)


def block(random: Random, header: str, indent: str, depth: int) -> str:
    """A block, its lines ended by LF: often of several lines, sometimes empty or on one line."""
    shape = random.random()
    if shape < 0.1:
        return f"{indent}{header} {{{random.choice(['', '', ' '])}}}{trailing(random)}\n"
    if shape < 0.25:
        value = random.choice(ONE_LINE)
        return f"{indent}{header} {{ {random.choice(NAMES)} = {value} }}{trailing(random)}\n"
    return f"{indent}{header} {{{trailing(random)}\n{body(random, indent + '  ', depth)}{indent}}}{trailing(random)}\n"


def body(random: Random, indent: str, depth: int) -> str:
    """Attributes, comments, blank lines and nested blocks."""
    lines = []
    names = random.sample(NAMES, random.randint(0, 7))
    for name in names:
        lines.append(attribute(random, name, indent))
        if random.random() < 0.15:
            lines.append("\n")
        if random.random() < 0.15:
            lines.append(f"{indent}{random.choice(COMMENTS)}\n")
        if depth and random.random() < 0.15:
            lines.append(block(random, random.choice(["ingress", 'label "x"']), indent, depth - 1))
    if depth and random.random() < 0.4:
        lines += [random.choice(["", "\n"]), block(random, "egress", indent, depth - 1)]
    return "".join(lines)


def attribute(random: Random, name: str, indent: str) -> str:
    """An attribute with its line end."""
    padding = random.choice(["", " ", " ", "  "])
    inner = indent + "  "
    shape = random.random()
    if shape < 0.65:
        return f"{indent}{name}{padding}= {random.choice(ONE_LINE)}{trailing(random)}\n"
    if shape < 0.72:
        return f"{indent}{name}{padding}= <<-EOT\n{inner}some ${{text}}\n{inner}  more\n{indent}EOT\n"
    if shape < 0.78:
        return f"{indent}{name}{padding}= <<EOT\n{{ # not a comment }}\nEOT\n"
    if shape < 0.86:
        comma = random.choice(["", ","])
        return (
            f'{indent}{name}{padding}= [{trailing(random)}\n{inner}"first",{trailing(random)}\n'
            f'{inner}"second"{comma}{trailing(random)}\n{indent}]{trailing(random)}\n'
        )
    if shape < 0.93:
        comma = random.choice(["", ","])
        items = "".join(
            f"{inner}{key} = {random.choice(ONE_LINE)}{comma}{trailing(random)}\n"
            for key in random.sample(['"a:b"', *NAMES], random.randint(0, 4))
        )
        return f"{indent}{name}{padding}= {{{trailing(random)}\n{items}{indent}}}{trailing(random)}\n"
    return f"{indent}{name}{padding}= jsonencode({{\n{inner}Statement = [1]\n{indent}}}){trailing(random)}\n"


def trailing(random: Random) -> str:
    """Often nothing, sometimes a comment behind the line."""
    return random.choice([" ", "  "]) + random.choice(COMMENTS) if random.random() < 0.2 else ""
