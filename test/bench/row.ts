/** One line of the bench: our figure beside a peer's, or a limit's, taken in the same run. */
export interface Row {
  name: string
  /** Our figure, in `unit`: the median of several runs. */
  ours: number
  unit: string
  /** What it is held against: the median of the peer's runs, or a limit. */
  peer: { name: string; figure: number; spread: [number, number] }
  /** ours / peer. */
  ratio: number
  /** The bound that the ratio must keep; a row without one is told and not judged. */
  budget: { least?: number; most?: number }
  held: boolean
  /** Lowest and highest of our runs. */
  spread: [number, number]
}

/** The middle of several figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

const spreadOf = (figures: readonly number[]): [number, number] => [Math.min(...figures), Math.max(...figures)]

/** Makes a row out of our runs and the peer's, or a limit. */
export function row(
  name: string,
  unit: string,
  ours: readonly number[],
  { name: against, figures }: { name: string; figures: readonly number[] },
  budget: Row['budget'],
): Row {
  const figure = median(ours)
  const peer = { name: against, figure: median(figures), spread: spreadOf(figures) }
  const ratio = figure / peer.figure
  const held = ratio >= (budget.least ?? Number.NEGATIVE_INFINITY) && ratio <= (budget.most ?? Number.POSITIVE_INFINITY)
  return { name, unit, ours: figure, peer, ratio, budget, held, spread: spreadOf(ours) }
}

/** A figure with its lowest and highest run. */
const spread = (figure: number, unit: string, [low, high]: [number, number]): string =>
  low === high ? `${short(figure)} ${unit}` : `${short(figure)} ${unit} (${short(low)}–${short(high)})`

/** Three digits tell enough. */
const short = (figure: number): string =>
  figure.toLocaleString('en', figure >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 })

const isJudged = ({ least, most }: Row['budget']): boolean => least !== undefined || most !== undefined

const boundOf = ({ least, most }: Row['budget']): string =>
  least !== undefined ? `≥ ${short(least)}` : most === undefined ? '–' : `≤ ${most}`

/** The rows as a table for the terminal. */
export function table(rows: readonly Row[]): string {
  const head = ['work', 'ours', 'peer or limit', 'ratio', 'budget', 'held']
  const lines = rows.map((r) => [
    r.name,
    spread(r.ours, r.unit, r.spread),
    `${spread(r.peer.figure, r.unit, r.peer.spread)} ${r.peer.name}`,
    short(r.ratio),
    boundOf(r.budget),
    isJudged(r.budget) ? (r.held ? 'yes' : 'NO') : '',
  ])
  const widths = head.map((title, i) => Math.max(title.length, ...lines.map((line) => line[i]?.length ?? 0)))
  return [head, ...lines].map((line) => line.map((text, i) => text.padEnd(widths[i] ?? 0)).join('  ')).join('\n')
}
