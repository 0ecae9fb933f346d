// From the first word to the receipt, as people do it: without a script, by keyboard, twice, and back again.
"use strict";
const { assert, begins, press, small, toChange, toCheck, toSend } = require("./room.js");

const odd = "  <b>Zażółć</b> & \"quotes\" 'so'\n\n\tعربي 🧡 </textarea>\n";

async function receipt(page) {
  return (await page.textContent(".code")).trim();
}

async function posts(room, act) {
  const before = room.box.stored();
  await act();
  return room.box.stored() - before;
}

function journey(name, options) {
  return {
    name,
    run: (room) => room.visit(async (page) => {
      await room.goto(page);
      await page.fill("#feedback", odd);
      await page.click("details:has(#district) summary");
      await page.selectOption("#district", "eden");
      await press(page, toCheck);
      assert.equal(await page.textContent(".words"), odd);
      await press(page, "button[value='change:district']");
      await begins(page, "#district");
      assert.equal(await page.inputValue("#feedback"), odd);
      assert.equal(await page.inputValue("#district"), "eden");
      await page.selectOption("#district", "carlisle");
      await press(page, toCheck);
      assert.match(await page.textContent(".letter"), /Carlisle/);
      const stored = await posts(room, () => press(page, toSend));
      assert.equal(stored, 1);
      assert.match(await receipt(page), /^[a-z2-7]{20}$/);
      assert.equal(new URL(page.url()).search, "");
      assert.deepEqual(await page.context().cookies(), []);
    }, options),
  };
}

module.exports = [
  journey("with scripts: typed, checked, changed, posted", {}),
  journey("without JavaScript: the same", { javaScriptEnabled: false }),
  journey("at 320 px: the same", small),
  {
    name: "by keyboard alone",
    run: (room) => room.visit(async (page) => {
      await room.goto(page);
      const reach = async (selector) => {
        for (let i = 0; i < 80; ++i) {
          await page.keyboard.press("Tab");
          if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
        }
        assert.fail(`${selector} is not reached by Tab`);
      };
      await page.keyboard.press("Tab");
      assert.ok(await page.evaluate(() => document.activeElement.matches(".skip")), "first comes the way past the head");
      await page.keyboard.press("Enter");
      await reach("#feedback");
      await page.keyboard.type("Typed with keys alone.");
      await reach("input[name=rating]");
      await page.keyboard.press("ArrowUp");
      await reach("details:has(#district) > summary");
      await page.keyboard.press("Enter");
      await reach("#district");
      await page.keyboard.press("E");
      await reach(toCheck);
      await Promise.all([page.waitForEvent("domcontentloaded"), page.keyboard.press("Enter")]);
      assert.match(await page.textContent(".letter"), /Typed with keys alone\..*Don't know.*Eden/s);
      await reach(".recipients summary");
      await page.keyboard.press("Space");
      await reach("#only_to");
      await page.keyboard.press("Space");
      await reach(toSend);
      await Promise.all([page.waitForEvent("domcontentloaded"), page.keyboard.press("Enter")]);
      assert.match(await page.textContent("h1"), /Thank you/);
    }),
  },
  {
    name: "the services shown can be overruled, and the choice is shown again",
    run: (room) => room.visit(async (page) => {
      await room.goto(page);
      await page.fill("#feedback", "The school bus never comes on time.");
      // Ticked, so that the guess is sure whatever the classifier has learned.
      await page.click("details:has(#areas) > summary");
      await page.check("input[name=areas][value=transport]");
      await press(page, toCheck);
      assert.match(await page.textContent(".recipients"), /We think this is for:\s*Getting to school or college/);
      await page.click(".recipients summary");
      await page.check("input[name=only_to][value=schooling]");
      await press(page, toChange);
      await press(page, toCheck);
      assert.match(await page.textContent(".recipients"), /Only these will get your words:\s*Nursery, school or college/);
      assert.ok(await page.isChecked("input[name=only_to][value=schooling]"));
      await page.uncheck("input[name=only_to][value=schooling]");
      await press(page, toChange);
      await press(page, toCheck);
      assert.match(await page.textContent(".recipients"), /We think this is for/);
    }),
  },
  {
    name: "what looks like a name or a number is pointed at in the words",
    run: (room) => room.visit(async (page) => {
      await room.goto(page);
      await page.fill("#feedback", "My daughter Olivia Harper was helped. Ring me on 07700 900123 please.");
      await press(page, toCheck);
      const marked = await page.locator(".words mark").allTextContents();
      assert.ok(marked.some((one) => one.includes("07700 900123")), String(marked));
      assert.ok(marked.some((one) => one.includes("Olivia")), String(marked));
      assert.match(await page.textContent(".looks"), /a phone number/);
    }),
  },
  {
    name: "a double click posts once",
    run: (room) => room.visit(async (page) => {
      await room.goto(page);
      await page.fill("#feedback", "Once only.");
      await press(page, toCheck);
      const stored = await posts(room, async () => {
        await page.dblclick(toSend, { noWaitAfter: true });
        await page.waitForSelector(".code");
        await page.waitForTimeout(300);
      });
      assert.equal(stored, 1);
    }, { javaScriptEnabled: false }),
  },
  {
    name: "reload of the thank-you page posts once and shows the same receipt",
    run: (room) => room.visit(async (page) => {
      await room.goto(page);
      await page.fill("#feedback", "Once, and looked at twice.");
      await press(page, toCheck);
      const stored = await posts(room, async () => {
        await press(page, toSend);
        const first = await receipt(page);
        await page.reload();
        assert.equal(await receipt(page), first);
      });
      assert.equal(stored, 1);
    }),
  },
  {
    name: "Back from the thank-you page leads to an empty form, on each page",
    run: (room) => room.visit(async (page) => {
      for (const where of ["/", "/easy", "/for-someone", "/?lang=pl"]) {
        await room.goto(page, where);
        await page.fill("#feedback", "Back and forth.");
        await press(page, toCheck);
        const stored = await posts(room, async () => {
          await press(page, toSend);
          await page.goBack();
          await page.waitForSelector("#feedback");
        });
        assert.equal(stored, 1);
        assert.equal(page.url(), room.server.address + where);
        assert.equal(await page.inputValue("#feedback"), "");
        assert.ok(!(await page.content()).includes("Back and forth"));
      }
    }),
  },
  {
    name: "Back to a check page that was not posted: its words are still there to be posted",
    run: (room) => room.visit(async (page) => {
      await room.goto(page);
      await page.fill("#feedback", "Not yet posted.");
      await press(page, toCheck);
      await press(page, toChange);
      await page.goBack();
      await page.waitForSelector(toSend);
      assert.match(await page.textContent(".letter"), /Not yet posted/);
      await press(page, toSend);
      assert.match(await page.textContent("h1"), /Thank you/);
    }),
  },
  {
    name: "Back to the form: only our own buttons bring words back",
    run: (room) => room.visit(async (page) => {
      await room.goto(page);
      await page.fill("#feedback", "Not for the next at this computer.");
      await page.check("#risk_now");
      await press(page, toCheck);
      await page.goto(room.server.address + "/easy");
      await page.goBack();
      await page.goBack();
      await page.waitForSelector("#feedback");
      assert.equal(await page.inputValue("#feedback"), "");
      assert.equal(await page.isChecked("#risk_now"), false);
    }),
  },
  {
    name: "every error says what it is, keeps the words, and is where the reading begins",
    run: (room) => room.visit(async (page) => {
      await room.goto(page);
      let response = await press(page, toCheck);
      assert.equal(response.status(), 422);
      assert.match(await page.textContent(".summary"), /Nothing is written or ticked yet/);
      await begins(page, ".summary");
      await page.click(".summary a");
      assert.equal(await page.evaluate(() => location.hash), "#feedback");
      const long = "ö🧡".repeat(5_001);
      await page.fill("#feedback", long);
      response = await press(page, toCheck);
      assert.equal(response.status(), 422);
      assert.equal(await page.inputValue("#feedback"), long);
      assert.match(await page.textContent("#feedback-error"), /10,002 characters long\. The most we can take is 10,000/);
      assert.equal(await page.getAttribute("#feedback", "aria-invalid"), "true");
      await room.look(page, "usual-form-too-long-small", response);
    }, small),
  },
  {
    name: "words too many to be read at all are not sent with a script, and stay in their field",
    run: (room) => room.visit(async (page) => {
      for (const where of ["/", "/easy", "/?lang=uk"]) {
        await room.goto(page, where);
        const posted = [];
        page.on("request", (request) => { if (request.method() === "POST") posted.push(request.url()); });
        const many = "long ".repeat(60_000);
        await page.fill("#feedback", many);
        await page.click(toCheck);
        await begins(page, "#feedback");
        assert.deepEqual(posted, []);
        assert.equal(await page.inputValue("#feedback"), many);
        const [told, count] = await page.evaluate(() => [document.querySelector("#feedback").validationMessage,
          document.querySelector("#feedback + .count").textContent]);
        assert.match(told, /290000$/);
        assert.equal(told, count);
        await page.fill("#feedback", "Short now.");
        await press(page, toCheck);
        assert.equal(await page.textContent(".words"), "Short now.");
      }
    }),
  },
  {
    name: "behind a fold they are sent all the same: of a closed one no browser would say why not",
    run: (room) => room.visit(async (page) => {
      await room.goto(page);
      await page.evaluate(() => {
        const fold = document.createElement("details");
        document.querySelector("#feedback").before(fold);
        fold.append(document.createElement("summary"), document.querySelector("#feedback"));
        fold.open = true;
      });
      const many = "long ".repeat(6_000);
      await page.fill("#feedback", many);
      await page.evaluate(() => { document.querySelector("details:has(#feedback)").open = false; });
      assert.equal((await press(page, toCheck)).status(), 422);
      assert.equal(await page.inputValue("#feedback"), many);
    }),
  },
  {
    name: "the most that is sent can be read, and comes back: three fields of twice their limit, in letters of three bytes",
    run: (room) => room.visit(async (page) => {
      await room.goto(page);
      for (const fold of await page.locator("details:has(textarea) > summary").all()) await fold.click();
      const fields = await page.locator("textarea").all();
      assert.equal(fields.length, 3);
      const most = "語".repeat(19_990) + "\n".repeat(10);
      for (const field of fields) await field.fill(most);
      await page.evaluate(() => { for (const box of document.querySelectorAll("form [type=checkbox]")) box.checked = true; });
      const response = await press(page, toCheck);
      assert.equal(response.status(), 422);
      for (const field of await page.locator("textarea").all()) assert.equal(await field.inputValue(), most);
    }),
  },
  {
    name: "characters left are counted near the limit, and not before",
    run: (room) => room.visit(async (page) => {
      await room.goto(page);
      const count = page.locator("#feedback + .count");
      await page.fill("#feedback", "a".repeat(8_000));
      assert.equal(await count.textContent(), "");
      await page.fill("#feedback", "🧡".repeat(9_990));
      assert.equal(await count.textContent(), "Characters left: 10");
      await page.fill("#feedback", "a".repeat(10_003));
      assert.equal(await count.textContent(), "Too long. Characters to take out: 3");
    }),
  },
  {
    name: "danger, by tick or by words, puts whom to ring first",
    run: (room) => room.visit(async (page) => {
      for (const act of [() => page.check("#risk_now"), () => page.fill("#feedback", "He is hitting my child right now, I am scared he will kill us tonight")]) {
        await room.goto(page);
        await act();
        await press(page, toCheck);
        assert.ok(await page.evaluate(() => document.querySelector("main").firstElementChild.matches(".danger")));
        await press(page, toSend);
        assert.ok(await page.evaluate(() => document.querySelector("main").firstElementChild.matches(".danger")));
        assert.match(await page.textContent(".danger"), /999/);
      }
    }),
  },
  {
    name: "a complaint is taken and shown its doors, those of its service and district",
    run: (room) => room.visit(async (page) => {
      await room.goto(page);
      await page.fill("#feedback", "I want to make a formal complaint about CAMHS.");
      await page.click("details:has(#district) summary");
      await page.selectOption("#district", "eden");
      await press(page, toCheck);
      await press(page, toSend);
      const doors = await page.textContent(".doors");
      assert.match(doors, /Cumbria, Northumberland, Tyne and Wear/);
      assert.doesNotMatch(doors, /Lancashire|Tribunal/);
    }),
  },
];
