import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocx } from '#shared/formats/docx/document'
import { docxOf } from '../office/documents'

const NAMES = [
  ...['p', 'pPr', 'rPr', 'r', 't', 'tbl', 'tr', 'trPr', 'tc', 'tcPr', 'sdt', 'sdtPr', 'sdtContent', 'showingPlcHdr'],
  ...[
    'ins',
    'del',
    'moveFrom',
    'moveTo',
    'delText',
    'instrText',
    'fldSimple',
    'txbxContent',
    'pict',
    'ruby',
    'rubyBase',
  ],
  ...[
    'rt',
    'numPr',
    'ilvl',
    'numId',
    'outlineLvl',
    'vanish',
    'pStyle',
    'gridSpan',
    'vMerge',
    'gridBefore',
    'cellDel',
    'br',
  ],
  ...['tab', 'sym', 'footnoteReference', 'fldChar', 'pPrChange', 'hyperlink', 'smartTag', 'footnote'],
].map((name) => `w:${name}`)
const ELEMENT = fc.constantFrom(...NAMES, 'mc:AlternateContent', 'mc:Choice', 'mc:Fallback', 'v:textbox', 'x')
const VALUE = fc.constantFrom('', '0', '1', '9', '-1', '99999999999', 'restart', 'separate', 'a')
const ATTRIBUTES = ['val', 'fldCharType', 'id', 'char', 'type'].map((name) => `w:${name}`)

/** Elements of WordprocessingML in any order and nesting, as no program writes them. */
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('字', '<w:r><w:t>8%</w:t></w:r>', '<w:p><w:r><w:t>字</w:t></w:r></w:p>'),
    fc
      .tuple(ELEMENT, fc.constantFrom(...ATTRIBUTES), VALUE, fc.array(tie('tree'), { maxLength: 4 }))
      .map(
        ([name, attribute, value, inner]) => `<${name} xmlns:x="x" ${attribute}="${value}">${inner.join('')}</${name}>`,
      ),
  ),
}))

describe('elements in any order', () => {
  it('give a text whose spans lie in it, or a reason', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、%9"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    let read = 0
    const holds = (parts: readonly string[]) => {
      const result = readDocx(docxOf(parts.join(''), { numbering, footnotes: parts.join('') }))
      if (!result.ok) return result.reason.key.startsWith('errors.file.')
      read++
      const { text, marks } = result
      return [...marks.headings, ...marks.rows].every(({ start, end }) => start < end && end < text.length)
    }
    fc.assert(fc.property(fc.array(tree, { minLength: 1, maxLength: 6 }), holds), { numRuns: 1500 })
    expect(read).toBeGreaterThan(50)
  })
})
