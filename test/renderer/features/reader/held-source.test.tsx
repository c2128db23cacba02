// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { reportId } from '#shared/model/identity'
import { makeAnchor } from '#shared/text/anchor'
import { AHEAD_FOR, type Going, readAhead, sourceOf } from '../../../../renderer/features/reader/held-source'
import { keepPosition } from '../../../../renderer/features/reader/places/positions'
import { useHeldSource, useLiveValue } from '../../../../renderer/features/reader/use-held-source'
import { useMaterial } from '../../../../renderer/features/reader/use-material'
import { addAnnotation, libraryKeeperOf, SessionProvider } from '../../../../renderer/storage'
import { EARLY } from '../../../../renderer/storage/live-annotations'
import { useNotices } from '../../../../renderer/workbench'
import { hashOf, opened, TEXT } from '../../storage/fixture'

afterEach(() => void vi.useRealTimers())

function Counted({ hash, seen }: { hash: string; seen: string[] }) {
  const source = useHeldSource(hash)
  const text = useLiveValue(source?.bundle)?.text.text
  const marks = useMaterial(source)?.live.list?.length
  seen.push(`${text?.length ?? '…'} ${marks ?? '…'}`)
  return null
}

function Notices({ seen }: { seen: unknown[] }) {
  seen.push(useNotices())
  return null
}

it('shows in its first round what was read ahead, with what was written since', async () => {
  const { session, hash } = await opened()
  readAhead(session, hash)
  const ahead = sourceOf(session, hash)
  await vi.waitFor(() => expect([ahead.bundle.value(), ahead.live.list]).toMatchObject([{ text: {} }, []]))
  const anchor = makeAnchor(TEXT, 0, 4)
  await addAnnotation(session, { source: hash, reading: `${hash}:1`, report: null, codes: [], memo: '', anchor })
  await vi.waitFor(() => expect(ahead.live.list).toHaveLength(1))
  await vi.waitFor(() => expect(ahead.statements.value()).toBeDefined())
  const seen: string[] = []
  const root = createRoot(document.createElement('div'))
  root.render(
    <SessionProvider session={session}>
      <Counted hash={hash} seen={seen} />
    </SessionProvider>,
  )
  await vi.waitFor(() => expect(seen[0]).toBe(`${TEXT.length} 1`))
  expect(sourceOf(session, hash)).toBe(ahead)
  root.unmount()
  await vi.waitFor(() => expect(ahead.shown).toBe(false))
  expect(sourceOf(session, hash)).not.toBe(ahead)
  sourceOf(session, hash).stop()
  session.close()
})

it('lets go what nobody opened: after a while, or for another source', async () => {
  const { session, hash } = await opened()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  readAhead(session, hash)
  const first = sourceOf(session, hash)
  vi.advanceTimersByTime(AHEAD_FOR - 1)
  expect(sourceOf(session, hash)).toBe(first)
  vi.advanceTimersByTime(1)
  const second = sourceOf(session, hash)
  expect(second).not.toBe(first)
  readAhead(session, hash)
  readAhead(session, 'f'.repeat(64))
  expect(sourceOf(session, hash)).not.toBe(second)
  const letGo = sourceOf(session, hash).hold()
  readAhead(session, hash)
  readAhead(session, 'e'.repeat(64))
  vi.advanceTimersByTime(AHEAD_FOR)
  expect(sourceOf(session, hash).shown).toBe(true)
  letGo()
  session.close()
})

it('says nothing of annotations that nobody sees and that cannot be read, and reads them anew', async () => {
  const { session, hash } = await opened()
  session.db.close()
  const seen: unknown[] = []
  const root = createRoot(document.createElement('div'))
  root.render(<Notices seen={seen} />)
  await vi.waitFor(() => expect(seen).toHaveLength(1))
  const first = sourceOf(session, hash)
  await first.live.first
  expect(seen.at(-1)).toEqual([])
  root.unmount()
  expect(sourceOf(session, hash)).not.toBe(first)
  sourceOf(session, hash).stop()
  session.close()
})

describe('the annotations that are read before the others', () => {
  /** Far from each other; UTF-16 code units. */
  const PLACES = [0, 5_000, 10_000]

  /** A source with more annotations than are read first at each of these places, and one report from 4,000 to 8,000. */
  async function dense() {
    const { session, hash, report } = await opened()
    const anchor = makeAnchor(TEXT, 0, 4)
    const one = await addAnnotation(session, {
      source: hash,
      reading: `${hash}:1`,
      report: null,
      codes: [],
      memo: '',
      anchor,
    })
    const at = (start: number) => ({ ...anchor, start, end: start + 4 })
    await session.db.annotations.bulkPut(
      PLACES.flatMap((start) =>
        Array.from({ length: EARLY }, (_, i) => ({ ...one, id: `${start}-${i}`, anchor: at(start) })),
      ),
    )
    await session.db.reports.update(report, { start: 4_000, end: 8_000 })
    await libraryKeeperOf(session.db).current()
    return { session, hash, report }
  }

  const firstOf = async (going: Going | undefined, left: number | null): Promise<number | undefined> => {
    const { session, hash } = await dense()
    if (left !== null) keepPosition(session.project.id, hash, { top: left, caret: left })
    const source = sourceOf(session, hash, going)
    const start = await new Promise<number | undefined>((done) => {
      source.live.subscribe(() => done(source.live.early?.[0]?.anchor.start))
    })
    source.stop()
    session.close()
    return start
  }

  it('are those where the text was left, or at its beginning', async () => {
    expect(await firstOf(undefined, null)).toBe(0)
    expect(await firstOf(undefined, 9_900)).toBe(10_000)
  })

  it('are those of a report that is gone to, but for a place that was left inside of it', async () => {
    const going = { report: reportId(hashOf(1), 0), start: null }
    expect(await firstOf(going, null)).toBe(5_000)
    expect(await firstOf(going, 9_900)).toBe(5_000)
    expect(await firstOf(going, 7_000)).toBe(10_000)
    expect(await firstOf({ ...going, report: 'none' }, 9_900)).toBe(10_000)
  })

  it('are those around a passage that is gone to, also above it', async () => {
    expect(await firstOf({ report: null, start: 5_700 }, 9_900)).toBe(5_000)
  })
})
