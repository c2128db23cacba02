/** One line of the bench: our figure beside a peer's, or a limit's, taken in the same run. */
export interface Row {
  name: string
  /** Our figure, in `unit`: the median of several runs. */
  ours: number
  unit: string
  /** What it is held against. */
  peer: { name: string; figure: number }
  /** ours / peer. */
  ratio: number
  /** The bound that the ratio must keep. */
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

/** Makes a row out of our runs and the peer's figure. */
export function row(
  name: string,
  unit: string,
  ours: readonly number[],
  peer: { name: string; figure: number },
  budget: Row['budget'],
): Row {
  const figure = median(ours)
  const ratio = figure / peer.figure
  const held = ratio >= (budget.least ?? Number.NEGATIVE_INFINITY) && ratio <= (budget.most ?? Number.POSITIVE_INFINITY)
  return { name, unit, ours: figure, peer, ratio, budget, held, spread: [Math.min(...ours), Math.max(...ours)] }
}

const short = (figure: number): string =>
  figure >= 1000 ? Math.round(figure).toLocaleString('en') : figure.toPrecision(3).replace(/\.?0+$/, '')

/** The rows as a table for the terminal. */
export function table(rows: readonly Row[]): string {
  const head = ['work', 'ours', 'peer or limit', 'ratio', 'budget', 'held']
  const lines = rows.map((r) => [
    r.name,
    `${short(r.ours)} ${r.unit} (${short(r.spread[0])}–${short(r.spread[1])})`,
    `${short(r.peer.figure)} ${r.unit} ${r.peer.name}`,
    short(r.ratio),
    r.budget.least === undefined ? `≤ ${r.budget.most}` : `≥ ${short(r.budget.least)}`,
    r.held ? 'yes' : 'NO',
  ])
  const widths = head.map((title, i) => Math.max(title.length, ...lines.map((line) => line[i]?.length ?? 0)))
  return [head, ...lines].map((line) => line.map((text, i) => text.padEnd(widths[i] ?? 0)).join('  ')).join('\n')
}
