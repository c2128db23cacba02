import axe from 'axe-core'
import i18next from 'i18next'
import { createRoot, type Root } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { listenToKeys } from '../../../renderer/app/keys'
import { changeSettings, preferences } from '../../../renderer/bridge'
import { activeReader, feature, readerStore } from '../../../renderer/features/reader'
import { addAnnotation, addCode, type Session, SessionProvider } from '../../../renderer/storage'
import { registerCommands } from '../../../renderer/workbench'
import '../../../renderer/ui/base.css'
import '../../../renderer/ui/theme.css'
import { Settings } from '../../../shared/ipc/settings'
import { CODE_COLORS } from '../../../shared/model/code'
import { makeAnchor } from '../../../shared/text/anchor'
import { fakeMain } from '../../renderer/app/harness'
import { opened, TEXT } from '../../renderer/storage/fixture'
import { painted, RESOURCES } from './surface'

const Reader = feature.views[0]?.component
const Outline = feature.views[1]?.component

let session: Session
let hash: string
let report: string
let root: Root
const ended: (() => void)[] = []

beforeAll(() => i18next.use(initReactI18next).init({ lng: 'en', resources: RESOURCES, initAsync: false }))

beforeEach(async () => {
  await page.viewport(1200, 700)
  fakeMain({ 'settings:write': (settings) => ({ ok: true, value: settings }) })
  await changeSettings(Settings.parse({}))
  localStorage.clear()
  ;({ session, hash, report } = await opened())
  document.documentElement.dataset.theme = 'light'
  document.documentElement.lang = 'en'
  document.title = 'reader'
  ended.push(registerCommands(feature.commands), listenToKeys(window))
})

afterEach(async () => {
  root.unmount()
  await painted()
  session.close()
  for (const end of ended.splice(0)) end()
  readerStore.setState({ popup: null, respanning: null, statement: null, lastCode: null })
})

const until = <T,>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 12_000, interval: 20 })
const press = (keys: string) => userEvent.keyboard(keys)
const find = (selector: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(selector)
  if (!element) throw new Error(`no ${selector}`)
  return element
}
const texts = (selector: string) => [...document.querySelectorAll(selector)].map((element) => element.textContent)

/** The reader with its outline, with these passages coded, a code for each. */
async function show(coded: readonly (readonly [string, ...string[]])[] = [], width = 700): Promise<void> {
  const ids = new Map<string, string>()
  for (const name of new Set(coded.flatMap(([, ...names]) => names))) {
    ids.set(name, (await addCode(session, { name, parent: null, color: CODE_COLORS[ids.size] ?? '#0072b2' })).id)
  }
  for (const [quote, ...names] of coded) {
    const start = TEXT.indexOf(quote)
    await addAnnotation(session, {
      source: hash,
      reading: `${hash}:1`,
      report,
      anchor: makeAnchor(TEXT, start, start + quote.length),
      codes: names.map((name) => ids.get(name) ?? ''),
      memo: '',
    })
  }
  if (!Reader || !Outline) throw new Error('a view is missing')
  const frame = document.createElement('div')
  frame.style.cssText = `display:grid;grid-template-columns:240px ${width}px;height:500px;background:var(--db-surface);color:var(--db-text)`
  document.body.append(frame)
  ended.push(() => frame.remove())
  root = createRoot(frame)
  root.render(
    <SessionProvider session={session}>
      <Outline viewKey="" params={{}} visible />
      <Reader viewKey={hash} params={{}} visible />
    </SessionProvider>,
  )
  await until(() => expect(activeReader()?.statements.length).toBe(3))
  await until(() => expect(activeReader()?.annotations.length).toBe(coded.length))
  // What stands around the text comes once that has been seen.
  await until(() => expect(document.querySelector('.db-overview')).not.toBeNull())
  activeReader()?.view.focus()
}

describe('the code columns', () => {
  it('stand behind the text, one for each code, the most used first, and go where they are pressed', async () => {
    await show([
      ['160亿元', '甲'],
      ['固定资产投资', '乙', '甲'],
    ])
    await until(() => expect(document.querySelectorAll('.db-stripe-code')).toHaveLength(3))
    expect(texts('.db-head-name')).toEqual(['甲 · 2', '乙 · 1'])
    const text = find('.cm-line').getBoundingClientRect()
    const stripes = [...document.querySelectorAll<HTMLElement>('.db-stripe-code')]
    for (const stripe of stripes) expect(stripe.getBoundingClientRect().right).toBeLessThanOrEqual(text.right)
    const leftOf = (one: Element) => Math.round(one.getBoundingClientRect().left)
    await until(() => {
      const lefts = new Set([...document.querySelectorAll('.db-stripe-code')].map(leftOf))
      expect([...lefts].sort((a, b) => a - b)).toEqual([...document.querySelectorAll('.db-head')].map(leftOf))
    })
    await userEvent.click(document.querySelectorAll<HTMLElement>('.db-head')[1] as HTMLElement)
    await until(() => expect(texts('.db-target-span').join('')).toBe('固定资产投资'))
  })

  it('light up together under the pointer, and open the card of what is pressed', async () => {
    await show([
      ['160亿元', '甲'],
      ['固定资产投资', '乙'],
    ])
    await until(() => expect(document.querySelectorAll('.db-stripe-code')).toHaveLength(2))
    await userEvent.hover(find('.db-head'))
    await until(() => expect(document.querySelectorAll('.db-stripe-lit')).toHaveLength(1))
    expect(document.querySelectorAll('.db-stripe-dull')).toHaveLength(1)
    // Not by its place: the heads may lie over the first line.
    find('.db-stripe-code').dispatchEvent(new MouseEvent('mousedown', { bubbles: true }))
    await until(() => expect(texts('.db-card .db-chip')).toEqual(['甲']))
  })

  it('give way to narrow stripes by a key', async () => {
    await show([['160亿元', '甲']])
    await until(() => expect(document.querySelector('.db-stripe-code')).not.toBeNull())
    await press('{Control>}{Alt>}k{/Alt}{/Control}')
    await until(() => expect(document.querySelector('.db-stripe-narrow')).not.toBeNull())
    expect(document.querySelector('.db-heads')).toBeNull()
    expect(preferences().settings.readingStripes).toBe('overlaps')
  })
})

describe('the overview', () => {
  it('shows the marks of the text in their colours and goes where it is pressed', async () => {
    await show([['160亿元', '甲']])
    const canvas = find('.db-overview > canvas') as HTMLCanvasElement
    const painted = () => {
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      const colors = new Set<string>()
      for (let i = 0; i < data.length; i += 4)
        if (data[i + 3] === 255) colors.add(`${data[i]},${data[i + 1]},${data[i + 2]}`)
      return colors
    }
    // #0072b2 of the code, and the amber or teal of statements.
    await until(() => expect([...painted()].some((color) => color === '0,114,178')).toBe(true))
    // Statements may come after the annotations.
    await until(() => expect(painted().size).toBeGreaterThan(1))
    expect(find('.db-overview').getAttribute('aria-label')).toContain('1 annotations, 3 statements')
  })
})

describe('what lies here', () => {
  it('is listed and gone through by v; a statement becomes the current one, Enter opens a card', async () => {
    await show([
      ['地区生产总值160亿元', '甲'],
      ['160亿元', '乙'],
    ])
    activeReader()?.view.dispatch({ selection: { anchor: TEXT.indexOf('160亿元') + 2 } })
    await press('v')
    await until(() => expect(document.querySelectorAll('.db-lying > li')).toHaveLength(3))
    const current = () => texts('.db-lying > li[aria-current]').join('')
    expect(current()).toContain('乙')
    await press('v')
    await until(() => expect(current()).toContain('甲'))
    await press('v')
    await until(() => expect(current()).toContain('160'))
    expect(readerStore.getState().statement?.report).toBe(report)
    await press('v{Enter}')
    await until(() => expect(texts('.db-card .db-chip')).toEqual(['乙']))
  })
})

describe('find', () => {
  const count = () => texts('.db-find-count').join('')

  it('comes back by Escape to where it was opened, while one has only typed', async () => {
    await show()
    activeReader()?.view.dispatch({ selection: { anchor: 3 } })
    await press('{Control>}f{/Control}')
    await press('增长')
    await until(() => expect(count()).toMatch(/^1 /))
    await press('{Escape}')
    await until(() => expect(document.querySelector('.db-find')).toBeNull())
    expect(activeReader()?.view.state.selection.main.head).toBe(3)
    expect(activeReader()?.view.hasFocus).toBe(true)
  })

  it('marks all hits, steps through them, and stays by Escape at the one stepped to', async () => {
    await show()
    activeReader()?.view.dispatch({ selection: { anchor: 3 } })
    await press('{Control>}f{/Control}')
    await press('增长')
    const all = TEXT.split('增长').length - 1
    await until(() => expect(count()).toBe(`1 / ${all}`))
    expect(document.querySelectorAll('.db-hit').length).toBeGreaterThanOrEqual(all)
    await press('{Enter}')
    await until(() => expect(count()).toBe(`2 / ${all}`))
    await press('{Shift>}{Enter}{/Shift}')
    await until(() => expect(count()).toBe(`1 / ${all}`))
    await press('{Escape}')
    await until(() => expect(document.querySelector('.db-find')).toBeNull())
    expect(document.querySelectorAll('.db-hit')).toHaveLength(0)
    const { from, to } = activeReader()?.view.state.selection.main ?? { from: 0, to: 0 }
    expect(TEXT.slice(from, to)).toBe('增长')
    expect(activeReader()?.view.hasFocus).toBe(true)
    await press('{F3}')
    await until(() => expect(count()).toMatch(new RegExp(`^\\d / ${all}$`)))
  })

  it('takes an expression, says where it is none, and brings back what was looked for', async () => {
    await show()
    activeReader()?.view.dispatch({ selection: { anchor: 0 } })
    await press('{Control>}f{/Control}')
    await press('增长{Enter}')
    await press('{Alt>}r{/Alt}')
    await userEvent.fill(find('.db-find-input'), '增长\\d+%')
    const all = [...TEXT.matchAll(/增长\d+%/g)].length
    // From the hit that was stepped to, which is the last.
    await until(() => expect(count()).toBe(`${all} / ${all}`))
    await userEvent.fill(find('.db-find-input'), '增长(')
    await until(() => expect(find('.db-find').className).toContain('db-find-none'))
    expect(count()).not.toBe('')
    await press('{ArrowUp}')
    await until(() => expect((find('.db-find-input') as HTMLInputElement).value).toBe('增长'))
  })
})

describe('the outline', () => {
  it('is a tree for arrow keys', async () => {
    await show([['160亿元', '甲']])
    await until(() => expect(document.querySelectorAll('[role=treeitem]').length).toBeGreaterThan(1))
    const items = () => [...document.querySelectorAll<HTMLElement>('[role=treeitem]')]
    const all = items().length
    expect(items().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1)
    items()[0]?.focus()
    await press('{ArrowDown}')
    expect(document.activeElement).toBe(items()[1])
    await press('{Home}{ArrowLeft}')
    await until(() => expect(items()).toHaveLength(1))
    await press('{ArrowRight}')
    await until(() => expect(items()).toHaveLength(all))
  })
})

describe('the type of the text', () => {
  it('is set below its button, and its size by keys', async () => {
    await show()
    await press('{Alt>}={/Alt}')
    await until(() => expect(getComputedStyle(find('.cm-scroller')).fontSize).toBe('18px'))
    await press('{Control>}{Alt>}a{/Alt}{/Control}')
    await until(() => expect(document.activeElement?.getAttribute('role')).toBe('slider'))
    await press('{ArrowLeft}')
    await until(() => expect(getComputedStyle(find('.cm-scroller')).fontSize).toBe('17px'))
    await press('{Escape}')
    await until(() => expect(activeReader()?.view.hasFocus).toBe(true))
  })
})

const GROUNDS = ['theme', 'paper', 'dark', 'contrast'] as const

/** Draws colours over each other and answers the channels of what is seen. */
function seen(...layers: string[]): number[] {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  for (const layer of layers) {
    context.fillStyle = layer
    context.fillRect(0, 0, 1, 1)
  }
  return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)]
}

function contrast(a: number[], b: number[]): number {
  const luminance = (color: number[]) => {
    const [r = 0, g = 0, blue = 0] = color.map((value) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue
  }
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  it.each(GROUNDS)('on the ground %s every code is seen, and text on it can be read', async (ground) => {
    await show()
    document.documentElement.dataset.theme = theme
    await changeSettings({ readingGround: ground })
    await painted()
    const frame = find('.db-reading-frame')
    const surface = getComputedStyle(frame).backgroundColor
    // Opaque itself, or the compositor could not scroll it.
    expect(getComputedStyle(find('.cm-scroller')).backgroundColor).toBe(surface)
    const text = seen(getComputedStyle(frame).color)
    const probe = document.createElement('span')
    frame.append(probe)
    for (const color of CODE_COLORS) {
      const tint = (inside: string) =>
        `<b class="db-mark" style="--db-bands: color-mix(in srgb, var(--db-code) var(--db-mark-tint), transparent)">${inside}</b>`
      probe.innerHTML = `<b class="db-code-probe"></b>${tint(tint(tint('')))}`
      probe.style.setProperty('--db-code', color)
      const line = getComputedStyle(probe.querySelector('.db-code-probe') as Element).color
      expect(contrast(seen(surface, line), seen(surface)), `line of ${color}`).toBeGreaterThanOrEqual(3)
      const tints = [...probe.querySelectorAll('.db-mark')].map((mark) => getComputedStyle(mark).backgroundColor)
      expect(contrast(text, seen(surface, ...tints)), `text on ${color}`).toBeGreaterThanOrEqual(4.5)
    }
    for (const name of ['db-hit-current', 'db-target-span']) {
      probe.innerHTML = `<b class="${name}"></b>`
      const shade = getComputedStyle(probe.firstElementChild as Element).backgroundColor
      expect(contrast(text, seen(surface, shade)), name).toBeGreaterThanOrEqual(4.5)
    }
    probe.remove()
  })

  it.each(GROUNDS)('axe finds nothing on the ground %s', async (ground) => {
    document.documentElement.dataset.theme = theme
    await changeSettings({ readingGround: ground })
    await show(
      [
        ['160亿元', '甲'],
        ['固定资产投资', '乙', '甲'],
      ],
      900,
    )
    await until(() => expect(document.querySelectorAll('.db-stripe-code')).toHaveLength(3))
    await press('{Control>}f{/Control}')
    await press('增长')
    await until(() => expect(document.querySelector('.db-hit-current')).not.toBeNull())
    const { violations } = await axe.run(document.body, { runOnly: ['wcag2a', 'wcag2aa'] })
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message}`)}`),
    ).toEqual([])
  })
})
