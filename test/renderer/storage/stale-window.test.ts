import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { message } from '#shared/model/identity'
import type { Project } from '#shared/model/project'
import { makeAnchor } from '#shared/text/anchor'
import {
  addAnnotation,
  addAnnotations,
  addBookmark,
  addCode,
  addCorrections,
  changeAnnotations,
  mergeAnnotations,
  type Session,
  storeReading,
  updateAnnotation,
} from '../../../renderer/storage'
import { hashOf, importText, openTexts, readFile } from './corrections/texts'
import { AT, MemoryJournal, newProject } from './fixture'

/*
 * Two windows on one text. One has changed it; the other one shows what it was for a moment longer, and the user goes on
 * in it.
 */

const HASH = hashOf('1.txt')
const WORDS = '固定资产投资增长1O%'

let project: Project
let journal: MemoryJournal
let a: Session
let b: Session

beforeEach(async () => {
  project = newProject()
  journal = new MemoryJournal()
  a = (await openTexts(project, journal)).session
  b = (await openTexts(project, journal)).session
  await importText(a.db, journal, '1.txt')
})
afterEach(() => {
  a.close()
  b.close()
})

const readingOf = async (): Promise<string> => (await a.db.sources.get(HASH))?.reading ?? ''
const textOf = async (): Promise<string> => (await a.db.texts.get(await readingOf()))?.text ?? ''

/** A mark on some words of a text as a window shows it. */
function markOn(text: string, words: string, reading: string) {
  const start = text.indexOf(words)
  return { source: HASH, reading, anchor: makeAnchor(text, start, start + words.length) }
}

const annotationOn = (text: string, words: string, reading: string) => ({
  ...markOn(text, words, reading),
  report: null,
  codes: [],
  memo: '',
})

/** Puts words before all others of the text, in the first window. */
const correctBefore = (text: string) =>
  addCorrections(a, [
    { source: HASH, start: text.indexOf('8.5%'), end: text.indexOf('8.5%') + 4, replacement: '百分之八点五' },
  ])

async function expectOnQuotes(count: number): Promise<void> {
  const text = await textOf()
  const marks = [...(await a.db.annotations.toArray()), ...(await a.db.bookmarks.toArray())]
  expect(marks).toHaveLength(count)
  for (const { anchor, orphan } of marks) {
    expect(orphan).toBe(false)
    expect(text.slice(anchor.start, anchor.end)).toBe(anchor.quote)
  }
}

it('sets marks where their words stand in the stored text', async () => {
  const shown = await textOf()
  const reading = await readingOf()
  const own = await addAnnotation(b, annotationOn(shown, '12.5亿元', reading))
  await correctBefore(shown)
  const made = await addAnnotation(b, annotationOn(shown, WORDS, reading))
  expect(made.anchor.start).toBe(shown.indexOf(WORDS) + 2)
  const step = message('project.history.annotationsMerged', { count: 2 })
  await addAnnotations(b, step, [annotationOn(shown, '9.8亿元', reading), annotationOn(shown, '𠮷利大道', reading)])
  await updateAnnotation(b, own.id, { anchor: markOn(shown, '收入完成12.5亿元', reading).anchor })
  await addBookmark(b, { ...markOn(shown, '增长7.1%', reading), name: '' })
  await expectOnQuotes(5)
  await a.undo()
  await a.undo()
  await b.undo()
  await b.undo()
  // The text as it was, which a window that shows the corrected one codes in.
  const corrected = await textOf()
  await b.undo()
  expect(await textOf()).toBe(shown)
  await addAnnotation(a, annotationOn(corrected, WORDS, reading))
  await expectOnQuotes(2)
})

it('does not take the next of some short words for those that were meant', async () => {
  const shown = await textOf()
  const start = shown.indexOf('增长6%')
  // After the correction the very same character stands at the old offset, in other words.
  const next = shown.indexOf('增', start + 1)
  await addCorrections(a, [{ source: HASH, start: 0, end: 0, replacement: '甲'.repeat(next - start) }])
  const anchor = makeAnchor(shown, next, next + 1)
  await addAnnotation(b, { source: HASH, reading: await readingOf(), report: null, anchor, codes: [], memo: '' })
  expect((await a.db.annotations.toArray())[0]?.anchor.start).toBe(next + next - start)
})

it('keeps a mark whose words are gone as an orphan with its quote', async () => {
  const shown = await textOf()
  const start = shown.indexOf('一般公共预算')
  const end = shown.indexOf('\n', start)
  await addCorrections(a, [{ source: HASH, start, end, replacement: '（此段缺失）' }])
  const quote = shown.slice(start + 20, end - 4)
  const made = await addAnnotation(b, { ...annotationOn(shown, quote, await readingOf()), memo: '要紧' })
  expect(await a.db.annotations.get(made.id)).toMatchObject({ orphan: true, memo: '要紧', anchor: { quote } })
})

it('sets a mark in the reading that is shown now', async () => {
  const shown = await textOf()
  const before = await readingOf()
  const { entry } = await storeReading(a.db, await readFile('1.txt', { encoding: 'utf-8' }), { author: '甲', at: AT })
  if (entry) await journal.append([entry])
  const made = await addAnnotation(b, annotationOn(shown, WORDS, before))
  expect(made.reading).toBe(await readingOf())
  await expectOnQuotes(1)
})

it('corrects nothing where the text is not as it was seen', async () => {
  const shown = await textOf()
  const start = shown.indexOf('1O%')
  await correctBefore(shown)
  const stands = await textOf()
  const seen = { words: '', characters: shown.length }
  await expect(addCorrections(b, [{ source: HASH, start, end: start, replacement: '约', seen }])).rejects.toMatchObject(
    {
      reason: { key: 'project.write.textMoved' },
    },
  )
  expect(await textOf()).toBe(stands)
  const at = stands.indexOf('1O%')
  const now = { words: '1O%', characters: stands.length }
  await addCorrections(b, [{ source: HASH, start: at, end: at + 3, replacement: '10%', seen: now }])
  expect(await textOf()).toContain('固定资产投资增长10%，')
})

it('loses nothing that the other window says of annotations that it merges or codes', async () => {
  const shown = await textOf()
  const reading = await readingOf()
  const code = await addCode(a, { name: '甲' })
  const other = await addCode(a, { name: '乙' })
  const one = await addAnnotation(a, { ...annotationOn(shown, '固定资产', reading), codes: [code.id] })
  const two = await addAnnotation(a, { ...annotationOn(shown, '投资增长1O%', reading), codes: [code.id] })
  await Promise.all([updateAnnotation(b, two.id, { memo: '另一窗口写的' }), mergeAnnotations(a, { source: HASH })])
  expect((await a.db.annotations.toArray()).map(({ memo }) => memo).join()).toContain('另一窗口写的')
  const step = message('project.history.quotesCoded', { count: 1, name: '乙' })
  await Promise.all([
    updateAnnotation(b, one.id, ({ codes }) => ({ codes: [...codes, 'c'.repeat(21)] })).catch(() => null),
    changeAnnotations(a, step, [{ id: one.id, patch: ({ codes }) => ({ codes: [...codes, other.id] }) }]),
  ])
  const codes = (await a.db.annotations.get(one.id))?.codes ?? []
  expect(codes).toEqual(expect.arrayContaining([code.id, other.id]))
  expect(journal.entries).toEqual(await a.db.journalMirror.toArray())
})
