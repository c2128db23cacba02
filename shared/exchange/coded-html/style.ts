/** The looks: calm, for both colour schemes and for paper. Target amber and result teal as everywhere. */
export const STYLE = `
:root { color-scheme: light dark; --ground: #ffffff; --words: #1f2933; --quiet: #5b6672; --line: #d5dbe2; --link: #1d4e89;
  --target: #a15c00; --actual: #0f766e; }
@media (prefers-color-scheme: dark) { :root { --ground: #16191d; --words: #dfe4ea; --quiet: #9aa5b1; --line: #353c45;
  --link: #8ab4e8; --target: #f0a93b; --actual: #4fc3b4; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--words);
  font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main, header, footer { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; } footer { padding: 2rem 1.25rem; color: var(--quiet); font-size: 13px; }
h1 { font-size: 1.5rem; line-height: 1.35; margin: 0 0 .5rem; } h2 { font-size: 1.1rem; margin: 2.5rem 0 .75rem; }
a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
.quiet { color: var(--quiet); font-size: 13px; margin: .25rem 0; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 2.1; font-size: 17px;
  font-family: "Noto Serif CJK SC", "Songti SC", SimSun, serif; border-top: 1px solid var(--line); margin-top: 1.25rem; padding-top: 1.5rem; }
.mark { -webkit-box-decoration-break: clone; box-decoration-break: clone; border-radius: 2px; color: inherit; }
.target, .actual { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 5px; }
.target { text-decoration-color: var(--target); } .actual { text-decoration-color: var(--actual); }
.suggested { text-decoration-style: dotted; }
sup { line-height: 0; font-size: 11px; } sup a { padding: 0 1px; }
ul, ol { padding: 0; margin: 0; list-style: none; }
.codes li { margin: .4rem 0; } .chip { display: inline-block; width: .9em; height: .9em; border-radius: 3px; vertical-align: -1px;
  margin-right: .5em; }
.notes li { margin: .75rem 0; padding-left: 2.25rem; position: relative; } .notes .number { position: absolute; left: 0; }
blockquote { margin: 0 0 .25rem; padding-left: .75rem; border-left: 3px solid var(--line); }
.memo { white-space: pre-wrap; }
table { border-collapse: collapse; width: 100%; font-size: 13px; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid var(--line); }
th { color: var(--quiet); font-weight: 500; white-space: nowrap; } td:nth-child(-n+2) { white-space: nowrap; }
:target { outline: 2px solid var(--link); outline-offset: 2px; }
@media print { :root { --ground: #fff; --words: #000; --quiet: #444; --line: #bbb; --link: #000; --target: #a15c00; --actual: #0f766e; }
  body { font-size: 10.5pt; } .text { font-size: 11pt; line-height: 1.9; } main, header, footer { max-width: none; padding: 0; }
  .mark, .chip { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  h2 { break-after: avoid; } li, tr { break-inside: avoid; } .back { display: none; } @page { margin: 18mm 16mm; } }
`

/** How much of a code's colour is its ground: two hexadecimal digits. */
const TINT = '38'
/** Height of a code's line under the words, and the room between two, in pixels. */
const [LINE, STEP] = [2, 3]
/** Lines that are drawn; a passage with more codes tells the others in its title. */
const MOST_LINES = 4

/**
 * The looks of words with some codes: the first one's colour as ground, a line for each underneath where there are
 * several.
 * @param colors `#rrggbb`
 */
export function groundOf(colors: readonly string[]): string {
  const [first] = colors
  if (first === undefined) return ''
  if (colors.length === 1) return `background:${first}${TINT}`
  const lines = colors
    .slice(0, MOST_LINES)
    .map(
      (color, index) => `linear-gradient(${color},${color}) 0 calc(100% - ${index * STEP}px)/100% ${LINE}px no-repeat`,
    )
  const room = Math.min(colors.length, MOST_LINES) * STEP
  return `background:${lines.join(',')},${first}${TINT};padding-bottom:${room}px`
}
