import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Matter, matterKey } from '#shared/model/matter'
import { reviewMatters, reviewStatements, type Session } from '../../../renderer/storage'
import { ACTIONS, newWorld, restart, someActions, undoOne, type World } from './actions'
import { dump } from './fixture'

/** A matter stands on its words, with all that it names, or is an orphan with the words that it had. */
function expectMatter({ anchor, content, orphan }: Matter, text: string): void {
  expect(anchor.quote).not.toBe('')
  expect(content).toMatchObject({ start: anchor.start, end: anchor.end })
  if (orphan) return
  expect(text.slice(anchor.start, anchor.end)).toBe(anchor.quote)
  expect(content.sentence.start).toBeLessThanOrEqual(content.sentence.end)
  expect(content.sentence.end).toBeLessThanOrEqual(text.length)
}

/** Each matter is reviewed once, under a name of its own; none is shown twice, by the engine and by the user. */
async function expectReviewed(db: Session['db'], report: string): Promise<void> {
  const reviewed = await reviewMatters(db, report)
  expect(new Set(reviewed.map(({ key }) => key)).size).toBe(reviewed.length)
  const spoken = new Set(reviewed.flatMap(({ id, orphan, content }) => (id && !orphan ? [matterKey(content)] : [])))
  for (const { id, content } of reviewed) if (id === null) expect(spoken).not.toContain(matterKey(content))
}

/** Every mark stands on its quote, or is an orphan that has one; every statement's number stands where it says. */
async function expectAnchored({ db }: Session): Promise<void> {
  const sources = new Map((await db.sources.toArray()).map((source) => [source.hash, source.reading]))
  const texts = new Map((await db.texts.toArray()).map((row) => [row.reading, row.text]))
  for (const mark of [...(await db.annotations.toArray()), ...(await db.bookmarks.toArray())]) {
    const { start, end, quote } = mark.anchor
    expect(quote).not.toBe('')
    if (!mark.orphan && mark.reading === sources.get(mark.source))
      expect(texts.get(mark.reading)?.slice(start, end)).toBe(quote)
  }
  for (const { start, quantity, source, reading } of await db.statements.toArray())
    if (reading === sources.get(source))
      expect(texts.get(reading)?.slice(start, start + quantity.length)).toBe(quantity)
  for (const matter of await db.matters.toArray())
    if (matter.reading === sources.get(matter.source)) expectMatter(matter, texts.get(matter.reading) ?? '')
  for (const report of await db.reports.toArray()) await expectReviewed(db, report.id)
  for (const report of await db.reports.toArray())
    for (const { start, quantity, sentence } of await reviewStatements(db, report.id)) {
      expect(texts.get(report.reading)?.slice(start, start + quantity.length)).toBe(quantity)
      expect(sentence.end).toBeLessThanOrEqual(texts.get(report.reading)?.length ?? 0)
    }
}

/** All records, without the times at which they were changed; readings and texts only those that are shown. */
async function recordsOf({ db }: Session): Promise<unknown> {
  const records = await dump(db, ['journalMirror', 'journalHeads', 'meta', 'readings', 'texts'])
  const shown = (await db.sources.toArray()).map(({ reading }) => reading)
  const [readings, texts] = await Promise.all([db.readings.bulkGet(shown), db.texts.bulkGet(shown)])
  return { ...records, readings, texts }
}

it('leaves every anchor on its quote or as an orphan, and takes everything back', async () => {
  await fc.assert(
    fc.asyncProperty(someActions(), async (steps) => {
      const world: World = await newWorld('2.txt', '3.txt', '4.txt')
      const start = await recordsOf(world.session)
      for (const { name, pick } of steps) {
        await ACTIONS[name]?.(world, pick)
        await expectAnchored(world.session)
      }
      const { session } = world
      await session.refresh()
      await expectAnchored(session)
      const end = await recordsOf(session)
      let undone = 0
      while (await undoOne(world)) undone += 1
      await session.refresh()
      expect(await recordsOf(session)).toEqual(start)
      for (let n = 0; n < undone; n++) await session.redo()
      await session.refresh()
      expect(await recordsOf(session)).toEqual(end)
      for (const table of session.db.tables) await table.clear()
      await restart(world, 0)
      await world.session.refresh()
      expect(await recordsOf(world.session)).toEqual(end)
      world.session.close()
    }),
    { numRuns: 15 },
  )
  // Files are truly read again and again: on a busy machine that takes longer than a unit test may.
}, 180_000)
