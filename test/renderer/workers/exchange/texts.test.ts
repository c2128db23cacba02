import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { writeQdpx } from '#shared/exchange/refi/write-project'
import { CONTRACT } from '#shared/ipc/contract'
import { reportId } from '#shared/model/identity'
import { applyIncoming, type Session } from '../../../../renderer/storage'
import type { CarriedText } from '../../../../renderer/workers/exchange/protocol'
import { readFile, readTexts } from '../../../../renderer/workers/exchange/read'
import { handleRequest } from '../../../../renderer/workers/import/handle'
import {
  annotationOf,
  codeOf,
  contentOf,
  hashOf,
  type Records,
  records,
  reportOf,
  sourceOf,
  written,
} from '../../../shared/exchange/content'
import { AT, MemoryJournal, newProject, open } from '../../storage/fixture'

const nothing = () => undefined
const words = { language: 'zh-CN', indicatorName: () => '' } as const

/** Reads the file again as the window does: `ask` is what is wanted of it. */
const asked = (session: Session, bytes: Uint8Array<ArrayBuffer>) =>
  ({ project: session.project, type: 'qdpx', bytes }) as const

/** Imports a text as main and the importer do. */
async function imported(session: Session, journal: MemoryJournal, text: CarriedText): Promise<string> {
  const { project } = session
  // What main gets has gone through the contract.
  const crossed = CONTRACT['text:import'].input.parse({ project: project.id, texts: [text] })
  const { name, folder, bytes, readAs } = crossed.texts[0] ?? text
  const file = {
    ...{ type: 'file', ticket: 1, project: session.project.id, mode: 'import', since: null, author: '甲', at: AT },
    journalLast: 0,
    ...{ name, folder, readAs, hash: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.slice().buffer },
  }
  const answer = await handleRequest(file, nothing)
  if (answer.type !== 'done') throw new Error(answer.type)
  if (answer.entry) await journal.append([answer.entry])
  return answer.outcome.status
}

/** Brings a project into an empty one: first its texts, then what stands on them. */
async function brought(content: Records) {
  const bytes = new Uint8Array(await written((sink) => writeQdpx(contentOf(content), words, sink)))
  const journal = new MemoryJournal()
  const { session } = await open(newProject(), journal)
  const texts = await readTexts(session.db, { ask: 'texts', ...asked(session, bytes) }, AT, nothing)
  const outcomes: string[] = []
  for (const text of texts) outcomes.push(await imported(session, journal, text))
  const read = await readFile(session.db, { ask: 'read', ...asked(session, bytes) }, AT, nothing)
  return { session, read, texts, outcomes, bytes }
}

const codeNames = (codes: Records['codes']): Map<string, string> => {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const pathOf = (id: string | null): string => {
    const code = id === null ? undefined : byId.get(id)
    return code ? `${pathOf(code.parent)}/${code.name}` : ''
  }
  return new Map(codes.map(({ id }) => [id, pathOf(id)]))
}

it('brings any project into an empty one without loss of sources, codes, spans and memos', async () => {
  await fc.assert(
    fc.asyncProperty(records, async (content) => {
      const { session, read, outcomes } = await brought(content)
      const filled = content.sources.filter(({ text }) => /[^\s\ufeff]/.test(text))
      expect(outcomes.filter((outcome) => outcome === 'failed')).toEqual([])
      expect(read).toMatchObject({ unplaced: 0, carried: 0 })
      await applyIncoming(session, read.placed, 'a')
      const { db } = session
      const texts = new Map((await db.texts.toArray()).map(({ reading, text }) => [reading, text]))
      expect(new Set(texts.values())).toEqual(new Set(filled.map(({ text }) => text)))
      const [theirs, ours] = [codeNames(content.codes), codeNames(await db.codes.toArray())]
      expect(new Set(ours.values())).toEqual(new Set(theirs.values()))
      const annotations = await db.annotations.toArray()
      for (const { text, annotations: wanted } of filled)
        for (const { anchor, codes, memo } of wanted) {
          const own = annotations.find(
            (one) =>
              texts.get(one.reading) === text && one.anchor.start === anchor.start && one.anchor.end === anchor.end,
          )
          expect(own?.codes.map((id) => ours.get(id))).toEqual(
            expect.arrayContaining(codes.map((id) => theirs.get(id))),
          )
          expect(own?.memo).toContain(memo.trim())
        }
      session.close()
    }),
    { numRuns: 8 },
  )
})

/** A real report with a mark, line ends of two characters, and characters of two code units. */
const SEED = readFileSync(resolve(import.meta.dirname, '../../../../seeds/003_f9b85e353477209f.txt'), 'utf8')
const TEXT = `\ufeff${SEED.replace(/\r\n?/g, '\n').slice(0, 3000).replace(/\n/g, '𠮷\r\n')}\r\n民生😀支出增长。\r\n`

/** A project of one text, with a passage behind characters that take two places. */
function one(name: string, hash = hashOf(7)): Records {
  const from = TEXT.indexOf('民生😀')
  const code = codeOf('9c5b94b1-35ad-49bb-b118-8e8fc24abf81', { name: '民生' })
  const report = reportOf(hash, TEXT, 0, 1)
  return {
    name: '课题',
    codes: [code],
    memos: [
      {
        ...{ id: '9c5b94b1-35ad-49bb-b118-8e8fc24abf82', text: '报告的备忘', author: '王芳', updatedAt: AT },
        subject: { type: 'report', id: reportId(hash, 0) },
      },
    ],
    sources: [
      {
        source: {
          ...sourceOf(hash, name),
          folder: '河南/洛阳',
          provenance: { origin: '区政府网站', published: '', page: '', url: '', obtained: '2024-01-01' },
        },
        text: TEXT,
        reports: [{ report, sections: [], statements: [], matters: [] }],
        annotations: [annotationOf(hash, TEXT, [from, from + 4], { codes: [code.id] })],
      },
    ],
  }
}

it('keeps name, folder and provenance of a text, its characters, and what stands on its report', async () => {
  const { session, read } = await brought(one('报告.docx'))
  expect(read).toMatchObject({ absent: [], memosLost: 0, counts: { provenance: { added: 1 } } })
  await applyIncoming(session, read.placed, 'a')
  const [source] = await session.db.sources.toArray()
  expect(source).toMatchObject({
    ...{ name: '报告.docx', folder: '河南/洛阳', format: 'txt' },
    provenance: { origin: '区政府网站', obtained: '2024-01-01' },
  })
  expect((await session.db.texts.get(source?.reading ?? ''))?.text).toBe(TEXT)
  expect(await session.db.annotations.toArray()).toMatchObject([
    { anchor: { quote: '民生😀', start: TEXT.indexOf('民生😀') } },
  ])
  const [report] = await session.db.reports.toArray()
  expect(await session.db.memos.toArray()).toMatchObject([{ subject: { id: report?.id }, text: '报告的备忘' }])
  session.close()
})

it('makes a plain text the file again that it was, so that nothing comes in twice', async () => {
  const hash = createHash('sha256').update(TEXT).digest('hex')
  const { session, read, bytes } = await brought(one('报告.txt', hash))
  expect((await session.db.sources.toArray()).map((source) => source.hash)).toEqual([hash])
  await applyIncoming(session, read.placed, 'a')
  const again = { ask: 'texts', ...asked(session, bytes) } as const
  expect(await readTexts(session.db, again, AT, nothing)).toEqual([])
  session.close()
})

it('gives names and folders that lead nowhere', async () => {
  const strange = one('../../a\\b')
  const [content] = strange.sources
  if (content) content.source = { ...content.source, folder: '../x//.//y\\z' }
  const { texts } = await brought(strange)
  expect(texts).toMatchObject([{ name: '.._.._a_b', folder: 'x/y_z' }])
})
