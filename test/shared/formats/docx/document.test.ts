import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readDocx } from '#shared/formats/docx/document'
import { type DocxParts, docxOf, p, r, table } from '../office/documents'

function textOf(body: string, parts?: DocxParts): string {
  const read = readDocx(docxOf(body, parts))
  if (!read.ok) throw new Error(read.reason.key)
  return read.text
}

const listed = (id: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`
const level = (index: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const numbering = (...levels: string[]): DocxParts => ({
  numbering: `<w:abstractNum w:abstractNumId="0">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
})

describe('automatic numbers', () => {
  it('part from the words by nothing after a Chinese sign, else by a space', () => {
    const parts = numbering(
      level(0, 'chineseCounting', '%1、'),
      level(1, 'decimal', '%2.'),
      level(2, 'decimal', '%3', '<w:suff w:val="nothing"/>'),
    )
    const body = p('总体', listed(1)) + p('重点', listed(1, 1)) + p('事项', listed(1, 2))
    expect(textOf(body, parts)).toBe('一、总体\n1. 重点\n1事项\n')
  })

  it('start again below a higher level, and show the first number of one that was skipped', () => {
    const parts = numbering(level(0, 'decimal', '%1.'), level(1, 'decimal', '%1.%2'))
    const body = [listed(1, 1), listed(1), listed(1, 1), listed(1, 1), listed(1), listed(1, 1)].map((each) =>
      p('项', each),
    )
    expect(textOf(body.join(''), parts)).toBe('1.1 项\n1. 项\n1.1 项\n1.2 项\n2. 项\n2.1 项\n')
  })

  it('take bullets from symbol fonts', () => {
    const font = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'
    const parts = numbering(
      `<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:suff w:val="nothing"/><w:lvlText w:val="l"/>${font}</w:lvl>`,
    )
    expect(textOf(p('项目', listed(1)), parts)).toBe('●项目\n')
  })

  it('do not count a paragraph that was deleted whole', () => {
    const gone = p(`<w:del>${r('删').replaceAll('w:t', 'w:delText')}</w:del>`, `${listed(1)}<w:rPr><w:del/></w:rPr>`)
    const parts = numbering(level(0, 'decimal', '%1.'))
    expect(textOf(p('甲', listed(1)) + gone + p('乙', listed(1)), parts)).toBe('1. 甲\n2. 乙\n')
  })

  it('take nothing from the properties before a change', () => {
    const before = `<w:pPrChange><w:pPr>${listed(1)}<w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>`
    expect(textOf(p('甲', before), numbering(level(0, 'decimal', '%1.')))).toBe('甲\n')
  })

  it('end in definitions that point at one another', () => {
    const styles = ['A', 'B'].map(
      (id, index) =>
        `<w:style w:type="numbering" w:styleId="${id}"><w:pPr><w:numPr><w:numId w:val="${index + 1}"/></w:numPr></w:pPr></w:style>`,
    )
    const definition = (id: number, link: string) =>
      `<w:abstractNum w:abstractNumId="${id}"><w:numStyleLink w:val="${link}"/></w:abstractNum>`
    const use = (id: number) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`
    const parts = { styles: styles.join(''), numbering: definition(1, 'B') + definition(2, 'A') + use(1) + use(2) }
    expect(textOf(p('甲', listed(1)), parts)).toBe('甲\n')
  })
})

describe('headings', () => {
  const styles = [
    '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="a2"><w:basedOn w:val="a1"/><w:name w:val="小标题"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="正文标题"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="ring"><w:basedOn w:val="ring2"/><w:name w:val="x"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="ring2"><w:basedOn w:val="ring"/><w:name w:val="y"/></w:style>',
  ].join('')

  it.each([
    ['<w:pStyle w:val="a1"/>', 1],
    ['<w:pStyle w:val="a2"/>', 1],
    ['<w:pStyle w:val="a3"/>', 3],
    ['<w:outlineLvl w:val="1"/>', 2],
    ['<w:pStyle w:val="a1"/><w:outlineLvl w:val="9"/>', null],
    ['<w:pStyle w:val="ring"/>', null],
    ['', null],
  ])('%s', (properties, depth) => {
    const read = readDocx(docxOf(p('前') + p('标题', properties) + p('后'), { styles }))
    expect(read.ok && read.marks.headings).toEqual(depth === null ? [] : [{ start: 2, end: 4, level: depth }])
  })
})

describe('tables', () => {
  const span = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
  const merged = '<w:tcPr><w:vMerge/></w:tcPr>'

  it('give a merged cell once', () => {
    const body = table([span + p('目标'), p('8%')], [merged + p('重复'), p('甲'), p('乙')])
    expect(textOf(body)).toBe('目标\t\t8%\n\t甲\t乙\n')
  })

  it('leave out deleted rows and cells', () => {
    const gone = `<w:tr><w:trPr><w:del/></w:trPr><w:tc>${p('删去')}</w:tc></w:tr>`
    const body = `<w:tbl>${gone}<w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>${p('删')}</w:tc><w:tc>${p('留')}</w:tc></w:tr></w:tbl>`
    expect(textOf(body + p('后'))).toBe('\t留\n后\n')
  })

  it('keep a row on one line, whatever stands in its cells', () => {
    const broken = `<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r>`
    const read = readDocx(docxOf(table([p(broken) + p('丁'), p('戊')]) + p('后')))
    expect(read.ok && [read.text, read.marks.rows]).toEqual(['甲 乙 丙 丁\t戊\n后\n', [{ start: 0, end: 9 }]])
  })
})

describe('what is shown', () => {
  it('is the same under the names of the Strict standard and under other prefixes', () => {
    const strict = { namespace: 'http://purl.oclc.org/ooxml/wordprocessingml/main' }
    expect(textOf(p('甲'), strict)).toBe('甲\n')
    const other = zipSync({
      'word/document.xml': strToU8(
        '<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:p><x:r><x:t>乙</x:t></x:r></x:p></x:body></x:document>',
      ),
    })
    const read = readDocx(other)
    expect(read.ok && read.text).toBe('乙\n')
  })

  it('is one of the alternatives, the fallback where the choice holds no words', () => {
    const box = (words: string) => `<w:pict><v:textbox><w:txbxContent>${p(words)}</w:txbxContent></v:textbox></w:pict>`
    const either = (choice: string) =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${box('旧')}</mc:Fallback></mc:AlternateContent></w:r>`
    expect(textOf(p(r('文') + either(box('新'))))).toBe('文\n新\n')
    expect(textOf(p(r('文') + either('<w:drawing/>')))).toBe('文\n旧\n')
  })

  it('leaves out the hint of an empty content control, and the words of a hidden style', () => {
    const hint = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('单击此处')}</w:sdtContent></w:sdt>`
    const styles = '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
    const hidden = r('藏', '<w:rStyle w:val="h"/>') + r('显', '<w:rStyle w:val="h"/><w:vanish w:val="0"/>')
    expect(textOf(p(r('文') + hint + hidden), { styles })).toBe('文显\n')
  })

  it('shows results of fields, also of fields inside fields', () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const inner = `${mark('begin')}<w:r><w:instrText>X</w:instrText></w:r>${mark('separate')}${r('内')}${mark('end')}`
    const body = mark('begin') + inner + mark('separate') + r('外') + inner + mark('end') + r('后')
    expect(textOf(p(body))).toBe('外内后\n')
  })

  it('puts notes that the text refers to at the end, in its order', () => {
    const note = (id: number, words: string) => `<w:footnote w:id="${id}">${p(words)}</w:footnote>`
    const refer = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const footnotes = note(1, '注一') + note(2, '注二') + note(3, '无人提及')
    expect(textOf(p(r('文') + refer(2) + refer(1)), { footnotes })).toBe('文\n注二\n注一\n')
  })
})

describe('hostile documents', () => {
  const reason = (bytes: Uint8Array): string => {
    const read = readDocx(bytes)
    return read.ok ? '' : read.reason.key
  }

  it('nest as deep as they like: refused, not crashed on', () => {
    const depth = 300_000
    expect(
      reason(docxOf(`${'<w:sdt><w:sdtContent>'.repeat(depth)}${p('字')}${'</w:sdtContent></w:sdt>'.repeat(depth)}`)),
    ).toBe('errors.file.tooDeep')
  })

  it('open a field and never close it, a million times', () => {
    expect(reason(docxOf(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(200_000) + r('字'))))).toBe(
      'errors.file.noWords',
    )
  })

  it('hold 200,000 paragraphs and 100,000 cells', () => {
    const text = textOf(
      p('全年增长8%').repeat(200_000) + table(...Array.from({ length: 10_000 }, () => Array<string>(10).fill(p('1')))),
    )
    expect(text.split('\n')).toHaveLength(210_001)
  })

  it.each([
    ['words of another encoding', '<w:p>\u0000</w:p>'],
    ['an entity of its own', '<w:p><w:r><w:t>&lol;</w:t></w:r></w:p>'],
    ['elements that do not close', '<w:p><w:r>'],
  ])('hold %s', (_, body) => {
    expect(reason(docxOf(body))).toBe('errors.file.damaged')
  })

  it('are cut, or changed in any byte of their directory', () => {
    const whole = docxOf(p('工作报告'))
    for (let length = 0; length < whole.length; length += 7)
      expect(reason(whole.subarray(0, length))).toMatch(/^errors\.file\./)
    for (let at = whole.length - 300; at < whole.length; at++) {
      const broken = whole.slice()
      broken[at] = (broken[at] ?? 0) ^ 0x55
      expect([
        '',
        'errors.file.damaged',
        'errors.file.expandsTooFar',
        'errors.file.compression',
        'errors.file.encrypted',
        'errors.file.tooManyMembers',
        'errors.file.noWords',
      ]).toContain(reason(broken))
    }
  })
})
