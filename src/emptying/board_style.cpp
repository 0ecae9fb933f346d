#include "emptying/board_page.hpp"

namespace postbox::emptying {

// Neutral colours, because a count of feedback has no good direction; what is special differs by shape.
// Contrast is 4.5:1 or better in both schemes.
const char* board_style() {
  return R"css(<style>
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1d2329; --soft: #56616c; --line: #d3dae1; --wash: #f3f6f8;
  --data: #46698a; --special: #6a2c91; --care: #fff6dc; --care-line: #c08a00;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14191e; --ink: #e8edf1; --soft: #a4b0bb; --line: #37424c; --wash: #1e252c;
    --data: #7fa6c6; --special: #d3a4f0; --care: #2e2710; --care-line: #d9a520;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif;
}
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: break-word; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: .2rem 0; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; padding-bottom: .3rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1.1rem; margin: 0 0 .25rem; }
.what { margin: 0; color: var(--soft); }
.month { margin: 0 0 .25rem; font-size: 1.15rem; }
.hint { margin: .5rem 0; color: var(--soft); font-size: .9rem; }
.care { background: var(--care); border-left: .35rem solid var(--care-line); padding: .75rem 1rem; margin: 1rem 0; }
.care ul { margin: .25rem 0 0; padding-left: 1.2rem; }
.how { background: var(--wash); border-radius: .4rem; padding: .25rem 1rem .75rem; margin: 1.25rem 0; font-size: .92rem; }
.how h2 { margin: .75rem 0 .5rem; border: 0; padding: 0; font-size: 1.1rem; }
.how ul { margin: 0; padding-left: 1.2rem; }
.chart { margin: 0 0 2.25rem; }
.says { margin: 0 0 .5rem; padding: 0; list-style: none; font-size: .92rem; color: var(--soft); }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 3px solid var(--data); outline-offset: 2px; }
svg { display: block; width: 100%; min-width: 34rem; height: auto; font-size: 12px; }
svg text { fill: var(--soft); }
svg .tick { text-anchor: end; }
svg .what { text-anchor: middle; }
svg .gap { fill: var(--wash); }
svg .grid { stroke: var(--line); stroke-width: .7; }
svg .axis { stroke: var(--soft); }
svg .mean { stroke: var(--ink); stroke-width: 1.5; }
svg .limit { stroke: var(--ink); stroke-width: 1.2; stroke-dasharray: 7 4; }
svg .near { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 1.5 4; }
svg .line { fill: none; stroke: var(--data); stroke-width: 2; stroke-linejoin: round; }
svg .point { fill: var(--data); stroke: var(--paper); stroke-width: 1; }
svg .special { fill: var(--special); stroke: var(--paper); stroke-width: 1; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem; font-size: .9rem; }
.chart table { margin-bottom: 0; min-width: 34rem; }
.answers { min-width: 40rem; }
caption { text-align: left; font-weight: 700; padding-bottom: .25rem; }
.chart caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
thead th { font-weight: 400; color: var(--soft); vertical-align: bottom; }
th, td { border-top: 1px solid var(--line); padding: .25rem .35rem; text-align: right; font-variant-numeric: tabular-nums; }
th:first-child { text-align: left; padding-left: 0; }
tbody th { font-weight: 400; }
td { white-space: nowrap; }
.hidden { color: var(--soft); }
.all th, .all td { border-top: 2px solid var(--line); font-weight: 700; }
@page { size: A4; margin: 16mm 14mm 18mm; }
@page { @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@media print {
  body { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  .how { background: none; border: 1px solid var(--line); }
  .care { border: 1px solid var(--care-line); border-left-width: .35rem; }
  .scroll { overflow: visible; }
  svg, .chart table, .answers { min-width: 0; }
  svg * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .chart, table { break-inside: avoid; }
  h2, h3, .says { break-after: avoid; }
}
</style>)css";
}

}  // namespace postbox::emptying
