import type { Annotation } from '#shared/model/annotation'
import { CODE_COLORS, type Code } from '#shared/model/code'
import { message } from '#shared/model/identity'
import { AS_FOUND } from '#shared/model/source'
import { BUILT_IN } from '#shared/statements/dictionary'
import { makeAnchor } from '#shared/text/anchor'
import type { SourceBundle } from '../../storage'
import type { StatementMark } from './editor/statement-marks'
import type { StructureMarks } from './editor/structure-marks'

const HASH = '0'.repeat(64)
const READING = `${HASH}:1`
const NEVER = new Date(0).toISOString()

/** Lines of the sample, and indicators named in each: a view full of text. */
const LINES = 24
const NAMES = 16

/** UTF-16 code units from one mark of the sample to the next. */
const STEP = 6

/** A text of the words that reports are made of, so with the letters that they are drawn with, and marks that overlap. */
export interface Sample {
  /** Of a source that no project has. */
  hash: string
  bundle: SourceBundle
  codes: readonly Code[]
  annotations: readonly Annotation[]
  statements: readonly StatementMark[]
  structure: StructureMarks
}

const codeOf = (color: string, order: number): Code => ({
  id: `sample-${order}`,
  name: '',
  parent: null,
  color,
  definition: '',
  example: '',
  order,
  key: null,
  author: '',
  createdAt: NEVER,
})

function textOfSample(): string {
  const names = BUILT_IN.indicators.map(({ name }) => name)
  const lines = Array.from({ length: LINES }, (_, i) => names.slice(i * NAMES, (i + 1) * NAMES).join('，'))
  const letters = [...new Set(names.join(''))].join('')
  return [...Array.from({ length: HEADINGS }, () => letters), `**${letters}**`, ...lines].join('\n')
}

/** So many lines at the beginning are headings, each of a level of its own; the one behind them is bold. */
const HEADINGS = 3

function headingsOf(text: string): StructureMarks['headings'] {
  let start = 0
  return text
    .split('\n')
    .slice(0, HEADINGS)
    .map((line, i) => {
      const heading = { start, end: start + line.length, level: i + 1 }
      start += line.length + 1
      return heading
    })
}

/** First and last byte of the rows of GB 2312 that have its first level, and of the columns. */
const ROWS = [0xb0, 0xd7] as const
const COLUMNS = [0xa1, 0xfe] as const

/** Figures, Latin letters and signs of reports: for one that its font lacks the system is asked for another font. */
const SIGNS =
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,:;%‰+-/()[]～~—–…·、，。；：？！％＋－（）《》〈〉【】〔〕「」“”‘’' +
  '０１２３４５６７８９●○■□▲△◆◇★☆※→①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤ㎡℃×÷±≥≤\u3000'

/** The 3,755 letters that are used most, the first level of GB 2312, and signs: nearly all that a report is written with. */
export function frequentLetters(): string {
  const bytes: number[] = []
  for (let row = ROWS[0]; row <= ROWS[1]; row++)
    for (let column = COLUMNS[0]; column <= COLUMNS[1]; column++) bytes.push(row, column)
  // The last row is not full.
  const han = new TextDecoder('gb18030').decode(new Uint8Array(bytes)).replaceAll(/[^\p{Script=Han}]/gu, '')
  return SIGNS + han
}

function annotationsOf(text: string, codes: readonly Code[]): Annotation[] {
  return Array.from({ length: Math.floor(text.length / STEP) - 4 }, (_, i) => ({
    id: `sample-${i}`,
    source: HASH,
    reading: READING,
    report: null,
    anchor: makeAnchor(text, i * STEP, i * STEP + 4 + ((i * 13) % 13)),
    codes: [codes[i % codes.length]?.id ?? ''],
    memo: '',
    author: '',
    rule: null,
    createdAt: NEVER,
    updatedAt: NEVER,
    orphan: false,
    also: [],
  }))
}

function bundleOf(text: string): SourceBundle {
  const made = { source: HASH, format: 'txt', createdAt: NEVER } as const
  const { length } = text
  return {
    source: {
      hash: HASH,
      name: '',
      folder: '',
      bytes: 0,
      format: 'txt',
      readAs: AS_FOUND,
      reading: READING,
      provenance: { origin: '', published: '', page: '', url: '', obtained: '' },
      importedAt: NEVER,
      hidden: false,
    },
    reading: {
      ...made,
      id: READING,
      number: 1,
      encoding: 'utf-8',
      encodingReason: message('sample'),
      remarks: [],
      characters: length,
    },
    text: {
      reading: READING,
      text,
      stretches: [{ start: 0, end: length, kind: 'article', report: null }],
      joins: [],
      pages: [],
      rows: [],
    },
    reports: [],
  }
}

/** Every so many annotations there is a statement. */
const PER_STATEMENT = 5

/** Makes the sample. */
export function makeSample(): Sample {
  const text = textOfSample()
  const codes = CODE_COLORS.map(codeOf)
  const annotations = annotationsOf(text, codes)
  const statements = annotations
    .filter((_, i) => i % PER_STATEMENT === 0)
    .map(({ id, anchor: { start } }): StatementMark => {
      return { report: '', key: id, role: 'actual', status: 'suggested', start, end: start + 3 }
    })
  const structure = { stretches: [], headings: headingsOf(text), joins: [] }
  return { hash: HASH, bundle: bundleOf(text), codes, annotations, statements, structure }
}
