#include "report/page.hpp"

namespace postbox::report {

// Colours are neutral on purpose: more posts can mean more trust. Contrast is 4.5:1 or better in both
// schemes. On paper every sheet says that it must be handled with care, for sheets get separated.
const char* style_sheet() {
  return R"css(<style>
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1d2329; --soft: #56616c; --line: #d3dae1; --wash: #f3f6f8;
  --bar: #5b7f9d; --track: #e6ecf1; --care: #fff6dc; --care-line: #c08a00;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14191e; --ink: #e8edf1; --soft: #a4b0bb; --line: #37424c; --wash: #1e252c;
    --bar: #7fa6c6; --track: #2a343d; --care: #2e2710; --care-line: #d9a520;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif;
}
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: break-word; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: .2rem 0; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; padding-bottom: .3rem; border-bottom: 2px solid var(--line); }
h2 span { font-weight: 400; font-size: 1rem; color: var(--soft); margin-left: .75rem; }
h3 { font-size: .9rem; margin: .6rem 0 .1rem; color: var(--soft); }
.what { margin: 0; color: var(--soft); }
.month { margin: 0 0 .25rem; font-size: 1.15rem; }
.hint { margin: .5rem 0; color: var(--soft); font-size: .9rem; }
.care {
  background: var(--care); border-left: .35rem solid var(--care-line);
  padding: .75rem 1rem; margin: 1rem 0 1.5rem;
}
.figures { list-style: none; margin: 0 0 1rem; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
.figures li { color: var(--soft); }
.tables { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1.5rem 2.5rem; }
table { border-collapse: collapse; width: 100%; align-self: start; }
caption { text-align: left; font-weight: 700; padding-bottom: .25rem; }
thead.unseen, .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
thead.seen th { font-size: .85rem; font-weight: 400; color: var(--soft); text-align: left; }
thead.seen th.count { text-align: right; }
tbody th { text-align: left; font-weight: 400; }
.before { color: var(--soft); }
@media (max-width: 30rem) { td.bar { width: 28%; } .count { padding: 0 .35rem; } }
tbody th, tbody td { border-top: 1px solid var(--line); padding: .3rem 0; vertical-align: middle; }
.count { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; padding: 0 .5rem; width: 1%; }
td.bar { width: 40%; }
.tables table:last-child { grid-column: 1 / -1; }
td.bar svg { display: block; width: 100%; height: .8rem; fill: var(--bar); }
td.bar .all { fill: var(--track); }
.gist { font-size: 1.2rem; max-width: 46rem; margin: 0 0 .5rem; }
.change { max-width: 46rem; margin: 0 0 1.25rem; }
article { background: var(--wash); border-radius: .4rem; padding: .8rem 1rem; margin: 0 0 .9rem; }
.tags { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem .9rem; font-size: .85rem; }
.tags li { color: var(--soft); }
.tags .area { font-weight: 700; color: var(--ink); }
.tags .flag { border: 1px solid currentcolor; border-radius: .25rem; padding: 0 .4rem; }
.words { white-space: pre-wrap; overflow-wrap: anywhere; margin: .35rem 0 0; max-width: 46rem; }
.reference { margin: .5rem 0 0; font-size: .8rem; color: var(--soft); }
@page { size: A4; margin: 18mm 16mm 20mm; }
@page {
  @bottom-left { content: "Identifiers removed by machine, handle with care"; font: 8pt sans-serif; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; }
}
@media print {
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  article { background: none; border: 1px solid var(--line); padding: .5rem .75rem; break-inside: avoid; }
  .care { border: 1px solid var(--care-line); border-left-width: .35rem; }
  .tables { grid-template-columns: repeat(2, 1fr); }
  table { break-inside: avoid; }
  h2, h3, .tags { break-after: avoid; }
  .words { orphans: 3; widows: 3; max-width: none; }
}
</style>)css";
}

}  // namespace postbox::report
