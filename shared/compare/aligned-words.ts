/** Units of two strings that stand for each other: a run of equal ones. */
export interface Run {
  a: number
  b: number
  length: number
}

/** How two strings of words lie on each other. */
export interface Alignment {
  /** Runs of two and more equal units, in the order of both. */
  runs: Run[]
  /** Units in the runs, less one for each run: what is torn apart counts less. */
  score: number
}

const SKIP_A = 1
const SKIP_B = 2
const OPEN = 4
const MATCH = 3

let steps = new Uint8Array(0)

function stepsOf(cells: number): Uint8Array {
  if (steps.length < cells) steps = new Uint8Array(cells)
  else steps.fill(0, 0, cells)
  return steps
}

/**
 * Lays two strings on each other: what they begin and end with in common, then the best alignment of what is between.
 * Quadratic in the lengths: meant for sentences. The score is the same whichever of the two comes first.
 */
export function alignWords(a: string, b: string): Alignment {
  const head = commonPrefix(a, b)
  const tail = commonSuffix(a, b, head)
  const runs = [
    { a: 0, b: 0, length: head },
    ...middleRuns(a.slice(head, a.length - tail), b.slice(head, b.length - tail)).map((run) => ({
      ...run,
      a: run.a + head,
      b: run.b + head,
    })),
    { a: a.length - tail, b: b.length - tail, length: tail },
  ]
  const kept = merged(runs).filter(({ length }) => length > 1)
  return { runs: kept, score: kept.reduce((sum, { length }) => sum + length - 1, 0) }
}

function commonPrefix(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at++
  return at
}

function commonSuffix(a: string, b: string, from: number): number {
  let length = 0
  const most = Math.min(a.length, b.length) - from
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++
  return length
}

/** Runs that go on in both strings become one. */
function merged(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (run.length === 0) continue
    if (last && last.a + last.length === run.a && last.b + last.length === run.b) last.length += run.length
    else result.push({ ...run })
  }
  return result
}

/**
 * Best runs by dynamic programming: a unit that goes on a run counts 1, the one that opens it 0, so a single equal unit
 * gains nothing.
 */
function middleRuns(a: string, b: string): Run[] {
  if (a === '' || b === '') return []
  const width = b.length + 1
  const taken = stepsOf((a.length + 1) * width)
  let best = new Int32Array(width)
  let before = new Int32Array(width)
  let run = new Int32Array(width)
  let runBefore = new Int32Array(width)
  for (let i = 1; i <= a.length; i++) {
    const unit = a.charCodeAt(i - 1)
    ;[best, before] = [before, best]
    ;[run, runBefore] = [runBefore, run]
    best[0] = 0
    run[0] = NONE
    for (let j = 1; j <= b.length; j++) {
      const above = before[j] ?? 0
      const left = best[j - 1] ?? 0
      let value = above >= left ? above : left
      let step = above >= left ? SKIP_A : SKIP_B
      let here = NONE
      if (unit === b.charCodeAt(j - 1)) {
        const opened = before[j - 1] ?? 0
        const gone = i > 1 && (runBefore[j - 1] ?? NONE) > NONE ? (runBefore[j - 1] ?? 0) + 1 : NONE
        here = gone > opened ? gone : opened
        if (gone <= opened) step |= OPEN
        if (here > value) {
          value = here
          step = (step & OPEN) | MATCH
        }
      }
      run[j] = here
      best[j] = value
      taken[i * width + j] = step
    }
  }
  return traced(a, b, taken, width)
}

/** Less than any score. */
const NONE = -1

function traced(a: string, b: string, taken: Uint8Array, width: number): Run[] {
  const runs: Run[] = []
  let i = a.length
  let j = b.length
  while (i > 0 && j > 0) {
    const step = (taken[i * width + j] ?? 0) & MATCH
    if (step === SKIP_A) i--
    else if (step === SKIP_B) j--
    else {
      let length = 1
      while (((taken[i * width + j] ?? 0) & OPEN) === 0) {
        i--
        j--
        length++
      }
      i--
      j--
      runs.unshift({ a: i, b: j, length })
    }
  }
  return runs
}
