import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inTreeOrder, pathOf } from '#shared/coding/code-tree'
import { planImport } from '#shared/coding/codebook-import'
import { type CodeLine, codebookCsv, namesIn, pathText, readCodebook } from '#shared/exchange/codebook-csv'
import type { Code } from '#shared/model/code'

const MADE = { author: '甲', createdAt: '2026-01-02T03:04:05.000Z' }

const read = (text: string) => readCodebook(new TextEncoder().encode(text))

/** Any text that a code may hold, also such as spreadsheets take for formulas. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('=1+1', "'=1", "''-x", '-5', '@a', '+ b', '\t=', '＝甲', '甲,乙\r\n"丙"', '\\', '>', ' a '),
)
const name = text.map((one) => one.trim()).filter((one) => one !== '')

/** A codebook of any shape, each code's parent one of those before it. */
const codebook = fc
  .array(
    fc.record({
      name,
      definition: text,
      example: text,
      memo: text,
      above: fc.nat(),
      color: fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`),
      order: fc.double({ min: -100, max: 100, noNaN: true }).map((order) => order + 0),
    }),
    { maxLength: 12 },
  )
  .map((rows) => {
    const codes: Code[] = []
    const memos = new Map<string, string>()
    rows.forEach(({ above, memo, ...row }, n) => {
      const parent = codes[above % (codes.length + 1)]?.id ?? null
      codes.push({ ...row, id: `${n}`, parent, key: n < 9 ? n + 1 : null, ...MADE })
      memos.set(`${n}`, memo)
    })
    codes.sort((a, b) => a.order - b.order)
    return { codes, memos }
  })

const linesOf = ({ codes, memos }: { codes: readonly Code[]; memos: ReadonlyMap<string, string> }): CodeLine[] =>
  inTreeOrder(codes).map((code) => ({ ...code, path: pathOf(codes, code.id), memo: memos.get(code.id) ?? '' }))

describe('a codebook as CSV', () => {
  it('comes back as it was: nothing is new and nothing changed', () => {
    fc.assert(
      fc.property(codebook, fc.constantFrom('zh-CN' as const, 'en' as const), (present, language) => {
        const { codes, faults } = readCodebook(codebookCsv(linesOf(present), language))
        expect(faults).toEqual([])
        const planned = planImport(present, codes, MADE)
        expect(planned.map(({ status }) => status)).toEqual(present.codes.map(() => 'same'))
      }),
    )
  })

  it('makes the same tree where there is none', () => {
    fc.assert(
      fc.property(codebook, (present) => {
        const { codes } = readCodebook(codebookCsv(linesOf(present), 'zh-CN'))
        const planned = planImport({ codes: [], memos: new Map() }, codes, MADE)
        const made = planned.flatMap(({ code }) => (code ? [code] : []))
        const memos = new Map(planned.flatMap(({ code, memo }) => (code && memo !== null ? [[code.id, memo]] : [])))
        const plain = (lines: CodeLine[]) =>
          lines.map(({ path, color, key, definition, example, memo, order }) => {
            return { path, color, key, definition, example, memo, order }
          })
        const built = made.toSorted((a, b) => a.order - b.order)
        expect(plain(linesOf({ codes: built, memos }))).toEqual(plain(linesOf(present)))
      }),
    )
  })

  it('is what a spreadsheet opens', () => {
    const line: CodeLine = {
      path: ['目标', '定性>目标'],
      color: '#e69f00',
      key: 3,
      definition: '=HYPERLINK("x")',
      example: '高于全市,且持平',
      memo: '',
      order: 1.5,
    }
    const bytes = codebookCsv([line], 'zh-CN')
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes)).toBe(
      '路径,编码,上级,颜色,数字键,定义,例子,备忘,次序\r\n' +
        '目标 > 定性\\>目标,定性>目标,目标,#e69f00,3,"\'=HYPERLINK(""x"")","高于全市,且持平",,1.5\r\n',
    )
  })

  it('has paths that come back', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1 }), (path) => void expect(namesIn(pathText(path))).toEqual(path)),
    )
  })
})

describe('a table made by hand', () => {
  it('needs names only, and knows a parent by its path', () => {
    expect(read('编码;上级\n目标;\n定性;目标\n深; 目标 > 定性 ').codes).toEqual([
      { line: 2, path: ['目标'] },
      { line: 3, path: ['目标', '定性'] },
      { line: 4, path: ['目标', '定性', '深'] },
    ])
    expect(read('PATH\tColour\na>b\t#ABCDEF').codes).toEqual([{ line: 2, path: ['a', 'b'], color: '#abcdef' }])
  })

  it.each([
    ['名称,定义\n甲,乙', 'head', 1],
    ['', 'head', 1],
    ['编码\n  ,', 'name', 2],
    ['路径\n甲 > > 乙', 'name', 2],
    [`编码\n${'长'.repeat(201)}`, 'long', 2],
    ['编码,颜色\n甲,red', 'color', 2],
    ['编码,数字键\n甲,10', 'key', 2],
    ['编码,次序\n"甲\n",1\n乙,一', 'order', 4],
  ])('%j says what is wrong', (table, fault, line) => {
    expect(read(table).faults).toMatchObject([{ line, fault: { key: `codebook.csv.fault.${fault}` } }])
  })

  it('reads ten thousand lines and no more', () => {
    const { codes, faults } = read(`编码\n${Array.from({ length: 10_001 }, (_, n) => n).join('\n')}`)
    expect(codes).toHaveLength(10_000)
    expect(faults).toMatchObject([{ line: 10_002, fault: { key: 'codebook.csv.fault.tooMany' } }])
  })

  it('does not fail on any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => void readCodebook(bytes)))
  })
})
