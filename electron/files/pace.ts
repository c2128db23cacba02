/** Rates are taken over this time, in milliseconds. */
export const PACE_WINDOW = 10_000
/** Before this time has been measured nothing is said of the time left. */
const FIRST_WORD = 2_000

/** How fast a run goes, over the last ten seconds of work. */
export class Pace {
  readonly #now: () => number
  #since: number
  #marks: { at: number; bytes: number }[] = []

  /** @param now the clock, in milliseconds */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now
    this.#since = now()
  }

  /** Measures anew: at the start and after a pause. */
  restart(): void {
    this.#since = this.#now()
    this.#marks = []
  }

  /** Notes a file that is done. */
  note(bytes: number): void {
    this.#marks.push({ at: this.#now(), bytes })
  }

  /** Files a second. */
  rate(): number {
    const span = this.#span()
    return span === 0 ? 0 : (this.#marks.length * 1000) / span
  }

  /** Seconds until the rest is done, null while too little is known. */
  secondsLeft(files: number, bytes: number): number | null {
    const span = this.#span()
    if (files <= 0) return 0
    if (span < FIRST_WORD || this.#marks.length === 0) return null
    const done = this.#marks.reduce((sum, mark) => sum + mark.bytes, 0)
    // A long file takes longer than a short one: bytes tell more, where there are any.
    const share = done > 0 && bytes > 0 ? bytes / done : files / this.#marks.length
    return Math.ceil((share * span) / 1000)
  }

  /** The time that the marks cover, at most the window, in milliseconds. */
  #span(): number {
    const now = this.#now()
    const first = this.#marks.findIndex(({ at }) => at > now - PACE_WINDOW)
    this.#marks = first < 0 ? [] : this.#marks.slice(first)
    return Math.min(PACE_WINDOW, now - this.#since)
  }
}
