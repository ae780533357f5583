"""Write dist/cloudlint-VERSION.vsix: the extension, with a copy of cloudlint that any Python 3.10 or newer runs.

What goes in is listed here, so that nothing else does, and the same sources give the same bytes. The network is asked
only for wheels that are not in build/wheels yet; `node_modules` has to be there (`npm ci` in vscode-extension/).
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cloudlint.version import VERSION

ROOT = Path(__file__).resolve().parents[1]
EXTENSION = ROOT / "vscode-extension"
WHEELS = ROOT / "build" / "wheels"
REQUIREMENTS = EXTENSION / "server" / "requirements.txt"
PLATFORM = (
    "--python-version",
    "3.10",
    "--implementation",
    "cp",
    "--abi",
    "cp310",
    "--platform",
    "manylinux2014_x86_64",
)

# Where it goes in the archive -> where it is from; patterns of files.
FILES = {
    "README.md": "readme.md",
    "CHANGELOG.md": "changelog.md",
    "language-configuration.json": "language-configuration.json",
    "dist/extension.js": "dist/extension.js",
    "server/run.py": "server/run.py",
    "server/regex.py": "server/libs/regex.py",
}
FOLDERS = ("images/*.png", "images/*.gif", "media/*.md")
FOR_DEVELOPERS = ("scripts", "devDependencies", "dependencies", "private")
NOT_RUN = re.compile(
    r"/$|\.(?:so|pyi|pyd|typed)$|\.dist-info/|(?:^|/)__pycache__/"
    r"|^(?:_yaml|cattr|cli|lark/__pyinstaller|lark/tools)/"  # old names, commands and build tools of libraries
    r"|^hcl2/__main__\.py$|^pygls/cli\.py$"
)
LICENCE = re.compile(r"^(?:licen[sc]e|copying|notice)[^/]*$", re.IGNORECASE)

Contents = dict[str, bytes]


def main() -> None:
    """Build and say how large it became."""
    manifest = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
    assert manifest["version"] == VERSION, "the version of package.json is not that of cloudlint"
    subprocess.run(["node", "esbuild.mjs"], cwd=EXTENSION, check=True)
    wheels = fetched()
    contents = {f"extension/{name}": data for name, data in extension(manifest, wheels).items()}
    contents["extension.vsixmanifest"] = description(manifest).encode()
    contents["[Content_Types].xml"] = content_types(contents).encode()
    target = ROOT / "dist" / f"{manifest['name']}-{VERSION}.vsix"
    target.parent.mkdir(exist_ok=True)
    write(target, contents)
    report(target, contents)


# ------------------------------------------------------------------------------ what goes in


def extension(manifest: dict[str, object], wheels: list[Path]) -> Contents:
    """The files of the extension by their place in it."""
    found = {there: (EXTENSION / here).read_bytes() for here, there in FILES.items()}
    for pattern in FOLDERS:
        found |= {file.relative_to(EXTENSION).as_posix(): file.read_bytes() for file in EXTENSION.glob(pattern)}
    shipped = {key: value for key, value in manifest.items() if key not in FOR_DEVELOPERS}
    found["package.json"] = (json.dumps(shipped, indent=2, ensure_ascii=False) + "\n").encode()
    found["LICENSE.txt"] = (ROOT / "LICENSE").read_bytes()
    found["THIRD_PARTY_NOTICES.txt"] = notices(wheels).encode()
    return found | {f"server/libs/{name}": data for name, data in libraries(wheels)}


def libraries(wheels: list[Path]) -> Iterator[tuple[str, bytes]]:
    """cloudlint and what it needs, as Python imports it."""
    for source in (ROOT / "core", ROOT / "lsp"):
        for file in source.glob("cloudlint*/**/*.py"):
            yield file.relative_to(source).as_posix(), file.read_bytes()
    for wheel in wheels:
        with ZipFile(wheel) as archive:
            yield from ((name, archive.read(name)) for name in archive.namelist() if not NOT_RUN.search(name))


def fetched() -> list[Path]:
    """The wheels that are required, each with the hash that is written down."""
    wanted = set(re.findall(r"sha256:(\w+)", REQUIREMENTS.read_text(encoding="utf-8")))
    if wanted - set(by_hash()):
        WHEELS.mkdir(parents=True, exist_ok=True)
        pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "download", "--no-deps"]
        where = ["--only-binary", ":all:", *PLATFORM, "--dest", str(WHEELS), "--require-hashes"]
        subprocess.run([*pip, *where, "-r", str(REQUIREMENTS)], check=True)
    there = by_hash()
    return sorted(there[digest] for digest in wanted)


def by_hash() -> dict[str, Path]:
    """The wheels that are here, by SHA-256."""
    return {sha256(file.read_bytes()).hexdigest(): file for file in WHEELS.glob("*.whl")}


# ---------------------------------------------------------------------------- licences


def notices(wheels: Iterable[Path]) -> str:
    """The licences of everything that is not ours."""
    parts = ["What this extension holds besides cloudlint, and under which licences.\n"]
    for name, text in sorted([*of_wheels(wheels), *of_modules()], key=lambda entry: entry[0].lower()):
        parts.append(f"{'=' * 100}\n{name}\n{'=' * 100}\n\n{text.strip()}\n")
    return "\n".join(parts)


def of_wheels(wheels: Iterable[Path]) -> Iterator[tuple[str, str]]:
    for wheel in wheels:
        name, version, *_ = wheel.name.split("-")
        with ZipFile(wheel) as archive:
            files = [file for file in sorted(archive.namelist()) if ".dist-info/" in file]
            texts = [archive.read(file).decode() for file in files if LICENCE.match(file.rpartition("/")[2])]
        assert texts, f"{wheel.name} holds no licence"
        yield f"{name} {version}", "\n\n".join(texts)


def of_modules() -> Iterator[tuple[str, str]]:
    """Of the npm packages that are bundled: those that development alone does not need."""
    lock = json.loads((EXTENSION / "package-lock.json").read_text(encoding="utf-8"))
    for place, entry in lock["packages"].items():
        if place and not entry.get("dev"):
            folder = EXTENSION / place
            texts = [file.read_text(encoding="utf-8") for file in sorted(folder.iterdir()) if LICENCE.match(file.name)]
            assert texts, f"{place} holds no licence"
            yield f"{place.rpartition('node_modules/')[2]} {entry['version']}", "\n\n".join(texts)


# ------------------------------------------------------------------------- the archive


def description(manifest: dict[str, object]) -> str:
    """`extension.vsixmanifest`."""
    contributes = manifest["contributes"]
    engines = manifest["engines"]
    assert isinstance(contributes, dict)
    assert isinstance(engines, dict)
    languages = [f"__ext_{ending[1:]}" for language in contributes["languages"] for ending in language["extensions"]]
    tags = ",".join([*_texts(manifest["keywords"]), *languages])
    kind = ",".join(_texts(manifest["extensionKind"]))
    assets = {
        "Microsoft.VisualStudio.Code.Manifest": "package.json",
        "Microsoft.VisualStudio.Services.Content.Details": "readme.md",
        "Microsoft.VisualStudio.Services.Content.Changelog": "changelog.md",
        "Microsoft.VisualStudio.Services.Content.License": "LICENSE.txt",
        "Microsoft.VisualStudio.Services.Icons.Default": manifest["icon"],
    }
    shown = "\n".join(f'    <Asset Type="{k}" Path="extension/{v}" Addressable="true" />' for k, v in assets.items())
    return f"""<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="{manifest["name"]}" Version="{VERSION}" Publisher="{manifest["publisher"]}" />
    <DisplayName>{escape(str(manifest["displayName"]))}</DisplayName>
    <Description xml:space="preserve">{escape(str(manifest["description"]))}</Description>
    <Tags>{escape(tags)}</Tags>
    <Categories>{escape(",".join(_texts(manifest["categories"])))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="{escape(engines["vscode"])}" />
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="{kind}" />
      <Property Id="Microsoft.VisualStudio.Services.GitHubFlavoredMarkdown" Value="true" />
      <Property Id="Microsoft.VisualStudio.Services.Content.Pricing" Value="Free" />
    </Properties>
    <License>extension/LICENSE.txt</License>
    <Icon>extension/{manifest["icon"]}</Icon>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code" />
  </Installation>
  <Dependencies />
  <Assets>
{shown}
  </Assets>
</PackageManifest>
"""


def _texts(value: object) -> list[str]:
    assert isinstance(value, list)
    return [str(item) for item in value]


def content_types(names: Iterable[str]) -> str:
    """`[Content_Types].xml`: every ending that occurs."""
    known = {"json": "application/json", "md": "text/markdown", "png": "image/png", "gif": "image/gif"}
    known |= {"vsixmanifest": "text/xml", "js": "application/javascript"}
    endings = sorted({name.rpartition(".")[2] for name in names})
    lines = [f'  <Default Extension=".{e}" ContentType="{known.get(e, "text/plain")}" />' for e in endings]
    kind = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'<?xml version="1.0" encoding="utf-8"?>\n<Types xmlns="{kind}">\n' + "\n".join(lines) + "\n</Types>\n"


def write(target: Path, contents: Contents) -> None:
    """Zip, in a fixed order and without times."""
    with ZipFile(target, "w") as archive:
        for name in sorted(contents):
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, contents[name], compresslevel=9)


def report(target: Path, contents: Contents) -> None:
    """Say what was made."""
    size = target.stat().st_size
    unpacked = sum(map(len, contents.values()))
    digest = sha256(target.read_bytes()).hexdigest()
    print(f"{target.relative_to(ROOT)}: {size / 1e6:.2f} MB, {len(contents)} files, {unpacked / 1e6:.1f} MB unpacked")
    print(f"sha256 {digest}")


if __name__ == "__main__":
    main()
