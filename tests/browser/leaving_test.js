// "Exit this page": quick, and nothing left behind that a page can help.
"use strict";
const { assert, press, toCheck, toSend } = require("./room.js");

const secret = "What nobody behind me may read.";

async function goes(page, elsewhere, act) {
  await act();
  await page.waitForURL("https://www.bbc.co.uk/weather");
  assert.equal(elsewhere.at(-1), "https://www.bbc.co.uk/weather");
}

async function showsNoSecret(page) {
  const shown = await page.evaluate(() => document.documentElement.outerHTML + [...document.querySelectorAll("textarea, input")]
    .map((one) => one.value).join());
  assert.ok(!shown.includes(secret));
}

module.exports = [
  {
    name: "from every step, by link and by three presses of Esc; Back leads to no words",
    run: (room) => room.visit(async (page, { elsewhere }) => {
      const steps = [async () => {}, async () => press(page, toCheck), async () => press(page, toSend)];
      for (let last = 0; last < steps.length; ++last) {
        for (const act of [() => page.click(".exit"), async () => {
          for (let i = 0; i < 3; ++i) await page.keyboard.press("Escape");
        }]) {
          await room.goto(page);
          await page.fill("#feedback", secret);
          for (const step of steps.slice(1, last + 1)) await step();
          await goes(page, elsewhere, act);
          await page.goBack().catch(() => {});
          await page.waitForLoadState().catch(() => {});
          if (page.url().startsWith(room.server.address)) await showsNoSecret(page);
        }
      }
    }),
  },
  {
    name: "without JavaScript it is a link that tells nobody where it came from",
    run: (room) => room.visit(async (page, { context, elsewhere }) => {
      await room.goto(page);
      await page.fill("#feedback", secret);
      const asked = context.waitForEvent("request", (one) => one.url().includes("bbc.co.uk"));
      await goes(page, elsewhere, () => page.click(".exit"));
      assert.equal((await (await asked).allHeaders()).referer, undefined);
      await page.goBack();
      assert.equal(await page.inputValue("#feedback"), "");
    }, { javaScriptEnabled: false }),
  },
  {
    name: "one or two presses of Esc, or three slow ones, lead nowhere",
    run: (room) => room.visit(async (page) => {
      await room.goto(page);
      await page.fill("#feedback", "still here");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await page.keyboard.press("a");
      await page.keyboard.press("Escape");
      await page.waitForTimeout(200);
      assert.equal(await page.inputValue("#feedback"), "still herea");
    }),
  },
  {
    name: "nothing is stored in the browser: no cookie, no storage, no cache",
    run: (room) => room.visit(async (page, { context, elsewhere }) => {
      await room.goto(page);
      await page.fill("#feedback", secret);
      await press(page, toCheck);
      await press(page, toSend);
      const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length,
        (await indexedDB.databases()).length, (await (globalThis.caches ? caches.keys() : [])).length, navigator.serviceWorker ? (await navigator.serviceWorker.getRegistrations()).length : 0]);
      assert.deepEqual(kept, [0, 0, 0, 0, 0]);
      assert.deepEqual(await context.cookies(), []);
      assert.deepEqual(elsewhere, []);
      assert.ok(!page.url().includes("?") && !page.url().includes("#"));
    }),
  },
];
