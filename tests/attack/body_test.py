"""Bodies that are odd: each is stored as it is or refused, and never breaks anything."""

import urllib.parse

from wire import AttackTest, post

FORM = "application/x-www-form-urlencoded"


def multipart(fields, boundary="weir", close=True):
    parts = "".join(f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
                    for name, value in fields)
    return (parts + (f"--{boundary}--\r\n" if close else "")).encode()


def nested(depth, left="[", right="]"):
    return (left * depth + right * depth).encode()


JSON_BODIES = [
    ("nothing", 400, b""),
    ("white space", 400, b" \n"),
    ("half an object", 400, b'{"feedback": "a"'),
    ("two objects", 400, b"{}{}"),
    ("a key twice", 400, b'{"feedback": "a", "feedback": "a"}'),
    ("a key twice, once escaped", 400, b'{"feedback": "a", "f\\u0065edback": "a"}'),
    ("a key twice inside", 400, b'{"feedback": {"a": 1, "a": 2}}'),
    ("nested 17 deep", 400, b'{"feedback": ' + nested(16) + b"}"),
    ("nested 16 deep", 422, b'{"feedback": ' + nested(15) + b"}"),
    ("nested 90,000 deep", 400, nested(90_000)),
    ("objects nested 30,000 deep", 400, nested(30_000, '{"a":', "}")),
    ("opened 180,000 times", 400, b"[" * 180_000),
    ("NUL in the text", 400, b'{"feedback": "a\0b"}'),
    ("NUL escaped", 400, b'{"feedback": "a\\u0000b"}'),
    ("NUL escaped in a key", 400, b'{"feed\\u0000back": "a"}'),
    ("NUL behind it", 400, b'{"feedback": "a"}\0'),
    ("a lone high surrogate", 400, b'{"feedback": "\\ud800"}'),
    ("a lone low surrogate", 400, b'{"feedback": "\\udc00"}'),
    ("surrogates the wrong way round", 400, b'{"feedback": "\\udc00\\ud800"}'),
    ("two high surrogates", 400, b'{"feedback": "\\ud800\\ud800"}'),
    ("a surrogate as bytes", 400, b'{"feedback": "\xed\xa0\x80"}'),
    ("a pair of surrogates as bytes", 400, b'{"feedback": "\xed\xa0\xbd\xed\xb8\x80"}'),
    ("a pair of surrogates, escaped", 201, b'{"feedback": "\\ud83d\\ude00"}'),
    ("overlong", 400, b'{"feedback": "\xc0\xaf"}'),
    ("cut off", 400, b'{"feedback": "\xe2\x82"}'),
    ("beyond Unicode", 400, b'{"feedback": "\xf4\x90\x80\x80"}'),
    ("a stray byte", 400, b'{"feedback": "\x80"}'),
    ("Latin-1", 400, b'{"feedback": "caf\xe9"}'),
    ("UTF-16", 400, '{"feedback": "a"}'.encode("utf-16")),
    ("a byte order mark", 400, b'\xef\xbb\xbf{"feedback": "a"}'),
    ("a line break in a text", 400, b'{"feedback": "a\nb"}'),
    ("a comment", 400, b'{"feedback": "a" /* b */}'),
    ("a comma too many", 400, b'{"feedback": "a",}'),
    ("single quotes", 400, b"{'feedback': 'a'}"),
    ("NaN", 400, b'{"feedback": NaN}'),
    ("a number too large for a double", 422, b'{"feedback": 1e999}'),
    ("a number as text", 422, b'{"feedback": 1}'),
    ("a list at the top", 422, b"[]"),
    ("a text at the top", 422, b'"feedback"'),
    ("null at the top", 422, b"null"),
    ("a null", 422, b'{"feedback": null}'),
    ("an object inside", 422, b'{"feedback": {"a": "b"}}'),
    ("an unknown key", 422, b'{"__proto__": {"admin": true}}'),
    ("an empty object", 422, b"{}"),
    ("blank", 422, b'{"feedback": " \\t\\n"}'),
    ("risk_now that is false", 422, b'{"risk_now": false}'),
    ("10,001 characters", 422, b'{"feedback": "' + b"a" * 10_001 + b'"}'),
    ("10,000 characters of four bytes", 201, ('{"feedback": "' + "😀" * 10_000 + '"}').encode()),
    ("15,000 keys", 422, ("{" + ",".join(f'"k{n}": 1' for n in range(15_000)) + "}").encode()),
    ("60,000 areas", 422, ('{"areas": [' + ",".join(['""'] * 60_000) + "]}").encode()),
]


class Bodies(AttackTest):
    def test_json(self):
        """odd JSON gets the status of its kind"""
        for why, status, body in JSON_BODIES:
            with self.subTest(why):
                answer = self.ask(post(body))
                self.assertEqual(answer.status, status, answer.body)
                if status == 422:
                    self.assertIn("pointer", answer.json()["errors"][0])
        self.expect_small()

    def test_forms(self):
        """odd forms get the status of their kind"""
        cases = [
            ("10,000 fields", 400, "&".join(f"a{n}=b" for n in range(10_000)).encode()),
            ("10,000 times the same field", 400, b"feedback=b&" * 10_000),
            ("180,000 ampersands", None, b"&" * 180_000),
            ("a half escape", 400, b"feedback=%"),
            ("an escape that is none", 400, b"feedback=%zz"),
            ("NUL", 400, b"feedback=%00&step=send"),
            ("a stray byte", 400, b"feedback=%ff&step=send"),
            ("a surrogate as bytes", 400, b"feedback=%ed%a0%80&step=send"),
            ("an unknown field", 422, b"mood=fine&step=send"),
            ("an unknown value", 422, b"rating=splendid&step=send"),
            ("a single choice twice", 422, b"rating=good&rating=poor&step=send"),
            ("a text twice", 422, b"feedback=a&feedback=b&step=send"),
            ("a text a hundred times", 422, b"feedback=" + b"&feedback=".join([b"a" * 1900] * 100)),
            ("nothing", 422, b"step=send"),
        ]
        for why, status, body in cases:
            with self.subTest(why):
                answer = self.ask(post(body, path="/feedback", type_=FORM))
                if status is None:
                    self.assertLess(answer.status, 500)
                else:
                    self.assertEqual(answer.status, status, answer.body[:300])

    def test_multipart(self):
        """odd multipart bodies get the status of their kind"""
        send = [("step", "send")]
        cases = [
            ("2,000 parts", 400, multipart([(f"a{n}", "b") for n in range(2000)])),
            ("no end", 400, multipart([("feedback", "a")] + send, close=False)),
            ("another boundary", 400, multipart([("feedback", "a")] + send, boundary="mill")),
            ("nothing", 400, b""),
            ("a file", 400, multipart([('feedback"; filename="a.exe', "MZ")])),
            ("no file", 200, multipart([('photo"; filename="', ""), ("feedback", "a")] + send)),
            ("words before the first boundary", 200, b"words\r\n" + multipart([("feedback", "a")] + send)),
            ("NUL", 400, multipart([("feedback", "a\0b")] + send)),
            ("a name of 10,000 letters", 400, multipart([("a" * 10_000, "b")])),
            ("a part in base64", 400, b'--weir\r\nContent-Disposition: form-data; name="feedback"\r\n'
             b"Content-Transfer-Encoding: base64\r\n\r\nYQ==\r\n--weir--\r\n"),
            ("the end alone", 422, b"--weir--\r\n"),
        ]
        type_ = "multipart/form-data; boundary=weir"
        for why, status, body in cases:
            with self.subTest(why):
                answer = self.ask(post(body, path="/feedback", type_=type_))
                self.assertEqual(answer.status, status)
                self.acknowledged += answer.status == 200  # the thank-you page
        for boundary in ("", '"', "a" * 71, "a b ", "ä"):
            with self.subTest(boundary):
                answer = self.ask(post(multipart(send), path="/feedback",
                                       type_=f"multipart/form-data; boundary={boundary}"))
                self.assertIn(answer.status, (400, 415))

    def test_mixed_up(self):
        """a body under another's name is refused, not guessed"""
        form = urllib.parse.urlencode({"feedback": "a", "step": "send"}).encode()
        self.assertEqual(self.ask(post(form)).status, 400)
        self.assertEqual(self.ask(post(b'{"feedback": "a"}', path="/feedback")).status, 415)
        self.assertIn(self.ask(post(b'{"feedback": "a"}', path="/feedback", type_=FORM)).status, (400, 422))
