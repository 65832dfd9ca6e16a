"""How the takeaway looks in a browser and on paper. `room.py` counts with its sizes: change both."""

STYLE = """
:root { color-scheme: light dark; --ink: #22201c; --paper: #fbf8f1; --soft: #655f54; --hair: #cfc7b6;
  --right: #23694c; --over: #a8480f; --under: #2f6298; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6e1; --paper: #1c1d1f; --soft: #a5a29a; --hair: #4a4a47;
  --right: #8fc7a4; --over: #e8a06a; --under: #86b4e0; } }
* { box-sizing: border-box; }
body { background: var(--paper); color: var(--ink); margin: 0;
  font: 1rem/1.42 "Iowan Old Style", "Palatino Linotype", Palatino, P052, Georgia, "Times New Roman", serif;
  font-size-adjust: .45; }
main { max-width: 50rem; margin: 3rem auto; padding: 0 1.4rem; }
h1, h2, h3, p, table { margin: 0; }
header { display: flex; align-items: baseline; justify-content: space-between; gap: 2rem; }
header p { color: var(--soft); font-size: .85em; text-align: end; }
h1 { font-size: 2.3em; font-weight: 400; line-height: 1.1; letter-spacing: -.01em; }
.line { display: grid; grid-template-columns: 1fr 1fr 1fr; margin: .9em 0 1.1em; font-size: .82em; }
.line span { border-top: 1px solid var(--ink); margin-top: 1.5px; padding-top: .3em; color: var(--soft); }
.line span:nth-child(2) { border-top: 4px solid var(--right); margin-top: 0; padding-top: calc(.3em - 1.5px);
  text-align: center; color: var(--right); }
.line span:nth-child(3) { text-align: end; }
section { margin-top: 1.05em; break-inside: avoid; }
h2 { font-size: .82em; font-weight: 400; font-style: italic; color: var(--soft); margin-bottom: .3em; }
.pairs { margin-top: 0; }
.pairs h2 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.pairs table { font-size: 1.12em; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; }
.pairs td + td::before { content: "✗ "; } .pairs td:first-child::before { content: "✓ "; }
th, td { text-align: start; vertical-align: top; padding: .11em 0; padding-inline-end: 1.4em; }
th + th, td + td { border-inline-start: 1px solid var(--right); padding-inline: 1.4em 0; color: var(--soft); }
th { font-size: 1.2em; font-weight: 600; color: var(--right); padding-bottom: .15em; }
th + th { padding-inline-start: 1.17em; font-weight: 400; font-style: italic; color: var(--over); }
.short th + th { color: var(--under); }
tbody + tbody th { padding-top: .6em; }
.side { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 2.2em; }
h3 { font-size: 1.08em; font-weight: 600; line-height: 1.3; margin-bottom: .2em; }
.do { color: var(--right); }
.quote { color: var(--soft); font-style: italic; margin-bottom: .15em; }
.models > div { max-width: 60%; }
.models > .side { max-width: none; }
.models h3 { font-size: .95em; }
.letter { font-size: .95em; margin-bottom: .35em; }
.small { font-size: .8em; color: var(--soft); }
.card { border: 1.5px solid var(--right); border-radius: .3em; padding: .7em 1.1em; font-size: 1.35em;
  line-height: 1.35; text-align: center; text-wrap: balance; }
.card h2 { font-size: .82em; }
section.card { border: 0; padding: 0; font-size: 1em; text-align: start; }
.closing p { font-style: italic; }
.figures > div { columns: 2; column-gap: 2.2em; border-top: 1px solid var(--hair); padding-top: .5em; }
.figures p { break-inside: avoid; }
@media (max-width: 40rem) { .side { grid-auto-flow: row; } .closing p { font-style: italic; }
.figures > div { columns: 1; }
  header { display: block; } header p { text-align: start; } }
@page { margin: 13mm; }
@media print {
  :root { --ink: #000; --paper: #fff; --soft: #4a463f; --hair: #bbb3a3; --right: #1d5a41; --over: #96400d;
    --under: #24507f; color-scheme: light; }
  body { font-size: 9.2pt; line-height: 1.36; }
  main { max-width: none; margin: 0; padding: 0; min-height: 98vh; display: flex; flex-direction: column; }
  main:has(.figures) section + section { margin-top: auto; padding-top: 1.05em; }
}
"""
