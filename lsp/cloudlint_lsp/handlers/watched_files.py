"""Files that change on disk: by a checkout, `terraform init`, another program."""

from __future__ import annotations

import logging

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from cloudlint.baseline import FILE as BASELINE

from ..convert import path_of
from ..judging import SETTINGS_FILES
from ..serving import Server

log = logging.getLogger(__name__)

PATTERNS = (
    *("**/*.tf", "**/*.tofu", "**/*.tfvars", "**/*.tf.json", "**/*.tofu.json", "**/*.tftpl", "**/*.tpl"),
    *(
        "**/*.json",
        "**/*.yaml",
        "**/*.yml",
        "**/*.template",
        "**/*.hcl",
        "**/.terraform/modules/modules.json",
        "**/.env",
    ),
    *("**/*[Dd]ockerfile*", "**/*[Cc]ontainerfile*", "**/*Kustomization"),
    *("**/.gitignore", *(f"**/{name}" for name in (*SETTINGS_FILES, BASELINE))),
)
CONTENT_ONLY = types.FileChangeType.Changed


def register(server: Server) -> None:
    """Add the notification that files have changed."""

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def changed(params: types.DidChangeWatchedFilesParams) -> None:
        paths = [path_of(event.uri) for event in params.changes]
        moved = any(event.type is not CONTENT_ONLY or event.uri.endswith(".gitignore") for event in params.changes)
        server.disk_changed(paths, moved=moved)


async def watch(server: Server) -> None:
    """Have the client watch, where it can be asked to."""
    workspace = server.capabilities.workspace
    watching = workspace.did_change_watched_files if workspace is not None else None
    if watching is None or not watching.dynamic_registration:
        return
    options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(glob) for glob in PATTERNS])
    wish = types.Registration("cloudlint-watch", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    try:
        await server.client_register_capability_async(types.RegistrationParams([wish]))
    except JsonRpcException as error:  # a client that says it can and then cannot
        log.warning("the client does not watch files: %s", error)


def watches(server: Server) -> bool:
    """Does the client tell what happens on disk?"""
    workspace = server.capabilities.workspace
    watching = workspace.did_change_watched_files if workspace is not None else None
    return watching is not None
