"""How the reading copy looks: a book to print and write on, dark ink on paper, with a real margin."""

STYLE = """
:root { --ink: #1d1b18; --soft: #57534b; --faint: #6f6a60; --rule: #c9c2b4; --paper: #fdfbf6; --accent: #7a2419; }
* { box-sizing: border-box; }
html { background: #e9e5dc; }
body { margin: 0; color: var(--ink); font: 1.02rem/1.5 "Iowan Old Style", "Palatino Linotype", Palatino, Georgia,
  "Noto Serif", serif; font-variant-numeric: oldstyle-nums; hyphens: auto; text-rendering: optimizeLegibility; }
main { background: var(--paper); max-width: 56rem; margin: 0 auto; padding: 4rem 2.5rem 5rem; }
h1, h2, h3, h4 { font-weight: 600; line-height: 1.2; margin: 0; break-after: avoid; hyphens: manual; }
p { margin: 0; }
.bound { padding-inline: 3.6rem 15.5rem; }
h1 { font-size: 2.3rem; letter-spacing: -.01em; }
h1 + .with { font-style: italic; color: var(--soft); margin-top: .5rem; font-size: 1.1rem; }
.file { font: .78rem/1.4 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; color: var(--soft);
  margin-top: .8rem; overflow-wrap: anywhere; }
.about { margin-top: 2rem; border-top: 2px solid var(--ink); padding-top: 1.1rem; }
.about p + p { margin-top: .7rem; }
.about .label { break-after: avoid; margin: 1.6rem 0 .3rem; font-size: .85rem; font-weight: 600; color: var(--accent);
  font-variant-caps: all-small-caps; letter-spacing: .06em; }
header.bound:has(h1) { padding-inline-end: 3.6rem; }
.contents { list-style: none; padding: 0; margin: 0; font-size: .9rem; columns: 2; column-gap: 2.2rem; }
.contents li { padding: .18rem 0; border-bottom: 1px dotted var(--rule); display: flex; gap: 1rem;
  justify-content: space-between; break-inside: avoid; }
.contents a { color: inherit; text-decoration: none; }
.contents span { color: var(--soft); font-style: italic; text-align: end; }
.part > h2 { font-size: 1.7rem; margin-top: 4rem; padding-bottom: .5rem; border-bottom: 2px solid var(--ink); }
.walk, .meeting { margin-top: 3.2rem; }
.walk > header, .meeting > header { border-bottom: 1px solid var(--ink); padding-bottom: .35rem; break-after: avoid; }
h3 { font-size: 1.35rem; display: inline; }
header .note { font-style: italic; color: var(--soft); margin-inline-start: .6rem; }
.scene, .version { margin-top: 1.9rem; }
.scene > header, .version > header { position: relative; margin-bottom: .55rem; break-after: avoid; }
h4 { font-size: 1.06rem; display: inline; font-variant-caps: small-caps; letter-spacing: .03em; }
.at { position: absolute; inset-inline-start: -3.6rem; width: 2.9rem; text-align: end; color: var(--faint); top: .22em;
  font: .68rem/1.3 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-variant-numeric: lining-nums;
  hyphens: none; }
.block { position: relative; margin-top: .5rem; orphans: 2; widows: 2; }
.text { text-align: start; }
.text + .text, .words + .words { margin-top: .35rem; text-indent: 1.2em; }
.message { margin-top: .8rem; font-weight: 600; font-size: .93rem; break-after: avoid; }
.words { margin-top: .2rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--rule); }
.words + .text, .text + .message { margin-top: .8rem; }
.question { font-style: italic; margin-top: .9rem; }
.options { list-style: none; margin: .9rem 0 .2rem; padding: 0; }
.options li { position: relative; padding-inline-start: 1.6rem; margin-top: .28rem; break-inside: avoid; }
.options li::before { content: "\\25CB"; position: absolute; inset-inline-start: .1rem; }
.options li.taken, .did { font-weight: 600; }
.options li.taken::before { content: "\\25CF"; }
.options .at { inset-inline-start: -3.6rem; font-weight: 400; }
.did { margin-top: .9rem; break-after: avoid; }
.lead { font-variant-caps: small-caps; letter-spacing: .02em; font-weight: 400; color: var(--soft); }
.happens { margin-top: .6rem; padding-inline-start: 1.6rem; }
.because { padding-inline-start: 1.6rem; font-style: italic; }
.verdict { padding-inline-start: 1.6rem; font-size: .86rem; line-height: 1.4; color: var(--soft); margin-top: .3rem; }
.eyes { padding-inline-start: 1.6rem; font-size: .93rem; }
.note.block { font-style: italic; color: var(--soft); }
.again { color: var(--faint); }
aside { float: inline-end; clear: inline-end; width: 13.2rem; margin-inline-end: -15.5rem; font-size: .8rem;
  line-height: 1.38; padding-inline-start: .8rem; border-inline-start: 1px solid var(--rule); color: var(--soft);
  hyphens: auto; margin-bottom: .8rem; }
aside .label { font-size: .74rem; margin: 0; font-weight: 600; color: var(--accent); font-variant-caps: all-small-caps;
  letter-spacing: .06em; }
aside .label ~ .label { margin-top: .45rem; }
ul.beside { list-style: none; margin: 0; padding: 0; }
ul.beside li { padding-inline-start: .8em; text-indent: -.8em; }
.version .options { margin: .6rem 0 0; }
.version .happens { margin-top: .1rem; }
table { border-collapse: collapse; width: calc(100% + 15.5rem); margin-top: 1rem; font-size: .88rem; line-height: 1.4;
  hyphens: manual; }
th { text-align: start; font-weight: 600; font-variant-caps: all-small-caps; letter-spacing: .05em;
  color: var(--accent); padding: .2rem 0; padding-inline-end: .8rem; border-bottom: 1px solid var(--ink); }
td { vertical-align: top; padding: .45rem 0; padding-inline-end: .9rem; border-bottom: 1px solid var(--rule); }
tr { break-inside: avoid; }
td .came { display: block; color: var(--faint); font-size: .92em; }
td .box { display: inline-block; width: .75em; height: .75em; border: 1px solid var(--ink); margin-inline-end: .5em; }
@page { size: A4; margin: 16mm 13mm 20mm; @bottom-center { content: counter(page); font: 8pt Georgia, serif; } }
@media print {
  html, main { background: none; }
  main { max-width: none; padding: 0; }
  body { font-size: 10pt; color: #000; }
  .bound { padding-inline: 11mm 56mm; }
  .at { inset-inline-start: -11mm; width: 9mm; font-size: 6.4pt; }
  .options .at { inset-inline-start: -11mm; }
  aside { width: 49mm; margin-inline-end: -56mm; font-size: 8pt; }
  table { width: calc(100% + 56mm); font-size: 8.8pt; }
  .part > h2, .walk + .walk { break-before: page; }
  .part:last-child > h2 { break-before: auto; margin-top: 3rem; }
  .part > h2 + .walk, .part > h2 + .meeting { margin-top: 1.6rem; }
  .walk, .meeting { margin-top: 0; }
  .meeting { padding-top: 2.2rem; }
  .again { color: #555; }
}
@media screen and (max-width: 50rem) {
  main { padding: 2rem 1.2rem; }
  .bound { padding-inline: 2.6rem 0; }
  .at { inset-inline-start: -2.6rem; width: 2.1rem; } .options .at { inset-inline-start: -2.6rem; }
  aside { float: none; width: auto; margin-inline-end: 0; }
  table { width: 100%; }
}
"""
