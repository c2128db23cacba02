import { open, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { JournalEntry } from '#shared/model/journal'
import { GAP_LIMIT, GAP_NOTICE, Journal, type JournalFile } from '../../../electron/files/journal'
import { lineOf } from '../../../electron/files/journal-lines'
import { entries, entry, temporaryFolder } from './entries'

let folder: string
let path: string
const opened: Journal[] = []

beforeEach(async () => {
  folder = await temporaryFolder()
  path = join(folder, 'journal.jsonl')
})
afterEach(async () => {
  vi.useRealTimers()
  for (const journal of opened.splice(0)) await journal.close()
})

async function openJournal(options: Parameters<typeof Journal.open>[1] = {}): Promise<Journal> {
  const journal = await Journal.open(path, options)
  opened.push(journal)
  return journal
}

const sequences = async (journal: Journal): Promise<number[]> =>
  (await journal.read(0, 1000)).entries.map(({ sequence }) => sequence)

const reasonOf = (key: string, params: object) => expect.objectContaining({ reason: { key, params } })

describe('append', () => {
  it('has the entries on disk when it answers, one line each', async () => {
    const journal = await openJournal()
    expect(await journal.append(entries(1, 3))).toEqual({ last: 3 })
    const lines = (await readFile(path, 'utf8')).split('\n')
    expect(lines).toHaveLength(4)
    expect(JSON.parse(lines[1] ?? '')).toEqual(entry(2))
  })

  it('syncs before it answers, once for entries that came together', async () => {
    const calls: string[] = []
    const journal = await openJournal({ openFile: (name) => traced(name, calls) })
    await Promise.all([journal.append([entry(1)]), journal.append([entry(2)]), journal.append([entry(3)])])
    expect(calls.filter((call) => call === 'datasync').length).toBeLessThanOrEqual(2)
    expect(calls.at(-1)).toBe('datasync')
    expect(await sequences(journal)).toEqual([1, 2, 3])
  })

  it('passes over entries that it has', async () => {
    const journal = await openJournal()
    await journal.append(entries(1, 3))
    expect(await journal.append(entries(2, 4))).toEqual({ last: 4 })
    expect(await sequences(journal)).toEqual([1, 2, 3, 4])
  })

  it('refuses another entry of a sequence that it has', async () => {
    const journal = await openJournal()
    await journal.append([entry(1)])
    await expect(journal.append([entry(1, '财政收入')])).rejects.toThrow('errors.journal.conflict')
  })

  it('refuses another entry of a sequence that it holds', async () => {
    const journal = await openJournal()
    const held = journal.append([entry(2)])
    await expect(journal.append([entry(2, '财政收入')])).rejects.toThrow('errors.journal.conflict')
    await journal.append([entry(1)])
    expect(await held).toEqual({ last: 2 })
  })

  it('holds an entry after a gap until the gap is filled', async () => {
    const journal = await openJournal()
    let answered = false
    const held = journal.append([entry(2)]).then((answer) => {
      answered = true
      return answer
    })
    expect(await journal.read(0, 10)).toEqual({ entries: [], last: 0 })
    expect(answered).toBe(false)
    await journal.append([entry(1)])
    expect(await held).toEqual({ last: 2 })
    expect(await sequences(journal)).toEqual([1, 2])
  })

  it('asks for what is missing, and answers when it comes', async () => {
    vi.useFakeTimers()
    const gaps: number[] = []
    const journal = await openJournal({ onGap: (last) => gaps.push(last) })
    await journal.append([entry(1)])
    const held = journal.append([entry(3)])
    await vi.advanceTimersByTimeAsync(GAP_NOTICE - 1)
    expect(gaps).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(gaps).toEqual([1])
    await journal.append([entry(2)])
    expect(await held).toEqual({ last: 3 })
  })

  it('refuses an entry after a gap that stays open, and takes it when the gap is filled after all', async () => {
    vi.useFakeTimers()
    const journal = await openJournal()
    await journal.append([entry(1)])
    const refused = expect(journal.append([entry(3)])).rejects.toEqual(reasonOf('errors.journal.gap', { expected: 2 }))
    await vi.advanceTimersByTimeAsync(GAP_LIMIT)
    await refused
    await journal.append([entry(2)])
    expect(await sequences(journal)).toEqual([1, 2, 3])
  })

  it('takes an append that follows at once on an answer', async () => {
    const journal = await openJournal()
    for (let sequence = 1; sequence <= 50; sequence += 1) await journal.append([entry(sequence)])
    expect(journal.last).toBe(50)
  })
})

describe('a disk that refuses', () => {
  it('answers with an error, leaves no half line and takes the same entry later', async () => {
    let full = true
    const journal = await openJournal({ openFile: (name) => fillingUp(name, () => full) })
    const refused = journal.append([entry(1)])
    await expect(refused).rejects.toEqual(reasonOf('errors.journal.unwritable', { code: 'ENOSPC' }))
    expect((await stat(path)).size).toBe(0)
    full = false
    expect(await journal.append([entry(1)])).toEqual({ last: 1 })
    expect(await sequences(journal)).toEqual([1])
  })
})

describe('open', () => {
  it('goes on where it was left', async () => {
    await (await openJournal()).append(entries(1, 2))
    await opened.pop()?.close()
    const journal = await openJournal()
    expect({ last: journal.last, torn: journal.torn }).toEqual({ last: 2, torn: 0 })
    await journal.append([entry(3)])
    expect(await sequences(journal)).toEqual([1, 2, 3])
  })

  it('names the line that is damaged in the middle, reads what is before it, and changes nothing', async () => {
    const lines = entries(1, 3).map(lineOf)
    const damaged = Buffer.concat([lines[0] ?? '', Buffer.from('{"sequence":2,garbage\n'), lines[2] ?? ''] as Buffer[])
    await writeFile(path, damaged)
    const journal = await openJournal()
    expect(journal.damage).toEqual({ line: 2, last: 3 })
    expect(await sequences(journal)).toEqual([1])
    await opened.pop()?.close()
    expect(await readFile(path)).toEqual(damaged)
  })

  it('copies what lies beyond the damage aside before the first entry takes its place', async () => {
    const lines = entries(1, 3).map(lineOf)
    await writeFile(path, Buffer.concat([lines[0] ?? '', Buffer.from('\0\n'), lines[2] ?? ''] as Buffer[]))
    const journal = await openJournal()
    await journal.append(entries(2, 3))
    expect(await sequences(journal)).toEqual([1, 2, 3])
    expect(await readFile(path)).toEqual(Buffer.concat(lines))
    const aside = (await readdir(folder)).filter((name) => name.startsWith('journal.damaged-'))
    expect(aside).toHaveLength(1)
    expect(await readFile(join(folder, aside[0] ?? ''))).toEqual(
      Buffer.concat([Buffer.from('\0\n'), lines[2] ?? Buffer.of()]),
    )
    await opened.pop()?.close()
    expect((await openJournal()).damage).toBeNull()
  })

  it.each([
    ['a gap', [1, 3, 4], { line: 2, last: 4 }],
    ['a doubled line', [1, 2, 2, 3], { line: 3, last: 3 }],
  ])('names the line that leaves %s', async (_what, order, damage) => {
    await writeFile(path, Buffer.concat(order.map((sequence) => lineOf(entry(sequence)))))
    expect((await openJournal()).damage).toEqual(damage)
  })

  it('counts a damaged line before a torn one as torn too', async () => {
    await writeFile(path, Buffer.concat([lineOf(entry(1)), Buffer.from('\0\0\0\n{"sequ')]))
    const journal = await openJournal()
    expect({ last: journal.last, torn: journal.torn }).toEqual({ last: 1, torn: 2 })
  })

  it('keeps every whole line and sets the torn end aside, wherever it is torn', async () => {
    const lines = entries(1, 6).map(lineOf)
    const whole = Buffer.concat(lines)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length }), async (length) => {
        folder = await temporaryFolder()
        path = join(folder, 'journal.jsonl')
        await writeFile(path, whole)
        await truncate(path, length)
        const kept = wholeLines(lines, length)
        const rest = whole.subarray(kept.bytes, length)
        const journal = await Journal.open(path)
        expect({ last: journal.last, torn: journal.torn }).toEqual({ last: kept.count, torn: rest.length > 0 ? 1 : 0 })
        const aside = (await readdir(folder)).filter((name) => name.startsWith('journal.torn-'))
        expect(aside).toHaveLength(rest.length > 0 ? 1 : 0)
        for (const name of aside) expect(await readFile(join(folder, name))).toEqual(rest)
        await journal.append(entries(kept.count + 1, 6))
        await journal.close()
        expect(await readFile(path)).toEqual(whole)
      }),
      { numRuns: 60 },
    )
  })
})

describe('read', () => {
  it('gives the entries after a sequence, at most as many as asked for', async () => {
    const journal = await openJournal()
    await journal.append(entries(1, 9))
    const { entries: found, last } = await journal.read(4, 3)
    expect(found).toEqual(entries(5, 7))
    expect(last).toBe(9)
    expect(await journal.read(9, 3)).toEqual({ entries: [], last: 9 })
    expect(await journal.read(99, 3)).toEqual({ entries: [], last: 9 })
  })
})

describe('any order of appends', () => {
  it('ends with every entry once, in sequence, and answers each append only with its entries on disk', async () => {
    const count = 12
    const pieces = fc.array(fc.tuple(fc.integer({ min: 1, max: count }), fc.integer({ min: 1, max: 4 })), {
      maxLength: 12,
    })
    await fc.assert(
      fc.asyncProperty(pieces, fc.shuffledSubarray(entries(1, count), { minLength: count }), async (extra, order) => {
        path = join(await temporaryFolder(), 'journal.jsonl')
        const journal = await Journal.open(path)
        const groups: JournalEntry[][] = [
          ...extra.map(([first, size]) => entries(first, Math.min(count, first + size - 1))),
          ...order.map((one) => [one]),
        ]
        await Promise.all(
          groups.map(async (group) => {
            const { last } = await journal.append(group)
            expect(last).toBeGreaterThanOrEqual(Math.max(...group.map(({ sequence }) => sequence)))
          }),
        )
        await journal.close()
        expect(await readFile(path)).toEqual(Buffer.concat(entries(1, count).map(lineOf)))
      }),
      { numRuns: 40 },
    )
  })

  it('refuses what waits when it is closed', async () => {
    const journal = await Journal.open(path)
    const refused = expect(journal.append([entry(5)])).rejects.toThrow('errors.journal.closed')
    await journal.close()
    await refused
    await expect(journal.append([entry(1)])).rejects.toThrow('errors.journal.closed')
  })
})

function wholeLines(lines: readonly Buffer[], length: number): { count: number; bytes: number } {
  let bytes = 0
  let count = 0
  for (const line of lines) {
    if (bytes + line.length > length) break
    bytes += line.length
    count += 1
  }
  return { count, bytes }
}

async function traced(name: string, calls: string[]): Promise<JournalFile> {
  const file = await open(name, 'w+')
  return new Proxy(file, {
    get: (target, property) => {
      const value: unknown = Reflect.get(target, property)
      if (typeof value !== 'function') return value
      return (...given: unknown[]) => {
        if (property === 'write' || property === 'datasync') calls.push(property)
        return value.apply(target, given)
      }
    },
  })
}

/** A file on a disk that fills up in the middle of a write. */
async function fillingUp(name: string, full: () => boolean): Promise<JournalFile> {
  const file = await open(name, 'w+')
  return {
    read: file.read.bind(file),
    truncate: (length) => file.truncate(length),
    datasync: () => file.datasync(),
    close: () => file.close(),
    write: (async (bytes: Buffer, offset: number, length: number, position: number) => {
      if (!full()) return file.write(bytes, offset, length, position)
      await file.write(bytes, offset, Math.floor(length / 2), position)
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    }) as JournalFile['write'],
  }
}
