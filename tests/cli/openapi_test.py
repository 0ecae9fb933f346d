"""schema/openapi.yaml against the running server: each holds the other to its word."""

import contextlib
import json
import pathlib
import re
import shutil
import socket
import tempfile
import time
import unittest

import jsonschema
import yaml

import support
from support import HOUSE, OK, BoxTest, RunningServer

SOURCE = HOUSE / "schema" / "openapi.yaml"
DOCUMENT = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
LINTER = HOUSE / ".cache" / "redocly" / "node_modules" / ".bin" / "redocly"

# Every path with every method that it takes: ("/feedback", "post").
OPERATIONS = [(path, method) for path, item in DOCUMENT["paths"].items() for method in item]
POSTS = ("/feedback", "/api/v1/feedback")
TYPES = {"/feedback": "application/x-www-form-urlencoded", "/api/v1/feedback": "application/json"}
GOOD = {"/feedback": b"feedback=thank+you&step=send", "/api/v1/feedback": b'{"feedback":"thank you"}'}
BLANK = {"/feedback": b"feedback=+&step=send", "/api/v1/feedback": b'{"feedback":" "}'}
BAD_BYTES = {"/feedback": b"feedback=%FF", "/api/v1/feedback": b"{"}
# Of HTTP itself; everything else that an answer carries is in the document.
HTTP_HEADERS = {"content-type", "content-length", "connection"}


def validator(schema):
    """References are to #/components: they travel with the schema, so nothing is looked up elsewhere."""
    whole = {**schema, "components": DOCUMENT["components"]}
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(whole)


def resolved(node):
    while "$ref" in node:
        found = DOCUMENT
        for step in node["$ref"].removeprefix("#/").split("/"):
            found = found[step.replace("~1", "/").replace("~0", "~")]
        node = found
    return node


def responses_of(path, method):
    return {int(status): resolved(answer) for status, answer in DOCUMENT["paths"][path][method]["responses"].items()}


def faults_of(answer, response):
    """What of a real answer is not as the document says, in words."""
    status, headers, body = answer
    allowed = response.get("headers", {})
    for name, header in ((name, resolved(header)) for name, header in allowed.items()):
        if name.lower() not in headers:
            yield f"{status}: the header {name} is missing"
        else:
            yield from (f"{name}: {e.message}" for e in validator(header["schema"]).iter_errors(headers[name.lower()]))
    for name in headers.keys() - HTTP_HEADERS - {name.lower() for name in allowed}:
        yield f"{status}: the header {name} is not in the document"
    type_ = headers.get("content-type")
    if type_ not in response["content"]:
        yield f"{status}: the content type {type_} is not in the document"
    elif body is not None:
        value = json.loads(body) if type_.endswith("json") else body.decode("utf-8")
        schema = response["content"][type_]["schema"]
        yield from (f"{status}: {e.message[-300:]}" for e in validator(schema).iter_errors(value))


class Wire:
    """One connection on which exactly these bytes are sent."""

    def __init__(self, server, sent):
        self.socket = socket.create_connection((server.host, server.port), timeout=30)
        with contextlib.suppress(OSError):  # refused before all was sent: the answer is still to be read
            self.socket.sendall(sent)

    def answer(self, of_head=False):
        """(status, headers, body); the body is None where there is none: after a HEAD that was understood."""
        with self.socket, self.socket.makefile("rb") as stream:
            status = int(stream.readline().split()[1])
            headers = {}
            for line in iter(stream.readline, b"\r\n"):
                name, value = line.decode("ascii").rstrip("\r\n").split(": ", 1)
                assert name.lower() not in headers, name
                headers[name.lower()] = value
            body = stream.read(int(headers["content-length"])) if not of_head else None
            return status, headers, body


def head(method, path, *lines):
    return "\r\n".join([f"{method.upper()} {path} HTTP/1.1", "Host: box.example", *lines, "", ""]).encode()


def post(path, body, *lines, type_=None):
    return head("post", path, f"Content-Type: {type_ or TYPES[path]}", f"Content-Length: {len(body)}", *lines) + body


def understood(path, method):
    """Requests that any operation answers by itself: (status, bytes)."""
    if method != "post":
        yield 200, head(method, path)
        yield 405, head("delete", path)
        yield 405, post(path, b"", type_="text/plain")
        return
    yield 201 if path.startswith("/api/") else 200, post(path, GOOD[path])
    yield 400, post(path, BAD_BYTES[path])
    if path.startswith("/api/"):
        yield 400, post(path, GOOD[path], "Idempotency-Key: a b")
    yield 403, post(path, GOOD[path], "Origin: https://elsewhere.example")
    yield 405, head("get", path)
    yield 415, post(path, GOOD[path], type_="text/plain")
    yield 415, post(path, GOOD[path], type_=TYPES[path] + "; charset=latin1")
    yield 422, post(path, BLANK[path])


def refused(path, method):
    """Requests that are refused before anybody looks at the path."""
    yield 400, head(method, path, "Host: another.example")
    yield 400, head(method, path, "Content-Length: +4")
    yield 400, head(method, path, "Idempotency-Key: a", "Idempotency-Key: a", "Content-Length: 0")
    yield 411, head(method, path, "Transfer-Encoding: chunked")
    yield 413, head(method, path, "Content-Length: 196609")
    yield 414, head(method, path + "?" + "q" * 1024)
    yield 415, head(method, path, "Content-Encoding: gzip", "Content-Length: 4")
    yield 431, head(method, path, "X-Long: " + "x" * 17_000)


def by_a_browser(sent):
    return sent.replace(b"\r\nHost:", b"\r\nAccept: text/html,application/xhtml+xml,*/*;q=0.8\r\nHost:", 1)


def is_for_programs(path):
    return path.startswith("/api/") or path in ("/healthz", "/readyz")


class Contract(unittest.TestCase):
    def test_generated(self):
        """openapi.json is what openapi.yaml says"""
        checked = support.run(HOUSE / "tools" / "openapi", "--check")
        self.assertEqual(checked.returncode, OK, checked.stderr)
        made = json.loads((HOUSE / "schema" / "openapi.json").read_text(encoding="utf-8"))
        self.assertEqual(made, DOCUMENT)

    def lint(self, text):
        with tempfile.TemporaryDirectory(prefix="postbox-lint-") as folder:
            path = pathlib.Path(folder) / "openapi.yaml"
            path.write_text(text, encoding="utf-8")
            # Without the network: nothing is told to anybody, nothing is looked for.
            return support.run(LINTER, "lint", "--extends=recommended-strict", path, cwd=folder,
                               environment={"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"})

    def test_lint(self):
        """the linter has nothing to say about openapi.yaml, and would have about a wrong one"""
        self.assertTrue(LINTER.is_file(), "the linter is missing: tools/setup --tests installs it")
        text = SOURCE.read_text(encoding="utf-8")
        said = self.lint(text)
        self.assertEqual(said.returncode, OK, said.stdout + said.stderr)
        for why, right, wrong in [
                ("a reference to nothing", "#/components/responses/OnlyPost", "#/components/responses/Only"),
                ("the same name twice", "operationId: getHealth", "operationId: getForm"),
                ("no description", "      description: Alive\n", "")]:
            with self.subTest(why):
                self.assertIn(right, text)
                self.assertNotEqual(self.lint(text.replace(right, wrong)).returncode, OK)

    def test_examples(self):
        """every example is what its schema allows"""
        contents = [resolved(answer).get("content", {}) for answer in DOCUMENT["components"]["responses"].values()]
        contents += [operation["requestBody"]["content"] for item in DOCUMENT["paths"].values()
                     for operation in item.values() if "requestBody" in operation]
        seen = 0
        for media in (media for content in contents for media in content.values()):
            examples = [example["value"] for example in media.get("examples", {}).values()]
            for example in examples + ([media["example"]] if "example" in media else []):
                self.assertEqual([e.message for e in validator(media["schema"]).iter_errors(example)], [])
                seen += 1
        self.assertGreater(seen, 15)

    def test_routes_and_problems(self):
        """the document has the routes and problems of the source, no more and no fewer"""
        source = (HOUSE / "src" / "intake" / "slot.cpp").read_text(encoding="utf-8")
        self.assertEqual(sorted(re.findall(r'\bRoute\{"(/[^"]*)"', source)), sorted(DOCUMENT["paths"]))
        source = (HOUSE / "src" / "intake" / "problem.cpp").read_text(encoding="utf-8")
        found = re.findall(r'return \{(\d+), "([a-z-]+)"', source)
        kinds = {"/problems/" + name: int(status) for status, name in found}
        self.assertEqual(set(kinds), set(DOCUMENT["components"]["schemas"]["Problem"]["properties"]["type"]["enum"]))
        documented = {}
        for answer in DOCUMENT["components"]["responses"].values():
            schema = answer["content"].get("application/problem+json", {}).get("schema")
            if schema:
                documented[schema["properties"]["type"]["const"]] = schema["properties"]["status"]["const"]
        self.assertEqual(documented, kinds)


class Answers(BoxTest):
    def setUp(self):
        super().setUp()
        self.seen = set()

    def hold(self, path, method, expected, answer):
        """The answer is the expected one, and as the document says."""
        with self.subTest(path=path, method=method, status=expected):
            self.assertEqual(answer[0], expected, answer)
            documented = responses_of(path, method)
            self.assertIn(expected, documented, f"{method} {path}: not in the document")
            self.assertEqual(list(faults_of(answer, documented[expected])), [])
            self.seen.add((path, method, expected))

    def hold_all(self, server, table, of_head):
        for path, method in OPERATIONS:
            for expected, sent in table(path, method):
                answer = Wire(server, sent).answer(of_head(method, expected))
                self.hold(path, method, expected, answer)

    def hold_slow_ones(self, server):
        """All at once, for each takes ten seconds."""
        waiting = [(path, method, Wire(server, head(method, path)[:-2])) for path, method in OPERATIONS]
        yield
        for path, method, wire in waiting:
            self.hold(path, method, 408, wire.answer())

    def hold_hogs(self, server):
        """Half-read bodies fill the memory, and the largest are sent away."""
        half = b"x" * 190_000
        hogs, wanted = [], {operation for operation in OPERATIONS}
        for turn in range(1500):
            path, method = OPERATIONS[turn % len(OPERATIONS)]
            hogs.append((path, method, Wire(server, head(method, path, "Content-Length: 196608") + half)))
            if turn % 100 == 99:
                hogs = self.collect_refusals(hogs, wanted)
            if not wanted:
                break
        for _, _, wire in hogs:
            wire.socket.close()

    def collect_refusals(self, hogs, wanted):
        kept = []
        for path, method, wire in hogs:
            wire.socket.setblocking(False)
            try:
                told = wire.socket.recv(1, socket.MSG_PEEK) == b"H"
            except BlockingIOError:
                told = None
            except OSError:
                told = False
            wire.socket.settimeout(30)
            if told is None:
                kept.append((path, method, wire))
            elif told and (path, method) in wanted:
                self.hold(path, method, 503, wire.answer())
                wanted.discard((path, method))
            else:
                wire.socket.close()
        return kept

    def test_every_answer(self):
        """every route gives every answer that the document names, and each is as it says"""
        published = self.box.folder / "published"
        published.mkdir()
        (published / "trends.html").write_text("<!doctype html><title>Figures</title>", encoding="utf-8")
        with RunningServer(self.box) as server:
            slow = self.hold_slow_ones(server)
            next(slow)
            # Of a request that was understood as HEAD the answer has no body.
            self.hold_all(server, understood, lambda method, expected: method == "head" and expected == 200)
            self.hold_all(server, refused, lambda *_: False)
            self.hold("/api/v1/feedback", "post", 201, self.post_with_key(server, b'{"rating":"good"}'))
            self.hold("/api/v1/feedback", "post", 409, self.post_with_key(server, b'{"rating":"poor"}'))
            self.hold("/feedback", "post", 200, self.post_with_token(server, b"rating=good"))
            self.hold("/feedback", "post", 409, self.post_with_token(server, b"rating=poor"))
            self.assertEqual(list(slow), [])
            self.hold_hogs(server)
        self.hold_without_document()
        documented = {(path, method, status) for path, method in OPERATIONS for status in responses_of(path, method)}
        self.assertEqual(sorted(documented - self.seen), [], "in the document, but never given")

    def post_with_key(self, server, body):
        return Wire(server, post("/api/v1/feedback", body, "Idempotency-Key: one")).answer()

    def post_with_token(self, server, answers):
        return Wire(server, post("/feedback", answers + b"&step=send&token=one")).answer()

    def hold_without_document(self):
        """A server that was installed without its document says 404 where it would stand."""
        house = self.folder / "house"
        shutil.copytree(HOUSE / "config", house / "config")
        shutil.copytree(HOUSE / "schema" / "migrations", house / "schema" / "migrations")
        installed = shutil.copy(support.SERVER, house / "postbox-server")
        with RunningServer(self.box, program=installed) as server:
            for method in ("get", "head"):
                answer = Wire(server, head(method, "/api/openapi.json")).answer(method == "head")
                self.hold("/api/openapi.json", method, 404, answer)
            (self.box.folder / "published" / "trends.html").unlink()
            time.sleep(1)  # the page is read again each second
            for method in ("get", "head"):
                self.hold("/trends", method, 404, Wire(server, head(method, "/trends")).answer(method == "head"))
            unknown = Wire(server, head("get", "/nothing")).answer()
            self.assertEqual(unknown[0], 404)
            self.assertEqual(list(faults_of(unknown, DOCUMENT["components"]["responses"]["NotFound"])), [])

    def test_browsers(self):
        """a refusal is a page where a browser asked for one, and a problem where programs ask, as documented"""
        with RunningServer(self.box) as server:
            for path, method in OPERATIONS:
                for expected, sent in (*understood(path, method), *refused(path, method)):
                    if expected < 400 or expected == 422:
                        continue
                    answer = Wire(server, by_a_browser(sent)).answer()
                    self.hold(path, method, expected, answer)
                    # Of a path that is too long nobody knows whose it is.
                    page = expected == 414 or not is_for_programs(path)
                    self.assertEqual(answer[1]["content-type"].startswith("text/html"), page, (path, method, expected))
                    self.assertEqual("allow" in answer[1], expected == 405)

    def test_no_room(self):
        """where nothing can be stored, each answer is the documented 503 and the pages still come"""
        if shutil.disk_usage(self.box.folder).free >= 2**40:
            self.skipTest("a disk with a tebibyte free is never too full for the settings")
        settings = self.box.folder / "postbox.toml"
        text = settings.read_text(encoding="utf-8")
        no_room = re.sub(r"(?m)^(disk_free_mib_min\s*=\s*)\d+", r"\g<1>1048576", text)
        self.assertNotEqual(no_room, text)
        settings.write_text(no_room, encoding="utf-8")
        with RunningServer(self.box) as server:
            self.hold("/readyz", "get", 503, Wire(server, head("get", "/readyz")).answer())
            for path in POSTS:
                answer = Wire(server, post(path, GOOD[path])).answer()
                self.hold(path, "post", 503, answer)
                self.assertEqual(answer[1]["content-type"].startswith("text/html"), path == "/feedback")
            for path in ("/", "/healthz"):
                self.hold(path, "get", 200, Wire(server, head("get", path)).answer())
        self.assertEqual(self.box.stored(), 0)

    def test_served(self):
        """the server hands out this document, and its questions are those of the schemas"""
        with RunningServer(self.box) as server:
            self.assertEqual(json.loads(server.ask("GET", "/api/openapi.json")[2]), DOCUMENT)
            questions = json.loads(server.ask("GET", "/api/v1/form")[2])["questions"]
        schemas = DOCUMENT["components"]["schemas"]
        for name in ("Feedback", "FormPost"):
            keys = set(schemas[name]["properties"]) - {"step", "page", "lang", "token"}
            self.assertEqual(keys, {question["id"] for question in questions})
        for question in questions:
            schema = schemas["Feedback"]["properties"][question["id"]]
            values = [option["value"] for option in question.get("options", [])]
            expected = {"text": {"type": "string", "maxLength": question.get("max_characters")},
                        "choice": {"type": "string", "enum": values},
                        "choices": {"type": "array", "items": {"type": "string", "enum": values}},
                        "tick": {"type": "boolean"}}[question["type"]]
            without_words = {key: value for key, value in schema.items() if key != "description"}
            self.assertEqual(without_words, expected, question["id"])

    def test_bodies(self):
        """what the schema of a submission allows is stored, what it forbids is refused"""
        content = DOCUMENT["paths"]["/api/v1/feedback"]["post"]["requestBody"]["content"]["application/json"]
        areas = DOCUMENT["components"]["schemas"]["Feedback"]["properties"]["areas"]["items"]["enum"]
        cases = [(why, 201, example["value"]) for why, example in content["examples"].items()]
        cases += [
            ("the longest text", 201, {"feedback": "x" * 10_000}),
            ("a character too many", 422, {"feedback": "x" * 10_001}),
            ("letters of four bytes count once", 201, {"feedback": "\U0001F9E1" * 10_000}),
            ("an empty list beside words", 201, {"areas": [], "feedback": "x"}),
            ("every area", 201, {"areas": areas}),
            ("an unknown key", 422, {"mood": "fine"}),
            ("the wrong letter case", 422, {"rating": "Good"}),
            ("a value in a list", 422, {"rating": ["good"]}),
            ("a list that is none", 422, {"areas": "transport"}),
            ("an unknown area", 422, {"areas": ["moon"]}),
            ("null", 422, {"feedback": None}),
            ("a number", 422, {"feedback": 4}),
            ("true as text", 422, {"risk_now": "true"}),
            ("nothing", 422, {}),
            ("a list at the top", 422, []),
        ]
        schema = validator(content["schema"])
        with RunningServer(self.box) as server:
            for why, expected, value in cases:
                with self.subTest(why):
                    answer = Wire(server, post("/api/v1/feedback", json.dumps(value).encode())).answer()
                    self.hold("/api/v1/feedback", "post", expected, answer)
                    self.assertEqual(schema.is_valid(value), expected == 201)


if __name__ == "__main__":
    unittest.main()
