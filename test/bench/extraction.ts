import { createRequire } from 'node:module'
import { type ReportContent, readReport } from '../../shared/matters/extract'
import { filesUnder } from './library'
import { readReports, processorTime as time } from './reports'
import { type Row, row } from './row'

interface Numbers {
  Culture: { Chinese: string }
  recognizePercentage(text: string, culture: string): unknown[]
}

interface NumbersWithUnits {
  recognizeCurrency(text: string, culture: string): unknown[]
  recognizeDimension(text: string, culture: string): unknown[]
}

/** Rounds of either side, by turns: what else the machine does weighs on both. */
const ROUNDS = 15
/** Passes in a round, so many that the clock of the processor is fine enough; a scan is a hundredth of an extraction. */
const PASSES = 20
const SCANS = 200
/**
 * Passes before the first round: 2,500 reports, a province's library. Time a pass falls until about the 400th, when
 * the machine has compiled what reads them; the scan is ready after a few.
 */
const WARM = 500
const UNITS =
  '元|人次|人|户|次|吨|平方米|平方公里|公里|亩|个百分点|个|家|项|座|处|条|件|所|名|套|部|辆|台|张|间|倍|成|米|立方米|' +
  '千瓦|天|小时|分钟|起|场|批|种|支|份|期|只|头|株|棵|床|宗|幢|栋|村|社区|级|学位|泊位'
/**
 * One plain scan for numbers with units, the floor of all extraction: digits of both widths and Chinese numerals, a
 * range, the commonest units. It finds what counts as a number here (`spec/statements.md`) and understands nothing.
 */
export const PLAIN_SCAN = new RegExp(
  `(?:[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?|[一二三四五六七八九十百千两]+)(?:[—–~～至-]{1,2}[0-9０-９.]+)?\\s*[余多]?(?:[十百千万亿]{0,2}(?:${UNITS})|[%％‰])`,
  'g',
)

/** Characters a second of the peer over the same reports, once: it takes most of a minute. */
function peerSpeed(texts: readonly string[]): number {
  const require = createRequire(import.meta.url)
  const numbers: Numbers = require('@microsoft/recognizers-text-number')
  const units: NumbersWithUnits = require('@microsoft/recognizers-text-number-with-unit')
  const { Chinese } = numbers.Culture
  const read = (text: string) => [
    ...numbers.recognizePercentage(text, Chinese),
    ...units.recognizeCurrency(text, Chinese),
    ...units.recognizeDimension(text, Chinese),
  ]
  read('增长8%')
  const spent = time(() => {
    for (const text of texts) read(text)
  })
  return texts.reduce((sum, text) => sum + text.length, 0) / (spent / 1000)
}

/** Processor time of one pass in milliseconds. */
function perPass(work: () => void, passes: number): number {
  const all = time(() => {
    for (let i = 0; i < passes; i++) work()
  })
  return all / passes
}

/** Extraction of statements and matters in characters a second, against the peer and against one plain regular-expression scan. */
export async function extractionRows(seeds: string): Promise<Row[]> {
  const reports = await readReports(filesUnder(seeds).filter((path) => path.endsWith('.txt')))
  const inputs = reports.map(({ input }) => input)
  const characters = inputs.reduce((sum, input) => sum + input.end - input.start, 0)
  let found: ReportContent[] = []
  const extract = () => {
    found = inputs.map(readReport)
  }
  for (let i = 0; i < WARM; i++) extract()
  if (found.every(({ statements, matters }) => statements.length + matters.length === 0))
    throw new Error('the engine found nothing: there is nothing to measure')
  const spans = inputs.map((input) => input.text.slice(input.start, input.end))
  const scan = () => spans.reduce((sum, text) => sum + (text.match(PLAIN_SCAN)?.length ?? 0), 0)
  for (let i = 0; i < WARM; i++) scan()
  const ours: number[] = []
  const scans: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(perPass(extract, PASSES))
    scans.push(perPass(scan, SCANS))
  }
  const speeds = ours.map((ms) => characters / (ms / 1000))
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
