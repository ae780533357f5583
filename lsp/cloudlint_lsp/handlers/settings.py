"""The client's settings: asked for where the client can be asked, else as they are sent."""

from __future__ import annotations

from lsprotocol import types

from .. import options
from ..serving import Server


def register(server: Server) -> None:
    """Add the notification that settings have changed."""

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def changed(params: types.DidChangeConfigurationParams) -> None:
        await update(server, params.settings)


async def update(server: Server, sent: object, *, only_if_asked: bool = False) -> None:
    """Take the client's settings in; `sent` is what it sent by itself, used where it cannot be asked."""
    workspace = server.capabilities.workspace
    if workspace is not None and workspace.configuration:
        item = types.ConfigurationItem(section=options.SECTION)
        try:
            answers = await server.workspace_configuration_async(types.ConfigurationParams([item]))
        except Exception as error:  # a client that says it can and then cannot
            server.say_once(f"the client did not tell its settings ({error})")
            return
        sent = answers[0] if answers else None
        if sent is None and only_if_asked:  # what came with `initialize` holds
            return
    elif only_if_asked:
        return
    take(server, sent)


def take(server: Server, sent: object) -> None:
    """Use settings, say what is wrong with them."""
    folders = server.session.snapshot.folders
    made, mistakes = options.read(sent, folders[0] if folders else "")
    for mistake in mistakes:
        server.say_once(mistake)
    if server.session.configure(made):
        server.judge.settings_changed()
        server.refresher.poke()
