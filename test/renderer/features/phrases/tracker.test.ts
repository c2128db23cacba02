import { expect, it, vi } from 'vitest'
import { message, newId } from '#shared/model/identity'
import type { PlaceRef } from '#shared/model/place'
import { type PackedUse, UsePacker } from '#shared/search/tracking/term-spans'
import { Tracker, type Tracking } from '../../../../renderer/features/phrases/tracker'
import { SearchError } from '../../../../renderer/workers/search/client'
import type { Tracking as Answer, TrackedReport, TrackQuestion } from '../../../../renderer/workers/search/protocol'

const EAST: PlaceRef = { code: '410304', name: '瀍河回族区', short: '瀍河', level: 'county', parent: '410300' }
const REPORT: TrackedReport = {
  ...{ report: 'r', source: 's', place: EAST, year: 2024, kind: 'full', characters: 100 },
  span: { start: 0, end: 100 },
}

/** The first wording stands once in every report, the others nowhere. */
function packed(reports: readonly TrackedReport[]): PackedUse {
  const packer = new UsePacker()
  for (const _ of reports) packer.add([[{ start: 3, end: 6 }]])
  return packer.packed()
}

/** A client whose answers are given by hand. */
function asked() {
  const questions: {
    question: TrackQuestion
    signal: AbortSignal
    answer: (reports: TrackedReport[], unplaced?: number) => void
    fail: (error: unknown) => void
  }[] = []
  const client: Tracking = {
    changed: vi.fn(),
    track: (question, { signal }) =>
      new Promise<Answer>((done, fail) => {
        const answer = (reports: TrackedReport[], unplaced = 0) => done({ reports, at: packed(reports), unplaced })
        questions.push({ question, signal, answer, fail })
        signal.addEventListener('abort', () => fail(signal.reason))
      }),
  }
  return { client, questions, tracker: new Tracker(client) }
}

const group = (...names: string[]) => ({
  terms: names.map((name) => ({ id: newId(), name, variants: [`${name}改革`] })),
})

it('asks for main versions inside reports, each wording with its variants, and the same only once', async () => {
  const { questions, tracker } = asked()
  const one = group('放管服')
  const asking = tracker.ask(one)
  void tracker.ask(one)
  expect(questions).toHaveLength(1)
  expect(questions[0]?.question).toMatchObject({
    terms: [{ variants: ['放管服', '放管服改革'] }],
    filters: { mainOnly: true, reportsOnly: true, kinds: null },
  })
  expect(tracker.store.getState().isAsking).toBe(true)
  questions[0]?.answer([REPORT], 3)
  await asking
  expect(tracker.store.getState()).toMatchObject({
    isAsking: false,
    tracked: { use: { places: [EAST], years: [2024] }, unplaced: 3 },
  })
})

it('gives up a question that is outdated, and never shows its answer', async () => {
  const { questions, tracker } = asked()
  const first = tracker.ask(group('放管服'))
  const second = tracker.ask(group('营商环境'))
  expect(questions[0]?.signal.aborted).toBe(true)
  questions[1]?.answer([])
  await Promise.all([first, second])
  expect(tracker.store.getState()).toMatchObject({ failed: null, isAsking: false, tracked: { use: { places: [] } } })
})

it('asks again when texts have changed, and tells the client which', async () => {
  const { client, questions, tracker } = asked()
  const one = group('放管服')
  const asking = tracker.ask(one)
  questions[0]?.answer([])
  await asking
  tracker.changed(['s'])
  expect(client.changed).toHaveBeenCalledWith(['s'])
  void tracker.ask(one)
  expect(questions).toHaveLength(2)
})

it('keeps what was found when it is stopped, and can be asked again', async () => {
  const { questions, tracker } = asked()
  const one = group('放管服')
  const first = tracker.ask(one)
  questions[0]?.answer([REPORT])
  await first
  const more = { terms: [...one.terms, ...group('营商环境').terms] }
  const second = tracker.ask(more)
  tracker.stop()
  await second
  expect(tracker.store.getState()).toMatchObject({ isAsking: false, failed: null, tracked: { terms: one.terms } })
  void tracker.ask(more)
  expect(questions).toHaveLength(3)
})

it('says why it failed, until it is asked again', async () => {
  const { questions, tracker } = asked()
  const one = group('放管服')
  const asking = tracker.ask(one)
  questions[0]?.fail(new SearchError(message('search.failed')))
  await asking
  expect(tracker.store.getState()).toMatchObject({ isAsking: false, failed: { key: 'search.failed' } })
  tracker.again()
  void tracker.ask(one)
  expect(tracker.store.getState().failed).toBeNull()
  expect(questions).toHaveLength(2)
})

it('forgets what was found of another group', () => {
  const { tracker } = asked()
  tracker.store.setState({
    tracked: { terms: [], use: { places: [], years: [], cells: new Map() }, unplaced: 0 },
    term: 't',
  })
  tracker.choose({ group: newId() })
  expect(tracker.store.getState()).toMatchObject({ tracked: null, term: null })
})
