import axe from 'axe-core'
import i18next from 'i18next'
import { createRoot, type Root } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { listenToKeys } from '../../../renderer/app/keys'
import { feature as indicators } from '../../../renderer/features/indicators'
import { activeReader, feature as reader, readerStore, showMatter } from '../../../renderer/features/reader'
import { feature as statements } from '../../../renderer/features/statements'
import { reviewMatters, reviewStatements, type Session, SessionProvider } from '../../../renderer/storage'
import { registerCommands, useNotices, type ViewParams } from '../../../renderer/workbench'
import '../../../renderer/ui/theme.css'
import { opened } from '../../renderer/storage/fixture'
import { MATTERS, withMatters } from '../../renderer/storage/matters/made'
import { painted, RESOURCES } from './surface'

const Reader = reader.views[0]?.component
const Statements = statements.views[0]?.component
const Overlays = [...(statements.overlays ?? []), ...(indicators.overlays ?? [])]

let session: Session
let hash: string
let report: string
let root: Root
const ended: (() => void)[] = []

beforeAll(() => i18next.use(initReactI18next).init({ lng: 'en', resources: RESOURCES, initAsync: false }))

beforeEach(async () => {
  ;({ session, hash, report } = await opened(withMatters))
  document.documentElement.dataset.theme = 'light'
  ended.push(registerCommands([reader, statements].flatMap((feature) => feature.commands)))
  ended.push(listenToKeys(window))
})

afterEach(async () => {
  root.unmount()
  await painted()
  session.close()
  for (const end of ended.splice(0)) end()
  readerStore.setState({ popup: null, statement: null, matter: null })
})

/** Waits for what a live query brings; the limit is only there to end a failing test. */
const until = <T,>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 12_000, interval: 20 })

/** What the user is told, as the window shows it. */
const Said = () => (
  <output data-said>
    {useNotices()
      .map(({ message }) => message.key)
      .join(' ')}
  </output>
)

/** Shows reader and review side by side, as the window does. */
async function show(params: ViewParams = {}): Promise<void> {
  if (!Reader || !Statements) throw new Error('a view is missing')
  const frame = document.createElement('div')
  frame.style.cssText = 'display:grid;grid-template-columns:600px 320px;height:600px'
  document.body.append(frame)
  ended.push(() => frame.remove())
  root = createRoot(frame)
  root.render(
    <SessionProvider session={session}>
      <Reader viewKey={hash} params={params} visible />
      <Statements viewKey="" params={{}} visible />
      <Said />
      {Overlays.map((Overlay) => (
        <Overlay key={Overlay.name} />
      ))}
    </SessionProvider>,
  )
  await until(() => expect(activeReader()?.matters.length).toBe(8))
  // What stands around the text comes once that has been seen.
  await until(() => expect(document.querySelector('.db-review-list')).not.toBeNull())
  activeReader()?.view.focus()
}

function select(words: string): void {
  const start = MATTERS.indexOf(words)
  activeReader()?.view.dispatch({ selection: { anchor: start, head: start + words.length } })
}

const press = (keys: string) => userEvent.keyboard(keys)
const text = (selector: string) => [...document.querySelectorAll(selector)].map((element) => element.textContent)
const review = () => reviewMatters(session.db, report)
const wordsOf = async (status: string) =>
  (await review())
    .filter((one) => one.status === status)
    .map(({ content: { start, end } }) => MATTERS.slice(start, end))
const current = () => text('.db-part-matter').join('')
const rows = () => text('.db-review-row .db-row-name')
const button = (name: RegExp) =>
  [...document.querySelectorAll('button')].find((one) => name.test(one.textContent ?? '')) as HTMLElement

describe('matters in the text', () => {
  it('have a bracket under their words, an item of a list under its heading alone', async () => {
    await show()
    const marked = text('.db-matter').join('|')
    expect(marked).toContain('居民收入增长与经济增长同步')
    expect(marked).toContain('新增停车场')
    expect(marked).not.toContain('新建停车场')
    expect(document.querySelectorAll('.db-matter-settled')).toHaveLength(0)
    expect(document.querySelectorAll('.db-matter-actual, .db-matter-target').length).toBe(
      document.querySelectorAll('.db-matter').length,
    )
  })

  it('are broken until they are accepted, and gone when they are rejected', async () => {
    await show()
    const works = (await review()).find(({ content }) => content.type === 'venture')
    showMatter(works ? { report, key: works.key } : null)
    await until(() => expect(current()).toBe('瀍河新区产业园'))
    await press('a')
    await until(() => expect(text('.db-matter-settled')).toEqual(['瀍河新区产业园']))
    await until(() => expect(current()).toBe('唐寺门立交'))
    await press('r')
    await until(() => expect(text('.db-matter').join('|')).not.toContain('唐寺门立交'))
    expect(await wordsOf('rejected')).toEqual(['唐寺门立交'])
  })

  it('are named at their place by V, and become the current one', async () => {
    await show()
    const at = MATTERS.indexOf('唐寺门立交')
    activeReader()?.view.dispatch({ selection: { anchor: at + 2 } })
    await press('v')
    await until(() => expect(text('.db-lying li').join('')).toContain('唐寺门立交'))
    expect(readerStore.getState().matter?.key).toMatch(/^venture:/)
  })

  it('are gone to by the parameters of the reader', async () => {
    const works = (await review()).find(({ content }) => content.type === 'claim')
    const { start = 0, end = 0 } = works?.content ?? {}
    await show({ report, start, end, matter: works?.key ?? '' })
    await until(() => expect(current()).toBe(MATTERS.slice(start, end)))
    expect(readerStore.getState()).toMatchObject({ statement: null, matter: { report, key: works?.key } })
  })
})

describe('the review of both', () => {
  it('lists statements and matters in the order of the text and steps through both', async () => {
    await show()
    const all = rows()
    expect(all.length).toBe((await reviewStatements(session.db, report)).length + 8)
    document.querySelector<HTMLElement>('.db-review-list')?.focus()
    const seen: string[] = []
    for (const _ of all) {
      await press('j')
      await until(() => {
        const name = document.querySelector('[aria-selected=true] .db-row-name')?.textContent ?? ''
        expect(document.querySelector('[aria-selected=true]')?.id).toBe(`db-review-row-${seen.length}`)
        seen.push(name)
      })
    }
    expect(seen).toEqual(all)
  })

  it('filters by type, with how many there are', async () => {
    await show()
    await userEvent.click(button(/^Venture 2$/))
    await until(() => expect(rows()).toHaveLength(2))
    expect(text('.db-review-progress span')).toEqual(['0 of 2 reviewed'])
    await userEvent.click(button(/^All \d+$/))
    await until(() => expect(rows().length).toBeGreaterThan(8))
  })

  it('goes through the types by a key', async () => {
    await show()
    const pressed = () => text('.db-filter-type [aria-pressed=true]').join()
    const names = text('.db-filter-type button')
    for (const name of [...names.slice(1), names[0]]) {
      await press('{Shift>}F{/Shift}')
      await until(() => expect(pressed()).toBe(name))
    }
  })

  it('takes the word on a matter back, and switches its role', async () => {
    await show()
    const claim = (await review()).find(({ content }) => content.type === 'claim')
    showMatter({ report, key: claim?.key ?? '' })
    await press('o')
    const role = claim?.content.role === 'target' ? 'actual' : 'target'
    await until(async () => expect((await review()).find(({ key }) => key === claim?.key)?.content.role).toBe(role))
    await press('u')
    await until(async () => expect((await review()).find(({ key }) => key === claim?.key)?.status).toBe('suggested'))
  })

  it('shows a list as a checklist that leads to its items, and an item with its statements', async () => {
    await show()
    const list = (await review()).find(({ content }) => content.type === 'list')
    showMatter({ report, key: list?.key ?? '' })
    await until(() => expect(text('.db-belonging li')).toHaveLength(2))
    await userEvent.click(document.querySelector('.db-belonging button') as HTMLElement)
    await until(() => expect(readerStore.getState().matter?.key).toMatch(/^list_item:/))
    await until(() => expect(text('.db-belonging li').join('')).toMatch(/5\s个/))
    await userEvent.click(document.querySelector('.db-belonging button') as HTMLElement)
    await until(() => expect(readerStore.getState()).toMatchObject({ matter: null, statement: { report } }))
  })

  it('edits in the form of the type, says what is wrong at its field, saves by Enter and leaves by Escape', async () => {
    await show()
    const rank = (await review()).find(({ content }) => content.type === 'rank')
    const key = rank?.key ?? ''
    showMatter({ report, key })
    await press('e')
    await until(() => expect(document.activeElement?.getAttribute('name')).toBe('indicator'))
    const position = document.querySelector<HTMLInputElement>('.db-form [name=position]')
    position?.focus()
    await press('{Control>}a{/Control}x{Enter}')
    await until(() => expect(text('.db-form [role=alert]')).toEqual(['Enter a whole number above 0.']))
    await press('{Control>}a{/Control}3{Enter}')
    await until(async () =>
      expect((await review()).find((one) => one.key === key)).toMatchObject({
        status: 'edited',
        content: { position: 3 },
      }),
    )
    expect(document.querySelector('.db-form')).toBeNull()
    await press('e')
    await until(() => expect(document.querySelector('.db-form')).not.toBeNull())
    await press('{Escape}')
    await until(() => expect(document.querySelector('.db-form')).toBeNull())
  })

  it.each(['relative_target', 'rank', 'claim', 'list', 'list_item', 'venture'])(
    'has an accessible form for a %s',
    async (type) => {
      await show()
      const one = (await review()).find(({ content }) => content.type === type)
      showMatter({ report, key: one?.key ?? '' })
      await press('e')
      await until(() => expect(document.querySelector('.db-form')).not.toBeNull())
      // Colours of antd's own parts come with the window's theme, which is not here.
      const rules = { region: { enabled: false }, 'color-contrast': { enabled: false } }
      const { violations } = await axe.run('.db-form, .db-review', { rules })
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([])
      await press('{Escape}')
    },
  )
})

describe('adding by selection', () => {
  it('asks for a selection where there is none', async () => {
    await show()
    await press('g')
    await until(() => expect(text('[data-said]').join()).toContain('matters.review.add.selectFirst'))
    expect(text('.db-type-list')).toEqual([])
  })

  it('adds selected words as the type whose key is pressed, or opens the form', async () => {
    await show()
    select('老旧小区40个')
    await press('g')
    await until(() => expect(text('.db-type-list li')).toHaveLength(6))
    await press('6')
    await until(() => expect(document.activeElement?.getAttribute('name')).toBe('name'))
    await press('{Control>}a{/Control}老旧小区改造{Enter}')
    await until(async () =>
      expect((await review()).filter(({ content }) => content.rule === 'user')).toMatchObject([
        { status: 'accepted', content: { type: 'venture', name: '老旧小区改造' } },
      ]),
    )
    await until(() => expect(current()).toBe('老旧小区40个'))
  })

  it('opens the form of the matter that is there already, and asks again by arrows and Enter', async () => {
    await show()
    select('唐寺门立交')
    await press('g')
    await until(() => expect(document.activeElement?.textContent).toContain('Relative target'))
    await press('{ArrowUp}{Enter}')
    await until(() => expect(text('.db-form-title').join('')).toContain('Edit matter'))
    expect(readerStore.getState().matter?.key).toMatch(/^venture:/)
    await press('{Escape}')
    expect(await review()).toHaveLength(8)
  })

  it('is left by Escape, with the keys back in the text', async () => {
    await show()
    select('唐寺门立交')
    await press('g')
    await until(() => expect(text('.db-type-list li')).toHaveLength(6))
    await press('{Escape}')
    await until(() => expect(text('.db-type-list')).toEqual([]))
    expect(activeReader()?.view.hasFocus).toBe(true)
    await press('g')
    await until(() => expect(text('.db-type-list li')).toHaveLength(6))
    await press('{Escape}')
  })
})
