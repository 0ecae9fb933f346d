#!/usr/bin/env node
// Runs the tests of this folder in Debian's Chromium and prints a line per test.
//
//   tests/browser/run.js [--programs DIR] [--shots DIR] [NAME ...]
//
// DIR of the programs: build/ of this house; pictures of every page go to build-test/screenshots. NAME: parts of
// sentences to run. Ends with "N passed, N failed"; not with 0 when one failed or none ran. A missing browser is
// a failure.
"use strict";
const path = require("node:path");
const { parseArgs } = require("node:util");

const house = path.resolve(__dirname, "../..");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    programs: { type: "string", default: path.join(house, "build") },
    shots: { type: "string", default: path.join(house, "build-test/screenshots") },
  },
});

const seconds_max = 180;  // of one test: a guard against one that hangs, not a bound on a busy machine

async function runOne(test, room) {
  let late;
  const timeout = new Promise((_, reject) => {
    late = setTimeout(() => reject(new Error(`no end after ${seconds_max} s`)), seconds_max * 1000);
  });
  try {
    await Promise.race([test.run(room), timeout]);
    return true;
  } catch (error) {
    console.log(`     ${String(error.stack || error).replaceAll("\n", "\n     ")}`);
    return false;
  } finally {
    clearTimeout(late);
  }
}

async function main() {
  let passed = 0;
  let failed = 0;
  let room;
  try {
    const { Room } = require("./room.js");
    room = await Room.open(path.resolve(values.programs), path.resolve(values.shots));
    for (const file of ["pages", "journey", "readers", "languages", "leaving", "reports"]) {
      for (const test of require(`./${file}_test.js`)) {
        const sentence = `${file}: ${test.name}`;
        if (positionals.length > 0 && !positionals.some((part) => sentence.includes(part))) continue;
        const began = Date.now();
        const good = await runOne(test, room);
        good ? (passed += 1) : (failed += 1);
        console.log(`${good ? "ok  " : "FAIL"} ${sentence}  (${((Date.now() - began) / 1000).toFixed(1)} s)`);
      }
    }
  } catch (error) {
    failed += 1;
    console.log(`FAIL the browser tests could not run: ${error.stack || error}`);
  } finally {
    if (room) await room.close();
  }
  console.log(`${passed} passed, ${failed} failed`);
  // A room that was only half opened would hold the process for ever.
  process.exit(passed > 0 && failed === 0 ? 0 : 1);
}

main();
