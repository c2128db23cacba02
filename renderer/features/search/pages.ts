import type { SearchLine } from '../../workers/search/protocol'

/** Lines that are asked for together. */
export const PAGE = 100
/** Pages that are kept: what was seen last, some megabyte. */
const KEPT = 40

/** Answers lines of a search, `to` exclusive. */
export type AskLines = (from: number, to: number) => Promise<SearchLine[]>

/** Lines of a result, asked for page by page as they come into sight, the longest unseen let go of. */
export class Pages {
  readonly count: number
  readonly #ask: AskLines
  readonly #came: () => void
  readonly #failed: (error: unknown) => void
  readonly #pages = new Map<number, readonly SearchLine[]>()
  readonly #asked = new Set<number>()

  /**
   * @param count lines there are
   * @param came told when lines have come
   * @param failed told when they could not be read
   * @param first the first page, where it is there already
   */
  constructor(
    count: number,
    ask: AskLines,
    came: () => void,
    failed: (error: unknown) => void,
    first: readonly SearchLine[] | null = null,
  ) {
    if (first && first.length === Math.min(PAGE, count)) this.#pages.set(0, first)
    this.count = count
    this.#ask = ask
    this.#came = came
    this.#failed = failed
  }

  /** A line; undefined while it is not there yet. Asks for nothing. */
  at(place: number): SearchLine | undefined {
    return this.#pages.get(Math.floor(place / PAGE))?.[place % PAGE]
  }

  /** Sees to it that lines are there or come, `to` exclusive. */
  want(from: number, to: number): void {
    const last = Math.floor((Math.min(to, this.count) - 1) / PAGE)
    for (let page = Math.floor(Math.max(0, from) / PAGE); page <= last; page++) this.#wantPage(page)
  }

  #wantPage(page: number): void {
    const known = this.#pages.get(page)
    if (known) {
      // The last one in the order of the map is the one seen last.
      this.#pages.delete(page)
      this.#pages.set(page, known)
      return
    }
    if (this.#asked.has(page)) return
    this.#asked.add(page)
    this.#ask(page * PAGE, Math.min(this.count, (page + 1) * PAGE))
      .then((lines) => {
        this.#pages.set(page, lines)
        for (const oldest of this.#pages.keys()) {
          if (this.#pages.size <= KEPT) break
          this.#pages.delete(oldest)
        }
        this.#came()
      }, this.#failed)
      .finally(() => this.#asked.delete(page))
  }
}
