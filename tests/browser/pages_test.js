// Every page in every state, at every size and in both schemes.
"use strict";
const { assert, desktop, phone, press, small, toCheck, toSend } = require("./room.js");
const { overflow, splitWords } = require("./checks.js");

const words = "My son Tom Smith waits for the school bus. Ring 07700 900123. I want to make a formal complaint and to appeal the EHC plan.";

// The pages of one journey, each with its name.
async function walk(room, page, where, see) {
  await see("form", await room.goto(page, where));
  await see("form-wrong", await press(page, toCheck));
  await page.fill("#feedback", words);
  await page.check("input[name=rating][value=poor]");
  await page.check("#risk_now");
  await see("check", await press(page, toCheck));
  await page.click(".recipients summary");
  await room.shoot(page, `${where.slice(1) || "usual"}-check-open`);
  await see("thanks", await press(page, toSend));
}

const views = [
  ["desktop", desktop], ["phone", { ...phone, isMobile: true, hasTouch: true }], ["small", small],
  ["dark", { ...desktop, colorScheme: "dark" }],
];
const tests = [];
for (const where of ["/", "/easy", "/for-someone"]) {
  for (const [view, options] of where === "/" ? views : views.slice(0, 2)) {
    tests.push({
      name: `${where} and what follows at ${view} size: axe, HTML, width, targets`,
      run: (room) => room.visit(async (page, { elsewhere }) => {
        await walk(room, page, where, (state, response) =>
          room.look(page, `${where.slice(1) || "usual"}-${state}-${view}`, response));
        assert.deepEqual(elsewhere, [], "asked for beyond our own origin");
      }, options),
    });
  }
}

tests.push({
  name: "every fold open: axe finds nothing in what was folded away",
  run: (room) => room.visit(async (page) => {
    const response = await room.goto(page, "/");
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
    await room.look(page, "usual-form-unfolded-small", response);
  }, small),
});

tests.push({
  name: "the page that a second, other post is answered with",
  run: (room) => room.visit(async (page) => {
    await room.goto(page);
    await page.fill("#feedback", "The bus is late.");
    await press(page, toCheck);
    const token = await page.inputValue("input[name=token]");
    await press(page, toSend);
    await room.goto(page);
    await page.fill("#feedback", "The bus is never late.");
    await press(page, toCheck);
    await page.evaluate((same) => { document.querySelector("input[name=token]").value = same; }, token);
    const response = await press(page, toSend);
    assert.equal(response.status(), 409);
    await room.look(page, "posted-before-desktop", response);
  }),
});

// Where nobody meant to go, as an address typed or pressed leads there.
const setbacks = [
  ["no-such-page", "/esy", 404], ["no-figures", "/trends", 404], ["opened", "/feedback", 405],
];
for (const [view, options] of views) {
  tests.push({
    name: `pages that are none, at ${view} size: the answer is a page that leads back`,
    run: (room) => room.visit(async (page) => {
      for (const [name, where, status] of setbacks) {
        const response = await room.goto(page, where);
        assert.equal(response.status(), status, where);
        await room.look(page, `setback-${name}-${view}`, response);
        assert.equal(await page.locator("h1").count(), 1);
        await press(page, "main p > a[href='/']");
        assert.ok(await page.isVisible("#feedback"));
      }
    }, options),
  });
}

tests.push({
  name: "words that are too many to be read: a page, not a problem document",
  run: (room) => room.visit(async (page) => {
    await room.goto(page, "/easy");
    await page.evaluate(() => { document.querySelector("#feedback").value = "long ".repeat(60_000); });
    const response = await press(page, toCheck);
    assert.equal(response.status(), 413);
    await room.look(page, "setback-too-long-small", response);
    assert.match(await page.textContent("main"), /Nothing was put into the box/);
    assert.ok(await page.evaluate(() => document.body.matches(".easy")), "in the look of its form");
    await press(page, "main p > a[href='/easy']");
  }, small),
});

tests.push({
  name: "after a refusal that may pass, reload sends the words once more, as its page says",
  run: (room) => room.visit(async (page) => {
    await room.goto(page);
    await page.fill("#feedback", "Kept by the browser.");
    await page.route("**/feedback", (route) => route.fulfill({ status: 408, contentType: "text/html", body: "late" }), { times: 1 });
    assert.equal((await press(page, toCheck)).status(), 408);
    assert.equal((await page.reload()).status(), 200);
    assert.equal(await page.textContent(".words"), "Kept by the browser.");
  }),
});

tests.push({
  name: "400 % zoom of a desktop: one column, nothing lost",
  run: (room) => room.visit(async (page) => {
    await walk(room, page, "/", async (state) => {
      assert.equal(await overflow(page), 0, state);
      await room.shoot(page, `usual-${state}-zoom400`);
    });
  }, { width: 320, height: 225 }),
});

// As a phone with its largest letters shows them: twice as large, and no more room. Every fold is open meanwhile.
async function holdsInLargeLetters(room, page, name) {
  const unfold = (open) => page.evaluate((wanted) => {
    for (const fold of document.querySelectorAll("details")) fold.open = wanted;
  }, open);
  await unfold(true);
  await room.shoot(page, `${name}-double`);
  assert.equal(await overflow(page), 0, `${name} scrolls sideways`);
  assert.deepEqual(await splitWords(page), [], `${name}: split in the middle`);
  await unfold(false);
}

for (const where of ["/", "/easy", "/for-someone"]) {
  tests.push({
    name: `${where} and what follows in letters of double size, at 320 px: nothing scrolls sideways, words stay whole`,
    run: (room) => room.visit(async (page) => {
      await walk(room, page, where, (state) => holdsInLargeLetters(room, page, `${where.slice(1) || "usual"}-${state}`));
    }, { ...small, browser: room.withLargeLetters }),
  });
}

tests.push({
  name: "pages that are none in letters of double size, at 320 px: the same",
  run: (room) => room.visit(async (page) => {
    for (const [name, where] of setbacks) {
      await room.goto(page, where);
      await holdsInLargeLetters(room, page, `setback-${name}`);
    }
    // Of other languages the head: longer words elsewhere are left to the browser's hyphens.
    for (const code of ["pl", "ro", "uk", "ar"]) {
      await room.goto(page, `/feedback?lang=${code}`);
      await room.shoot(page, `${code}-setback-opened-double`);
      assert.equal(await overflow(page), 0, code);
      assert.deepEqual(await splitWords(page, ".top"), [], `${code}: split in the middle`);
    }
  }, { ...small, browser: room.withLargeLetters }),
});

tests.push({
  name: "forced colours, more contrast and less motion: nothing disappears",
  run: (room) => room.visit(async (page) => {
    await room.goto(page);
    await room.shoot(page, "usual-form-forced-colours");
    const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter((one) => {
      const style = getComputedStyle(one);
      return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0;
    }).length);
    assert.equal(moving, 0, "nothing moves on these pages");
    const exit = await page.locator(".exit").evaluate((one) => getComputedStyle(one).borderStyle);
    assert.equal(exit, "solid");
    // Of the box in the head: its body, and what is cut out of it, in the two colours that there are.
    const [body, cut, plate] = await page.locator(".pillar path").evaluateAll((all) =>
      all.map((one) => getComputedStyle(one).fill));
    const [ink, paper] = await page.evaluate(() =>
      [getComputedStyle(document.querySelector(".name")).color, getComputedStyle(document.body).backgroundColor]);
    assert.deepEqual([body, cut, plate], [ink, paper, paper]);
    await room.goto(page, "/feedback");
    await room.shoot(page, "setback-opened-forced-colours");
  }, { forcedColors: "active", reducedMotion: "reduce", contrast: "more" }),
});

// Bytes of the page first, then of all that it loads. In a visit of its own: what a page that was left behind still
// loads is nobody's.
async function sizes(room, where) {
  const bodies = [];
  await room.visit(async (page) => {
    page.on("response", (response) => bodies.push(response.body()));
    await room.goto(page, where);
    await page.waitForLoadState("networkidle");
    await Promise.all(bodies);
  });
  return Promise.all(bodies.map(async (body) => (await body).length));
}

tests.push({
  name: "at most 30 kB a page, before compression, in every language; in English with all it loads",
  run: async (room) => {
    for (const language of ["en", "pl", "ro", "uk", "ar"]) {
      for (const where of ["/", "/easy", "/for-someone"]) {
        const [document, ...beside] = await sizes(room, `${where}?lang=${language}`);
        assert.ok(document > 10_000 && document <= 30_000, `${where} in ${language}: ${document} bytes`);
        const more = beside.reduce((sum, bytes) => sum + bytes, 0);
        assert.ok(more <= 12_300, `${where} loads ${beside} bytes`);
        if (language === "en") assert.ok(document + more <= 30_000, `${where}: ${document} and ${more} bytes`);
      }
    }
  },
});

tests.push({
  name: "a refusal is a page for a browser and a problem for a program, under the same headers",
  run: async (room) => {
    for (const [, where, status] of setbacks) {
      const [page, problem] = await Promise.all(["text/html,*/*;q=0.8", "*/*"].map((accept) =>
        fetch(room.server.address + where, { headers: { accept } })));
      assert.deepEqual([page.status, problem.status], [status, status], where);
      assert.equal(page.headers.get("content-type"), "text/html; charset=utf-8");
      assert.equal(problem.headers.get("content-type"), "application/problem+json");
      const others = (answer) => [...answer.headers].filter(([name]) => !["content-type", "content-length", "date"].includes(name));
      assert.deepEqual(others(page), others(problem), where);
    }
  },
});

tests.push({
  name: "strict headers on every answer",
  run: async (room) => {
    for (const where of ["/", "/easy", "/for-someone", "/style.css", "/page.js", "/icon.svg", "/logo.svg", "/nothing"]) {
      const { headers } = await fetch(room.server.address + where);
      assert.match(headers.get("content-security-policy"), /^default-src 'none'; /, where);
      assert.doesNotMatch(headers.get("content-security-policy"), /unsafe|\*|http/, where);
      assert.equal(headers.get("cross-origin-opener-policy"), "same-origin");
      assert.equal(headers.get("referrer-policy"), "same-origin");
      assert.equal(headers.get("cache-control"), "no-store");
      assert.equal(headers.get("x-content-type-options"), "nosniff");
      assert.match(headers.get("permissions-policy"), /camera=\(\).*microphone=\(\)/);
      assert.equal(headers.get("set-cookie"), null);
    }
  },
});

module.exports = tests;
