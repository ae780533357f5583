"""A client that talks to a real server over standard input and output."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

import pytest

pytest.importorskip("pygls", reason="the language server needs the extra `lsp`")
pytest.importorskip("pytest_lsp", reason="needs pytest-lsp")

from lsprotocol import types
from pytest_lsp import LanguageClient, client_capabilities
from pytest_lsp.client import make_test_lsp_client

SERVER = (sys.executable, "-m", "cloudlint", "server")
WAIT = 30.0  # seconds; an answer that takes longer will not come

T = TypeVar("T")

PUSHED = "pushed"
PULLED = "pulled"


def capabilities(
    diagnostics: str = PULLED, encodings: Sequence[str] = ("utf-16",), *, resolves: bool = True
) -> types.ClientCapabilities:
    """What a modern editor can do; `diagnostics` are PUSHED to it, or PULLED by it."""
    made = client_capabilities("visual_studio_code")
    assert made.text_document is not None
    assert made.workspace is not None
    made.general = types.GeneralClientCapabilities(
        position_encodings=[types.PositionEncodingKind(encoding) for encoding in encodings]
    )
    pulls = types.DiagnosticClientCapabilities(related_document_support=True)
    made.text_document.diagnostic = pulls if diagnostics == PULLED else None
    made.workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(refresh_support=True)
    made.workspace.configuration = False
    made.text_document.code_action = types.CodeActionClientCapabilities(
        data_support=True,
        is_preferred_support=True,
        disabled_support=True,
        resolve_support=types.ClientCodeActionResolveOptions(["edit"]) if resolves else None,
    )
    return made


class Editor:
    """What a person does with an editor, and what they see."""

    def __init__(self, client: LanguageClient, root: Path) -> None:
        self.client = client
        self.root = root
        self.versions: dict[str, int] = {}
        self.registered: list[types.Registration] = []
        self.explained: list[str] = []  # titles of the actions that only run a command

        @client.feature(types.CLIENT_REGISTER_CAPABILITY)
        def register(params: types.RegistrationParams) -> None:
            self.registered += params.registrations

    def uri(self, name: str) -> str:
        """The URI of a file of the workspace; a URI stays as it is."""
        return name if ":" in name else (self.root / name).as_uri()

    def document(self, name: str) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri(name))

    def open(self, name: str, text: str | None = None, language: str = "terraform") -> None:
        if text is None:
            text = (self.root / name).read_bytes().decode("utf-8")
        self.versions[name] = 1
        item = types.TextDocumentItem(self.uri(name), language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, name: str, *changes: types.TextDocumentContentChangeEvent | str) -> None:
        self.versions[name] += 1
        made = [types.TextDocumentContentChangeWholeDocument(it) if isinstance(it, str) else it for it in changes]
        document = types.VersionedTextDocumentIdentifier(self.versions[name], self.uri(name))
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, made))

    def close(self, name: str) -> None:
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(self.document(name)))

    async def pull(self, name: str, previous: str | None = None) -> types.DocumentDiagnosticReport:
        params = types.DocumentDiagnosticParams(self.document(name), previous_result_id=previous)
        return await answer(self.client.text_document_diagnostic_async(params))

    async def problems(self, name: str) -> list[types.Diagnostic]:
        report = await self.pull(name)
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        return list(report.items)

    async def rules(self, name: str) -> list[str]:
        """`line:column rule` of every problem, as a person counts."""
        return said(await self.problems(name))

    async def actions(
        self, name: str, line: int, character: int, only: Sequence[str] | None = None
    ) -> list[types.CodeAction]:
        at = types.Position(line, character)
        context = types.CodeActionContext([], list(only) if only else None, types.CodeActionTriggerKind.Invoked)
        return await self.actions_for(name, types.Range(at, at), context)

    async def actions_for(
        self, name: str, range: types.Range, context: types.CodeActionContext
    ) -> list[types.CodeAction]:
        params = types.CodeActionParams(self.document(name), range, context)
        found = await answer(self.client.text_document_code_action_async(params))
        # lsprotocol takes an action that has only a command for a command
        self.explained = [it.title for it in found or () if not isinstance(it, types.CodeAction)]
        return [action for action in found or () if isinstance(action, types.CodeAction)]

    async def resolve(self, action: types.CodeAction) -> types.WorkspaceEdit:
        resolved = await answer(self.client.code_action_resolve_async(action))
        assert resolved.edit is not None
        return resolved.edit

    async def hover(self, name: str, line: int, character: int) -> str:
        params = types.HoverParams(self.document(name), types.Position(line, character))
        found = await answer(self.client.text_document_hover_async(params))
        return found.contents.value if found and isinstance(found.contents, types.MarkupContent) else ""

    async def command(self, name: str, *arguments: object) -> object:
        params = types.ExecuteCommandParams(name, list(arguments))
        return await answer(self.client.workspace_execute_command_async(params))

    async def published(self, name: str, wanted: Callable[[list[str]], bool] = bool) -> list[str]:
        """What is pushed for a file, once it is as `wanted`."""
        return await until(lambda: said(self.client.diagnostics.get(self.uri(name), ())), wanted)


def said(diagnostics: Sequence[types.Diagnostic]) -> list[str]:
    return sorted(f"{it.range.start.line + 1}:{it.range.start.character + 1} {it.code}" for it in diagnostics)


async def answer(waiting: Awaitable[T]) -> T:
    """The answer to a request; fails where none comes."""
    return await asyncio.wait_for(waiting, WAIT)


async def until(look: Callable[[], list[str]], wanted: Callable[[list[str]], bool] = bool) -> list[str]:
    """What is seen, once it is as wanted; fails where it never is."""
    for _ in range(int(WAIT / 0.02)):
        seen = look()
        if wanted(seen):
            return seen
        await asyncio.sleep(0.02)
    raise AssertionError(f"never seen; last: {look()}")


@asynccontextmanager
async def editing(
    root: Path,
    can: types.ClientCapabilities | None = None,
    *,
    folders: Sequence[Path] | None = None,
    options: object = None,
) -> AsyncIterator[Editor]:
    """An editor on a folder, with a server of its own; ends both and demands that the server ended well."""
    client = make_test_lsp_client()
    await client.start_io(*SERVER)
    roots = [root] if folders is None else folders
    params = types.InitializeParams(
        capabilities=can or capabilities(),
        root_uri=roots[0].as_uri() if roots else None,
        workspace_folders=[types.WorkspaceFolder(folder.as_uri(), folder.name) for folder in roots],
        initialization_options=options,
    )
    editor = Editor(client, root)
    await answer(client.initialize_session(params))
    try:
        yield editor
        assert not [m for m in client.messages if "went wrong" in m.message], client.messages
    finally:
        await client.shutdown_session()
        await client.stop()


def repository(root: Path, files: dict[str, str]) -> Path:
    """A repository with these files."""
    (root / ".git").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode("utf-8"))
    return root
