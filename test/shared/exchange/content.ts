import fc from 'fast-check'
import type { ContentReport, ContentSource, ContentStatement, ProjectContent } from '#shared/exchange/project-content'
import type { Annotation } from '#shared/model/annotation'
import type { Code } from '#shared/model/code'
import { reportId } from '#shared/model/identity'
import type { Memo } from '#shared/model/memo'
import type { Report } from '#shared/model/report'
import type { Source } from '#shared/model/source'
import { makeAnchor } from '#shared/text/anchor'

/** Records of a project, as exports get them. */
export interface Records {
  name: string
  codes: Code[]
  memos: Memo[]
  sources: ContentSource[]
}

/** What exports take. */
export const contentOf = ({ name, codes, memos, sources }: Records): ProjectContent => ({
  project: { id: '6f1c1f60-6d0c-4a5e-9c51-3f1f7e9f0a01', name, createdAt: '2026-01-02T03:04:05.000Z' },
  codes,
  memos,
  sources: async function* () {
    yield* sources
  },
})

/** Takes a file as it is written. */
export async function written(write: (sink: (chunk: Uint8Array) => void) => Promise<void>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  await write((chunk) => void chunks.push(chunk))
  return new Uint8Array(Buffer.concat(chunks))
}

export const hashOf = (digit: number): string => digit.toString(16).padStart(64, 'a3c5e7f9b1d2')

export const sourceOf = (hash: string, name = 'a.txt'): Source => ({
  hash,
  name,
  folder: '',
  bytes: 10,
  format: 'txt',
  readAs: { format: null, encoding: null },
  reading: `${hash}:1`,
  provenance: { origin: '', published: '', page: '', url: '', obtained: '' },
  importedAt: '2026-02-03T04:05:06.000Z',
  hidden: false,
})

export const reportOf = (hash: string, text: string, ordinal = 0, start = 0, end = text.length): Report => ({
  id: reportId(hash, ordinal),
  source: hash,
  reading: `${hash}:1`,
  ordinal,
  title: '2023年瀍河回族区政府工作报告',
  place: { code: '410304', name: '瀍河回族区', short: '瀍河', level: 'county', parent: '410300' },
  repairedFrom: null,
  year: 2023,
  kind: 'full',
  start,
  end,
  speaker: null,
  session: null,
  date: null,
  confidence: 1,
  certainty: { place: 1, year: 1, kind: 1 },
  reasons: [],
  version: null,
  main: true,
  edited: [],
})

export const statementOf = (
  text: string,
  quantity: string,
  fields: Partial<ContentStatement> = {},
): ContentStatement => {
  const start = text.indexOf(quantity)
  return {
    start,
    quantity,
    value: Number.parseFloat(quantity),
    high: null,
    unit: quantity.replace(/^[\d.]+/, ''),
    comparator: 'eq',
    kind: 'level',
    role: 'actual',
    year: '2022',
    indicator: '地区生产总值',
    canonical: 'gdp',
    scope: 'own',
    article: 'main',
    period: '',
    wording: '',
    part_of: '',
    base: '',
    rank: '',
    basis: '',
    measure: '',
    subset: '',
    binding: '',
    due: '',
    list: '',
    sentence: { start: 0, end: text.length },
    rule: 'user',
    confidence: 1,
    id: '1b671a64-40d5-491e-99b0-da01ff1f3341',
    status: 'accepted',
    origin: null,
    author: '王芳',
    updatedAt: '2026-03-01T00:00:00.000Z',
    ...fields,
  }
}

export const annotationOf = (
  hash: string,
  text: string,
  span: readonly [number, number],
  fields: Partial<Annotation> = {},
): Annotation => ({
  id: '9c5b94b1-35ad-49bb-b118-8e8fc24abf80',
  source: hash,
  reading: `${hash}:1`,
  report: null,
  anchor: makeAnchor(text, ...span),
  codes: [],
  memo: '',
  author: '王芳',
  rule: null,
  createdAt: '2026-02-04T00:00:00.000Z',
  updatedAt: '2026-02-05T00:00:00.000Z',
  orphan: false,
  also: [],
  ...fields,
})

export const codeOf = (id: string, fields: Partial<Code> = {}): Code => ({
  id,
  name: '招商引资',
  parent: null,
  color: '#0072b2',
  definition: '',
  example: '',
  order: 1,
  key: null,
  author: '',
  createdAt: '2026-01-02T03:04:05.000Z',
  ...fields,
})

/** Text as reports have it, with characters of two code units, line ends of all kinds and what XML must escape. */
const characters = fc.constantFrom(
  '中',
  '文',
  '𠮷',
  '😀',
  'a',
  ' ',
  '1',
  '%',
  '\n',
  '\r\n',
  '\r',
  '<',
  '&',
  '"',
  ']]>',
  '\u0301',
)
const words = (max: number): fc.Arbitrary<string> => fc.array(characters, { maxLength: max }).map((all) => all.join(''))
const names = fc
  .array(
    characters.filter((c) => !/\s/.test(c)),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => all.join(''))
const authors = fc.constantFrom('王芳', '李<强>', 'Zhou & Co')
const times = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString())
const id = fc.uuid({ version: 4 })

/** An offset between characters: not inside of a pair or of CR LF, not before a byte order mark. */
const whole = (text: string, offset: number): number => {
  const inPair = /[\ud800-\udbff]/.test(text[offset - 1] ?? '') && /[\udc00-\udfff]/.test(text[offset] ?? '')
  const inEnd = text[offset - 1] === '\r' && text[offset] === '\n'
  const at = inPair || inEnd ? offset - 1 : offset
  return at === 0 && text.startsWith('\ufeff') ? 1 : at
}

const codes = (): fc.Arbitrary<Code[]> =>
  fc
    .array(
      fc.record({
        id,
        name: names,
        color: fc.constantFrom('#0072b2', '#abcdef'),
        definition: words(12).map((text) => text.replace(/中/g, '\n【示例】\n')),
        example: words(8).map((text) => text.replace(/文/g, '\n\\[Example]\n')),
        above: fc.nat(),
      }),
      { maxLength: 6 },
    )
    .map((all) =>
      all.map(({ above, ...fields }, index) =>
        codeOf(fields.id, {
          ...fields,
          order: index + 1,
          parent: index === 0 || above % 4 === 0 ? null : (all[above % index]?.id ?? null),
        }),
      ),
    )

const annotations = (hash: string, text: string, known: readonly Code[]): fc.Arbitrary<Annotation[]> =>
  fc
    .array(
      fc.record({
        id,
        from: fc.nat(),
        length: fc.nat(),
        codes: fc.subarray(known.map((code) => code.id)),
        memo: words(10),
        author: authors,
        createdAt: times,
        updatedAt: times,
      }),
      { maxLength: 6 },
    )
    .map((all) =>
      all.flatMap(({ from, length, ...fields }) => {
        const start = whole(text, from % (text.length + 1))
        const end = whole(text, Math.min(text.length, start + 1 + (length % (text.length + 1))))
        return end > start ? [annotationOf(hash, text, [start, end], fields)] : []
      }),
    )

/** Small projects of every shape. */
export const records: fc.Arbitrary<Records> = codes().chain((known) =>
  fc
    .array(fc.tuple(words(40), fc.boolean()), { maxLength: 3 })
    .chain((texts) =>
      fc.tuple(
        ...texts.map(([body, mark], index) => {
          const hash = hashOf(index + 1)
          const text = (mark ? '\ufeff' : '') + body
          const report: ContentReport = { report: reportOf(hash, text), sections: [], statements: [], matters: [] }
          return annotations(hash, text, known).map(
            (marks): ContentSource => ({
              source: sourceOf(hash, `${index}.txt`),
              text,
              reports: index === 0 ? [report] : [],
              annotations: marks,
            }),
          )
        }),
      ),
    )
    .chain((sources) =>
      fc
        .array(
          fc.record({
            id,
            text: fc.tuple(names, words(10)).map((parts) => parts.join(' ')),
            author: authors,
            updatedAt: times,
            on: fc.nat(),
          }),
          { maxLength: 4 },
        )
        .map((memos) => ({
          name: '课题 <一> & "二"',
          codes: known,
          sources,
          memos: memos.map(({ on, ...memo }): Memo => {
            const code = known[on % (known.length + 2)]
            const report = on % 2 === 0 ? sources[0]?.reports[0]?.report : undefined
            if (code) return { ...memo, subject: { type: 'code', id: code.id } }
            return { ...memo, subject: report ? { type: 'report', id: report.id } : { type: 'project', id: '' } }
          }),
        })),
    ),
)
