// One browser, one box and one server for all tests, and what they do with them again and again.
"use strict";
const { assert, Box, fs, launch, path, serve } = require("./harness.js");
const { holds } = require("./checks.js");

const phone = { width: 360, height: 740 };
const small = { width: 320, height: 640 };
const desktop = { width: 1280, height: 900 };

class Room {
  static async open(programs, shots) {
    const room = new Room();
    room.programs = programs;
    room.shots = shots;
    fs.mkdirSync(shots, { recursive: true });
    room.browser = await launch();
    room.withLargeLetters = await launch(["--blink-settings=defaultFontSize=32"]);  // twice the usual
    room.box = new Box(programs);
    // All drafts are switched on here, as somebody's name would do it.
    for (const code of ["pl", "ro", "uk", "ar"]) {
      room.box.configure(`messages/${code}.toml`, (toml) => toml
        .replace('checked_by = ""', 'checked_by = "a browser test"').replace("# checked_on", "checked_on"));
    }
    room.server = await serve(room.box);
    return room;
  }

  async close() {
    await this.browser.close();
    await this.withLargeLetters.close();
    if (this.server) await this.server.stop();
    if (this.box) this.box.remove();
  }

  // A new person: nothing of the others' is left. Requests beyond our own server are refused and remembered.
  async visit(use, { width = desktop.width, height = desktop.height, browser = this.browser, ...options } = {}) {
    const context = await browser.newContext({ viewport: { width, height }, locale: "en-GB", ...options });
    const page = await context.newPage();
    const elsewhere = [];
    const said = [];
    await context.route("**/*", (route) => {
      const url = route.request().url();
      if (url.startsWith(this.server.address) || url.startsWith("file:")) return route.continue();
      elsewhere.push(url);
      return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>elsewhere</title>" });
    });
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    try {
      await use(page, { context, elsewhere, said });
      assert.deepEqual(said.filter((words) => !words.includes("the server responded with a status of")), [],
        "said on the console");
    } finally {
      await context.close();
    }
  }

  async goto(page, where = "/") {
    return page.goto(this.server.address + where);
  }

  async shoot(page, name) {
    await page.screenshot({ path: path.join(this.shots, `${name}.png`), fullPage: true });
  }

  // A picture, and everything that holds of every page.
  async look(page, name, response) {
    await this.shoot(page, name);
    await holds(page, name, await response.text());
  }
}

// Presses a button and gives the response that the page now is.
async function press(page, selector) {
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.request().isNavigationRequest() && one.status() < 600),
    page.waitForEvent("domcontentloaded"),  // of the new page: the old one may change its own address meanwhile
    page.click(selector),
  ]);
  await page.waitForLoadState();
  return response;
}

const toCheck = "button[value=check]";
const toSend = "button[value=send]";
const toChange = "button[value=change]";

// The page puts the reading point where it asks to only when it is first drawn, which may be after it was loaded.
async function begins(page, selector) {
  await page.waitForSelector(`${selector}:focus`, { timeout: 5_000 });
}

module.exports = { assert, begins, desktop, phone, press, Room, small, toChange, toCheck, toSend };
