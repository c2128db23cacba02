import axe from 'axe-core'
import i18next from 'i18next'
import { createRoot, type Root } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { listenToKeys } from '../../../renderer/app/keys'
import { feature as codebook } from '../../../renderer/features/codebook'
import { currentDictionary, feature as indicators } from '../../../renderer/features/indicators'
import { activeReader, feature as reader, readerStore } from '../../../renderer/features/reader'
import { feature as statements } from '../../../renderer/features/statements'
import {
  annotationsOf,
  listCodes,
  reviewStatements,
  type Session,
  SessionProvider,
  saveIndicator,
} from '../../../renderer/storage'
import { allCommands, registerCommands, type ViewParams } from '../../../renderer/workbench'
import '../../../renderer/ui/theme.css'
import { opened, TEXT } from '../../renderer/storage/fixture'
import { markedIn } from './marked'
import { painted, RESOURCES } from './surface'

const Reader = reader.views[0]?.component
const Statements = statements.views[0]?.component
const Codebook = codebook.views[0]?.component
const Form = statements.overlays?.[0]
const Keeper = indicators.overlays?.[0]

let session: Session
let hash: string
let report: string
let root: Root
const ended: (() => void)[] = []

beforeAll(() => i18next.use(initReactI18next).init({ lng: 'en', resources: RESOURCES, initAsync: false }))

beforeEach(async () => {
  ;({ session, hash, report } = await opened())
  document.documentElement.dataset.theme = 'light'
  ended.push(registerCommands([reader, codebook, statements].flatMap((feature) => feature.commands)))
  ended.push(listenToKeys(window))
})

afterEach(async () => {
  root.unmount()
  await painted()
  session.close()
  for (const end of ended.splice(0)) end()
  readerStore.setState({ popup: null, respanning: null, statement: null, lastCode: null })
})

/** Shows reader, codebook and review side by side, as the window does. */
async function show(params: ViewParams = {}): Promise<void> {
  if (!Reader || !Statements || !Codebook || !Form || !Keeper) throw new Error('a view is missing')
  const frame = document.createElement('div')
  frame.style.cssText = 'display:grid;grid-template-columns:200px 500px 300px;height:500px'
  document.body.append(frame)
  ended.push(() => frame.remove())
  root = createRoot(frame)
  const props = { viewKey: '', params: {}, visible: true }
  root.render(
    <SessionProvider session={session}>
      <Codebook {...props} />
      <Reader viewKey={hash} params={params} visible />
      <Statements {...props} />
      <Form />
      <Keeper />
    </SessionProvider>,
  )
  await until(() => expect(activeReader()?.statements.length).toBe(3))
  // What stands around the text comes once that has been seen.
  await until(() => expect(document.querySelector('.db-review-list')).not.toBeNull())
  activeReader()?.view.focus()
}

function select(quote: string): void {
  const start = TEXT.indexOf(quote)
  activeReader()?.view.dispatch({ selection: { anchor: start, head: start + quote.length } })
}

/** Waits for what a live query brings; the limit is only there to end a failing test. */
const until = <T,>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 12_000, interval: 20 })

const stored = async () =>
  (await annotationsOf(session.db, hash)).map(({ anchor, codes, memo }) => ({ quote: anchor.quote, codes, memo }))
const codeNames = async () => (await listCodes(session.db)).map(({ name, key }) => `${name} ${key}`)
const press = (keys: string) => userEvent.keyboard(keys)
const text = (selector: string) => [...document.querySelectorAll(selector)].map((element) => element.textContent)

describe('coding by keys', () => {
  it('offers to make the first code, highlights with it, and takes both back', async () => {
    await show()
    select('160亿元')
    await press('1')
    await press('目标{Enter}')
    await until(async () => expect(await stored()).toMatchObject([{ quote: '160亿元' }]))
    expect(await codeNames()).toEqual(['目标 1'])
    await until(() => expect(markedIn(document.body).join('')).toBe('160亿元'))
    await session.undo()
    await until(() => expect(markedIn(document.body)).toEqual([]))
    expect(await codeNames()).toEqual(['目标 1'])
  })

  it('adds a second code to the same passage, repeats the last, and deletes at the caret', async () => {
    await show()
    select('160亿元')
    await press('1')
    await press('甲{Enter}')
    await until(() => expect(markedIn(document.body).join('')).toBe('160亿元'))
    await press('2')
    await press('乙{Enter}')
    await until(async () => expect((await stored())[0]?.codes).toHaveLength(2))
    await until(() => expect(document.querySelectorAll('.db-stripe')).toHaveLength(2))
    select('增长8%')
    await press('.')
    await until(async () => expect(await stored()).toHaveLength(2))
    const codes = await listCodes(session.db)
    expect((await stored())[1]).toMatchObject({ quote: '增长8%', codes: [codes[1]?.id] })
    await until(() => expect(activeReader()?.annotations).toHaveLength(2))
    await press('{Delete}')
    await until(async () => expect((await stored()).map(({ quote }) => quote)).toEqual(['160亿元']))
  })

  it('gives keys in quick succession to one passage, and the next selection to none of them', async () => {
    await show()
    await userEvent.click(document.querySelector('.db-codebook-empty .ant-btn') as HTMLElement)
    await until(() => expect(activeReader()?.codes.length).toBeGreaterThan(5))
    activeReader()?.view.focus()
    select('增长8%')
    await press('124')
    await until(async () => expect((await stored())[0]?.codes).toHaveLength(3))
    select('停车场')
    await press('1')
    await until(async () => expect((await stored()).map(({ quote }) => quote)).toEqual(['增长8%', '停车场']))
  })

  it('takes a memo, and a new span for an annotation', async () => {
    await show()
    select('固定资产投资')
    await press('m')
    await press('口径待查{Control>}{Enter}{/Control}')
    await until(async () => expect(await stored()).toEqual([{ quote: '固定资产投资', codes: [], memo: '口径待查' }]))
    await until(() => expect(activeReader()?.annotations).toHaveLength(1))
    await press('{Enter}')
    await until(() => expect(text('.db-card-memo')).toEqual(['口径待查']))
    await userEvent.click(document.querySelectorAll<HTMLElement>('.db-card .db-popup-actions button')[1] as HTMLElement)
    await press('{Shift>}{ArrowRight}{ArrowRight}{/Shift}{Enter}')
    await until(async () => expect(await stored()).toMatchObject([{ quote: '固定资产投资增长', memo: '口径待查' }]))
  })

  it('goes through annotations that lie over each other by Tab', async () => {
    await show()
    select('固定资产投资增长')
    await press('c')
    await press('外{Enter}')
    await until(() => expect(activeReader()?.annotations).toHaveLength(1))
    select('资产')
    await press('c')
    await press('内{Enter}')
    await until(() => expect(activeReader()?.annotations).toHaveLength(2))
    await press('{Tab}')
    await until(() => expect(text('.db-card .db-chip')).toEqual(['内']))
    await press('{Tab}')
    await until(() => expect(text('.db-card .db-chip')).toEqual(['外']))
    await press('{Escape}')
    await until(() => expect(document.querySelector('.db-card')).toBeNull())
  })

  it('applies a code by a click in the codebook', async () => {
    await show()
    await userEvent.click(document.querySelector('.db-codebook-empty .ant-btn') as HTMLElement)
    await until(() => expect(document.querySelectorAll('.db-code-line').length).toBeGreaterThan(5))
    expect((await session.db.journalMirror.toArray()).length).toBe(2)
    select('停车场')
    await userEvent.click(document.querySelector('.db-code-line') as HTMLElement)
    await until(async () => expect(await stored()).toMatchObject([{ quote: '停车场' }]))
    await until(() => expect(text('.db-code-line small')[0]).toBe('1'))
  })
})

describe('review by keys', () => {
  const statuses = async () =>
    (await reviewStatements(session.db, report)).map(({ quantity, status }) => `${quantity} ${status}`)

  it('accepts and goes on, rejects, and takes it back', async () => {
    await show()
    await press('j')
    await until(() => expect(text('.db-part-quantity')).toEqual(['160亿元']))
    await press('a')
    await until(() => expect(text('.db-part-quantity')).toEqual(['8%']))
    await press('r')
    await until(() => expect(text('.db-part-quantity')).toEqual(['10%']))
    // The list moves on at once; the disk follows.
    await until(async () => expect(await statuses()).toEqual(['160亿元 accepted', '8% rejected', '10% suggested']))
    await press('k')
    await until(() => expect(text('.db-part-quantity')).toEqual(['8%']))
    await press('u')
    await until(async () => expect((await statuses())[1]).toBe('8% suggested'))
    await until(() => expect(text('.db-review-progress span')).toEqual(['1 of 3 reviewed']))
  })

  it('edits in the form, says what is wrong, and saves by Enter', async () => {
    await show({ report, start: null, end: null, statement: '11:160亿元:地区生产总值' })
    const key = (await reviewStatements(session.db, report))[0]?.key ?? ''
    readerStore.setState({ statement: { report, key } })
    await press('e')
    await until(() => expect(document.activeElement?.getAttribute('name')).toBe('value'))
    await press('x{Enter}')
    await until(() => expect(text('.db-form [role=alert]')).toEqual(['Enter a number.']))
    await press('{Control>}a{/Control}161{Enter}')
    await until(async () => {
      const [first] = await reviewStatements(session.db, report)
      expect(first).toMatchObject({ value: 161, status: 'edited', quantity: '160亿元' })
    })
    expect(document.querySelector('.db-form')).toBeNull()
  })

  it('saves by Enter from a closed list, and gives the focus back to where the keys were', async () => {
    await show()
    const list = document.querySelector<HTMLElement>('.db-review-list')
    list?.focus()
    await press('j')
    await until(() => expect(text('.db-part-quantity')).toEqual(['160亿元']))
    await press('i')
    await until(() => expect(document.activeElement?.getAttribute('role')).toBe('combobox'))
    await press('retail{Enter}')
    await until(() => expect(text('.db-form-select')[0]).toContain('Retail sales'))
    await press('{Enter}')
    await until(async () => {
      const [first] = await reviewStatements(session.db, report)
      expect(first).toMatchObject({ canonical: 'retail_sales', status: 'edited' })
    })
    expect(document.querySelector('.db-form')).toBeNull()
    expect(document.activeElement).toBe(list)
  })

  it('never covers the number that the form is about', async () => {
    await show()
    await press('j')
    await until(() => expect(text('.db-part-quantity')).toEqual(['160亿元']))
    await press('e')
    await until(() => {
      const form = document.querySelector('.db-popup')?.getBoundingClientRect()
      const number = document.querySelector('.db-part-quantity')?.getBoundingClientRect()
      expect(form && number && (number.bottom <= form.top || form.bottom <= number.top)).toBe(true)
    })
    await press('{Escape}')
  })

  it('tags a number that the engine left out', async () => {
    await show()
    select('5个')
    await press('t')
    await until(async () => {
      const found = (await reviewStatements(session.db, report)).find(({ quantity }) => quantity === '5个')
      expect(found).toMatchObject({ value: 5, unit: '个', status: 'accepted', rule: 'user' })
    })
    await until(() => expect(text('.db-part-quantity')).toEqual(['5个']))
  })

  it('names a tagged number by the user’s indicators', async () => {
    const own = { id: 'u_parking', name: '停车场数', english: 'Car parks', aliases: ['新增停车场'], excluded: [] }
    const known = { ...own, units: ['count' as const], direction: 'up' as const, category: 'economy', warnings: [] }
    await saveIndicator(session, known)
    await show()
    await until(() => expect(currentDictionary().byId('u_parking')).not.toBeNull())
    select('5个')
    await press('t')
    await until(async () => {
      const found = (await reviewStatements(session.db, report)).find(({ quantity }) => quantity === '5个')
      expect(found).toMatchObject({ canonical: 'u_parking', status: 'accepted' })
    })
  })

  it('turns a result into a target by one key, and shows what was read of it', async () => {
    await show()
    await press('j')
    await until(() => expect(text('.db-details-value')).toEqual(['160\u2009亿元']))
    expect(text('.db-details .db-role')).toEqual(['Result'])
    await press('o')
    await until(() => expect(text('.db-details .db-role')).toEqual(['Target']))
    await until(async () => expect((await statuses())[0]).toBe('160亿元 edited'))
    await press('i')
    await until(() => expect(document.activeElement?.closest('.db-form-select')?.textContent).toContain('Indicator'))
    await press('{Escape}')
  })

  it('accepts a section as one step', async () => {
    await show()
    await press('j')
    await until(() => expect(text('.db-part-quantity')).toEqual(['160亿元']))
    await press('{Shift>}a{/Shift}')
    await until(async () =>
      expect((await statuses()).filter((one) => one.endsWith('accepted')).length).toBeGreaterThan(1),
    )
    await session.undo()
    expect((await statuses()).every((one) => one.endsWith('suggested'))).toBe(true)
  })

  it('opens the statement that is there instead of a second one', async () => {
    await show()
    select('8%')
    await press('t')
    await until(() => expect(document.querySelector('.db-form')?.getAttribute('aria-label')).toBe('Edit statement'))
    await press('{Escape}')
    await until(() => expect(document.querySelector('.db-form')).toBeNull())
  })
})

describe('the reader', () => {
  it('goes where its parameters point', async () => {
    const start = TEXT.indexOf('固定')
    await show({ report, start, end: start + 6, statement: null })
    await until(() => expect(text('.db-target-span')).toEqual(['固定资产投资']))
    expect(activeReader()?.view.hasFocus).toBe(true)
  })

  it.each(['light', 'dark'])('has no faults that axe finds, in %s', async (theme) => {
    await show()
    document.documentElement.dataset.theme = theme
    document.body.style.background = 'var(--db-surface)'
    await userEvent.click(document.querySelector('.db-codebook-empty .ant-btn') as HTMLElement)
    await until(() => expect(document.querySelectorAll('.db-code-line').length).toBeGreaterThan(5))
    activeReader()?.view.focus()
    select('固定资产投资')
    await press('12')
    await until(() => expect(activeReader()?.annotations[0]?.codes).toHaveLength(2))
    await until(async () => expect(await stored()).toHaveLength(1))
    await press('{Enter}j')
    await until(() => expect(document.querySelector('.db-card')).not.toBeNull())
    const { violations } = await axe.run(document.body, {
      runOnly: ['wcag2a', 'wcag2aa'],
      rules: { 'html-has-lang': { enabled: false }, 'document-title': { enabled: false } },
    })
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message}`)}`),
    ).toEqual([])
  })

  it('has a translated name for every command', () => {
    const missing = allCommands().filter(({ titleKey }) => !i18next.exists(titleKey))
    expect(missing.map(({ id }) => id)).toEqual([])
  })
})
