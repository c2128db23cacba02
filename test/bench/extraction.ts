import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { analyseFile } from '../../shared/analysis/analyse'
import type { ExtractedStatement } from '../../shared/model/statement'
import { extractStatements } from '../../shared/statements/extract'
import { type Row, row } from './row'

interface Numbers {
  Culture: { Chinese: string }
  recognizePercentage(text: string, culture: string): unknown[]
}

interface NumbersWithUnits {
  recognizeCurrency(text: string, culture: string): unknown[]
  recognizeDimension(text: string, culture: string): unknown[]
}

const ROUNDS = 5
/** What anybody would write first to find numbers with units; the floor of all extraction. */
const PLAIN_SCAN = /\d+(?:\.\d+)?\s*(?:[万亿]?(?:元|人|户|次|吨|平方米|公里|亩|个|家|项)|%|个百分点)/g

function time(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** A text with the reports in it, prepared so that only extraction is measured. */
function prepare(folder: string) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => {
      const bytes = readFileSync(join(folder, name))
      const analysed = analyseFile({ name, hash: '0'.repeat(64), bytes, at: '2026-01-01T00:00:00.000Z' })
      if (!analysed.ok) throw new Error(`${name} could not be read: ${analysed.reason.key}`)
      const { text, joins } = analysed.value.text
      return analysed.value.reports.map(({ report, sections }) => ({
        text,
        start: report.start,
        end: report.end,
        year: report.year,
        kind: report.kind,
        sections,
        joins,
      }))
    })
}

/** The peer reads in slices, as its users do: a whole report takes it minutes. */
function peerSpeed(texts: readonly string[]): number {
  const require = createRequire(import.meta.url)
  const numbers: Numbers = require('@microsoft/recognizers-text-number')
  const units: NumbersWithUnits = require('@microsoft/recognizers-text-number-with-unit')
  const { Chinese } = numbers.Culture
  const sample = texts.map((text) => text.slice(0, 600))
  const read = (text: string) => [
    ...numbers.recognizePercentage(text, Chinese),
    ...units.recognizeCurrency(text, Chinese),
    ...units.recognizeDimension(text, Chinese),
  ]
  read('增长8%')
  const spent = time(() => {
    for (const text of sample) read(text)
  })
  return sample.reduce((sum, text) => sum + text.length, 0) / (spent / 1000)
}

/** Extraction in characters a second, against the peer and against one plain regular-expression scan. */
export function extractionRows(seeds: string): Row[] {
  const inputs = prepare(seeds)
  const characters = inputs.reduce((sum, input) => sum + input.end - input.start, 0)
  let found: ExtractedStatement[] = []
  const extract = () => {
    found = inputs.flatMap((input) => extractStatements(input))
  }
  const REPEAT = 20
  for (let i = 0; i < REPEAT; i++) extract()
  if (found.length === 0) throw new Error('the engine found nothing: there is nothing to measure')
  const ours = Array.from({ length: ROUNDS }, () => time(() => Array.from({ length: REPEAT }, extract)) / REPEAT)
  const speeds = ours.map((ms) => characters / (ms / 1000))
  const spans = inputs.map((input) => input.text.slice(input.start, input.end))
  const scan = () => spans.reduce((sum, text) => sum + (text.match(PLAIN_SCAN)?.length ?? 0), 0)
  for (let i = 0; i < REPEAT; i++) scan()
  const scans = Array.from({ length: ROUNDS }, () => time(() => Array.from({ length: REPEAT }, scan)) / REPEAT)
  return [
    row(
      'extraction, five seeds',
      'chars/s',
      speeds,
      { name: 'Recognizers-Text 1.3.1', figures: [peerSpeed(spans)] },
      { least: 5000 },
    ),
    row(
      'extraction, five seeds',
      'ms',
      ours,
      { name: 'one plain regular-expression scan', figures: scans },
      { most: 60 },
    ),
  ]
}
