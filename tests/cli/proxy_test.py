"""The proxies' configurations as shipped, run by the real nginx and Caddy on other ports: TLS outside, no trace."""

import contextlib
import http.client
import json
import os
import pathlib
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
import unittest

import support
from support import BoxTest, RunningServer, simple

CONFIG = support.HOUSE / "config"
HOST = "box.example"
MARKER = "zqheronwadingkingfisher"


def free_port():
    with contextlib.closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class Proxy(BoxTest):
    def setUp(self):
        super().setUp()
        self.home = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        self.port, self.plain_port = free_port(), free_port()
        self.server = RunningServer(self.box)
        self.addCleanup(self.server.stop)

    def certificate(self):
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                        "-keyout", self.home / "key.pem", "-out", self.home / "cert.pem", "-days", "2", "-subj",
                        f"/CN={HOST}"], check=True, capture_output=True)

    def start(self, *command):
        process = subprocess.Popen([str(word) for word in command], cwd=self.home, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE,
                                   env={**os.environ, "HOME": str(self.home), "XDG_DATA_HOME": str(self.home)})
        self.addCleanup(process.stderr.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.terminate)
        end = time.monotonic() + 15
        while time.monotonic() < end:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return
            if process.poll() is not None:
                self.fail(process.stderr.read().decode())
            time.sleep(0.05)
        self.fail("the proxy does not listen")

    def ask(self, method, path, body=None, headers=None):
        trusting = ssl.create_default_context()
        trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=15)
        with contextlib.closing(trusting.wrap_socket(plain, server_hostname=HOST)) as secure:
            connection = http.client.HTTPConnection(HOST, timeout=15)
            connection.sock = secure
            connection.request(method, path, body=body, headers={"Host": f"{HOST}:{self.port}", **(headers or {})})
            answer = connection.getresponse()
            return answer.status, answer.read().decode()

    def expect_a_good_proxy(self, chunked):
        """`chunked`: the status of a post without a length. nginx reads it whole first; Caddy hands it on, and the
        slot takes none. Browsers always say the length."""
        form = {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"https://{HOST}:{self.port}"}
        api = {"Content-Type": "application/json"}
        self.assertIn("<form", self.ask("GET", "/")[1])
        status, page = self.ask("POST", "/feedback", f"feedback={MARKER}&step=send", form)
        self.assertEqual((status, "hank you" in page), (200, True))
        long = {"feedback": MARKER + "ä" * 9000, "working_well": "ö" * 10000, "could_be_better": "ü" * 10000}
        for body in (simple(MARKER), long):
            self.assertEqual(self.ask("POST", "/api/v1/feedback", json.dumps(body), api)[0], 201)
        pieces = iter([b'{"feedback": ', b'"in pieces"}'])
        self.assertEqual(self.ask("POST", "/api/v1/feedback", pieces, api)[0], chunked)
        self.assertEqual(self.ask("POST", "/feedback", "feedback=a&step=send",
                                  form | {"Origin": "https://evil.example"})[0], 403)
        self.assertEqual(self.ask("POST", "/api/v1/feedback", b"a" * 300_000, api)[0], 413)
        self.assertEqual(self.box.stored(), 3 + (chunked == 201))
        for path in self.home.rglob("*"):
            if path.is_file():
                self.assertNotIn(MARKER.encode(), path.read_bytes(), path)
                self.assertNotIn(b"POST /", path.read_bytes(), path)

    @unittest.skipUnless(shutil.which("nginx") or pathlib.Path("/usr/sbin/nginx").exists(), "nginx is not installed")
    def test_nginx(self):
        """nginx: TLS outside, bodies whole to the slot, neither words nor requests on the disk"""
        self.certificate()
        text = (CONFIG / "nginx.conf").read_text(encoding="utf-8")
        for old, new in [("127.0.0.1:8080", f"127.0.0.1:{self.server.port}"), ("listen 443", f"listen 127.0.0.1:{self.port}"),
                         ("listen 80", f"listen 127.0.0.1:{self.plain_port}"), ("  listen [::]:443 ssl http2;\n", ""),
                         ("  listen [::]:80;\n", ""), ("/etc/ssl/postbox/fullchain.pem", str(self.home / "cert.pem")),
                         ("/etc/ssl/postbox/privkey.pem", str(self.home / "key.pem"))]:
            self.assertIn(old, text)
            text = text.replace(old, new)
        paths = "".join(f"{kind}_temp_path {self.home}/{kind};\n"
                        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        whole = f"daemon off;\npid {self.home}/pid;\nerror_log {self.home}/error;\nevents {{}}\nhttp {{\n{paths}{text}}}\n"
        (self.home / "whole.conf").write_text(whole, encoding="utf-8")
        self.start(shutil.which("nginx") or "/usr/sbin/nginx", "-p", self.home, "-c", self.home / "whole.conf")
        self.expect_a_good_proxy(chunked=201)

    @unittest.skipUnless(shutil.which("caddy"), "Caddy is not installed")
    def test_caddy(self):
        """Caddy: TLS outside, bodies whole to the slot, neither words nor requests on the disk"""
        self.certificate()
        text = (CONFIG / "Caddyfile").read_text(encoding="utf-8")
        for old, new in [("127.0.0.1:8080", f"127.0.0.1:{self.server.port}"),
                         ("\tadmin off\n", f"\tadmin off\n\thttp_port {self.plain_port}\n\tdefault_bind 127.0.0.1\n"),
                         ("box.example {\n", f"{HOST}:{self.port} {{\n\ttls {self.home}/cert.pem {self.home}/key.pem\n")]:
            self.assertIn(old, text)
            text = text.replace(old, new)
        (self.home / "Caddyfile").write_text(text, encoding="utf-8")
        self.start("caddy", "run", "--config", self.home / "Caddyfile", "--adapter", "caddyfile")
        self.expect_a_good_proxy(chunked=411)

    @unittest.skipUnless(shutil.which("systemd-analyze"), "systemd is not installed")
    def test_unit(self):
        """the unit of systemd is as hard as systemd knows how to measure: at most 1.5"""
        rated = subprocess.run(["systemd-analyze", "security", "--offline=true", "--threshold=15", "--no-pager",
                                CONFIG / "postbox-server.service"], text=True, capture_output=True, check=False)
        self.assertEqual(rated.returncode, 0, rated.stdout[-2000:] + rated.stderr)
        self.assertIn("Overall exposure level", rated.stdout)
