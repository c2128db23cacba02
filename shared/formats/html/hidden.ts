import { attribute, type Element, elementsOf, hasAttribute, ownText, type Root } from './tree'

/** What a browser never shows as text of the page, and controls, whose content is no text of it. */
const NEVER = new Set(
  (
    'head title script style template noscript noembed noframes iframe frame object embed applet param svg math canvas ' +
    'audio video map select option optgroup datalist textarea input button progress meter rt rp del'
  ).split(' '),
)
const HIDING =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|!|$)|mso-hide\s*:\s*all)/i
/** Noise that Discuz! mixes into posts against copying; the style that hides it lies in a file of its own. */
const NOISE = /(?:^|\s)jammer(?:\s|$)/
const SIMPLE = /^([a-z][a-z0-9]*)?([.#])([\w-]+)$/i

/** Names that style sheets hide: `.hidden`, `#ad`, `p.hidden`. */
export type HidingRules = ReadonlySet<string>

/** The rules of style sheets that hide elements by one class or id. Rules inside @media are for other media or widths. */
export function hidingRules(sheets: readonly string[]): HidingRules {
  const rules = new Set<string>()
  for (const sheet of sheets) {
    for (const [, selectors = '', body = ''] of flat(sheet).matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      if (!/display\s*:\s*none/i.test(body)) continue
      for (const selector of selectors.split(',')) {
        const [, tag = '', sign = '', name = ''] = SIMPLE.exec(selector.trim()) ?? []
        if (name !== '') rules.add(`${tag.toLowerCase()}${sign}${name}`)
      }
    }
  }
  return rules
}

/** A style sheet without comments and without blocks inside blocks. */
function flat(sheet: string): string {
  const text = sheet.replace(/\/\*[\s\S]*?\*\//g, '').replace(/<!--|-->/g, '')
  let depth = 0
  let start = 0
  let from = 0
  let kept = ''
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') depth++
    if (text[at] !== '}' || depth === 0) continue
    depth--
    if (depth > 0) continue
    from = start
    start = at + 1
    const block = text.slice(from, start)
    if (!block.trimStart().startsWith('@')) kept += block
  }
  return kept
}

/** The style sheets inside a page. */
export const sheetsOf = (root: Root): string[] =>
  [...elementsOf(root)].filter(({ tagName }) => tagName === 'style').map(ownText)

/**
 * Whether an element and what is in it is left out of the text.
 * @param rules null for a page whose styles are not believed
 */
export function isHidden(element: Element, rules: HidingRules | null): boolean {
  const { tagName } = element
  if (NEVER.has(tagName) || element.attrs.length === 0 || rules === null) return NEVER.has(tagName)
  if (hasAttribute(element, 'hidden') || HIDING.test(attribute(element, 'style'))) return true
  const classes = attribute(element, 'class')
  if (NOISE.test(classes)) return true
  if (rules.size === 0) return false
  const names = [...classes.split(/\s+/).map((name) => `.${name}`), `#${attribute(element, 'id')}`]
  return names.some((name) => rules.has(name) || rules.has(`${tagName}${name}`))
}
