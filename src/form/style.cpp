#include "form/page.hpp"

namespace postbox::form {

// The page is a letter half way into the slot of a red box. System fonts only; every colour pair below has
// a contrast of at least 4.5 : 1 in both schemes, and nothing is said by colour alone.
std::string_view style_sheet() {
  return R"css(:root {
  color-scheme: light dark;
  --red: #b01020; --red-deep: #8d0c19; --on-red: #fff; --slot: #2a0709;
  --page: #f4ede4; --paper: #fffdf9; --ink: #241a1a; --soft: #5d5050; --line: #d9ccbd; --edge: #8b7c72;
  --link: #9b0f1c; --warn: #9b0f1c; --warn-paper: #fdeeec; --calm: #fbf3e4; --focus: #0b57a4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --red: #a31522; --red-deep: #c22331; --slot: #140304;
    --page: #151011; --paper: #211a1b; --ink: #f4ece7; --soft: #c5b8b3; --line: #453a3b; --edge: #94868a;
    --link: #ffaaa3; --warn: #ffaaa3; --warn-paper: #3a1a1c; --calm: #2c2420; --focus: #8ec5ff;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; color: var(--ink); font: 1.125rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  background: linear-gradient(var(--red), var(--red)) top / 100% 15rem no-repeat var(--page);
  overflow-wrap: break-word;
}
h1, h2 { line-height: 1.2; text-wrap: balance; margin: 0 0 .6em; }
h1 { font-size: clamp(1.6rem, 1.1rem + 2.4vw, 2.3rem); letter-spacing: -.01em; }
h2 { font-size: 1.3rem; }
p { margin: 0 0 1em; }
a { color: var(--link); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: .15em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; border-radius: 3px; }
.skip { position: absolute; left: -999rem; padding: .5rem 1rem; background: var(--paper); color: var(--ink); }
.skip:focus { left: .75rem; top: .75rem; z-index: 3; }
.top { max-width: 46rem; margin: 0 auto; padding: 1rem .5rem 0; }
.name {
  display: inline-flex; align-items: center; gap: .75rem; margin: 0 .5rem .9rem;
  color: var(--on-red); font-size: 1.5rem; font-weight: 700; letter-spacing: .01em; text-decoration: none;
}
.name:hover { text-decoration: underline; }
.top :focus-visible { outline-color: var(--on-red); }
.pillar { display: block; }
.slot {
  height: 1.5rem; border-radius: .75rem; background: var(--slot);
  box-shadow: 0 2px 0 rgb(255 255 255 / .22), 0 -3px 0 var(--red-deep);
}
.sheet {
  position: relative; max-width: 43rem; margin: -.75rem auto 0; padding: 2rem clamp(1rem, 4vw, 2.75rem) 2.5rem;
  width: calc(100% - 2rem); background: var(--paper); border-radius: 0 0 6px 6px;
  box-shadow: inset 0 12px 12px -12px rgb(0 0 0 / .55), 0 10px 30px -18px rgb(40 10 10 / .6);
}
.lead { font-size: 1.25rem; line-height: 1.45; }
.promises { list-style: none; margin: 1.25rem 0 1.75rem; padding: 0; }
.promises li { position: relative; padding-left: 1.9rem; margin-bottom: .55rem; }
.promises li::before {
  content: ""; position: absolute; left: .1rem; top: .48em; width: 1.15rem; height: .8rem;
  border: 2px solid var(--link); border-radius: 2px;
  background: linear-gradient(to bottom right, transparent 44%, var(--link) 44% 56%, transparent 56%) left / 50% 70%
      no-repeat,
    linear-gradient(to bottom left, transparent 44%, var(--link) 44% 56%, transparent 56%) right / 50% 70% no-repeat;
}
.danger, .summary, .receipt { margin: 1.75rem 0; padding: 1.1rem 1.25rem .2rem; border-radius: 6px; }
.danger { background: var(--calm); border: 1px solid var(--line); border-left: 6px solid var(--link); }
.danger h2, .summary h2 { font-size: 1.15rem; margin-bottom: .35em; }
.danger ul, .signposts { list-style: none; margin: 0 0 .9em; padding: 0; }
.danger li, .signposts li { padding: .5rem 0; border-top: 1px solid var(--line); }
.when, .who, .hours { display: block; }
.when, .hours { color: var(--soft); font-size: 1rem; }
.phone { display: inline-block; font-weight: 700; white-space: nowrap; font-variant-numeric: tabular-nums; }
.summary { background: var(--warn-paper); border: 3px solid var(--warn); margin-top: 0; }
.summary ul { margin: 0 0 .8em; padding-left: 1.2em; }
.question { margin: 0 0 2.1rem; }
.wrong { border-left: 5px solid var(--warn); padding-left: 1rem; }
.error { color: var(--warn); font-weight: 600; margin-bottom: .5rem; }
.error span { display: block; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
.label { display: block; padding: 0; margin-bottom: .3rem; font-size: 1.2rem; font-weight: 650; line-height: 1.3; }
.optional { color: var(--soft); font-size: 1rem; font-weight: 400; white-space: nowrap; }
.hint { color: var(--soft); font-size: 1rem; line-height: 1.45; margin-bottom: .6rem; }
.after { margin: .8rem 0 0; }
textarea, select {
  display: block; width: 100%; padding: .7rem .8rem; color: inherit; background: var(--paper); font: inherit;
  border: 2px solid var(--edge); border-radius: 5px;
}
textarea { min-height: 6rem; resize: vertical; }
#feedback { min-height: 12rem; }
select { min-height: 3rem; text-overflow: ellipsis; }
[aria-invalid] { border-color: var(--warn); }
.boxes { display: grid; gap: .15rem; }
.box { position: relative; display: grid; grid-template-columns: 2.75rem 1fr; align-items: start; }
.box input {
  width: 1.6rem; height: 1.6rem; margin: .55rem .2rem; accent-color: var(--red); cursor: pointer;
}
.box label { padding: .55rem 0; margin: 0; cursor: pointer; font-size: 1.125rem; }
.box label .hint { display: block; margin: .1rem 0 0; }
details { margin: 0 0 1rem; border: 1px solid var(--line); border-radius: 6px; background: var(--calm); }
summary { padding: .9rem 1.1rem; cursor: pointer; font-weight: 650; font-size: 1.15rem; }
summary:hover { text-decoration: underline; }
details[open] > summary { border-bottom: 1px solid var(--line); margin-bottom: 1.25rem; }
details > .question { margin: 0 1.1rem 1.5rem; }
button {
  min-height: 3.25rem; padding: .7rem 1.6rem; margin-top: 1rem; font: inherit; font-size: 1.2rem; font-weight: 700;
  color: var(--on-red); background: var(--red); border: 2px solid var(--red); border-radius: 6px; cursor: pointer;
}
button:hover { background: var(--red-deep); border-color: var(--red-deep); }
button.second { color: var(--link); background: transparent; border-color: currentcolor; }
button.second:hover { background: var(--calm); }
.buttons { display: flex; flex-wrap: wrap; gap: 0 1rem; }
.letter {
  margin: 1.5rem 0; padding: 1.25rem 1.25rem .5rem; border: 1px solid var(--line); border-radius: 4px;
  background: var(--calm);
}
.letter dt { color: var(--soft); font-size: 1rem; }
.letter dd { margin: .15rem 0 1.25rem; font-weight: 500; }
.letter ul { list-style: none; margin: 0; padding: 0; }
.letter p { margin: 0; }
.words { white-space: pre-wrap; }
.receipt { border: 2px dashed var(--edge); text-align: center; }
.receipt p { margin: 0 0 .3em; }
.code {
  font: 700 clamp(.9rem, .45rem + 2.2vw, 1.5rem)/1.4 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace;
  letter-spacing: .03em; overflow-wrap: anywhere; user-select: all;
}
ol li { margin-bottom: .5rem; }
footer { max-width: 43rem; width: calc(100% - 2rem); margin: 2.5rem auto 3rem; padding: 0 clamp(1rem, 4vw, 2.75rem); }
nav ul { list-style: none; margin: 1.5rem 0 0; padding: 0; }
nav a { display: inline-block; padding: .35rem 0; }
@media (min-width: 40rem) {
  .danger li { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; align-items: baseline; }
  .signposts { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; }
}
@media (forced-colors: active) { .slot { border: 1px solid; } }
@media print { body { background: none; } .top, footer, .skip { display: none; } .sheet { box-shadow: none; } }
)css";
}

// A red pillar box, our own drawing.
std::string_view icon() {
  return R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 72"><path d="M13 14C16 4 48 4 51 14Z" fill="#b01020"/><path d="M11 14h42v5H11zM15 21h34v41H15z" fill="#b01020"/><path d="M20 26h24v6H20zM12 63h40v7H12z" fill="#2a0709"/><path d="M25 37h14v11H25z" fill="#fff"/></svg>
)svg";
}

}  // namespace postbox::form
