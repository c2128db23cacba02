import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PALETTES } from '../../../renderer/app/theme'

const CSS = readFileSync('renderer/ui/theme.css', 'utf8')

function tokens(selector: string): Map<string, string> {
  const from = CSS.indexOf(`${selector} {`)
  const block = CSS.slice(from, CSS.indexOf('}', from))
  return new Map([...block.matchAll(/--db-([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]))
}

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

/** Text on its ground; AA asks for 4.5. */
const TEXT_PAIRS = [
  ...['ground', 'surface', 'raised', 'hover', 'selected'].flatMap((ground) => [
    ['text', ground],
    ['text-muted', ground],
  ]),
  ...['accent', 'danger', 'warning', 'success', 'target', 'result'].map((text) => [text, 'surface']),
  ['on-accent', 'accent'],
  ['target', 'target-ground'],
  ['result', 'result-ground'],
  ['danger', 'danger-ground'],
]

/** What is no text but has to be seen: lines, stripes, rings (WCAG 1.4.11). */
const SEEN = ['focus', 'border-strong', 'target-mark', 'result-mark']

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const css = tokens(`:root[data-theme="${theme}"]`)
  const color = (name: string) => css.get(name) ?? ''

  it('is the same for antd as in theme.css', () => {
    for (const [name, value] of Object.entries(PALETTES[theme])) expect([name, color(name)]).toEqual([name, value])
  })

  it.each(TEXT_PAIRS)('keeps AA for %s on %s', (text = '', ground = '') => {
    expect(contrast(color(text), color(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(SEEN)('lets %s be seen on the surface (3:1)', (name) => {
    expect(contrast(color(name), color('surface'))).toBeGreaterThanOrEqual(3)
  })
})

const GROUNDS = [
  '[data-ground="paper"]',
  ':root[data-theme="light"] [data-ground="contrast"]',
  ':root[data-theme="dark"] [data-ground="contrast"]',
]

describe.each(GROUNDS)('the ground %s', (selector) => {
  const css = tokens(selector)
  const color = (name: string) => css.get(name) ?? ''
  /** Where most contrast is asked for, text has WCAG AAA. */
  const least = selector.includes('contrast') ? 7 : 4.5

  it('sets every colour of the theme', () => {
    const themed = [...tokens(':root[data-theme="light"]').keys()].filter((name) => name !== 'shadow')
    expect([...css.keys()]).toEqual(expect.arrayContaining(themed))
  })

  it.each(TEXT_PAIRS)('keeps its contrast for %s on %s', (text = '', ground = '') => {
    expect(contrast(color(text), color(ground))).toBeGreaterThanOrEqual(least)
  })

  it.each(['find', 'flash'])('keeps AA for the text on %s', (name) => {
    expect(contrast(color('text'), color(name))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(SEEN)('lets %s be seen on the surface (3:1)', (name) => {
    expect(contrast(color(name), color('surface'))).toBeGreaterThanOrEqual(3)
  })
})
