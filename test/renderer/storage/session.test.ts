import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import { message, newId } from '#shared/model/identity'
import { addCode, listCells, type Session, updateCode } from '../../../renderer/storage'
import { MemoryJournal, newProject, open, opened } from './fixture'

const step = message('project.history.codeAdded')

/** A journal whose appends wait until they are let go. */
class SlowJournal extends MemoryJournal {
  readonly batches: number[] = []
  #release: (() => void)[] = []

  override async append(entries: Parameters<MemoryJournal['append']>[0]) {
    this.batches.push(entries.length)
    await new Promise<void>((resolve) => this.#release.push(resolve))
    return super.append(entries)
  }

  async release(): Promise<void> {
    await vi.waitFor(() => expect(this.#release).not.toHaveLength(0))
    for (const go of this.#release.splice(0)) go()
  }
}

const pending = (session: Session): number => session.status.getState().pending

it('counts a write as pending until the journal has it, and takes waiting ones together', async () => {
  const journal = new SlowJournal()
  const { session } = await open(newProject(), journal)
  const first = addCode(session, { name: '一' })
  await vi.waitFor(() => expect(journal.batches).toEqual([1]))
  const rest = Promise.all(['二', '三', '四'].map((name) => addCode(session, { name })))
  await vi.waitFor(async () => expect(await session.db.codes.count()).toBe(4))
  expect(pending(session)).toBe(4)
  await journal.release()
  await first
  await journal.release()
  await rest
  expect(journal.batches).toEqual([1, 3])
  expect(pending(session)).toBe(0)
  session.close()
})

it('sends pages, not everything at once', async () => {
  const journal = new MemoryJournal()
  const { session } = await open(newProject(), journal)
  journal.broken = true
  const codes = Array.from({ length: 600 }, (_, n) => n)
  await Promise.allSettled(codes.map((n) => session.write(step, [code(n)])))
  expect(journal.last).toBe(0)
  expect(pending(session)).toBe(600)
  journal.broken = false
  const appends = vi.spyOn(journal, 'append')
  await session.flush()
  expect(appends.mock.calls.map(([entries]) => entries.length)).toEqual([500, 100])
  expect(pending(session)).toBe(0)
  expect(session.status.getState().failed).toBeNull()
  session.close()
})

function code(n: number) {
  const key = newId()
  const after = {
    id: key,
    name: `编码${n}`,
    parent: null,
    color: '#0072b2',
    definition: '',
    example: '',
    order: n,
    key: null,
    createdAt: '2026-01-01T00:00:00.000Z',
  }
  return { table: 'codes' as const, key, after }
}

it('asks no journal for ever that does not take what it is given', async () => {
  const { session, journal } = await opened()
  vi.spyOn(journal, 'append').mockResolvedValue({ last: 1 })
  await expect(addCode(session, { name: '一' })).rejects.toMatchObject({ reason: { key: 'project.write.journal' } })
  session.close()
})

it('reads what a function proposes inside the transaction', async () => {
  const { session } = await opened()
  const { id } = await addCode(session, { name: '0' })
  const raise = () =>
    session.write(step, async () => {
      const before = await session.db.codes.get(id)
      return [{ table: 'codes', key: id, after: { ...before, name: String(Number(before?.name) + 1) } }]
    })
  await Promise.all(Array.from({ length: 12 }, raise))
  expect((await session.db.codes.get(id))?.name).toBe('12')
  session.close()
})

it('writes no entry when nothing is different, and forgets nothing of what could be redone', async () => {
  const { session, journal } = await opened()
  const { id } = await addCode(session, { name: '一' })
  await session.undo()
  const { last } = journal
  expect(await session.write(step, [{ table: 'codes', key: id, after: null }])).toBeNull()
  expect(journal.last).toBe(last)
  expect(await session.redo()).toMatchObject({ redoes: last })
  session.close()
})

it('clears what could be redone with a new step', async () => {
  const { session } = await opened()
  await addCode(session, { name: '一' })
  await session.undo()
  await addCode(session, { name: '二' })
  expect(await session.redo()).toBeNull()
  session.close()
})

it('refuses a record under another key than its own', async () => {
  const { session } = await opened()
  const { after } = code(1)
  await expect(session.write(step, [{ table: 'codes', key: newId(), after }])).rejects.toMatchObject({
    reason: { key: 'project.write.invalid' },
  })
  session.close()
})

it('passes the error of a function on and leaves nothing half done', async () => {
  const { session } = await opened()
  const { id } = await addCode(session, { name: '一' })
  await expect(
    session.write(step, async () => {
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(pending(session)).toBe(0)
  expect(await updateCode(session, id, { name: '二' })).toMatchObject({ sequence: 3 })
  session.close()
})

it('writes the author of the moment', async () => {
  const { session } = await opened()
  session.author = '乙'
  await addCode(session, { name: '一' })
  expect(await session.db.journalMirror.get(2)).toMatchObject({ author: '乙' })
  session.close()
})

it('derives cells in the transaction of the change', async () => {
  const { session, report } = await opened()
  const before = await session.db.reports.get(report)
  await session.write(step, [{ table: 'reports', key: report, after: { ...before, year: 1999 } }])
  expect(await listCells(session.db)).toMatchObject([{ year: 1999 }])
  await session.write(step, [{ table: 'reports', key: report, after: null }])
  expect(await listCells(session.db)).toEqual([])
  session.close()
})
