// What holds of every page, whatever stands on it.
"use strict";
const { assert, fs, modules, path } = require("./harness.js");
const { HtmlValidate } = require(path.join(modules, "html-validate"));
const axe = fs.readFileSync(path.join(modules, "axe-core/axe.min.js"), "utf8");

// WCAG 2.2 A and AA, and what axe holds for good practice.
const axeRules = { runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } };

async function axeFaults(page) {
  // In the page's own world of scripts nothing may be added (CSP); the driver's evaluation is not held by it.
  await page.evaluate(axe);
  const found = await page.evaluate((rules) => globalThis.axe.run(document, rules), axeRules);
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

// Matters of taste that the standard leaves open are switched off, each with its reason.
const validator = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  rules: {
    "attribute-boolean-style": "off",       // `checked` and `checked=""` are one
    "no-inline-style": "error",
    "tel-non-breaking": "off",              // the style sheet keeps numbers on one line
    "text-content": "off",
    "long-title": "off",                    // the title repeats the heading, as WCAG 2.4.2 asks
    "no-autoplay": "error",
    "no-implicit-input-type": "error",
    "prefer-native-element": "error",
  },
});

async function htmlFaults(html) {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) => result.messages)
    .map((message) => `${message.ruleId} ${message.line}:${message.column} ${message.message}`);
}

// Nothing may be wider than the window: reading must not need sideways scrolling.
async function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

// Words that begin on one line and end on another, as they do where a line has no room for a whole one.
async function splitWords(page, within = "body") {
  return page.evaluate((where) => {
    const found = new Set();
    const texts = document.createTreeWalker(document.querySelector(where), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      if (!node.parentElement.checkVisibility() || node.parentElement.closest(".code, .unseen")) continue;
      for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{N}’']+/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top)));
        if (lines.size > 1) found.add(word);
      }
    }
    return [...found];
  }, within);
}

// Elements that take focus and are hidden from view while they have it, or show no outline.
async function unseenFocus(page, steps) {
  const faults = [];
  for (let i = 0; i < steps; ++i) {
    await page.keyboard.press("Tab");
    const fault = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === document.body) return "";
      const box = at.getBoundingClientRect();
      const seen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      const style = getComputedStyle(at);
      const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
      return seen && outlined ? "" : `${at.tagName} ${at.id || at.className} ${seen ? "no outline" : "out of sight"}`;
    });
    if (fault) faults.push(fault);
  }
  return faults;
}

// Everything to press is at least 24 by 24 CSS pixels (WCAG 2.2, 2.5.8); links in a line of text are exempt.
async function smallTargets(page) {
  return page.evaluate(() => [...document.querySelectorAll("button, input:not([type=hidden]), select, textarea, summary, .exit")]
    .filter((one) => one.checkVisibility())
    .map((one) => [one.outerHTML.slice(0, 60), one.getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24).map(([name]) => name));
}

// At the head of the page the way out must not cover the name of the box.
async function headOverlaps(page) {
  return page.evaluate(() => {
    scrollTo(0, 0);
    const exit = document.querySelector(".exit").getBoundingClientRect();
    const words = document.createRange();
    words.selectNodeContents(document.querySelector(".name span"));
    const name = words.getBoundingClientRect();
    return exit.left < name.right && name.left < exit.right && exit.top < name.bottom && name.top < exit.bottom;
  });
}

async function holds(page, name, html) {
  assert.deepEqual(await axeFaults(page), [], `axe on ${name}`);
  assert.deepEqual(await htmlFaults(html), [], `html-validate on ${name}`);
  assert.equal(await overflow(page), 0, `${name} scrolls sideways`);
  assert.equal(await headOverlaps(page), false, `the way out covers the name on ${name}`);
  assert.deepEqual(await smallTargets(page), [], `small targets on ${name}`);
}

module.exports = { axeFaults, holds, htmlFaults, overflow, smallTargets, splitWords, unseenFocus };
