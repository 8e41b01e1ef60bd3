"""A receiver of webhooks on a free port of 127.0.0.1: keeps what came and answers what the test says."""

from __future__ import annotations

import ssl
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Receiver:
    """What arrived, and what is answered: the next of ``statuses``, the last one for all after it."""

    def __init__(self, statuses):
        self.statuses = list(statuses)
        self.came = []
        self.arrived = threading.Condition()
        self.hold = threading.Event()
        self.hold.set()
        self.url = ""

    def wait_for(self, count, seconds=60):
        with self.arrived:
            assert self.arrived.wait_for(lambda: len(self.came) >= count, seconds), self.came

    def take(self, path, headers, body):
        with self.arrived:
            self.came.append((path, headers, body))
            status = self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0]
            self.arrived.notify_all()
        self.hold.wait(60)
        return status


@contextmanager
def receiving(*statuses, certificate=None):
    """Receive until the block ends; with a certificate (PEM file with its key) over HTTPS."""
    receiver = Receiver(statuses or [200])

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            status = receiver.take(self.path, dict(self.headers), body)
            self.send_response(status)
            if status == 302:
                self.send_header("Location", f"{receiver.url}redirected")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    scheme, host = ("https", "localhost") if certificate else ("http", "127.0.0.1")
    receiver.url = f"{scheme}://{host}:{server.server_port}/"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        receiver.hold.set()
        server.shutdown()
        server.server_close()
        thread.join(10)
