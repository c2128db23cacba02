import type { Report } from '#shared/model/report'
import {
  Binding,
  Comparator,
  type ExtractedStatement,
  Measure,
  Role,
  StatementKind,
  StatementStatus,
  statementKey,
  TargetList,
} from '#shared/model/statement'
import type { LaidStatement, Packed } from '../../storage/statement-worker'
import { codesIn, numbersIn, spansIn, wordsIn } from './packed'
import { StringTable } from './string-table'

/** What a column of few values can hold, by its code. */
export const CODES = {
  status: StatementStatus.options,
  comparator: Comparator.options,
  kind: StatementKind.options,
  role: Role.options,
  measure: Measure.options,
  binding: Binding.options,
  list: TargetList.options,
  article: ['main', 'other'],
} as const satisfies Record<string, readonly string[]>
export type CodedColumn = keyof typeof CODES

/** Columns of words: a number into a table of strings. */
export const WORDS = [
  'quantity',
  'unit',
  'year',
  'indicator',
  'canonical',
  'scope',
  'period',
  'wording',
  'part_of',
  'base',
  'rank',
  'basis',
  'subset',
  'due',
  'rule',
] as const satisfies readonly (keyof ExtractedStatement)[]
export type WordColumn = (typeof WORDS)[number]

const INTEGERS = ['report', 'start', 'sentenceStart', 'sentenceEnd'] as const
const REALS = ['value', 'high', 'confidence'] as const

type Integers = Record<(typeof INTEGERS)[number] | WordColumn, Uint32Array>
type Reals = Record<(typeof REALS)[number], Float64Array>
type Codes = Record<CodedColumn | 'touched', Uint8Array>

const FIRST_ROOM = 1_024
/** Room that is made when there is none left, as a multiple of what there was. */
const GROWTH = 1.5

const keysOf = <T extends object>(record: T): (keyof T)[] => Object.keys(record) as (keyof T)[]

/** Codes that are fields of the statement itself; the status is the user's word on it. */
const OF_STATEMENT = keysOf(CODES).filter((name) => name !== 'status')

/** Code of a row that was taken away; its place is free until the columns are packed again. */
export const GONE = 255

/**
 * Every statement by column: a number takes its eight bytes, a word four, since words repeat. A row keeps its number
 * while its report keeps the same statements, so that an order of rows outlives a change of their values.
 */
export class Columns {
  readonly integers: Integers
  readonly reals: Reals
  readonly codes: Codes
  readonly words: Record<WordColumn, StringTable>
  readonly reports: Report[] = []
  /** Rows up to here have been given out; some may be gone. */
  length = 0
  gone = 0
  #room = 0
  readonly #numbers = new Map<string, number>()
  /** Rows of each report by its number, in the order of the text. */
  readonly #rows: Uint32Array[] = []
  /** Keys that do not follow from the row's fields: edited ones, and those made by hand. */
  readonly #keys = new Map<number, string>()

  constructor() {
    const none = () => new Uint32Array(0)
    this.integers = Object.fromEntries([...INTEGERS, ...WORDS].map((name) => [name, none()])) as Integers
    this.reals = Object.fromEntries(REALS.map((name) => [name, new Float64Array(0)])) as Reals
    this.codes = Object.fromEntries([...keysOf(CODES), 'touched'].map((name) => [name, new Uint8Array(0)])) as Codes
    this.words = Object.fromEntries(WORDS.map((name) => [name, new StringTable()])) as Record<WordColumn, StringTable>
    this.#grow(FIRST_ROOM)
  }

  /** The number of a report, -1 where it is not here. */
  reportNumber(id: string): number {
    return this.#numbers.get(id) ?? -1
  }

  /** The report of a row. */
  reportOf(row: number): Report {
    const report = this.reports[this.integers.report[row] ?? -1]
    if (!report) throw new RangeError(`no row ${row}`)
    return report
  }

  /** Rows of a report in the order of the text, none where it is not here. */
  rowsOf(id: string): Uint32Array {
    return this.#rows[this.reportNumber(id)] ?? new Uint32Array(0)
  }

  /** The reports that have rows. */
  *present(): Iterable<Report> {
    for (const [number, report] of this.reports.entries()) if (this.#rows[number] !== undefined) yield report
  }

  /** Name of a row's statement inside its report. */
  keyOf(row: number): string {
    return this.#keys.get(row) ?? this.#plainKey(row)
  }

  /** The row of a statement, -1 where there is none. */
  find(report: string, key: string): number {
    for (const row of this.rowsOf(report)) if (this.keyOf(row) === key) return row
    return -1
  }

  /**
   * Puts in what a report holds now.
   * @returns true when its statements are the same as before, so that every row kept its number
   */
  put(report: Report, laid: readonly LaidStatement[]): boolean {
    const number = this.#numberOf(report)
    const before = this.#rows[number]
    const known = new Map(before ? Array.from(before, (row) => [this.keyOf(row), row]) : [])
    // Two of one name cannot be told apart: they get new rows.
    const same = before?.length === laid.length && known.size === laid.length && laid.every(({ key }) => known.has(key))
    if (!same) {
      this.remove(report.id)
      this.#grow(this.length + laid.length)
    }
    const rows = laid.map((one) => {
      const row = (same ? known.get(one.key) : undefined) ?? this.length++
      this.#write(row, number, one)
      return row
    })
    this.#rows[number] = Uint32Array.from(rows)
    return same
  }

  /** Puts in what the engine found in a report that has no rows yet, nobody having spoken on it. */
  putPacked(report: Report, packed: Packed<ExtractedStatement>): void {
    const number = this.#numberOf(report)
    const from = this.length
    const to = from + packed.length
    this.#grow(to)
    this.length = to
    const { integers, reals, codes } = this
    const { columns } = packed
    for (const name of WORDS) wordsIn(columns[name], this.words[name], integers[name].subarray(from, to))
    for (const name of OF_STATEMENT) codesIn(columns[name], CODES[name], codes[name].subarray(from, to))
    codes.status.fill(CODES.status.indexOf('suggested'), from, to)
    codes.touched.fill(0, from, to)
    integers.report.fill(number, from, to)
    numbersIn(columns.start, integers.start.subarray(from, to))
    for (const name of REALS) numbersIn(columns[name], reals[name].subarray(from, to))
    spansIn(columns.sentence, integers.sentenceStart.subarray(from, to), integers.sentenceEnd.subarray(from, to))
    this.#rows[number] = Uint32Array.from({ length: packed.length }, (_, index) => from + index)
  }

  /** Takes a report's rows away. */
  remove(id: string): void {
    const number = this.reportNumber(id)
    for (const row of this.#rows[number] ?? []) {
      this.codes.status[row] = GONE
      this.#keys.delete(row)
      this.gone++
    }
    if (number >= 0) delete this.#rows[number]
  }

  /** The statement of a row, without what its report tells. */
  statement(row: number): ExtractedStatement {
    const { integers, reals, codes } = this
    const words = Object.fromEntries(WORDS.map((name) => [name, this.words[name].at(integers[name][row] ?? 0)]))
    const coded = Object.fromEntries(OF_STATEMENT.map((name) => [name, CODES[name][codes[name][row] ?? 0]]))
    const high = reals.high[row] ?? Number.NaN
    // Every field of a statement is in one of the three lists above.
    return {
      ...words,
      ...coded,
      start: integers.start[row] ?? 0,
      value: reals.value[row] ?? 0,
      high: Number.isNaN(high) ? null : high,
      confidence: reals.confidence[row] ?? 0,
      sentence: { start: integers.sentenceStart[row] ?? 0, end: integers.sentenceEnd[row] ?? 0 },
    } as ExtractedStatement
  }

  #plainKey(row: number): string {
    const { start, quantity, indicator } = this.integers
    return statementKey({
      start: start[row] ?? 0,
      quantity: this.words.quantity.at(quantity[row] ?? 0),
      indicator: this.words.indicator.at(indicator[row] ?? 0),
    })
  }

  #numberOf(report: Report): number {
    const known = this.#numbers.get(report.id)
    const number = known ?? this.reports.length
    this.reports[number] = report
    this.#numbers.set(report.id, number)
    return number
  }

  #write(row: number, report: number, { key, id, status, statement }: LaidStatement): void {
    const { integers, reals, codes } = this
    for (const name of WORDS) integers[name][row] = this.words[name].numberOf(statement[name])
    for (const name of keysOf(CODES)) {
      const value: string = name === 'status' ? status : statement[name]
      codes[name][row] = (CODES[name] as readonly string[]).indexOf(value)
    }
    codes.touched[row] = id === null ? 0 : 1
    integers.report[row] = report
    integers.start[row] = statement.start
    integers.sentenceStart[row] = statement.sentence.start
    integers.sentenceEnd[row] = statement.sentence.end
    reals.value[row] = statement.value
    reals.high[row] = statement.high ?? Number.NaN
    reals.confidence[row] = statement.confidence
    if (id !== null && this.#plainKey(row) !== key) this.#keys.set(row, key)
    else this.#keys.delete(row)
  }

  /** Gives back the room that nothing stands in. */
  trim(): void {
    this.#make(Math.max(this.length, FIRST_ROOM))
  }

  #grow(wanted: number): void {
    if (wanted > this.#room) this.#make(Math.max(wanted, FIRST_ROOM, Math.ceil(this.#room * GROWTH)))
  }

  #make(room: number): void {
    this.#room = room
    const larger = <T extends Uint32Array | Float64Array | Uint8Array>(old: T, made: T): T => {
      made.set(old.subarray(0, this.length))
      return made
    }
    for (const name of keysOf(this.integers))
      this.integers[name] = larger(this.integers[name], new Uint32Array(this.#room))
    for (const name of keysOf(this.reals)) this.reals[name] = larger(this.reals[name], new Float64Array(this.#room))
    for (const name of keysOf(this.codes)) this.codes[name] = larger(this.codes[name], new Uint8Array(this.#room))
  }
}
