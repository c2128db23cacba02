// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { TopicsView } from '../../../../renderer/features/topics/topics-view'
import { type Session, SessionProvider } from '../../../../renderer/storage'
import { acting, click, draw, press, until } from '../../app/harness'
import { MemoryJournal, newProject, open } from '../../storage/fixture'

let session: Session
let ends: (() => unknown)[]

beforeEach(async () => {
  ;({ session } = await open(newProject(), new MemoryJournal()))
  const drawn = await draw(
    <SessionProvider session={session}>
      <TopicsView />
    </SessionProvider>,
  )
  ends = [drawn.remove]
  await until(() => expect(topics()).toHaveLength(12))
})
afterEach(async () => {
  for (const end of ends) await end()
  session.close()
})

const topics = () => [...document.querySelectorAll('[role=option]')]
const list = (): Element => {
  const found = document.querySelector('[role=listbox]')
  if (!found) throw new Error('no list')
  return found
}
const button = (text: RegExp) =>
  [...document.querySelectorAll('button')].find((one) => text.test(one.textContent || (one.ariaLabel ?? '')))
const words = (): HTMLTextAreaElement => {
  const found = document.querySelector<HTMLTextAreaElement>('textarea:not([aria-hidden])')
  if (!found) throw new Error('no words')
  return found
}
async function write(field: HTMLTextAreaElement, value: string): Promise<void> {
  await acting(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, value)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

it('changes the words of a topic in one step, and undo shows them as they were', async () => {
  expect(button(/^保\s?存$/)?.disabled).toBe(true)
  await press(list(), 'ArrowDown')
  expect(document.querySelector('[aria-selected=true]')?.textContent).toContain('项目投资')
  await write(words(), '项目、招商 招商')
  await click(button(/^保\s?存$/))
  await until(() => expect(document.body.textContent).toContain('已改'))
  expect(await session.db.topics.toArray()).toEqual([
    { id: 'projects', name: null, words: ['项目', '招商'], order: 1, off: false },
  ])
  await acting(() => session.undo())
  await until(() => expect(words().value).toContain('固定资产投资'))
  expect(await session.db.topics.count()).toBe(0)
})

it('adds a topic, moves it by the keys, and takes all back', async () => {
  await click(button(/^新建主题$/))
  expect(topics()).toHaveLength(13)
  await write(words(), '大运河')
  await press(list(), 'ArrowUp', { altKey: true })
  expect(topics().at(-2)?.textContent).toContain('新主题')
  await click(button(/^保\s?存$/))
  await until(() => expect(button(/全部恢复内置/)?.disabled).toBe(false))
  expect((await session.db.topics.toArray()).find(({ id }) => id.startsWith('u-'))).toMatchObject({
    words: ['大运河'],
    order: 11,
  })
  await click(button(/全部恢复内置/))
  await until(() => expect(topics()).toHaveLength(12))
})
