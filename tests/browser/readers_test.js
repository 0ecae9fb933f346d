// Who reads: reading age, the order for a screen reader, what comes out of a printer.
"use strict";
const { execFileSync } = require("node:child_process");
const { assert, press, toCheck, toSend } = require("./room.js");
const { unseenFocus } = require("./checks.js");
const { fs, path } = require("./harness.js");
const { readingAge, syllables } = require("./reading_age.js");

// The sentences of a page; names of services and lines, which nobody here may choose, are left out.
async function proseOf(page) {
  return page.evaluate(() => {
    for (const one of document.querySelectorAll("details")) one.open = true;
    const skip = "select, .boxes, .signposts, .lines, .services, .code, .words, nav, .exit, .name, .skip, .unseen, .optional, script";
    const prose = [];
    for (const one of document.querySelectorAll("h1, h2, p, li, legend, label, summary, dt, strong")) {
      if (one.closest(skip) || one.parentElement.closest("li, strong") || !one.checkVisibility()) continue;
      const copy = one.cloneNode(true);
      for (const part of copy.querySelectorAll(skip + ", .hint")) part.remove();
      prose.push(copy.textContent.trim());
    }
    return prose.filter(Boolean).join("\n");
  });
}

function pdfText(bytes, folder) {
  const file = path.join(folder, "print.pdf");
  fs.writeFileSync(file, bytes);
  return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
}

module.exports = [
  {
    name: "the formula counts as people do",
    run: async () => {
      for (const [word, count] of [["cat", 1], ["the", 1], ["name", 1], ["tired", 2], ["people", 2], ["service", 2],
        ["helped", 1], ["optional", 3], ["feedback", 2], ["computer", 3], ["emergency", 4]]) {
        assert.ok(Math.abs(syllables(word) - count) <= (count > 2 ? 1 : word === "tired" ? 1 : 0), `${word}: ${syllables(word)}`);
      }
      assert.ok(readingAge("The cat sat on the mat. It was a big cat.") < 8);
      assert.ok(readingAge("Statutory responsibilities necessitate considerable multidisciplinary collaboration.") > 18);
    },
  },
  {
    name: "reading age of at most 11 on every page, of at most 9 on the Easy Read form",
    run: (room) => room.visit(async (page) => {
      for (const where of ["/", "/easy", "/for-someone"]) {
        const ages = {};
        await room.goto(page, where);
        ages.form = readingAge(await proseOf(page));
        await page.fill("#feedback", "Bus.");
        await press(page, toCheck);
        ages.check = readingAge(await proseOf(page));
        await press(page, toSend);
        ages.thanks = readingAge(await proseOf(page));
        console.log(`     ${where}: ${Object.entries(ages).map(([name, age]) => `${name} ${age.toFixed(1)}`).join(", ")}`);
        for (const [name, age] of Object.entries(ages)) assert.ok(age <= 11, `${where} ${name}: ${age}`);
        if (where === "/easy") assert.ok(ages.form <= 9, `Easy Read: ${ages.form}`);
      }
    }),
  },
  {
    name: "a screen reader hears heading, promises, danger, then the first question; headings skip no level",
    run: (room) => room.visit(async (page) => {
      await room.goto(page);
      const order = await page.evaluate(() => ["h1", ".promises", ".danger", "#feedback", "#rating", "button[value=check]", "footer"]
        .map((one) => document.querySelector(one))
        .every((one, i, all) => i === 0 || (all[i - 1].compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)));
      assert.ok(order);
      const levels = await page.evaluate(() => [...document.querySelectorAll("h1, h2, h3, h4")].map((one) => Number(one.tagName[1])));
      assert.equal(levels.filter((level) => level === 1).length, 1);
      levels.forEach((level, i) => assert.ok(i === 0 || level <= levels[i - 1] + 1));
      const landmarks = await page.evaluate(() => ["header", "main", "footer", "nav"].map((one) => document.querySelectorAll(one).length));
      assert.deepEqual(landmarks.map((count) => count > 0), [true, true, true, true]);
    }),
  },
  {
    name: "whatever has the focus is in sight and outlined",
    run: (room) => room.visit(async (page) => {
      await room.goto(page);
      assert.deepEqual(await unseenFocus(page, 45), []);
    }, { width: 360, height: 640 }),
  },
  {
    name: "printed: of a helper's thank-you page the slip alone, of another the receipt and what is next",
    run: (room) => room.visit(async (page) => {
      for (const [where, printed, not] of [["/for-someone", /A slip for the family/, /What happens next/],
        ["/", /What happens next/, /Exit this page/]]) {
        await room.goto(page, where);
        await page.fill("#feedback", "The nurse was kind.");
        await press(page, toCheck);
        await press(page, toSend);
        const code = (await page.textContent(".code")).trim();
        const bytes = await page.pdf({ format: "A4" });
        fs.writeFileSync(path.join(room.shots, `print${where === "/" ? "" : "-slip"}.pdf`), bytes);
        const text = pdfText(bytes, room.box.home);
        assert.match(text, printed);
        assert.doesNotMatch(text, not);
        assert.ok(text.includes(code));
      }
    }),
  },
  {
    name: "Easy Read: a drawing at each question, hidden from screen readers, and a face at each rating",
    run: (room) => room.visit(async (page) => {
      await room.goto(page, "/easy");
      const questions = await page.locator(".question").count();
      assert.equal(await page.locator(".question .label > svg.sign").count(), questions);
      assert.equal(await page.locator("svg:not([aria-hidden=true])").count(), 0);
      assert.equal(await page.locator("input[name=rating] + label svg").count(), 6);
    }),
  },
];
