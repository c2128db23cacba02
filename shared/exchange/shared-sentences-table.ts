import type { SharedSentence } from '../compare/shared-sentences'
import { type Language, translate } from '../locales/translate'
import { type CsvCell, csvBytes } from './csv'

/** A shared sentence with its words and where they stand. */
export interface ListedSharedSentence extends SharedSentence {
  wordsA: string
  wordsB: string
  /** Titles of the sections around it, the outermost first. */
  sectionA: string
  sectionB: string
}

const COLUMNS = [
  'kind',
  'likeness',
  'length',
  'formula',
  'reportA',
  'sectionA',
  'textA',
  'reportB',
  'sectionB',
  'textB',
  'numbersA',
  'numbersB',
  'startA',
  'startB',
] as const

/**
 * Shared sentences as CSV, a line each.
 * @param reports names of the two reports
 */
export function sharedSentencesCsv(
  lines: readonly ListedSharedSentence[],
  reports: { a: string; b: string },
  language: Language,
): Uint8Array<ArrayBuffer> {
  const row = (line: ListedSharedSentence): CsvCell[] => {
    const values: Record<(typeof COLUMNS)[number], CsvCell> = {
      kind: translate(language, `parallel.kind.${line.kind}`),
      likeness: Math.floor(line.likeness * 100) / 100,
      length: line.length,
      formula: line.formula ? translate(language, 'parallel.formula') : '',
      reportA: reports.a,
      sectionA: line.sectionA,
      textA: line.wordsA,
      reportB: reports.b,
      sectionB: line.sectionB,
      textB: line.wordsB,
      numbersA: line.numbers.map(({ a }) => a).join(' '),
      numbersB: line.numbers.map(({ b }) => b).join(' '),
      startA: line.a.start,
      startB: line.b.start,
    }
    return COLUMNS.map((name) => values[name])
  }
  return csvBytes([COLUMNS.map((name) => translate(language, `parallel.column.${name}`)), ...lines.map(row)])
}
