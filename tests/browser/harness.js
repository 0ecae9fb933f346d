// What every browser test stands on: programs, a box, a server, a browser without traces of others.
"use strict";
const assert = require("node:assert/strict");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { execFileSync, spawn } = require("node:child_process");

const house = path.resolve(__dirname, "../..");
const modules = path.join(house, ".cache/browser/node_modules");
const { chromium } = require(path.join(modules, "playwright-core"));

// Debian's Chromium asks for a good many things of its maker's servers unless told not to.
const flags = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

function passphraseFile(folder, name, words) {
  const file = path.join(folder, name);
  fs.writeFileSync(file, words + "\n", { mode: 0o600 });
  return file;
}

// A new box in a folder of its own, and what a keeper does with it.
class Box {
  constructor(programs) {
    this.programs = programs;
    this.home = fs.mkdtempSync(path.join(os.tmpdir(), "postbox-browser-"));
    this.folder = path.join(this.home, "box");
    this.passphrase = passphraseFile(this.home, "box-passphrase", "three herons on the weir");
    this.other = passphraseFile(this.home, "safeguarding-passphrase", "a lamp in the lower window");
    this.run("init", "--passphrase-file", this.passphrase, "--safeguarding-passphrase-file", this.other);
  }

  run(...words) {
    return execFileSync(path.join(this.programs, "postbox"), ["--dir", this.folder, ...words],
      { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  }

  empty() {
    this.run("empty", "--up-to-now", "--passphrase-file", this.passphrase);
  }

  // How many posts the box holds, as its keeper would learn it.
  stored() {
    const script = "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute(" +
      "'select count(*) from sealed_submissions').fetchone()[0])";
    return Number(execFileSync("python3", ["-c", script, path.join(this.folder, "box.db")], { encoding: "utf8" }));
  }

  // Replaces a shipped file by a changed copy in the box's own config folder.
  configure(name, change) {
    const own = path.join(this.folder, "config", name);
    fs.mkdirSync(path.dirname(own), { recursive: true });
    fs.writeFileSync(own, change(fs.readFileSync(path.join(house, "config", name), "utf8")));
  }

  remove() {
    fs.rmSync(this.home, { recursive: true, force: true });
  }
}

// postbox-server on a free port; resolves to { address, stop }.
function serve(box) {
  const server = spawn(path.join(box.programs, "postbox-server"),
    ["--dir", box.folder, "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "inherit"] });
  const stop = () => new Promise((resolve) => {
    server.once("exit", resolve);
    server.kill("SIGTERM");
  });
  return new Promise((resolve, reject) => {
    server.once("exit", (code) => reject(new Error(`the server ended with ${code} before it listened`)));
    server.stdout.on("data", (data) => {
      const found = /listening on (http:\/\/\S+)/.exec(data.toString());
      if (found) resolve({ address: found[1], stop });
    });
  });
}

function launch(more = []) {
  return chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: [...flags, ...more] });
}

module.exports = { assert, Box, fs, house, launch, modules, path, serve };
