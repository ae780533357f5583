"""Where a module comes from, as its source says ("Module Sources" in the Terraform documentation)."""

from __future__ import annotations

from cloudlint.patterns import pattern

REPOSITORY, REGISTRY, OTHER = "repository", "registry", "other"

_REPOSITORY = pattern(r"(?:git::|hg::|git@|github\.com/|bitbucket\.org/|gitlab\.com/)|.*\.git(?:[/?].*)?$")
_REVISION = pattern(r"[?&](?:ref|rev)=([^&]*)")
_REGISTRY = pattern(r"(?:[A-Za-z0-9-]+\.[A-Za-z0-9.:-]+/)?[A-Za-z0-9_-]+/[A-Za-z0-9_-]+/[A-Za-z0-9_-]+(?://.*)?")


def kind_of(source: str) -> str:
    """A version control repository, a module registry, or something else (a folder, an archive)."""
    if source.startswith((".", "/")):
        return OTHER
    if _REPOSITORY.match(source):
        return REPOSITORY
    return REGISTRY if _REGISTRY.fullmatch(source) else OTHER


def revision(source: str) -> str:
    """The commit, tag or branch that a repository's source asks for; empty where it asks for none."""
    found = _REVISION.search(source)
    return found[1] if found else ""
