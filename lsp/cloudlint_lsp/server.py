"""The server: how it is made, starts and ends. There is no server at module level."""

from __future__ import annotations

import logging
import os
import sys

from pygls.exceptions import JsonRpcException

from . import collecting
from .handlers import FEATURES
from .serving import REFUSALS, Server


def create_server() -> Server:
    """A server with all its handlers."""
    server = Server()
    for feature in FEATURES:
        feature.register(server)
    return server


def main(port: int | None = None, host: str = "127.0.0.1", log_file: str = "", verbose: bool = False) -> int:
    """Serve over standard input and output, or over TCP where a port is given; returns when the client has gone."""
    logging.basicConfig(
        level=logging.DEBUG if verbose else logging.WARNING,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        **({"filename": log_file} if log_file else {"stream": sys.stderr}),
        force=True,
    )
    logging.getLogger("pygls").setLevel(logging.WARNING)
    logging.getLogger("pygls.protocol.json_rpc").addFilter(_no_refusal)
    collecting.begin()
    server = create_server()
    server.log_file = log_file
    if port is not None:
        server.start_tcp(host, port)
        return 0
    # Whatever prints would break the protocol: it gets standard error for standard output.
    stdin, stdout = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    server.start_io(stdin, stdout)
    return 0 if server.ended_well else 1


def _no_refusal(record: logging.LogRecord) -> bool:
    """Keep refusals out of the log: they are answers, not failures."""
    error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
    return not (isinstance(error, JsonRpcException) and error.code in REFUSALS)
