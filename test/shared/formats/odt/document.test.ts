import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readOdt } from '#shared/formats/odt/document'

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:'
const NAMES = ['office', 'text', 'table', 'style', 'manifest']
  .map((name) => `xmlns:${name}="${OASIS}${name}:1.0"`)
  .concat(
    `xmlns:svg="${OASIS}svg-compatible:1.0"`,
    `xmlns:draw="${OASIS}drawing:1.0"`,
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  )
  .join(' ')

const part = (name: string, inner: string) => strToU8(`<office:${name} ${NAMES}>${inner}</office:${name}>`)
const odt = (body: string, styles = ''): Uint8Array =>
  zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': part(
      'document-content',
      `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`,
    ),
    'meta.xml': part('document-meta', '<office:meta><dc:title>报告</dc:title></office:meta>'),
  })

function textOf(body: string, styles?: string): string {
  const read = readOdt(odt(body, styles))
  if (!read.ok) throw new Error(read.reason.key)
  return read.text
}

const p = (inner: string, style = 'S'): string => `<text:p text:style-name="${style}">${inner}</text:p>`
const list = (inner: string, more = ''): string => `<text:list text:style-name="L"${more}>${inner}</text:list>`
const item = (inner: string, more = ''): string => `<text:list-item${more}>${inner}</text:list-item>`
const level = (index: number, format: string, more = ''): string =>
  `<text:list-level-style-number text:level="${index}" style:num-format="${format}"${more}/>`
const STYLES = `<text:list-style style:name="L">${level(1, '一, 二, 三, ...', ' style:num-suffix="、"')}${level(
  2,
  '1',
  ' text:display-levels="2" style:num-suffix="."',
)}</text:list-style>`

describe('numbers of lists', () => {
  it('are those of the list style, once an item', () => {
    const body = list(item(p('甲') + p('续')) + item(p('乙')))
    expect(textOf(body, STYLES)).toBe('一、甲\n续\n二、乙\n')
  })

  it('show the levels above where the style says so', () => {
    const inner = `<text:list>${item(p('一'))}${item(p('二'))}</text:list>`
    expect(textOf(list(item(p('甲')) + item(p('乙') + inner)), STYLES)).toBe('一、甲\n二、乙\n二.1. 一\n二.2. 二\n')
  })

  it('go on where a list does, and begin where it does not', () => {
    const on = ' text:continue-numbering="true"'
    const body = list(item(p('甲'))) + p('文') + list(item(p('乙')), on) + list(item(p('丙')))
    expect(textOf(body, STYLES)).toBe('一、甲\n文\n二、乙\n一、丙\n')
  })

  it('start where an item says', () => {
    expect(textOf(list(item(p('甲'), ' text:start-value="5"') + item(p('乙'))), STYLES)).toBe('五、甲\n六、乙\n')
  })

  it('count headings by the outline', () => {
    const outline = `<text:outline-style>${`<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>`}</text:outline-style>`
    const h = (words: string) => `<text:h text:outline-level="1">${words}</text:h>`
    const read = readOdt(odt(h('甲') + p('文') + h('乙'), outline))
    expect(read.ok && [read.text, read.marks.headings]).toEqual([
      '1. 甲\n文\n2. 乙\n',
      [
        { start: 0, end: 4, level: 1 },
        { start: 7, end: 11, level: 1 },
      ],
    ])
  })
})

describe('what is shown', () => {
  it.each([
    [
      'white space as in HTML',
      p(' 甲\n  乙 <text:s text:c="2"/>丙<text:tab/>丁<text:line-break/>戊'),
      '甲 乙   丙\t丁\n戊\n',
    ],
    [
      'no comment, and nothing that was deleted',
      `<text:tracked-changes>${p('删')}</text:tracked-changes>${p(`甲<office:annotation>${p('批')}</office:annotation>`)}`,
      '甲\n',
    ],
    [
      'notes at the end',
      p(
        `甲<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p('注')}</text:note-body></text:note>乙`,
      ),
      '甲乙\n注\n',
    ],
    [
      'boxes after their paragraph',
      p(`甲<draw:frame><draw:text-box>${p('框')}</draw:text-box></draw:frame>乙`),
      '甲乙\n框\n',
    ],
    [
      'the base of ruby',
      p('<text:ruby><text:ruby-base>瀍</text:ruby-base><text:ruby-text>chán</text:ruby-text></text:ruby>河'),
      '瀍河\n',
    ],
    [
      'cells covered by another as empty',
      `<table:table><table:table-row><table:table-cell>${p('甲')}</table:table-cell><table:covered-table-cell>${p('藏')}</table:covered-table-cell><table:table-cell>${p('乙')}</table:table-cell></table:table-row></table:table>`,
      '甲\t\t乙\n',
    ],
  ])('%s', (_, body, expected) => {
    expect(textOf(body)).toBe(expected)
  })

  it('leaves out words of a hidden style', () => {
    const styles =
      '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    expect(textOf(p('甲<text:span text:style-name="H">藏</text:span>乙'), styles)).toBe('甲乙\n')
  })

  it('tells the title', () => {
    const read = readOdt(odt(p('甲')))
    expect(read.ok && read.told).toEqual({ title: '报告' })
  })
})

describe('hostile documents', () => {
  it('nest without end', () => {
    const depth = 100_000
    const read = readOdt(odt(`${'<text:section>'.repeat(depth)}${p('字')}${'</text:section>'.repeat(depth)}`))
    expect(!read.ok && read.reason.key).toBe('errors.file.tooDeep')
  })

  it('repeat cells and spaces a thousand million times', () => {
    const row = `<table:table-row><table:table-cell table:number-columns-repeated="1000000000">${p('<text:s text:c="1000000000"/>甲')}</table:table-cell></table:table-row>`
    expect(textOf(`<table:table>${row}</table:table>`).length).toBeLessThan(3000)
  })
})
