import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JournalEntry } from '#shared/model/journal'

/** A folder of its own for a test. */
export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'duibiao-test-'))

/** A journal entry with the given sequence. */
export const entry = (sequence: number, text = '旅游收入'): JournalEntry => ({
  sequence,
  at: '2026-11-22T08:00:00.000Z',
  author: '测试',
  operation: { key: 'app.test', params: { text } },
  changes: [{ table: 'codes', key: `code-${sequence}`, before: null, after: { name: text, lines: 'a\nb' } }],
  undoes: null,
  redoes: null,
})

/** Entries of the sequences from `first` to `last`. */
export const entries = (first: number, last: number): JournalEntry[] =>
  Array.from({ length: last - first + 1 }, (_, index) => entry(first + index))
