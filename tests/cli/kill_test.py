"""kill -9 at any moment: nothing acknowledged is lost, nothing comes out twice."""

import concurrent.futures
import contextlib
import http.client
import itertools
import json
import os
import random
import shutil
import signal
import subprocess
import threading
import time

import support
from support import OK, BoxTest, RunningServer, month, simple

# More by hand: KILLS_OF_INTAKE=1000 tests/cli/run.py kill_test.KillIntake
KILLS_OF_INTAKE = int(os.environ.get("KILLS_OF_INTAKE", "50"))
KILLS_OF_EMPTYING = 32

# Four of these name a post, in words that nothing takes for a name, a number or danger.
WORDS = ("anvil barley carpet doormat ember ferry gravel hinge island jigsaw kettle ladder marble nutmeg otter "
         "pebble quarry ribbon saddle thimble").split()
NAMES = [" ".join(words) for words in itertools.permutations(WORDS, 4)]


class Poster(threading.Thread):
    """Posts without a pause until the server is gone; remembers what it sent and what was acknowledged."""

    def __init__(self, server, names):
        super().__init__()
        self.server, self.names = server, names
        self.sent, self.acknowledged = [], []

    def run(self):
        with contextlib.closing(self.server.connect()) as connection:
            with contextlib.suppress(OSError, http.client.HTTPException):
                for name in self.names:
                    self.sent.append(name)
                    connection.request("POST", "/api/v1/feedback", json.dumps(simple(name)).encode(),
                                       {"Content-Type": "application/json"})
                    answer = connection.getresponse()
                    answer.read()
                    if answer.status == 201:
                        self.acknowledged.append(name)


class KillIntake(BoxTest):
    def test_intake(self):
        """the server is killed again and again under load: every acknowledged post comes out, once"""
        dice = random.Random(20)
        names = iter(NAMES)
        sent, acknowledged, rounds = [], [], 0
        for _ in range(KILLS_OF_INTAKE):
            server = RunningServer(self.box)
            posters = [Poster(server, list(itertools.islice(names, 25))) for _ in range(4)]
            for poster in posters:
                poster.start()
            # Mostly while it works, at times before the first answer.
            time.sleep(dice.uniform(0, 0.06))
            server.stop(signal.SIGKILL)
            for poster in posters:
                poster.join()
                sent += poster.sent
                acknowledged += poster.acknowledged
            rounds += any(len(poster.sent) > len(poster.acknowledged) for poster in posters)
        self.assertGreater(rounds, KILLS_OF_INTAKE // 2, "the kills fell while posts were under way")
        self.assertGreater(len(acknowledged), KILLS_OF_INTAKE, "there was a load")
        with self.box.database() as database:
            self.assertEqual(database.execute("PRAGMA integrity_check").fetchone()[0], "ok")
        self.assertLessEqual(len(acknowledged), self.box.stored())
        self.assertLessEqual(self.box.stored(), len(sent))
        self.expect(self.box.empty("--up-to-now"), OK)
        words = self.box.words()
        self.assertEqual([name for name in acknowledged if words.count(name) != 1], [])
        self.assertEqual([name for name in sent if words.count(name) > 1], [])


class KillEmptying(BoxTest):
    """A full box, emptied once in peace; copies of it are killed on the way and emptied again."""

    def setUp(self):
        super().setUp()
        texts = [simple(f"{name}, ring 07700 900123", areas=areas)
                 for name, areas in zip(NAMES[:600], itertools.cycle([["transport"], ["camhs", "ehcp"], []]))]
        self.expect(self.box.import_lines(2, *texts[:500]), OK)
        self.expect(self.box.import_lines(1, *texts[500:]), OK)
        self.peaceful = self.copy_of(self.box, "peaceful")
        # Seconds from the first trace in exports/ to the end: the stretch in which packs are written.
        process, first = self.start_and_wait_for_trace(self.peaceful)
        self.assertEqual(process.wait(timeout=120), OK)
        self.stretch = time.monotonic() - first
        self.expected = support.fingerprint(self.peaceful.exports)
        self.assertEqual(self.peaceful.packs(), [month(2), month(1)])

    def start_and_wait_for_trace(self, box):
        process = subprocess.Popen(box.empty_command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while not box.packs() and process.poll() is None:
            time.sleep(0.0005)
        return process, time.monotonic()

    def kill_and_go_on(self, number):
        """(state that the kill left, what is wrong with the packs then or nothing)"""
        box = self.copy_of(self.box, f"killed-{number}")
        # Some before anything is seen (the keys are being opened), the rest evenly over the stretch and its end.
        early = KILLS_OF_EMPTYING // 8
        if number < early:
            process = subprocess.Popen(box.empty_command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(0.1 * number)
        else:
            process, _ = self.start_and_wait_for_trace(box)
            time.sleep(self.stretch * (number - early) / (KILLS_OF_EMPTYING - early - 1))
        process.kill()
        process.wait()
        with box.database() as database:
            states = {state for (state,) in database.execute("SELECT state FROM emptyings")}
        again = box.empty()
        found = support.fingerprint(box.exports)
        third = box.empty()
        wrong = None
        if again.returncode != OK or third.returncode != OK:
            wrong = f"exit codes {again.returncode}, {third.returncode}: {again.stderr}{third.stderr}"
        elif found != self.expected:
            differing = set(found.items()) ^ set(self.expected.items())
            wrong = f"other packs: {sorted({name for name, _ in differing})[:8]}"
        elif support.fingerprint(box.exports) != found:
            wrong = "a third emptying changed the packs"
        shutil.rmtree(box.folder)
        return states, wrong

    def test_emptying(self):
        """killed at many points and run again, an emptying gives the packs of an undisturbed one, byte for byte"""
        with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
            results = list(pool.map(self.kill_and_go_on, range(KILLS_OF_EMPTYING)))
        self.assertEqual([(number, wrong) for number, (_, wrong) in enumerate(results) if wrong], [])
        half_way = [states for states, _ in results if states & {"claimed", "recorded"}]
        self.assertGreaterEqual(len(half_way), 3, f"too few kills fell half way: {[s for s, _ in results]}")
        words = self.peaceful.words()
        self.assertEqual([name for name in NAMES[:600:3] if words.count(name) != 1], [])
