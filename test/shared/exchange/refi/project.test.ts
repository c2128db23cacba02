import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readQdpx } from '#shared/exchange/refi/read/project'
import { writeQdpx } from '#shared/exchange/refi/write-project'
import { ARCHIVE_LIMITS } from '#shared/ipc/imports'
import {
  annotationOf,
  codeOf,
  contentOf,
  hashOf,
  type Records,
  reportOf,
  sourceOf,
  statementOf,
  written,
} from '../content'
import { packed } from './foreign'
import { validate } from './schema'

const words = { language: 'zh-CN', indicatorName: (id: string) => (id === 'gdp' ? '地区生产总值' : '') } as const
const NOW = '2026-11-23T00:00:00.000Z'
const CODE = 'f47ac10b-58cc-4372-a567-0e02b2c3d479'
const hash = hashOf(1)
const text = '2022年完成生产总值160亿元。\n2023年增长8%左右，下降3%。'
const [half, end] = [19, text.length]

const one = (fields: Partial<Records['sources'][number]> = {}, rest: Partial<Records> = {}): Records => ({
  name: '课题',
  codes: [codeOf(CODE)],
  memos: [],
  sources: [{ source: sourceOf(hash), text, reports: [], annotations: [], ...fields }],
  ...rest,
})

async function files(content: Records) {
  const bytes = await written((sink) => writeQdpx(contentOf(content), words, sink))
  const zip = unzipSync(bytes)
  const qde = zip['project.qde'] ?? new Uint8Array()
  validate('project', qde)
  return { bytes, zip, qde: strFromU8(qde) }
}

function read(bytes: Uint8Array) {
  const back = readQdpx(bytes, NOW, ARCHIVE_LIMITS)
  if (!back.ok) throw new Error(back.fault.key)
  return back.content
}

describe('what a project holds in REFI-QDA', () => {
  const decided = statementOf(text, '160亿元')
  const suggested = statementOf(text, '8%', {
    id: null,
    status: 'suggested',
    author: '',
    updatedAt: null,
    role: 'target',
    canonical: '',
    indicator: '某指标',
    year: '2023',
  })
  const rejected = statementOf(text, '3%', { id: '1b671a64-40d5-491e-99b0-da01ff1f3342', status: 'rejected' })
  const report = { report: reportOf(hash, text), sections: [], statements: [decided, suggested, rejected], matters: [] }

  it('statements as spans with a code of their indicator and a note', async () => {
    const { qde } = await files(one({ reports: [report] }))
    expect(qde).toMatch(
      /name="数据项" isCodable="false".*name="目标" isCodable="false".*name="其他指标" isCodable="true".*name="完成情况".*name="地区生产总值" isCodable="true"/s,
    )
    expect(qde).toContain(`startPosition="${text.indexOf('160')}" endPosition="${text.indexOf('160') + 5}"`)
    expect(qde).toMatch(/<Note [^>]*name="完成情况 2022 地区生产总值 160亿元".*指标：地区生产总值\n.*年份：2022\n/s)
    expect(qde.match(/<Note /g)).toHaveLength(2)
  })

  it('of ours, decided statements come back as they were, others not', async () => {
    const { bytes } = await files(one({ reports: [report] }))
    const back = read(bytes)
    expect(back.codes.map(({ id }) => id)).toEqual([CODE])
    expect(back.sources[0]).toMatchObject({ annotations: [], statements: [{ ...decided, report: report.report.id }] })
    expect(back.memos).toEqual([])
    expect(back.leftOut).toEqual([{ key: 'exchangeFiles.leftOut.statements', params: { count: 1 } }])
  })

  it('saved by another tool, they come back as coded spans with notes, never as statements', async () => {
    const { zip, qde } = await files(one({ reports: [report] }))
    const { 'project.qde': _, ...rest } = zip
    const back = read(packed(qde.replace('origin="Duibiao"', 'origin="Other"'), rest))
    expect(back.sources[0]?.statements).toEqual([])
    const names = new Map(back.codes.map((code) => [code.id, code.name]))
    expect(
      back.sources[0]?.annotations.map(({ quote, codes, memo }) => [
        quote,
        codes.map((id) => names.get(id)),
        memo.split('\n')[0],
      ]),
    ).toEqual([
      ['160亿元', ['地区生产总值'], '指标：地区生产总值'],
      ['8%', ['其他指标'], '指标（原文）：某指标'],
    ])
  })

  it('reports as cases, with place and year as variables; of several, by their spans', async () => {
    const reports = [
      { ...report, report: reportOf(hash, text, 0, 0, half), statements: [] },
      { ...report, report: reportOf(hash, text, 1, half, end), statements: [] },
    ]
    const { qde, bytes } = await files(one({ reports }))
    expect(qde.match(/<Case /g)).toHaveLength(2)
    expect(qde).toMatch(/<IntegerValue>2023<\/IntegerValue>/)
    expect(qde).toContain(`startPosition="${half}" endPosition="${end}"`)
    expect(read(bytes)).toMatchObject({ sources: [{ annotations: [] }], leftOut: [] })
  })

  it('each coding with who gave it', async () => {
    const also = [
      { author: '王芳', at: '2026-02-04T00:00:00.000Z', codes: [] },
      { author: '李强', at: '2026-02-06T00:00:00.000Z', codes: [CODE] },
    ]
    const { bytes } = await files(one({ annotations: [annotationOf(hash, text, [0, 5], { codes: [CODE], also })] }))
    expect(read(bytes)).toMatchObject({
      authors: ['李强', '王芳'],
      sources: [{ annotations: [{ author: '王芳', codes: [CODE], also }] }],
    })
  })

  it('links in memos as links, and what they lead to', async () => {
    const id = '9c5b94b1-35ad-49bb-b118-8e8fc24abf99'
    const memo = {
      id,
      subject: { type: 'report' as const, id: report.report.id },
      text: `见[[code:${CODE}|招商]]和[[code:${id.replace('9c', '8c')}|没有的]]`,
      author: '王芳',
      updatedAt: NOW,
    }
    const { qde, bytes } = await files(one({ reports: [{ ...report, statements: [] }] }, { memos: [memo] }))
    expect(qde.match(/<Link /g)).toHaveLength(2)
    expect(qde).toContain(`direction="OneWay" originGUID="${id}" targetGUID="${CODE}"`)
    const { name: _, ...back } = read(bytes).memos[0] ?? { name: '' }
    expect(back).toEqual(memo)
    expect(read(bytes).memos).toHaveLength(1)
  })

  it('an annotation whose words are gone as a note, without a place', async () => {
    const lost = annotationOf(hash, text, [0, 5], { orphan: true, memo: '备忘', codes: [CODE] })
    const { qde, bytes } = await files(one({ annotations: [lost] }))
    expect(qde).not.toContain('<PlainTextSelection')
    expect(read(bytes)).toMatchObject({
      sources: [{ annotations: [] }],
      memos: [{ id: lost.id, subject: { type: 'source' }, text: '这条标注的文字在原文中已找不到。\n\n2022年\n\n备忘' }],
    })
  })

  it('where a source comes from, as variables', async () => {
    const provenance = {
      origin: '洛阳日报',
      published: '2023-04-11',
      page: '3',
      url: 'http://example.org/?a=1&b',
      obtained: '',
    }
    const { bytes } = await files(one({ source: { ...sourceOf(hash), provenance } }))
    expect(read(bytes).sources[0]).toMatchObject({ hash, provenance, importedAt: '2026-02-03T04:05:06.000Z' })
  })

  it('no more than its name where it is empty; the same bytes each time', async () => {
    const empty = { name: '', codes: [], memos: [], sources: [] }
    expect((await files(empty)).qde).not.toMatch(/<(?:Users|CodeBook|Sources|Notes|Links|Cases)/)
    expect(read((await files(empty)).bytes)).toMatchObject({ sources: [], codes: [], memos: [], leftOut: [] })
    expect((await files(one())).bytes).toEqual((await files(one())).bytes)
  })

  it('one source in memory at a time, handed on piece by piece', async () => {
    let [open, most, chunks, largest] = [0, 0, 0, 0]
    const long = '地区生产总值增长百分之八。'.repeat(6_000)
    const content = {
      ...contentOf(one()),
      sources: async function* () {
        for (let n = 0; n < 20; n++) {
          open += 1
          most = Math.max(most, open)
          yield { source: sourceOf(hashOf(n + 1)), text: long + n, reports: [], annotations: [] }
          open -= 1
        }
      },
    }
    await writeQdpx(content, words, async (chunk) => {
      chunks += 1
      largest = Math.max(largest, chunk.length)
    })
    expect(most).toBe(1)
    expect(chunks).toBeGreaterThan(40)
    expect(largest).toBeLessThan(200_000)
  })
})
