import 'fake-indexeddb/auto'
import { beforeEach, expect, it } from 'vitest'
import type { AlsoCoded, Annotation } from '#shared/model/annotation'
import { newId } from '#shared/model/identity'
import { makeAnchor } from '#shared/text/anchor'
import { annotationsOf, listCoders, type Session, settleCoding } from '../../../../renderer/storage'
import { answerTo } from '../../../../renderer/workers/agreement/answer'
import { askAgreement, type WorkerLike } from '../../../../renderer/workers/agreement/client'
import type { AgreementQuery, AgreementReply } from '../../../../renderer/workers/agreement/protocol'
import { AT, opened, TEXT } from '../../storage/fixture'

const CODE = newId()
let session: Session
let report: string
let source: string

beforeEach(async () => {
  const all = await opened()
  session = all.session
  report = all.report
  source = all.hash
})

const query = (more: Partial<AgreementQuery> = {}): AgreementQuery => ({
  ...{ project: session.project.id, authors: ['甲', '乙'], reports: null, unit: 'character', untouched: false },
  ...{ byRule: false, ...more },
})
const ask = (more: Partial<AgreementQuery> = {}) => answerTo(session.db, query(more), () => undefined)

async function mark(words: string, author: string, codes = [CODE], more: { also?: AlsoCoded[]; rule?: string } = {}) {
  const start = TEXT.indexOf(words)
  const annotation: Annotation = {
    ...{ id: newId(), source, reading: `${source}:1`, report, anchor: makeAnchor(TEXT, start, start + words.length) },
    ...{ codes, memo: '', author, rule: null, createdAt: AT, updatedAt: AT, orphan: false, also: [], ...more },
  }
  await session.db.annotations.put(annotation)
  return annotation
}
/** By author: two at one place come in the order of their random ids. */
const given = async () =>
  (await annotationsOf(session.db, source))
    .toSorted((a, b) => a.anchor.start - b.anchor.start || a.author.localeCompare(b.author, 'zh-CN'))
    .map(({ anchor, author, codes }) => [anchor.quote, author, codes.length])

it('compares two authors where both have read, and lists where they part', async () => {
  await mark('地区生产总值', '甲')
  await mark('生产总值', '乙')
  const { codes, overall, disagreements, compared, single, parted } = await ask()
  expect([compared, single, parted]).toEqual([[report], [], 1])
  expect(codes).toMatchObject([{ code: CODE, coded: [6, 4], all: 4, units: TEXT.length }])
  expect(overall).toMatchObject({ units: TEXT.length })
  expect(disagreements).toMatchObject([{ report, source, code: CODE, pattern: '10', words: '地区' }])
})

it('counts sentences and clauses', async () => {
  await mark('地区生产总值', '甲')
  await mark('增长8%', '乙')
  expect((await ask({ unit: 'sentence' })).codes).toMatchObject([{ units: 2, coded: [1, 1], all: 1 }])
  expect((await ask({ unit: 'clause' })).codes).toMatchObject([{ coded: [1, 1], all: 0 }])
})

it('takes who is named beside the author for a coder, each for the codes that they gave', async () => {
  const other = newId()
  await mark('地区生产总值', '甲', [CODE, other], { also: [{ author: '乙', at: AT, codes: [CODE] }] })
  const { codes } = await ask()
  expect(new Map(codes.map(({ code, coded }) => [code, coded]))).toEqual(
    new Map([
      [CODE, [6, 6]],
      [other, [6, 0]],
    ]),
  )
  expect(await listCoders(session.db)).toEqual([
    { author: '乙', annotations: 1, reports: 1 },
    { author: '甲', annotations: 1, reports: 1 },
  ])
})

it('leaves a report out that one has never touched, unless it is asked for', async () => {
  await mark('地区生产总值', '甲')
  expect(await ask()).toMatchObject({ compared: [], single: [report], codes: [], disagreements: [] })
  expect(await ask({ untouched: true })).toMatchObject({ compared: [report], codes: [{ coded: [6, 0] }] })
  // A highlight without a code shows that one has read it.
  await mark('停车场', '乙', [])
  expect(await ask()).toMatchObject({ compared: [report], single: [], codes: [{ coded: [6, 0] }] })
  expect((await ask({ reports: [newId()] })).compared).toEqual([])
  await session.db.sources.update(source, { hidden: true })
  expect((await ask()).compared).toEqual([])
})

it('does not take for a coder who let a rule code, unless it is asked for', async () => {
  await mark('地区生产总值', '甲')
  await mark('地区生产总值', '乙', [CODE], { rule: newId() })
  expect((await ask()).compared).toEqual([])
  expect((await ask({ byRule: true })).codes).toMatchObject([{ coded: [6, 6], percent: 1 }])
})

const disputed = async () => {
  const [first] = (await ask()).disagreements
  if (!first) throw new Error('nothing is disputed')
  return { ...first, name: '编码' }
}

it('settles a passage for the code: those who had not given it are named beside', async () => {
  await mark('地区生产总值', '甲')
  await mark('生产总值', '乙')
  await settleCoding(session, await disputed(), 'code', ['乙'])
  expect(await ask()).toMatchObject({ disagreements: [], codes: [{ coded: [6, 6], kappa: 1 }] })
  await session.undo()
  expect((await ask()).codes).toMatchObject([{ coded: [6, 4] }])
})

it('settles a passage against the code: what lies outside of it stays', async () => {
  await mark('地区生产总值', '甲')
  await mark('生产总值', '乙')
  await settleCoding(session, await disputed(), 'none', ['乙'])
  expect(await given()).toEqual([
    ['生产总值', '甲', 1],
    ['生产总值', '乙', 1],
  ])
  expect((await ask()).disagreements).toEqual([])
  await session.undo()
  expect((await given()).map(([quote]) => quote).sort()).toEqual(['地区生产总值', '生产总值'].sort())
})

it('parts an annotation whose middle is settled against, and keeps its other codes and its memo', async () => {
  const other = newId()
  const whole = await mark('地区生产总值', '甲', [CODE, other])
  await mark('地区', '乙')
  await mark('总值', '乙')
  await settleCoding(session, await disputed(), 'none', ['乙'])
  const own = (await annotationsOf(session.db, source)).filter(({ author }) => author === '甲')
  expect(own.find(({ id }) => id === whole.id)).toMatchObject({ codes: [other], anchor: { quote: '地区生产总值' } })
  expect(own.filter(({ id }) => id !== whole.id).map(({ anchor, codes }) => [anchor.quote, codes])).toEqual(
    expect.arrayContaining([
      ['地区', [CODE]],
      ['总值', [CODE]],
    ]),
  )
})

it('takes an annotation away of which nothing is left', async () => {
  await mark('地区', '甲')
  await mark('停车场', '乙', [])
  await settleCoding(session, await disputed(), 'none', ['乙'])
  expect(await given()).toEqual([['停车场', '乙', 0]])
})

/** A worker that says what it is told to. */
function scripted(...replies: AgreementReply[]) {
  const listeners = new Map<string, (event: never) => void>()
  const told: unknown[] = []
  let ended = 0
  const worker: WorkerLike = {
    postMessage: (message) => {
      told.push(message)
      for (const data of replies) listeners.get('message')?.({ data } as never)
    },
    terminate: () => {
      ended += 1
    },
    addEventListener: (type: string, listener: (event: never) => void) => void listeners.set(type, listener),
  }
  return {
    start: () => worker,
    told,
    ended: () => ended,
    fail: (message: string) => listeners.get('error')?.({ message } as never),
  }
}

it('asks a worker of its own, which ends with the answer, with a failure, or when given up', async () => {
  const answer = { codes: [], overall: (await ask()).overall, disagreements: [], parted: 0, compared: [], single: [] }
  const progress: [number, number][] = []
  const good = scripted({ told: 'progress', done: 1, total: 2 }, { told: 'answer', answer })
  const signal = new AbortController()
  const found = await askAgreement(query(), signal.signal, (...told) => progress.push(told), good.start)
  expect([found, progress, good.told, good.ended()]).toEqual([answer, [[1, 2]], [query()], 1])

  const bad = scripted({ told: 'failed', reason: { key: 'agreement.failed', params: { message: 'x' } } })
  await expect(askAgreement(query(), signal.signal, () => undefined, bad.start)).rejects.toMatchObject({
    reason: { key: 'agreement.failed' },
  })
  const broken = scripted()
  const failing = askAgreement(query(), signal.signal, () => undefined, broken.start)
  broken.fail('no memory')
  await expect(failing).rejects.toMatchObject({ reason: { params: { message: 'no memory' } } })
  const left = scripted()
  const leaving = askAgreement(query(), signal.signal, () => undefined, left.start)
  signal.abort(new DOMException('ended', 'AbortError'))
  await expect(leaving).rejects.toThrow('ended')
  expect([bad.ended(), broken.ended(), left.ended()]).toEqual([1, 1, 1])
})
