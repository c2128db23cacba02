import type { Laid } from '#shared/compare/layout'
import type { Matrix } from '#shared/compare/matrix-types'
import { pagesOf } from '#shared/exchange/citation'
import { comparisonCsv, comparisonWorkbook, type TableContext } from '#shared/exchange/comparison-workbook'
import type { Input } from '#shared/ipc/contract'
import { message } from '#shared/model/identity'
import { sentenceAt } from '#shared/text/sentences'
import { request } from '../../bridge'
import { getSourceBundle, type ProjectDatabase } from '../../storage'
import { notify } from '../../workbench'
import type { Words } from './words'

type ExportType = Input<'export:save'>['type']

/** A name without what file systems refuse, at most 80 characters. */
export const fileName = (name: string, extension: string): string => {
  const safe = name
    .replace(/[/\\:*?"<>|\u0000-\u001f]/g, ' ')
    .trim()
    .slice(0, 80)
  return `${safe === '' ? 'comparison' : safe}.${extension}`
}

/** How far around a number its sentence is looked for: reading a whole report for each would take seconds. */
const AROUND = 1000

/** The texts behind a matrix, for names of files and quoted sentences. */
async function contextOf(db: ProjectDatabase, matrix: Matrix, words: Words): Promise<TableContext> {
  const hashes = [...new Set(matrix.reports.map(({ source }) => source))]
  const bundles = await Promise.all(hashes.map((hash) => getSourceBundle(db, hash)))
  const known = new Map(bundles.flatMap((bundle) => (bundle ? [[bundle.source.hash, bundle] as const] : [])))
  return {
    language: words.language,
    indicatorName: words.indicator,
    groupName: words.group,
    linkOf: (source) => known.get(source)?.source.provenance.url ?? '',
    fileOf: (source) => known.get(source)?.source.name ?? source,
    pageOf: (source, start) => pagesOf(known.get(source)?.text.pages ?? [], { start, end: start + 1 }),
    sentenceOf: (source, start) => {
      const text = known.get(source)?.text.text
      if (text === undefined) return ''
      const within = { start: Math.max(0, start - AROUND), end: Math.min(text.length, start + AROUND) }
      const sentence = sentenceAt(text, start, within)
      return text.slice(sentence.start, sentence.end)
    },
  }
}

async function save(name: string, type: ExportType, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const answer = await request('export:save', { name: fileName(name, type), type, bytes })
  if (!answer.ok) notify('error', answer.error)
  else if (answer.value.saved !== null) notify('success', message('compare.export.done', { name: answer.value.saved }))
}

/** Saves the statements of a comparison as CSV. */
export async function exportCsv(db: ProjectDatabase, name: string, matrix: Matrix, words: Words): Promise<void> {
  await save(name, 'csv', comparisonCsv(matrix, await contextOf(db, matrix, words)))
}

/** Saves a comparison as a workbook, its table as it is laid out. */
export async function exportXlsx(db: ProjectDatabase, name: string, laid: Laid, words: Words): Promise<void> {
  await save(name, 'xlsx', await comparisonWorkbook(laid, await contextOf(db, laid.matrix, words)))
}
