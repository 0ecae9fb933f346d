#include "form/page.hpp"

namespace postbox::form {
namespace {

// The page is a letter half way into the slot of a box. System fonts only; every colour pair has a contrast
// of at least 4.5 : 1 in both schemes (the browser tests measure it), and nothing is said by colour alone.
// Lengths are logical ("inline", "block"), so that Arabic needs no second sheet. A screen of 18rem is a phone
// with large letters: all of its width is for words, so that they stay whole.
constexpr std::string_view rules = R"css(
:root {
  --red: var(--brand); --on-red: #fff; --slot: #2a0709; --link: var(--brand);
  --page: #f4ede4; --paper: #fffdf9; --ink: #241a1a; --soft: #5d5050; --line: #d9ccbd; --edge: #85766c;
  --warn: #9b0f1c; --warn-paper: #fdeeec; --calm: #fbf3e4; --focus: #0b57a4; --mark: #ffe08a; --on-mark: #241a1a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --slot: #140304; --link: var(--brand-on-dark);
    --page: #151011; --paper: #211a1b; --ink: #f4ece7; --soft: #c5b8b3; --line: #453a3b; --edge: #94868a;
    --warn: #ffaaa3; --warn-paper: #3a1a1c; --calm: #2c2420; --focus: #8ec5ff; --mark: #6b5300; --on-mark: #fff;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 4.5rem; }
body {
  margin: 0; color: var(--ink); font: 1.125rem/1.55 system-ui, sans-serif;
  background: linear-gradient(var(--red), var(--red)) top / 100% 15rem no-repeat var(--page);
  overflow-wrap: anywhere;
}
h1, h2 { line-height: 1.2; text-wrap: balance; margin: 0 0 .6em; }
h1 { font-size: clamp(1.6rem, 1.1rem + 2.4vw, 2.3rem); letter-spacing: -.01em; }
h2 { font-size: 1.3rem; }
p { margin: 0 0 1em; }
a { color: var(--link); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: .15em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; }
[tabindex]:focus-visible { outline-offset: 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; inset-inline-start: -999rem; padding: .5rem 1rem; background: var(--paper); }
.skip:focus { inset-inline-start: .75rem; top: .75rem; z-index: 3; }
.top { max-width: 46rem; margin: 0 auto; padding: 1rem .5rem 0; }
.bar { padding-inline-end: min(10rem, 58vw); min-height: 3.75rem; }
.name {
  display: inline-flex; align-items: center; gap: .75rem; margin-inline: .5rem;
  color: var(--on-red); font-size: 1.5rem; line-height: 1.15; font-weight: 700; text-decoration: none;
}
.name:focus-visible { outline-color: var(--on-red); }
.pillar { display: block; flex: none; }
.plate { fill: none; stroke: var(--brand); stroke-width: 2; }
.exit {
  position: fixed; top: .9rem; inset-inline-end: max(.75rem, 50vw - 23rem); z-index: 2; padding: .5rem .9rem;
  color: #241a1a; background: #ffdd57; border: 2px solid; border-radius: 6px; font-weight: 700; font-size: 1.05rem;
  line-height: 1.15; max-width: min(9.5rem, 55vw); text-align: center; text-decoration: none;
}
.slot { height: 1.5rem; border-radius: .75rem; background: var(--slot); box-shadow: 0 2px 0 #fff3; }
.sheet {
  max-width: 43rem; margin: -.75rem auto 0; padding: 2rem clamp(1rem, 4vw, 2.75rem) 2.5rem;
  width: calc(100% - min(2rem, 10vw)); background: var(--paper); border-radius: 0 0 6px 6px;
  box-shadow: inset 0 12px 12px -12px #0008, 0 10px 30px -18px #280a0a99;
}
.lead { font-size: 1.25rem; line-height: 1.45; }
ul:where([class]), nav ul { list-style: none; margin: 0 0 1rem; padding: 0; }
.promises { display: grid; gap: .35rem 1.5rem; margin: 0 0 1.5rem; line-height: 1.35; }
.promises li { position: relative; padding-inline-start: 1.9rem; }
.promises li::before {
  content: ""; position: absolute; inset-inline-start: .1rem; top: .22em; width: 1.15rem; height: .8rem;
  border: 2px solid var(--link); border-radius: 2px;
  background: linear-gradient(to bottom right, transparent 44%, var(--link) 44% 56%, transparent 56%) left / 50% 70%
      no-repeat,
    linear-gradient(to bottom left, transparent 44%, var(--link) 44% 56%, transparent 56%) right / 50% 70% no-repeat;
}
.promises.full { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 1px solid var(--line); gap: .6rem; color: var(--soft); }
.full strong { color: var(--ink); }
aside, main section, .summary, .looks { margin: 1.5rem 0; padding: 1rem min(1.25rem, 6vw) .3rem; border-radius: 6px; }
.danger, .doors { background: var(--calm); border: 1px solid var(--line); border-inline-start: 6px solid var(--link); }
main * h2 { font-size: 1.15rem; margin-bottom: .35em; }
.danger p { margin-bottom: .5rem; }
.lines { margin: 0 0 .6em; }
.lines li, .signposts li { padding: .45rem 0; border-top: 1px solid var(--line); }
.when, .hours, .optional, .hint, .letter dt { color: var(--soft); font-size: 1rem; }
.lines span, .signposts span, .doors span, .error span { display: block; }
.phone { display: inline-block; font-weight: 700; }
.summary { background: var(--warn-paper); border: 3px solid var(--warn); margin-top: 0; }
.summary ul, .looks ul { margin: 0 0 .8em; padding-inline-start: 1.2em; }
.question { margin: 0 0 2rem; }
.wrong { border-inline-start: 5px solid var(--warn); padding-inline-start: 1rem; }
.error { color: var(--warn); font-weight: 600; margin-bottom: .5rem; }
.count { margin: .4rem 0 0; font-weight: 600; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
.label { display: block; padding: 0; margin-bottom: .3rem; font-size: 1.2rem; font-weight: 650; line-height: 1.3; }
.optional { font-weight: 400; }
.hint { line-height: 1.45; margin-bottom: .6rem; }
.after { margin: .8rem 0 0; }
textarea, select {
  display: block; width: 100%; padding: .7rem .8rem; color: inherit; background: var(--paper); font: inherit;
  border: 2px solid var(--edge); border-radius: 5px;
}
textarea { min-height: 6rem; resize: vertical; field-sizing: content; max-height: 70vh; }
#feedback { min-height: 11rem; }
select { text-overflow: ellipsis; }
[aria-invalid] { border-color: var(--warn); }
.boxes { display: grid; gap: .15rem .75rem; }
.box { position: relative; display: grid; grid-template-columns: min(2.75rem, 20vw) 1fr; align-items: start; }
.box input { width: 1.6rem; height: 1.6rem; margin: .55rem .2rem; accent-color: var(--red); }
.box label { padding: .55rem 0; margin: 0; font-size: 1.125rem; line-height: 1.35; }
.box label .hint { display: block; margin: .1rem 0 0; }
details { margin: 0 0 1rem; border: 1px solid var(--line); border-radius: 6px; background: var(--calm); }
summary { padding: .9rem 1.1rem; cursor: pointer; font-weight: 650; font-size: 1.15rem; line-height: 1.3; }
[open] > summary { border-bottom: 1px solid var(--line); margin-bottom: 1.25rem; }
details > :is(.question, fieldset) { margin: 0 1.1rem 1.5rem; }
button {
  padding: .7rem 1.6rem; margin-top: 1rem; font: inherit; font-size: 1.2rem; font-weight: 700;
  color: var(--on-red); background: var(--red); border: 2px solid var(--red); border-radius: 6px; cursor: pointer;
}
:is(.name, .exit, summary, button):hover { text-decoration: underline; }
button.second, button.small { color: var(--link); background: transparent; border-color: currentcolor; }
button.small { min-height: 2.75rem; margin: .5rem 0 0; padding: .3rem 1rem; font-size: 1rem; }
.buttons { display: flex; flex-wrap: wrap; gap: 0 1rem; margin-bottom: 2rem; }
.letter { margin: 1.5rem 0; border: 1px solid var(--line); border-radius: 4px; background: var(--calm); }
.letter > div { padding: 1rem 1.25rem; }
.letter > div + div { border-top: 1px solid var(--line); }
.letter dd { margin: .15rem 0 0; }
.letter dd ul { list-style: none; margin: 0; padding: 0; }
.letter p { margin: 0; }
.words { white-space: pre-wrap; }
mark { background: var(--mark); color: var(--on-mark); border-radius: 3px; padding: 0 .15em; font-weight: 600; }
.looks { border: 2px solid var(--edge); border-inline-start-width: 6px; }
.recipients { border: 1px solid var(--line); }
.services li { padding-inline-start: 1.75rem; position: relative; font-weight: 650; margin-bottom: .3rem; }
.services li::before { content: ""; position: absolute; inset-inline-start: .35rem; top: .35em; width: .45rem; height: .8rem; border: solid var(--link); border-width: 0 3px 3px 0; transform: rotate(45deg); }
.final { font-weight: 650; margin: 1.5rem 0 0; }
.receipt { border: 2px dashed var(--edge); text-align: center; }
.receipt p { margin: 0 0 .4em; }
.kept { font-weight: 650; }
.code {
  font: 700 clamp(1rem, .5rem + 2.6vw, 1.6rem)/1.4 ui-monospace, monospace;
  letter-spacing: .03em; overflow-wrap: anywhere; user-select: all;
}
.next li { margin-bottom: .5rem; }
footer { max-width: 43rem; width: calc(100% - 2rem); margin: 2.5rem auto 3rem; padding: 0 clamp(1rem, 4vw, 2.75rem); }
nav a { display: inline-block; padding: .35rem 0; }
.languages ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: -.75rem 0 .75rem; }
.logo { display: block; max-height: 4rem; max-width: 12rem; margin-bottom: .5rem; }
.sign {
  width: min(3rem, 15vw); aspect-ratio: 1; flex: none; padding: .2rem;
  fill: none; stroke: currentcolor; stroke-width: 3; stroke-linejoin: round; stroke-linecap: round;
}
.easy { font-size: 1.3rem; line-height: 1.7; }
.easy .label { font-size: 1.5rem; }
.easy .promises { grid-template-columns: 1fr; }
.easy .short li { padding: 0; }
.easy .short li::before { display: none; }
.easy .question { border-top: 1px solid var(--line); padding-top: 1.25rem; }
.easy .box { align-items: center; }
.easy .label, .easy .short li, .easy .box label { display: flex; align-items: center; gap: .6rem; }
@media (min-width: 40rem) {
  .promises, .signposts { grid-template-columns: 1fr 1fr; }
  .lines li { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; align-items: baseline; }
  .doors li { display: block; }
  .signposts { display: grid; gap: 0 2rem; }
  .full { grid-template-columns: 1fr; }
}
@media (max-width: 26rem) { .name { font-size: min(1.25rem, 7vw); gap: .5rem; margin-inline: 0; } }
@media (max-width: 18rem) {
  body { hyphens: auto; }
  .words, .code { hyphens: manual; }
  .pillar { display: none; }
  .name { font-size: 5.5vw; }
  .exit { padding: .4rem .3rem; font-size: 7.5vw; }
  .sheet, footer { width: 100%; padding-inline: .4rem; }
  aside, main section, .summary, .looks, .letter > div, button.small { padding-inline: .3rem; }
  details > :is(.question, fieldset) { margin-inline: .3rem; }
  .box { grid-template-columns: 12.5vw 1fr; }
  .box input { width: 9vw; height: 9vw; margin: .85rem 0; }
  .easy { font-size: 1.1rem; }
  .easy .label, .easy .box label { display: block; }
  .easy .label { font-size: 1.2rem; }
}
@media (max-height: 30rem) { .exit { position: absolute; } }
@media (forced-colors: active) {
  .slot { border: 1px solid; }
  mark, .exit { border: 2px solid; }
  .pillar { fill: currentcolor; }
  .cut, .plate { fill: Canvas; stroke: currentcolor; }
}
@media print {
  body { background: none; font-size: 11pt; }
  .top, footer, .skip, nav, button { display: none; }
  .sheet { box-shadow: none; margin: 0; padding: 0; width: 100%; max-width: none; }
  main:has(.slip) > :not(.slip) { display: none; }
}
)css";

// The rules in one line: line ends and indentation are for us, and cost a phone a tenth of the sheet.
std::string without_layout(std::string_view css) {
  std::string out;
  bool at_start = true;
  for (const char c : css) {
    if (c == '\n' && !at_start && !out.ends_with('}') && !out.ends_with('{') && !out.ends_with(';')) {
      out += ' ';
    }
    at_start = c == '\n' || (at_start && c == ' ');
    const bool needless =
        c == ' ' && !out.empty() && std::string_view(";{},:").find(out.back()) != std::string_view::npos;
    if (at_start || needless) continue;
    if ((c == '{' || c == '}') && out.ends_with(' ')) out.pop_back();
    if (c == '}' && out.ends_with(';')) out.pop_back();
    out += c;
  }
  return out;
}

}  // namespace

std::string style_sheet(const Look& look) {
  return ":root{--brand:" + look.colour + ";--brand-on-dark:" + look.colour_on_dark + "}" +
         without_layout(rules);
}

// A red pillar box, our own drawing.
std::string_view icon() {
  return R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 72"><path d="M13 14C16 4 48 4 51 14Z" fill="#b01020"/><path d="M11 14h42v5H11zM15 21h34v41H15z" fill="#b01020"/><path d="M20 26h24v6H20zM12 63h40v7H12z" fill="#2a0709"/><path d="M25 37h14v11H25z" fill="#fff"/></svg>
)svg";
}

}  // namespace postbox::form
