import { ConfigProvider } from 'antd'
import i18next from 'i18next'
import type { ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Channel } from '#shared/ipc/channels'
import { makeAnchor } from '#shared/text/anchor'
import { listenToKeys } from '../../../renderer/app/keys'
import { antdTheme } from '../../../renderer/app/theme'
import { feature as codebook } from '../../../renderer/features/codebook'
import {
  addAnnotations,
  addCode,
  annotationsOf,
  listCodes,
  type Session,
  SessionProvider,
} from '../../../renderer/storage'
import { attachHost, type Location, registerCommands } from '../../../renderer/workbench'
import '../../../renderer/ui/theme.css'
import '../../../renderer/ui/base.css'
import { opened, TEXT } from '../../renderer/storage/fixture'
import { painted, RESOURCES } from '../reader/surface'

const [Codebook, Counts] = codebook.views.map(({ component }) => component)

export let session: Session
export let hash: string
let report: string
let root: Root | null = null
export let visited: Location[]
export let asked: { channel: Channel; payload: unknown }[]
let file: { name: string; bytes: Uint8Array } | null
const ended: (() => void)[] = []

beforeAll(() => page.viewport(1280, 800))
beforeAll(() => i18next.use(initReactI18next).init({ lng: 'zh-CN', resources: RESOURCES, initAsync: false }))

beforeEach(async () => {
  ;({ session, hash, report } = await opened())
  document.documentElement.dataset.theme = 'light'
  localStorage.clear()
  visited = []
  asked = []
  file = null
  Object.defineProperty(window, 'duibiao', {
    configurable: true,
    value: {
      on: () => () => undefined,
      pathForFile: () => '',
      invoke: async (channel: Channel, payload: unknown) => {
        asked.push({ channel, payload })
        return { ok: true, value: channel === 'file:open' ? file : { saved: 'x.csv' } }
      },
    },
  })
  ended.push(registerCommands(codebook.commands), listenToKeys(window))
  ended.push(
    attachHost({ show: (location) => void visited.push(location), close: () => undefined, setTitle: () => undefined }),
  )
})

afterEach(async () => {
  await leave()
  session.close()
  for (const end of ended.splice(0)) end()
})

/** Makes codes as `name` or `parent/name`. */
export async function codes(...paths: string[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const path of paths) {
    const [above, name = ''] = path.includes('/') ? path.split('/') : [null, path]
    const parent = above ? (ids.get(above) ?? null) : null
    ids.set(name, (await addCode(session, { name, parent, key: null })).id)
  }
  return ids
}

export async function annotate(...given: (readonly [quote: string, codes: readonly string[]])[]): Promise<void> {
  await addAnnotations(
    session,
    { key: 'x', params: {} },
    given.map(([quote, ids]) => {
      const start = TEXT.indexOf(quote)
      const anchor = makeAnchor(TEXT, start, start + quote.length)
      return { source: hash, reading: `${hash}:1`, report, anchor, codes: [...ids], memo: '' }
    }),
  )
}

/** The file that the user chooses in the next dialog; null leaves it. */
export const choose = (chosen: typeof file): void => {
  file = chosen
}

/** Shows something in a frame of its own, in a session. */
export function mount(shown: ReactNode, style: string): void {
  const frame = document.createElement('div')
  frame.style.cssText = style
  document.body.append(frame)
  ended.push(() => frame.remove())
  root = createRoot(frame)
  root.render(<SessionProvider session={session}>{shown}</SessionProvider>)
}

/** Takes what is shown off the page. */
export async function leave(): Promise<void> {
  root?.unmount()
  root = null
  await painted()
}

/** Shows a view of the codebook: its tree, or its counts. */
export function show(view: 'tree' | 'counts' = 'tree', params = {}): void {
  const View = view === 'tree' ? Codebook : Counts
  if (!View) throw new Error('the view is missing')
  mount(
    <ConfigProvider theme={antdTheme(document.documentElement.dataset.theme === 'dark', true)}>
      <View viewKey="" params={params} visible />
    </ConfigProvider>,
    `width:${view === 'tree' ? 340 : 800}px;height:760px`,
  )
}

export const until = <T,>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 12_000, interval: 20 })
export const press = (keys: string) => userEvent.keyboard(keys)
export const text = (selector: string) => [...document.querySelectorAll(selector)].map((one) => one.textContent)
export const lines = () => text('.db-code-name')
export const marked = () => text('.db-code-line[aria-selected=true] .db-code-name')
export const line = (name: string) => {
  const found = [...document.querySelectorAll<HTMLElement>('.db-code-line')].find((one) =>
    one.textContent?.includes(name),
  )
  if (!found) throw new Error(`no line ${name}`)
  return found
}
export const focusTree = () => document.querySelector<HTMLElement>('[role=tree]')?.focus()
export const click = (found: Element | null | undefined) => {
  if (!found) throw new Error('nothing to click')
  return userEvent.click(found as HTMLElement)
}
export const choice = (label: RegExp) =>
  [...document.querySelectorAll('label')].find((one) => label.test(one.textContent ?? ''))
export const ok = () => document.querySelector('.ant-modal-footer .ant-btn:last-child')

/** The tree as it is stored: a dash for each level. */
export async function tree(): Promise<string[]> {
  const all = await listCodes(session.db)
  const below = (parent: string | null, depth: number): string[] =>
    all
      .filter((one) => one.parent === parent)
      .flatMap((one) => ['-'.repeat(depth) + one.name, ...below(one.id, depth + 1)])
  return below(null, 0)
}

export async function coded(): Promise<string[]> {
  const names = new Map((await listCodes(session.db)).map(({ id, name }) => [id, name]))
  return (await annotationsOf(session.db, hash)).map(({ codes: ids }) => ids.map((id) => names.get(id)).join('+'))
}

/** Shows the tree and makes its first line the current one. */
export async function started(count: number): Promise<void> {
  show()
  await until(() => expect(lines()).toHaveLength(count))
  focusTree()
  await press('{Home}')
}
