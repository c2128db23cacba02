import i18next from 'i18next'
import { createRoot, type Root } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { makeAnchor } from '#shared/text/anchor'
import { activeReader, feature } from '../../../renderer/features/reader'
import { type OpenReader, readerStore } from '../../../renderer/features/reader/active'
import { MARK_HIGHLIGHT } from '../../../renderer/features/reader/editor/mark-highlights'
import { sourceOf } from '../../../renderer/features/reader/held-source'
import { keepPosition, positionOf } from '../../../renderer/features/reader/places/positions'
import { Surface } from '../../../renderer/features/reader/reader-surface'
import type { Material } from '../../../renderer/features/reader/use-material'
import { ROUNDS } from '../../../renderer/features/reader/warm-up'
import {
  addAnnotation,
  addAnnotations,
  addCode,
  getSourceBundle,
  LiveAnnotations,
  type Session,
  SessionProvider,
} from '../../../renderer/storage'
import { EARLY } from '../../../renderer/storage/live-annotations'
import '../../../renderer/ui/theme.css'
import { opened, TEXT } from '../../renderer/storage/fixture'
import { markedIn } from './marked'
import { painted, RESOURCES } from './surface'

const Reader = feature.views[0]?.component
const WarmUp = feature.overlays?.[0]

let session: Session
let hash: string
let root: Root
let frame: HTMLElement

beforeAll(() => i18next.use(initReactI18next).init({ lng: 'en', resources: RESOURCES, initAsync: false }))

beforeEach(async () => {
  ;({ session, hash } = await opened())
  const code = await addCode(session, { name: '民生' })
  const anchor = makeAnchor(TEXT, 0, 6)
  await addAnnotation(session, { source: hash, reading: `${hash}:1`, report: null, codes: [code.id], memo: '', anchor })
  frame = document.createElement('div')
  frame.style.cssText = 'display:grid;width:1000px;height:500px'
  document.body.append(frame)
  root = createRoot(frame)
})

afterEach(async () => {
  root.unmount()
  await painted()
  frame.remove()
  session.close()
  localStorage.clear()
})

const show = (): void => {
  if (!Reader) throw new Error('no reader')
  root.render(
    <SessionProvider session={session}>
      <Reader viewKey={hash} params={{}} visible />
    </SessionProvider>,
  )
}

/** Keeps annotations from being read, by a transaction that writes to them, until the returned function is called. */
async function holdAnnotations(): Promise<() => Promise<void>> {
  let held = true
  const { annotations } = session.db
  let over: Promise<void> | undefined
  await new Promise<void>((began) => {
    over = session.db.transaction('rw', annotations, async () => {
      while (held) {
        await annotations.count()
        began()
      }
    })
  })
  return async () => {
    held = false
    await over
  }
}

const until = <T,>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 12_000, interval: 20 })
const text = () => frame.querySelector('.cm-content')?.textContent ?? ''
const room = () => frame.querySelector<HTMLElement>('.db-reading-frame')?.style.getPropertyValue('--db-columns')
const painters = () => [...CSS.highlights].filter(([name]) => name.startsWith(MARK_HIGHLIGHT))
const stripes = () => frame.querySelectorAll('.db-stripe').length

it('draws a text that was left before its annotations are read, with the room that their columns took', async () => {
  show()
  await until(() => expect(stripes()).toBe(1))
  const took = room()
  expect(Number.parseInt(took ?? '', 10)).toBeGreaterThan(0)
  frame.querySelector('.cm-scroller')?.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }))
  await until(() => expect(positionOf(session.project.id, hash)?.columns).toBe(Number.parseInt(took ?? '', 10)))
  root.unmount()
  root = createRoot(frame)

  const release = await holdAnnotations()
  show()
  await until(() => expect(text()).toContain(TEXT.slice(0, 6)))
  await painted()
  expect([room(), markedIn(frame), stripes()]).toEqual([took, [], 0])
  // No command acts on a text whose marks it cannot know.
  expect(activeReader()).toBeNull()
  await release()
  await until(() => expect(markedIn(frame)).toEqual([TEXT.slice(0, 6)]))
  expect([room(), stripes()]).toEqual([took, 1])
  await until(() => expect(activeReader()?.annotations).toHaveLength(1))
})

it('keeps where it stands when it is closed or hidden right after it was scrolled', async () => {
  show()
  const shown = () =>
    until(() => {
      const found = frame.querySelector<HTMLElement>('.cm-scroller')
      if (!found || stripes() === 0) throw new Error('no text yet')
      return found
    })
  let scroller = await shown()
  frame.style.height = '200px'
  await painted()
  const scrollTo = async (pixels: number) => {
    scroller.scrollTop = pixels
    await painted()
  }
  await scrollTo(scroller.scrollHeight)
  const columns = Number.parseInt(room() ?? '', 10)
  scroller.scrollTop -= 1
  frame.style.display = 'none'
  await until(() => expect(positionOf(session.project.id, hash)?.top).toBeGreaterThan(0))
  frame.style.display = 'grid'
  await scrollTo(0)
  const close = async () => {
    root.unmount()
    await painted()
    root = createRoot(frame)
    return positionOf(session.project.id, hash)
  }
  expect(await close()).toMatchObject({ top: 0, columns })
  show()
  scroller = await shown()
  await scrollTo(scroller.scrollHeight)
  expect(await close()).toMatchObject({ top: expect.any(Number), columns })
  expect(positionOf(session.project.id, hash)?.top).toBeGreaterThan(0)
})

it('gives the columns the room that they need now, where that is another', async () => {
  keepPosition(session.project.id, hash, { top: 0, caret: 0, columns: 300 })
  const release = await holdAnnotations()
  show()
  await until(() => expect(text()).not.toBe(''))
  expect(room()).toBe('300px')
  await release()
  await until(() => expect(stripes()).toBe(1))
  expect(Number.parseInt(room() ?? '', 10)).toBeLessThan(300)
})

it('draws the marks in view before all the others are read, and their columns with those', async () => {
  const [code] = await session.db.codes.toArray()
  const { length } = TEXT
  await addAnnotations(
    session,
    { key: 'test.step', params: {} },
    Array.from({ length: EARLY }, (_, i) => ({
      source: hash,
      reading: `${hash}:1`,
      report: null,
      codes: code ? [code.id] : [],
      memo: '',
      anchor: makeAnchor(TEXT, i % (length - 2), (i % (length - 2)) + 2),
    })),
  )
  const bundle = await getSourceBundle(session.db, hash)
  if (!bundle || !code) throw new Error('no text')
  let open = () => {}
  const gate = new Promise<void>((done) => {
    open = done
  })
  const live = new LiveAnnotations(session.db, hash, vi.fn(), { place: 0, before: () => gate })
  const material = (): Material => ({ live, read: live.list !== null, codes: [code], statements: [], matters: [] })
  const draw = () =>
    root.render(
      <SessionProvider session={session}>
        <Surface id={hash} bundle={bundle} material={material()} columns={40} params={{}} visible />
      </SessionProvider>,
    )
  draw()
  await until(() => expect(markedIn(frame).length).toBeGreaterThan(length / 2))
  await painted()
  expect([live.list, live.early?.length, stripes(), room()]).toEqual([null, EARLY, 0, '40px'])
  expect(activeReader()).toBeNull()
  open()
  await until(() => expect(live.list).toHaveLength(EARLY + 1))
  draw()
  await until(() => expect(stripes()).toBeGreaterThan(length / 2))
  await until(() => expect(activeReader()?.annotations).toHaveLength(EARLY + 1))
  live.stop()
})

it('waits for the annotations of a text that was never left', async () => {
  const release = await holdAnnotations()
  show()
  const { bundle, codes, statements, matters } = sourceOf(session, hash)
  await until(() => expect([bundle, codes, statements, matters].every((one) => one.value() !== undefined)).toBe(true))
  await painted()
  expect(text()).toBe('')
  await release()
  await until(() => expect(markedIn(frame)).toEqual([TEXT.slice(0, 6)]))
})

/** Counts the samples that are drawn, and the letters that are looked up; `first` is called with the first sample. */
function countDrawn(first: () => void = () => {}) {
  const counted = { drawn: 0, letters: '' }
  const observer = new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof HTMLElement && node.inert)) continue
      if (node.childElementCount === 0) counted.letters += node.textContent
      else if (counted.drawn++ === 0) first()
    }
  })
  observer.observe(document.body, { childList: true })
  return { counted, end: () => observer.disconnect() }
}

const warmUp = (): void => {
  if (!WarmUp) throw new Error('no warm-up')
  root.render(
    <SessionProvider session={session}>
      <WarmUp />
    </SessionProvider>,
  )
}

/** The letters of the first level of GB 2312. */
const FREQUENT = 3755

const use = (): boolean => dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }))

it('leaves nothing of the text by which it warms up', async () => {
  const children = document.body.children.length
  const known = painters().length
  const { counted, end } = countDrawn()
  warmUp()
  await until(() => {
    use()
    expect(new Set(counted.letters.match(/\p{Script=Han}/gu)).size).toBe(FREQUENT)
  })
  expect(counted.drawn).toBe(ROUNDS)
  expect([...counted.letters]).toEqual(expect.arrayContaining([...'省市县区增长完成3％、']))
  end()
  await painted()
  expect(document.body.children).toHaveLength(children)
  expect(painters().length).toBeGreaterThan(known)
  expect(painters().every(([, { size }]) => size === 0)).toBe(true)
  expect(readerStore.getState()).toMatchObject({ active: null, readers: new Map() })
  expect(localStorage).toHaveLength(0)
})

it.each([
  ['a text is open', () => readerStore.setState({ readers: new Map([['open', {} as OpenReader]]) })],
  ['the project is left', () => root.unmount()],
])('warms up no more when %s', async (_, begin) => {
  const { counted, end } = countDrawn(begin)
  warmUp()
  await until(() => {
    use()
    expect(counted.drawn).toBe(1)
  })
  for (let i = 0; i < 12; i++) await new Promise((done) => requestIdleCallback(done))
  expect(counted).toEqual({ drawn: 1, letters: '' })
  end()
  readerStore.setState({ readers: new Map() })
})
