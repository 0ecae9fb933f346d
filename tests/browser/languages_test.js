// Languages that somebody has switched on: the whole journey in each, and from right to left.
"use strict";
const { assert, desktop, phone, press, toCheck, toSend } = require("./room.js");

const words = "Mój syn czeka. Чекаємо на автобус. الحافلة متأخرة دائما. Ring 07700 900123.";

function inLanguage(code, name, direction) {
  return {
    name: `${name}: form, error, check and thanks`,
    run: (room) => room.visit(async (page) => {
      await room.goto(page);
      const [response] = await Promise.all([page.waitForNavigation(), page.click(`nav.languages a[lang=${code}]`)]);
      const stays = async () => {
        assert.equal(await page.getAttribute("html", "lang"), code);
        assert.equal((await page.getAttribute("html", "dir")) || "ltr", direction);
      };
      await stays();
      await room.look(page, `${code}-form-phone`, response);
      await room.look(page, `${code}-form-wrong-phone`, await press(page, toCheck));
      await stays();
      assert.doesNotMatch(await page.textContent(".summary"), /Nothing is written/);
      await page.fill("#feedback", words);
      await room.look(page, `${code}-check-phone`, await press(page, toCheck));
      await stays();
      assert.equal(await page.textContent(".words"), words);
      await press(page, "button[value='change:feedback']");
      assert.equal(await page.inputValue("#feedback"), words);
      await stays();
      await press(page, toCheck);
      await room.look(page, `${code}-thanks-phone`, await press(page, toSend));
      await stays();
      assert.match(await page.textContent(".code"), /^[a-z2-7]{20}$/);
      // Enter in the address bar: the slot is opened, and nothing posted.
      await room.look(page, `${code}-setback-opened-phone`, await page.goto(page.url()));
      await stays();
      await room.look(page, `${code}-easy-phone`, await room.goto(page, `/easy?lang=${code}`));
    }, phone),
  };
}

module.exports = [
  inLanguage("pl", "Polish", "ltr"),
  inLanguage("ro", "Romanian", "ltr"),
  inLanguage("uk", "Ukrainian", "ltr"),
  inLanguage("ar", "Arabic", "rtl"),
  {
    name: "Arabic stands from right to left, numbers and English lines in it from left to right",
    run: (room) => room.visit(async (page) => {
      await room.look(page, "ar-form-desktop", await room.goto(page, "/?lang=ar"));
      const side = await page.evaluate(() => {
        const label = document.querySelector("label[for=feedback]").getBoundingClientRect();
        const field = document.querySelector("#feedback").getBoundingClientRect();
        const exit = document.querySelector(".exit").getBoundingClientRect();
        return { label: Math.round(label.right - field.right), exitLeft: exit.left < innerWidth / 2 };
      });
      assert.deepEqual(side, { label: 0, exitLeft: true });
      assert.equal(await page.getAttribute(".signposts", "dir"), "ltr");
      assert.equal(await page.getAttribute(".signposts", "lang"), "en-GB");
    }, desktop),
  },
  {
    name: "a language that is unknown is English, and nothing of the address comes back in the page",
    run: async (room) => {
      for (const asked of ["xx", "..%2Fen", "%22%3E%3Cscript%3E", "", "en"]) {
        const html = await (await fetch(`${room.server.address}/?lang=${asked}`)).text();
        assert.match(html, /<html lang="en-GB">/);
        assert.doesNotMatch(html, /xx"|%22|&quot;&gt;/);
      }
    },
  },
];
