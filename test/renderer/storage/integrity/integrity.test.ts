import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import {
  acceptStatement,
  addAnnotation,
  addCode,
  checkIntegrity,
  type IntegrityFinding,
  repairIntegrity,
  reviewStatements,
  type Session,
} from '../../../../renderer/storage'
import { reportId } from '../../../../shared/model/identity'
import { makeAnchor } from '../../../../shared/text/anchor'
import { dump, hashOf, importFile, open, opened, TEXT, truly } from '../fixture'

const WHOLE = { originals: { missing: [], damaged: [] } }
const kinds = (findings: readonly IntegrityFinding[]) => findings.map(({ kind, table }) => `${kind} ${table}`)

/** A project with two sources, a code, an annotation that has it, and an accepted statement. */
async function used() {
  const world = await opened(truly)
  const { session, journal, report, hash } = world
  await importFile(session.db, journal, 2, truly(2))
  const code = await addCode(session, { name: '民生' })
  const start = TEXT.indexOf('新增停车场')
  const annotation = await addAnnotation(session, {
    source: hash,
    reading: `${hash}:1`,
    report,
    anchor: makeAnchor(TEXT, start, start + 5),
    codes: [code.id],
    memo: '',
  })
  const [first] = await reviewStatements(session.db, report)
  await acceptStatement(session, report, first?.key ?? '')
  const check = async () => (await checkIntegrity(session.db, WHOLE)).findings
  return { ...world, code, annotation, check }
}

/** Puts a record into the database past everything that checks it. */
const garble = async (session: Session, table: string, key: string, change: object): Promise<void> => {
  const record: unknown = await session.db.table(table).get(key)
  await session.db.table(table).put({ ...Object(record), ...change })
}

describe('the check of a project', () => {
  it('finds nothing in one that is as the program left it, and says what it looked at', async () => {
    const { session } = await used()
    const seen: number[] = []
    const { counts, findings } = await checkIntegrity(session.db, { ...WHOLE, told: (done) => seen.push(done) })
    expect(findings).toEqual([])
    expect(counts).toEqual({ originals: 2, texts: 2, marks: 2, records: 2, entries: 5 })
    expect(seen).toEqual([0, 2])
  })

  it('names originals that are lost or damaged, but none of a source that was taken back', async () => {
    const { session, hash } = await used()
    const originals = { missing: [hash], damaged: [hashOf(2), hashOf(9)] }
    const { findings } = await checkIntegrity(session.db, { originals })
    expect(findings.map(({ kind, label, repair }) => [kind, label, repair])).toEqual([
      ['originalMissing', '1.txt', null],
      ['originalDamaged', '2.txt', null],
    ])
    await garble(session, 'sources', hash, { hidden: true })
    expect(kinds((await checkIntegrity(session.db, { originals })).findings)).toEqual(['originalDamaged sources'])
  })

  it('tells a text that lost a character, has another one, or is gone', async () => {
    const { session, hash, check } = await used()
    const reading = `${hash}:1`
    await garble(session, 'texts', reading, { text: TEXT.replace('160', '106') })
    expect(kinds(await check())).toContain('textChanged texts')
    await garble(session, 'texts', reading, { text: TEXT.slice(1), fingerprint: undefined })
    expect(kinds(await check())).toContain('textChanged texts')
    await session.db.texts.delete(reading)
    expect(kinds(await check())).toEqual(['textMissing texts'])
  })

  it('tells what is not there of a report, of marks, of links and of the history', async () => {
    const { session, annotation, code, report, check } = await used()
    await session.db.cells.delete(report)
    await garble(session, 'annotations', annotation.id, { anchor: { ...annotation.anchor, start: 0, end: 5 } })
    await session.db.codes.delete(code.id)
    await session.db.journalMirror.delete(2)
    expect(kinds(await check()).toSorted()).toEqual([
      'foundMissing reports',
      'historyGap journalMirror',
      'linkBroken annotations',
      'quoteElsewhere annotations',
    ])
  })

  it('can be cancelled', async () => {
    const { session } = await used()
    await expect(checkIntegrity(session.db, { ...WHOLE, signal: AbortSignal.abort() })).rejects.toThrow('abort')
  })
})

describe('the repair of a project', () => {
  it('brings back texts and what was found in them as they were', async () => {
    const { session, hash, report, check } = await used()
    const before = await dump(session.db)
    await garble(session, 'texts', `${hash}:1`, { text: TEXT.replace('160', '106') })
    await session.db.cells.delete(reportId(hashOf(2), 0))
    await session.db.sections.delete(report)
    expect(await repairIntegrity(session, await check())).toEqual([])
    expect(await check()).toEqual([])
    expect(await dump(session.db)).toEqual(before)
  })

  it('puts marks on their quotes and takes off what is not there, in one step that can be undone', async () => {
    const { session, journal, annotation, code, report, check } = await used()
    const [statement] = await session.db.statements.toArray()
    await garble(session, 'annotations', annotation.id, { anchor: { ...annotation.anchor, start: 0, end: 5 } })
    await garble(session, 'statements', statement?.id ?? '', { start: 1 })
    await session.db.codes.delete(code.id)
    const last = journal.last
    await repairIntegrity(session, await check())
    expect(await check()).toEqual([])
    expect(journal.last).toBe(last + 1)
    const mended = await session.db.annotations.get(annotation.id)
    expect(mended).toMatchObject({ anchor: annotation.anchor, codes: [], report, orphan: false })
    expect((await session.db.statements.toArray())[0]?.start).toBe(statement?.start)
    await session.undo()
    expect(kinds(await check()).toSorted()).toEqual([
      'linkBroken annotations',
      'quoteElsewhere annotations',
      'quoteElsewhere statements',
    ])
  })

  it('keeps a mark whose words stand nowhere as an orphan with its quote', async () => {
    const { session, annotation, check } = await used()
    const anchor = { ...annotation.anchor, quote: '没有这些字的地方', prefix: '甲', suffix: '乙' }
    await garble(session, 'annotations', annotation.id, { anchor })
    await repairIntegrity(session, await check())
    expect(await session.db.annotations.get(annotation.id)).toMatchObject({ orphan: true, anchor })
    expect(await check()).toEqual([])
  })

  it('says which sources it could not read again', async () => {
    const { session, project, journal, hash } = await used()
    session.close()
    const without = await open(project, journal, { restore: async () => undefined })
    await without.session.db.texts.delete(`${hash}:1`)
    const { findings } = await checkIntegrity(without.session.db, WHOLE)
    expect(await repairIntegrity(without.session, findings)).toEqual(['1.txt'])
  })
})
