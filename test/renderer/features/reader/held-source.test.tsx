// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, it, vi } from 'vitest'
import { makeAnchor } from '#shared/text/anchor'
import { AHEAD_FOR, readAhead, sourceOf } from '../../../../renderer/features/reader/held-source'
import { useHeldSource, useLiveValue } from '../../../../renderer/features/reader/use-held-source'
import { useMaterial } from '../../../../renderer/features/reader/use-material'
import { addAnnotation, SessionProvider } from '../../../../renderer/storage'
import { useNotices } from '../../../../renderer/workbench'
import { opened, TEXT } from '../../storage/fixture'

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
