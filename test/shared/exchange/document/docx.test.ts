import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Block, DocumentTable, PaperDocument } from '#shared/exchange/document/document'
import { documentDocx } from '#shared/exchange/document/docx'
import { readFormat } from '#shared/formats/read'
import { FORMAT_RESOURCES } from '../../../../electron/cli/format-resources'

const TABLE: DocumentTable = {
  type: 'table',
  caption: '主要指标（2022年）',
  unit: '单位：亿元',
  columns: [
    { width: 3, align: 'left' },
    { width: 1, align: 'right' },
    { width: 1, align: 'right' },
  ],
  head: [
    [
      { text: '指标', rows: 2 },
      { text: '瀍河', span: 2 },
    ],
    [{ text: '目标' }, { text: '完成' }],
  ],
  rows: [[{ text: '地区生产总值' }, { text: '≥8', tone: 'target', notes: [1] }, { text: '—', tone: 'quiet' }]],
  notes: ['预计数。'],
  sources: '资料来源：瀍河回族区2023年政府工作报告。',
}

// One transparent pixel.
const PIXEL = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
)

const document = (blocks: readonly Block[], paper: PaperDocument['paper'] = { size: 'A4', landscape: false }) => ({
  title: '简报',
  subtitle: '洛阳市',
  paper,
  blocks,
  footer: '数据取自报告',
})

const partsOf = (bytes: Uint8Array): Record<string, Uint8Array> => unzipSync(bytes)
const bodyOf = (bytes: Uint8Array): string => strFromU8(partsOf(bytes)['word/document.xml'] ?? new Uint8Array())

async function textOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const read = await readFormat('简报.docx', bytes, { resources: FORMAT_RESOURCES })
  if (!read.ok) throw new Error(read.reason.key)
  return read.text
}

describe('a document as a Word file', () => {
  it('has its words in their order, as another program reads them', async () => {
    const text = await textOf(
      await documentDocx(
        document([
          { type: 'heading', level: 1, text: '要点' },
          { type: 'paragraph', words: [{ text: '增长' }, { text: '4.3%', bold: true }] },
          TABLE,
          { type: 'quote', words: [{ text: '全年完成160亿元' }], source: '瀍河回族区 2023年政府工作报告' },
        ]),
      ),
    )
    const words = [
      '简报',
      '洛阳市',
      '要点',
      '增长4.3%',
      '主要指标（2022年）',
      '单位：亿元',
      '指标',
      '瀍河',
      '目标',
      '完成',
      '地区生产总值',
      '≥8',
      '—',
      '预计数。',
      '资料来源',
      '全年完成160亿元',
    ]
    let from = 0
    for (const word of words) {
      const at = text.indexOf(word, from)
      expect(at, word).toBeGreaterThanOrEqual(from)
      from = at
    }
  })

  it('repeats the heads of tables on every page and splits no row', async () => {
    const xml = bodyOf(await documentDocx(document([TABLE])))
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(3)
    expect(xml).toContain('<w:gridSpan w:val="2"/>')
    expect(xml).toContain('<w:vMerge w:val="restart"/>')
  })

  it.each([
    [{ size: 'A4', landscape: false } as const, 11906, 16838],
    [{ size: 'A3', landscape: true } as const, 23811, 16838],
  ])('lies on its paper: %o', async (paper, width, height) => {
    const size = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(bodyOf(await documentDocx(document([TABLE], paper))))
    expect(Math.abs(Number(size?.[1]) - width)).toBeLessThan(3)
    expect(Math.abs(Number(size?.[2]) - height)).toBeLessThan(3)
  })

  it('fits a picture to the page and tells what it shows', async () => {
    const picture = {
      type: 'picture',
      bytes: PIXEL,
      width: 2000,
      height: 1000,
      caption: '图1',
      alternative: '柱状图',
    } as const
    const bytes = await documentDocx(document([picture]))
    const extent = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(bodyOf(bytes))
    const [cx, cy] = [Number(extent?.[1]), Number(extent?.[2])]
    // 170 mm between the margins, in English metric units.
    expect(cx).toBeLessThanOrEqual(170 * 36_000)
    expect(cx / cy).toBeCloseTo(2, 1)
    expect(bodyOf(bytes)).toContain('descr="柱状图"')
    expect(
      Object.keys(partsOf(bytes)).filter((name) => name.startsWith('word/media/') && name.endsWith('.png')),
    ).toHaveLength(1)
  })

  it('is a file that can be read whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
        const bytes = await documentDocx(
          document([
            { type: 'paragraph', words: [{ text }] },
            { ...TABLE, caption: text },
          ]),
        )
        expect(await textOf(bytes)).toContain('地区生产总值')
        expect(bodyOf(bytes)).not.toContain('<script')
      }),
      { numRuns: 40 },
    )
  })
})
