// What a keeper opens: the report of each recipient and the board's pack, on screen and on paper.
"use strict";
const { execFileSync } = require("node:child_process");
const { assert, desktop, phone } = require("./room.js");
const { axeFaults, htmlFaults, overflow } = require("./checks.js");
const { Box, fs, house, path } = require("./harness.js");
const { pathToFileURL } = require("node:url");

const months = 14;

// A box with the sample of the demonstration in its months, emptied.
function emptied(programs) {
  const box = new Box(programs);
  const now = new Date();
  for (let back = months; back >= 1; --back) {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7);
    const file = path.join(box.home, "month.jsonl");
    fs.writeFileSync(file, execFileSync(path.join(house, "tools/sample/spread"), [String(months), String(back)]));
    box.run("import", file, "--month", month);
  }
  box.empty();
  return box;
}

function pagesOf(box) {
  const exports = path.join(box.folder, "exports");
  const month = fs.readdirSync(exports).sort().at(-1);
  const found = fs.readdirSync(path.join(exports, month), { recursive: true }).map(String).filter((one) => one.endsWith(".html"));
  const largest = found.filter((one) => one.endsWith("report.html"))
    .sort((a, b) => fs.statSync(path.join(exports, month, b)).size - fs.statSync(path.join(exports, month, a)).size)[0];
  const board = found.find((one) => one.startsWith("board"));
  return [["report", largest], ["trends", board]].filter(([, file]) => file)
    .map(([name, file]) => [name, path.join(exports, month, file)]);
}

async function look(room, page, name, file) {
  await page.goto(pathToFileURL(file).href);
  await room.shoot(page, name);
  assert.deepEqual(await axeFaults(page), [], `axe on ${name}`);
  assert.equal(await overflow(page), 0, `${name} scrolls sideways`);
}

async function print(room, page, name, file) {
  await page.goto(pathToFileURL(file).href);
  const pdf = path.join(room.shots, `${name}.pdf`);
  await page.pdf({ path: pdf, format: "A4", printBackground: true });
  execFileSync("pdftoppm", ["-r", "60", "-png", pdf, path.join(room.shots, `${name}-print`)]);
  assert.ok(fs.readdirSync(room.shots).some((one) => one.startsWith(`${name}-print`)));
}

let made;
const boxOf = (room) => (made ??= emptied(room.programs));

module.exports = [
  ["desktop", desktop], ["phone", phone], ["dark", { ...desktop, colorScheme: "dark" }],
].map(([view, options]) => ({
  name: `report and board's page at ${view} size: axe, width, nothing asked for elsewhere`,
  run: async (room) => {
    const box = boxOf(room);
    const pages = pagesOf(box);
    assert.equal(pages.length, 2, "a report and the board's page");
    await room.visit(async (page, { elsewhere }) => {
      for (const [name, file] of pages) await look(room, page, `${name}-${view}`, file);
      assert.deepEqual(elsewhere, []);
    }, options);
  },
})).concat([
  {
    name: "report and board's page as HTML, and printed",
    run: async (room) => {
      const box = boxOf(room);
      for (const [name, file] of pagesOf(box)) {
        assert.deepEqual(await htmlFaults(fs.readFileSync(file, "utf8")), [], name);
        await room.visit((page) => print(room, page, name, file));
      }
      box.remove();
    },
  },
]);
