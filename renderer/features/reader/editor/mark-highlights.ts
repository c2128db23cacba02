/** Underlines of annotations that lie over each other step down by their depth, and start again after this many. */
export const UNDERLINE_STEPS = 3

/** Distance of the underlines from the base line in CSS pixels, and the share of the colour in the ground, by depth. */
const LOOKS = [
  { offset: 4, tint: 'var(--db-mark-tint)' },
  { offset: 7, tint: 'var(--db-mark-tint-inner)' },
  { offset: 10, tint: 'var(--db-mark-tint-innermost)' },
] as const

/** `#rrggbb`: whatever else a record says is its colour has no place in a style sheet. */
const COLOR = /^#[0-9a-f]{6}$/i

const known = new Map<string, Highlight>()
let sheet: CSSStyleSheet | null = null

/** The sheet for marks, which has a rule for each colour and depth that was drawn. */
function sheetOf(): CSSStyleSheet {
  if (sheet) return sheet
  sheet = new CSSStyleSheet()
  document.adoptedStyleSheets.push(sheet)
  return sheet
}

/** Begins the names of all highlights of marks. */
export const MARK_HIGHLIGHT = 'db-mark'

/**
 * The highlight of the browser for marks of one look. Highlights change neither the elements of a text nor where they
 * stand: a mark that comes is painted, and nothing is laid out for it.
 * @param color `#rrggbb` of the code, null for none
 * @param depth of the mark among those that it overlaps, below `UNDERLINE_STEPS`
 */
export function highlightOf(color: string | null, depth: number): Highlight {
  const sound = color !== null && COLOR.test(color) ? color : null
  const name = `${MARK_HIGHLIGHT}-${depth}-${sound?.slice(1) ?? 'plain'}`
  const made = known.get(name)
  if (made) return made
  const { offset, tint } = LOOKS[depth] ?? LOOKS[0]
  const shade = sound ?? 'var(--db-border-strong)'
  sheetOf().insertRule(`.cm-content::highlight(${name}) {
    background-color: color-mix(in srgb, ${shade} ${tint}, transparent);
    text-decoration: underline 2px oklch(from ${shade} clamp(var(--db-code-least), l, var(--db-code-most)) c h);
    text-decoration-skip-ink: none;
    text-underline-offset: ${offset}px;
  }`)
  const highlight = new Highlight()
  highlight.priority = depth
  CSS.highlights.set(name, highlight)
  known.set(name, highlight)
  return highlight
}
