"""The shipped proxies before a running server: the real nginx and Caddy, on free ports of this machine.

Only what a test machine must have differently is changed in the shipped files, and each change must find its place.
"""

import contextlib
import http.client
import os
import pathlib
import shutil
import socket
import ssl
import subprocess
import time

import support

CONFIG = support.HOUSE / "config"
NAME = "box.example"
PATIENCE = 15  # seconds that any one wait may take
VISITOR = "127.77.66.55"  # an address that nothing else has


def program(name):
    found = shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin:/sbin")
    if not found:
        raise RuntimeError(f"{name} is not installed; `tools/setup --tests` installs it")
    return found


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def changed(text, *changes):
    for old, new in changes:
        if old not in text:
            raise RuntimeError(f"the shipped file no longer says {old!r}")
        text = text.replace(old, new)
    return text


class RunningProxy:
    """What nginx and Caddy have in common. `home` is all that it can write to."""

    def __init__(self, home, server_port, talkative=False):
        """`talkative`: with the logs that the shipped file switches off"""
        self.home, self.server_port = pathlib.Path(home), server_port
        self.talkative = talkative
        self.port, self.plain_port = free_port(), free_port()
        self.home.mkdir(mode=0o755)
        subprocess.run([program("openssl"), "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-days", "2", "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}",
                        "-keyout", self.home / "key.pem", "-out", self.home / "cert.pem"], check=True, capture_output=True)
        self.trust = ssl.create_default_context(cafile=str(self.home / "cert.pem"))
        with open(self.home / "said", "wb") as said:
            self.process = subprocess.Popen(self.command(), cwd=self.home, stdout=said, stderr=said,
                                            env={**os.environ, "HOME": str(self.home), "XDG_DATA_HOME": str(self.home)})
        self.wait_until_it_listens()

    def wait_until_it_listens(self):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            with contextlib.suppress(OSError), self.plain_wire():
                return
            time.sleep(0.05)
        self.stop()
        raise RuntimeError("the proxy does not listen: " + (self.home / "said").read_text(encoding="utf-8"))

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise

    def plain_wire(self, port=None):
        return socket.create_connection(("127.0.0.1", port or self.port), PATIENCE, source_address=(VISITOR, 0))

    def wire(self):
        return self.trust.wrap_socket(self.plain_wire(), server_hostname=NAME)

    def ask(self, method, path, body=None, headers=None):
        """(status, headers, body as text), as a visitor's browser gets them"""
        connection = http.client.HTTPConnection(NAME)
        with contextlib.closing(connection):
            connection.sock = self.wire()
            connection.request(method, path, body=body, headers=headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode("utf-8")

    def ask_by_http2(self, path, body):
        """"VERSION STATUS" of the answer to a post of JSON"""
        return subprocess.run(
            [program("curl"), "--silent", "--http2", "--cacert", self.home / "cert.pem", "--max-time", str(PATIENCE),
             "--resolve", f"{NAME}:{self.port}:127.0.0.1", "--header", "Content-Type: application/json",
             "--data-binary", "@-", "--output", self.home / "answer", "--write-out", "%{http_version} %{http_code}",
             f"https://{NAME}:{self.port}{path}"], input=body, capture_output=True, check=False).stdout.decode()

    def files_with(self, *words):
        """Files under `home` that hold any of the words; what it said is one of them."""
        return [(path.name, word) for path in self.home.rglob("*") if path.is_file()
                for word in words if word.encode() in path.read_bytes()]


class Nginx(RunningProxy):
    """Its folders for temporary files cannot be written to: what does not stay in memory is answered with 500."""

    temporary = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")

    def wait_until_it_listens(self):
        super().wait_until_it_listens()
        for kind in self.temporary:
            (self.home / kind).chmod(0o500)
            os.chown(self.home / kind, os.geteuid(), -1)

    def command(self):
        folders = "".join(f"{kind}_temp_path {self.home}/{kind};\n" for kind in self.temporary)
        text = changed((CONFIG / "nginx.conf").read_text(encoding="utf-8"),
                       ("    listen [::]:443 ssl http2 default_server;\n", ""), ("    listen [::]:443 ssl http2;\n", ""),
                       ("    listen [::]:80 default_server;\n", ""),  # a test machine may have no IPv6
                       ("127.0.0.1:8080", f"127.0.0.1:{self.server_port}"), ("listen 443", f"listen 127.0.0.1:{self.port}"),
                       ("listen 80", f"listen 127.0.0.1:{self.plain_port}"), ("/run/nginx.pid", f"{self.home}/pid"),
                       ("/var/log/nginx/error.log", f"{self.home}/error.log"), ("http {\n", "http {\n" + folders),
                       ("/etc/ssl/postbox/fullchain.pem", f"{self.home}/cert.pem"),
                       ("/etc/ssl/postbox/privkey.pem", f"{self.home}/key.pem"))
        if self.talkative:
            text = changed(text, ("error_log /dev/null emerg", f"error_log {self.home}/requests.log info"))
        (self.home / "nginx.conf").write_text("daemon off;\n" + text, encoding="utf-8")
        return [program("nginx"), "-p", str(self.home), "-c", str(self.home / "nginx.conf")]


class Caddy(RunningProxy):
    def command(self):
        text = changed((CONFIG / "Caddyfile").read_text(encoding="utf-8"),
                       ("127.0.0.1:8080", f"127.0.0.1:{self.server_port}"),
                       ("\tadmin off\n", f"\tadmin off\n\thttp_port {self.plain_port}\n\thttps_port {self.port}\n"
                                         "\tdefault_bind 127.0.0.1\n"),
                       (f"\n{NAME} {{\n", f"\n{NAME} {{\n\ttls {self.home}/cert.pem {self.home}/key.pem\n"))
        if self.talkative:
            text = changed(text, ("\t\texclude http\n", "\t\tlevel DEBUG\n"))
        (self.home / "Caddyfile").write_text(text, encoding="utf-8")
        return [program("caddy"), "run", "--config", str(self.home / "Caddyfile"), "--adapter", "caddyfile"]
