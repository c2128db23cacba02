import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { formatLink } from '#shared/coding/links'
import { makeAnchor } from '#shared/text/anchor'
import {
  addAnnotation,
  addCode,
  linkCandidates,
  linkedThings,
  listMemos,
  memoAbout,
  memoOf,
  removeAnnotation,
  removeMemo,
  type Session,
  saveMemo,
  updateCode,
  updateReport,
} from '../../../../renderer/storage'
import { opened, TEXT } from '../fixture'

let session: Session
let hash: string
let report: string

beforeEach(async () => {
  ;({ session, hash, report } = await opened())
})
afterEach(() => session.close())

const mark = (quote: string, memo = '') => {
  const start = TEXT.indexOf(quote)
  const anchor = makeAnchor(TEXT, start, start + quote.length)
  return addAnnotation(session, { source: hash, reading: `${hash}:1`, report, anchor, codes: [], memo })
}
const ofReport = () => ({ type: 'report', id: report }) as const

describe('the memo of a subject', () => {
  it('is one, and says who wrote it last', async () => {
    await saveMemo(session, ofReport(), '甲写的')
    session.author = '乙'
    await saveMemo(session, ofReport(), '乙写的')
    expect(await session.db.memos.toArray()).toMatchObject([{ subject: ofReport(), text: '乙写的', author: '乙' }])
    expect(await memoOf(session.db, ofReport())).toBe('乙写的')
  })

  it('is not written again where nothing is different', async () => {
    expect(await saveMemo(session, ofReport(), '口径')).not.toBeNull()
    expect(await saveMemo(session, ofReport(), '口径')).toBeNull()
  })

  it('goes with a text without words, and undo brings it back', async () => {
    await saveMemo(session, ofReport(), '口径')
    await saveMemo(session, ofReport(), ' \n')
    expect(await session.db.memos.count()).toBe(0)
    await session.undo()
    expect(await memoOf(session.db, ofReport())).toBe('口径')
    await removeMemo(session, ofReport())
    expect(await memoOf(session.db, ofReport())).toBe('')
    expect(await removeMemo(session, ofReport())).toBeNull()
  })

  it('is named in the history by what it is about', async () => {
    const code = await addCode(session, { name: '目标' })
    const names = [
      await saveMemo(session, ofReport(), 'a'),
      await saveMemo(session, { type: 'code', id: code.id }, 'a'),
      await saveMemo(session, { type: 'project', id: session.project.id }, 'a'),
      await removeMemo(session, { type: 'code', id: code.id }),
    ].map((entry) => entry?.operation)
    expect(names).toEqual([
      { key: 'project.history.memoReport', params: { name: '瀍河 2024' } },
      { key: 'project.history.memoCode', params: { name: '目标' } },
      { key: 'project.history.memoProject', params: { name: '课题' } },
      { key: 'project.history.memoRemoved', params: { name: '目标' } },
    ])
  })

  it('of an annotation is the annotation itself', async () => {
    const { id } = await mark('160亿元')
    await saveMemo(session, { type: 'annotation', id }, '可比价？')
    expect(await session.db.annotations.get(id)).toMatchObject({ memo: '可比价？' })
    expect(await session.db.memos.count()).toBe(0)
    await removeMemo(session, { type: 'annotation', id })
    expect(await memoOf(session.db, { type: 'annotation', id })).toBe('')
  })

  it('names codes and reports as they are called now, and passages as the user does', async () => {
    const code = await addCode(session, { name: '目标' })
    const { id } = await mark('160亿元')
    const passage = formatLink({ type: 'annotation', id }, '那个数')
    const text = [
      formatLink({ type: 'code', id: code.id }, '旧名'),
      formatLink({ type: 'report', id: report }, '旧名'),
      passage,
    ].join()
    await saveMemo(session, { type: 'project', id: session.project.id }, text)
    const [memo] = await session.db.memos.toArray()
    expect(memo?.text).toBe(
      [
        formatLink({ type: 'code', id: code.id }, '目标'),
        formatLink({ type: 'report', id: report }, '瀍河 2024'),
        passage,
      ].join(),
    )
  })
})

describe('all memos', () => {
  it('are one list, the last written first, with what links to them', async () => {
    const code = await addCode(session, { name: '目标' })
    const marked = await mark('160亿元', '总量')
    await mark('8%')
    await saveMemo(session, { type: 'code', id: code.id }, '定义待定')
    const [ofCode] = await session.db.memos.toArray()
    const links = [
      formatLink({ type: 'annotation', id: marked.id }, 'a'),
      formatLink({ type: 'memo', id: ofCode?.id ?? '' }, 'b'),
      formatLink({ type: 'report', id: report }, 'c'),
    ]
    await saveMemo(session, ofReport(), links.join(' '))
    const rows = await listMemos(session.db)
    expect(rows.map(({ key, name, gone, backlinks }) => ({ key, name, gone, backlinks }))).toEqual([
      { key: `report:${report}`, name: '瀍河 2024', gone: false, backlinks: [] },
      { key: `code:${code.id}`, name: '目标', gone: false, backlinks: [`report:${report}`] },
      { key: `annotation:${marked.id}`, name: '160亿元', gone: false, backlinks: [`report:${report}`] },
    ])
    expect(rows[2]).toMatchObject({ place: '瀍河', year: 2024, text: '总量' })
  })

  it('keep one whose subject is gone, and leave out those of a source that is removed', async () => {
    const code = await addCode(session, { name: '目标' })
    await saveMemo(session, { type: 'code', id: code.id }, '为什么要它')
    await mark('160亿元', '总量')
    await session.db.codes.delete(code.id)
    await session.db.sources.update(hash, { hidden: true })
    expect((await listMemos(session.db)).map(({ text, gone }) => ({ text, gone }))).toEqual([
      { text: '为什么要它', gone: true },
    ])
    expect(await memoAbout(session.db, { type: 'code', id: code.id })).toMatchObject({ gone: true, thing: null })
  })
})

describe('what links lead to', () => {
  it('is there until it is deleted', async () => {
    const code = await addCode(session, { name: '目标' })
    const { id, anchor } = await mark('160亿元')
    const text = `${formatLink({ type: 'annotation', id }, 'a')}${formatLink({ type: 'code', id: code.id }, 'b')}`
    const things = await linkedThings(session.db, text)
    expect(things.get(`annotation:${id}`)).toMatchObject({ source: hash, start: anchor.start, end: anchor.end })
    expect(things.get(`code:${code.id}`)).toMatchObject({ name: '目标' })
    await removeAnnotation(session, id)
    await updateCode(session, code.id, { name: '指标' })
    const later = await linkedThings(session.db, text)
    expect([...later.keys()]).toEqual([`code:${code.id}`])
    expect(later.get(`code:${code.id}`)?.name).toBe('指标')
  })

  it('is offered by name: codes, reports, memos, passages', async () => {
    const code = await addCode(session, { name: '目标' })
    await addCode(session, { name: '增速', parent: code.id })
    await mark('160亿元')
    await saveMemo(
      session,
      { type: 'code', id: code.id },
      `见 ${formatLink({ type: 'report', id: report }, 'x')}\n下一行`,
    )
    await updateReport(session, report, { title: '在大会上' })
    expect((await linkCandidates(session.db)).map(({ target, name, hint }) => [target.type, name, hint])).toEqual(
      expect.arrayContaining([
        ['code', '目标', ''],
        ['code', '增速', '目标'],
        ['report', '瀍河 2024', '在大会上'],
        ['memo', '见 瀍河 2024 下一行', '目标'],
        ['annotation', '160亿元', '瀍河 2024'],
      ]),
    )
  })
})
