import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAnnotations } from '#shared/exchange/w3c/read-annotations'
import { writeAnnotations } from '#shared/exchange/w3c/write-annotations'
import {
  annotationOf,
  codeOf,
  contentOf,
  hashOf,
  type Records,
  records,
  reportOf,
  sourceOf,
  statementOf,
  written,
} from '../content'

const words = { language: 'zh-CN', indicatorName: (id: string) => (id === 'gdp' ? '地区生产总值' : '') } as const
const NOW = '2026-11-23T00:00:00.000Z'
const hash = hashOf(1)

const write = (content: Records) => written((sink) => writeAnnotations(contentOf(content), words, sink))
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const json = (file: Uint8Array) => JSON.parse(new TextDecoder().decode(file))

function read(file: Uint8Array, texts: Readonly<Record<string, string>>) {
  const back = readAnnotations(file, (wanted) => texts[wanted] ?? null, NOW)
  if (!back.ok) throw new Error(back.fault.key)
  return back.content
}

const one = (text: string, span: [number, number], fields = {}): Records => ({
  name: '课题',
  codes: [codeOf('f47ac10b-58cc-4372-a567-0e02b2c3d479')],
  memos: [],
  sources: [{ source: sourceOf(hash), text, reports: [], annotations: [annotationOf(hash, text, span, fields)] }],
})

describe('web annotations', () => {
  it('come back without loss', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (content) => {
        const texts = Object.fromEntries(content.sources.map(({ source, text }) => [source.hash, text]))
        const back = read(await write(content), texts)
        expect(back.name).toBe(content.name)
        expect(back.codes).toEqual(content.codes)
        const marked = content.sources.filter(({ annotations }) => annotations.length > 0)
        expect(back.sources.map((source) => source.hash)).toEqual(marked.map(({ source }) => source.hash))
        for (const [index, { annotations }] of marked.entries())
          expect(back.sources[index]?.annotations).toEqual(
            annotations.map(({ id, anchor, codes, memo, author, createdAt, updatedAt }) => ({
              id,
              start: anchor.start,
              end: anchor.end,
              quote: anchor.quote,
              codes,
              memo,
              author,
              createdAt,
              updatedAt,
              also: [],
            })),
          )
        expect(back.memos.map(({ name: _, ...memo }) => memo)).toEqual(content.memos)
        expect(back.leftOut).toEqual([])
      }),
      { numRuns: 80 },
    )
  })

  it('count code points, and a line end of two characters as two', async () => {
    const text = '𠮷\r\n完成投资'
    const { items } = json(await write(one(text, [4, 6])))
    expect(items[0].target).toEqual({
      source: `urn:sha256:${hash}`,
      selector: [
        { type: 'TextPositionSelector', start: 3, end: 5 },
        { type: 'TextQuoteSelector', exact: '完成', prefix: '𠮷\r\n', suffix: '投资' },
      ],
    })
  })

  it('give each code to who gave it', async () => {
    const code = 'f47ac10b-58cc-4372-a567-0e02b2c3d479'
    const also = [
      { author: '王芳', at: '2026-02-04T00:00:00.000Z', codes: [] },
      { author: '李强', at: '2026-02-06T00:00:00.000Z', codes: [code] },
    ]
    const file = await write(one('完成投资', [0, 2], { codes: [code], also }))
    expect(json(file).items[0].body).toMatchObject([{ creator: { type: 'Person', name: '李强' }, value: '招商引资' }])
    expect(read(file, { [hash]: '完成投资' }).sources[0]?.annotations[0]).toMatchObject({ codes: [code], also })
  })

  it('bring statements back that somebody decided on, and only where the text bears them out', async () => {
    const text = '2022年完成地区生产总值160亿元，增长4.3%。'
    const engine = statementOf(text, '4.3%', { id: null, status: 'suggested', author: '', updatedAt: null })
    const decided = statementOf(text, '160亿元')
    const rejected = statementOf(text, '2022年', { status: 'rejected', id: '1b671a64-40d5-491e-99b0-da01ff1f3342' })
    const report = { report: reportOf(hash, text), sections: [], statements: [decided, engine, rejected], matters: [] }
    const content: Records = {
      name: '',
      codes: [],
      memos: [],
      sources: [{ source: sourceOf(hash), text, reports: [report], annotations: [] }],
    }
    const file = await write(content)
    expect(json(file).items).toHaveLength(2)
    const back = read(file, { [hash]: text })
    expect(back.sources[0]?.statements).toEqual([{ ...decided, report: report.report.id }])
    expect(back.sources[0]?.annotations).toEqual([])
    expect(back.leftOut).toEqual([{ key: 'exchangeFiles.leftOut.statements', params: { count: 1 } }])
    expect(read(file, { [hash]: text.replace('160', '190') }).sources[0]?.statements).toEqual([])
  })

  it('of other tools: finds the quote where the position is off, makes codes of tags', () => {
    const target = {
      source: `urn:sha256:${hash}`,
      selector: [
        { type: 'TextPositionSelector', start: 0, end: 2 },
        { type: 'TextQuoteSelector', exact: '投资', prefix: '完成', suffix: '' },
      ],
    }
    const items = [
      {
        type: 'Annotation',
        creator: 'http://example.org/me',
        created: '2024-05-06T07:08:09Z',
        target,
        body: [
          { type: 'TextualBody', purpose: 'tagging', value: '项目' },
          'http://example.org/a-body',
          { type: 'Image' },
        ],
      },
      {
        type: 'Annotation',
        motivation: 'tagging',
        bodyValue: '看这里',
        target: { ...target, selector: { type: 'TextQuoteSelector', exact: '项目投资' } },
      },
      { type: 'Annotation', target: 'http://example.org/page' },
      { type: 'Annotation', target: { source: `urn:sha256:${hash}` } },
      'nonsense',
    ]
    const back = read(bytes({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage', items }), {
      [hash]: '去年完成投资十亿元',
    })
    expect(back.sources[0]?.annotations).toMatchObject([
      {
        start: 4,
        end: 6,
        quote: '投资',
        memo: 'http://example.org/a-body',
        author: 'http://example.org/me',
        createdAt: '2024-05-06T07:08:09.000Z',
      },
    ])
    expect(back.codes.map(({ name }) => name)).toEqual(['项目'])
    expect(back.leftOut.map(({ key, params }) => [key.replace('exchangeFiles.leftOut.', ''), params.count])).toEqual([
      ['otherBodies', 1],
      ['outside', 1],
      ['otherTargets', 2],
      ['noSelector', 1],
    ])
  })

  it.each([
    ['{', 'json'],
    ['{"type":"Person"}', 'notAnnotations'],
    ['7', 'notAnnotations'],
    ['null', 'notAnnotations'],
  ])('refuses %s', (text, fault) => {
    expect(readAnnotations(new TextEncoder().encode(text), () => null, NOW)).toEqual({
      ok: false,
      fault: { key: `exchangeFiles.fault.${fault}`, params: {} },
    })
  })

  it('survives any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const target = { source: `urn:sha256:${hash}`, selector: value }
        for (const item of [value, { target, body: value, creator: value, motivation: value }, { target: value }])
          expect(readAnnotations(bytes({ items: [item], codes: [value], partOf: value }), () => '文', NOW).ok).toBe(
            true,
          )
      }),
      { numRuns: 120 },
    )
  })
})
