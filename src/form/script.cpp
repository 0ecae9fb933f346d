#include "form/page.hpp"

namespace postbox::form {

// Four small helps, none of which a page needs. Text is set as text, never as markup.
//
// Leaving: the page is put out of sight and its words away before the other is even asked for, and it gives
// up its place in the list of pages; also by three presses of Esc within three seconds. Counting: characters
// left, from nine tenths of a limit on; a letter counts once, however many bytes it has. Keeping: a text far
// too long is invalid and so not sent, for what is too much to be read at all (413) would be lost: behind
// "Back" the form is empty. Three fields of twice their 10,000 in JavaScript's own units, of three bytes at
// most, can still be read, and come back with the refusal. One in a fold is sent all the same: of a closed
// one no browser says why it sends nothing. Posting: a second press of a button while the first is under way
// does nothing; after Back, and after five seconds, it works again. A check page that was posted gives its
// place in the list of pages to an empty form as it goes, so that Back brings nobody's words to light; one
// that was not keeps it.
std::string_view script() {
  return R"js("use strict";
const way = document.querySelector(".exit");
function leave() {
  document.body.hidden = true;
  document.title = " ";
  for (const field of document.querySelectorAll("textarea, input, select")) field.remove();
  location.replace(way.href);
}
way.onclick = (event) => { event.preventDefault(); leave(); };
let escapes = [];
document.addEventListener("keydown", (event) => {
  escapes = event.key === "Escape" ? [...escapes, event.timeStamp].slice(-3) : [];
  if (escapes.length === 3 && escapes[2] - escapes[0] < 3000) leave();
});

for (const field of document.querySelectorAll("textarea")) {
  const most = Number(field.dataset.most);
  const line = document.createElement("p");
  line.className = "count";
  line.setAttribute("role", "status");
  field.after(line);
  field.oninput = () => {
    const left = field.value.length < most * 0.9 ? most : most - [...field.value].length;
    const words = field.form.dataset[left < 0 ? "over" : "left"];
    line.textContent = left > most * 0.1 ? "" : words.replace("{}", Math.abs(left));
    field.setCustomValidity(field.value.length > most * 2 && !field.closest("details") ? line.textContent : "");
  };
}

let sent = false;
for (const form of document.forms) {
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
    setTimeout(() => { sent = false; }, 5000);
    if (event.submitter?.value !== "send") return;
    addEventListener("pagehide", () => history.replaceState(null, "", document.querySelector(".name").href));
  });
}
addEventListener("pageshow", () => { sent = false; });
)js";
}

}  // namespace postbox::form
