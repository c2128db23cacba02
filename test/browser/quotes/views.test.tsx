import axe from 'axe-core'
import i18next from 'i18next'
import type { ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { formatLink } from '#shared/coding/links'
import { makeAnchor } from '#shared/text/anchor'
import { listenToKeys } from '../../../renderer/app/keys'
import { feature as memos } from '../../../renderer/features/memos'
import { feature as quotes } from '../../../renderer/features/quotes'
import { addAnnotation, addCode, type Session, SessionProvider, saveMemo } from '../../../renderer/storage'
import { registerCommands } from '../../../renderer/workbench'
import '../../../renderer/ui/base.css'
import '../../../renderer/ui/theme.css'
import { opened, TEXT } from '../../renderer/storage/fixture'
import { painted, RESOURCES } from '../reader/surface'

const Quotes = quotes.views[0]?.component
const Memos = memos.views[0]?.component
const props = { viewKey: '', params: {}, visible: true }

let session: Session
let code: string
let root: Root
const ended: (() => void)[] = []

beforeAll(() => i18next.use(initReactI18next).init({ lng: 'zh-CN', resources: RESOURCES, initAsync: false }))

beforeEach(async () => {
  localStorage.clear()
  const made = await opened()
  session = made.session
  const goals = await addCode(session, { name: '目标' })
  code = goals.id
  for (const [quote, codes, memo] of [
    ['160亿元', [code], '总量'],
    ['增长8%', [], ''],
  ] as const) {
    const start = TEXT.indexOf(quote)
    const anchor = makeAnchor(TEXT, start, start + quote.length)
    const reading = `${made.hash}:1`
    await addAnnotation(session, { source: made.hash, reading, report: made.report, anchor, codes: [...codes], memo })
  }
  ended.push(registerCommands([...quotes.commands, ...memos.commands]), listenToKeys(window))
})

afterEach(async () => {
  root.unmount()
  await painted()
  session.close()
  for (const end of ended.splice(0)) end()
})

function show(view: ReactNode): HTMLElement {
  const frame = document.createElement('main')
  frame.style.cssText = 'width:1280px;height:600px;background:var(--db-surface)'
  document.body.append(frame)
  ended.push(() => frame.remove())
  root = createRoot(frame)
  root.render(<SessionProvider session={session}>{view}</SessionProvider>)
  return frame
}

const until = <T,>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 12_000, interval: 20 })
const texts = (selector: string) => [...document.querySelectorAll(selector)].map((element) => element.textContent)

/** What axe finds that is serious, in both themes. */
async function serious(frame: HTMLElement): Promise<string[]> {
  const found: string[] = []
  for (const theme of ['light', 'dark']) {
    document.documentElement.dataset.theme = theme
    await painted()
    const { violations } = await axe.run(frame, { resultTypes: ['violations'] })
    for (const { id, impact, nodes } of violations)
      if (impact === 'serious' || impact === 'critical') found.push(`${theme} ${id} ${nodes[0]?.html.slice(0, 200)}`)
  }
  return found.filter((line) => !/ant-/.test(line))
}

it('shows quotes that axe finds nothing serious in, expanded too, and expands and folds them by key', async () => {
  if (!Quotes) throw new Error('no view')
  const frame = show(<Quotes {...props} />)
  await until(() => expect(texts('[data-column=text]')).toEqual(['160亿元', '增长8%']))
  document.querySelector<HTMLElement>('[role=grid]')?.focus()
  await userEvent.keyboard(' ')
  await until(() => expect(texts('blockquote')).toEqual(['160亿元']))
  const second = () => document.querySelectorAll('[role=rowgroup] [role=row]')[1]?.getBoundingClientRect().top ?? 0
  const first = () => document.querySelectorAll('[role=rowgroup] [role=row]')[0]?.getBoundingClientRect()
  await until(() => expect(second()).toBeGreaterThanOrEqual((first()?.bottom ?? 0) - 1))
  expect(second() - (first()?.top ?? 0)).toBeGreaterThan(60)
  expect(await serious(frame)).toEqual([])
  await userEvent.keyboard(' ')
  await until(() => expect(Math.round(second() - (first()?.top ?? 0))).toBe(28))
}, 60_000)

it('links a memo by key, and shows memos that axe finds nothing serious in', async () => {
  if (!Memos) throw new Error('no view')
  await saveMemo(session, { type: 'code', id: code }, '定义待定')
  const frame = show(<Memos {...props} params={{ subject: 'project' }} />)
  await until(() => expect(document.querySelector('textarea')).not.toBeNull())
  document.querySelector('textarea')?.focus()
  await until(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'))
  await userEvent.keyboard('见{Control>}{Alt>}l{/Alt}{/Control}目标')
  await until(() => expect(texts('[aria-label="链接到"] [role=option]').length).toBeGreaterThan(0))
  await userEvent.keyboard('{Enter}')
  const link = formatLink({ type: 'code', id: code }, '目标')
  await until(() => expect(document.querySelector('textarea')?.value).toBe(`见${link}`))
  expect(await serious(frame)).toEqual([])
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await until(() => expect(texts('button')).toContain('目标'))
  await until(() => expect(document.querySelectorAll('[role=option]')).toHaveLength(3))
  expect(await serious(frame)).toEqual([])
}, 60_000)
