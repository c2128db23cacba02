import 'fake-indexeddb/auto'
import { afterEach, expect, it, vi } from 'vitest'
import type { SearchReply } from '../../../../renderer/workers/search/protocol'
import { serve } from '../../../../renderer/workers/search/serve'
import { importFile, opened } from '../../storage/fixture'
import { ASKED } from './asked'

afterEach(() => vi.restoreAllMocks())

it('tells what is found on the way four times a second at most', async () => {
  const { session, journal } = await opened()
  for (let n = 2; n <= 10; n++) await importFile(session.db, journal, n)
  const told: { reply: SearchReply; at: number }[] = []
  let now = 0
  // Every look at the clock takes its time: there is a pause after each text.
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 40
    return now
  })
  const { take, end } = serve({ postMessage: (reply) => void told.push({ reply, at: now }) })
  await take({ type: 'search', id: 1, project: session.project.id, question: ASKED, first: 0 })
  end()
  session.close()
  const steps = told.filter(({ reply }) => reply.told === 'progress' && reply.step === 'searching')
  const counts = told.filter(({ reply }) => reply.told === 'found' && !reply.whole)
  expect(steps).toHaveLength(10)
  expect(counts.length).toBeGreaterThan(1)
  for (const [place, { at }] of counts.entries())
    expect(at - (counts[place - 1]?.at ?? -250)).toBeGreaterThanOrEqual(250)
  expect(told.at(-1)?.reply).toMatchObject({ told: 'found', whole: true, found: { hits: 20 } })
})
