import { ImportAnswer } from '#shared/ipc/imports'
import { type InFlight, Lane } from './importer-lane'
import type { Heartbeat, ImporterLink, Verdict, Work } from './importer-link'

/** The longest that it may take to start. */
export const READY_LIMIT = 30_000
/** It is closed after this time without work. */
export const IDLE_LIMIT = 30_000
/** How often a start is tried before the import is given up. */
const START_TRIES = 2

/** Supervises the importer: starts it when there is work, ends it when it hangs or idles, outlives its death. */
export class Importer {
  readonly #start: () => ImporterLink
  readonly #lanes: readonly Lane[]
  #link: ImporterLink | null = null
  #ready: Promise<ImporterLink | null> | null = null
  /** Ends the waiting for an importer that is starting. */
  #giveUp: () => void = () => undefined
  #idle: NodeJS.Timeout | null = null
  #ticket = 0
  #closed = false

  /**
   * @param start makes a new importer
   * @param lanes how many workers it has
   */
  constructor(start: () => ImporterLink, lanes: number) {
    this.#start = start
    this.#lanes = Array.from({ length: lanes }, () => new Lane((overdue) => this.#timedOut(overdue)))
  }

  /** Gives the importer a request, in its least busy lane, and waits for its verdict; it never rejects. */
  async process(work: Work, heartbeat: Heartbeat = () => undefined): Promise<Verdict> {
    this.#stopIdle()
    const link = await this.#living()
    if (this.#closed) return { type: 'lost', alone: false }
    if (!link) return { type: 'absent' }
    this.#stopIdle()
    const ticket = ++this.#ticket
    const least = Math.min(...this.#lanes.map(({ size }) => size))
    const lane = this.#lanes.findIndex(({ size }) => size === least)
    return new Promise((resolve) => {
      this.#lanes[lane]?.add({ ticket, resolve, heartbeat })
      link.post({ ...work, ticket }, lane)
    })
  }

  /** Ends the importer for good; what is in it is lost, and what is on its way there. */
  close(): void {
    this.#closed = true
    this.#stopIdle()
    this.#drop()
  }

  get #inFlight(): number {
    return this.#lanes.reduce((sum, lane) => sum + lane.size, 0)
  }

  async #living(): Promise<ImporterLink | null> {
    for (let tries = 0; tries < START_TRIES && !this.#closed; tries += 1) {
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
      this.#giveUp = () => settle(null)
      const missing = new Set(this.#lanes.keys())
      link.onMessage((message, lane) =>
        this.#hear(link, message, lane, () => {
          missing.delete(lane)
          if (missing.size === 0) settle(link)
        }),
      )
      link.onGone(() => {
        settle(null)
        this.#died(link)
      })
    })
  }

  #hear(link: ImporterLink, message: unknown, at: number, ready: () => void): void {
    const lane = this.#lanes[at]
    if (link !== this.#link || !lane) return
    const parsed = ImportAnswer.safeParse(message)
    if (!parsed.success) this.#garbled(lane, message)
    else if (parsed.data.type === 'ready') ready()
    else if (parsed.data.type === 'progress') lane.heartbeat(parsed.data)
    else this.#settle(lane, parsed.data.ticket, { type: 'answer', answer: parsed.data })
  }

  /** A wrong answer to a known request fails that file; anything else says that the importer is out of its mind. */
  #garbled(lane: Lane, message: unknown): void {
    const ticket = typeof message === 'object' && message !== null && 'ticket' in message ? message.ticket : null
    if (typeof ticket === 'number' && lane.has(ticket)) this.#settle(lane, ticket, { type: 'garbled' })
    else this.#drop()
  }

  #settle(lane: Lane, ticket: number, verdict: Verdict): void {
    const waiting = lane.take(ticket)
    if (!waiting) return
    if (this.#inFlight === 0) this.#startIdle()
    waiting.resolve(verdict)
  }

  /** One file that is late is the cause. Of two in one worker either may be: each is to be tried alone. */
  #timedOut({ lane, ticket, limit }: { lane: Lane; ticket: number | null; limit: number }): void {
    if (ticket !== null) this.#settle(lane, ticket, { type: 'timeout', limit })
    this.#drop()
  }

  #died(link: ImporterLink): void {
    if (link !== this.#link) return
    this.#forget(link)
    this.#loseAll(this.#inFlight === 1)
  }

  #drop(): void {
    const link = this.#link
    if (!link) return
    this.#forget(link)
    link.destroy()
    // One that is ended while it starts says nothing any more.
    this.#giveUp()
    // Whoever is left was not the cause.
    this.#loseAll(false)
  }

  #forget(link: ImporterLink): void {
    if (this.#link !== link) return
    this.#link = null
    this.#ready = null
  }

  #loseAll(alone: boolean): void {
    const lost: InFlight[] = this.#lanes.flatMap((lane) => lane.clear())
    this.#stopIdle()
    for (const { resolve } of lost) resolve({ type: 'lost', alone })
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
