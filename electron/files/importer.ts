import { ImportAnswer, type ImportRequest } from '#shared/ipc/imports'

/** The longest that the importer may take over one file, in milliseconds. */
export const ANSWER_LIMIT = 120_000
/** The longest that it may take to start. */
export const READY_LIMIT = 30_000
/** It is closed after this time without work. */
export const IDLE_LIMIT = 30_000
/** How often a start is tried before the import is given up. */
const START_TRIES = 2

/** A living importer: a hidden window and its port, or a fake one in tests. */
export interface ImporterLink {
  post(request: ImportRequest): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once when it has died by itself. */
  onGone(listener: () => void): void
  /** Ends it; `onGone` is not called for that. */
  destroy(): void
}

/** What the importer made of a request. */
export type Verdict =
  | { type: 'answer'; answer: Extract<ImportAnswer, { type: 'done' }> }
  /** It gave no answer in time and was ended. */
  | { type: 'timeout' }
  /** It died over this file (`alone`), or while this and another one were in it. */
  | { type: 'lost'; alone: boolean }
  /** It answered what cannot be understood. */
  | { type: 'garbled' }
  /** It does not start. */
  | { type: 'absent' }

interface InFlight {
  resolve(verdict: Verdict): void
  timer: NodeJS.Timeout
}

/** Supervises the importer: starts it when there is work, ends it when it hangs or idles, outlives its death. */
export class Importer {
  readonly #start: () => ImporterLink
  readonly #inFlight = new Map<number, InFlight>()
  #link: ImporterLink | null = null
  #ready: Promise<ImporterLink | null> | null = null
  #idle: NodeJS.Timeout | null = null
  #ticket = 0

  /** @param start makes a new importer */
  constructor(start: () => ImporterLink) {
    this.#start = start
  }

  /** Gives the importer a file and waits for its verdict; it never rejects. */
  async process(request: Omit<ImportRequest, 'ticket'>): Promise<Verdict> {
    this.#stopIdle()
    const link = await this.#living()
    if (!link) return { type: 'absent' }
    this.#stopIdle()
    const ticket = ++this.#ticket
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#timedOut(ticket), ANSWER_LIMIT)
      this.#inFlight.set(ticket, { resolve, timer })
      link.post({ ...request, ticket })
    })
  }

  /** Ends the importer; what is in it is lost. */
  close(): void {
    this.#stopIdle()
    this.#drop()
  }

  async #living(): Promise<ImporterLink | null> {
    for (let tries = 0; tries < START_TRIES; tries += 1) {
      this.#ready ??= this.#launch()
      const launched = this.#ready
      const link = await launched
      // It may have died in the very moment between.
      if (link && link === this.#link) return link
      if (this.#ready === launched) this.#ready = null
    }
    return null
  }

  #launch(): Promise<ImporterLink | null> {
    const link = this.#start()
    this.#link = link
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        link.destroy()
        this.#forget(link)
        resolve(null)
      }, READY_LIMIT)
      const settle = (value: ImporterLink | null): void => {
        clearTimeout(timer)
        resolve(value)
      }
      link.onMessage((message) => this.#hear(link, message, () => settle(link)))
      link.onGone(() => {
        settle(null)
        this.#died(link)
      })
    })
  }

  #hear(link: ImporterLink, message: unknown, ready: () => void): void {
    if (link !== this.#link) return
    const parsed = ImportAnswer.safeParse(message)
    if (!parsed.success) this.#garbled(message)
    else if (parsed.data.type === 'ready') ready()
    else this.#settle(parsed.data.ticket, { type: 'answer', answer: parsed.data })
  }

  /** A wrong answer to a known request fails that file; anything else says that the importer is out of its mind. */
  #garbled(message: unknown): void {
    const ticket = typeof message === 'object' && message !== null && 'ticket' in message ? message.ticket : null
    if (typeof ticket === 'number' && this.#inFlight.has(ticket)) this.#settle(ticket, { type: 'garbled' })
    else this.#drop()
  }

  #settle(ticket: number, verdict: Verdict): void {
    const waiting = this.#inFlight.get(ticket)
    if (!waiting) return
    clearTimeout(waiting.timer)
    this.#inFlight.delete(ticket)
    if (this.#inFlight.size === 0) this.#startIdle()
    // The importer's worker does one file after the other: the time of the next one begins now.
    for (const { timer } of this.#inFlight.values()) timer.refresh()
    waiting.resolve(verdict)
  }

  #timedOut(ticket: number): void {
    this.#settle(ticket, { type: 'timeout' })
    this.#drop()
  }

  #died(link: ImporterLink): void {
    if (link !== this.#link) return
    this.#forget(link)
    this.#loseAll(this.#inFlight.size === 1)
  }

  #drop(): void {
    const link = this.#link
    if (!link) return
    this.#forget(link)
    link.destroy()
    // Whoever is left was not the cause.
    this.#loseAll(false)
  }

  #forget(link: ImporterLink): void {
    if (this.#link !== link) return
    this.#link = null
    this.#ready = null
  }

  #loseAll(alone: boolean): void {
    for (const ticket of [...this.#inFlight.keys()]) this.#settle(ticket, { type: 'lost', alone })
    this.#stopIdle()
  }

  #startIdle(): void {
    this.#stopIdle()
    this.#idle = setTimeout(() => this.#drop(), IDLE_LIMIT)
  }

  #stopIdle(): void {
    if (this.#idle) clearTimeout(this.#idle)
    this.#idle = null
  }
}
