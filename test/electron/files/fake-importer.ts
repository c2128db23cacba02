import {
  hasEnded,
  type ImportAnswer,
  type ImportOutcome,
  type ImportProgress,
  type ImportRequest,
} from '#shared/ipc/imports'
import { Feeder } from '../../../electron/files/feeder'
import type { RunTask } from '../../../electron/files/import-run'
import type { ImporterLink } from '../../../electron/files/importer-link'
import { type OpenProject, ProjectFolders } from '../../../electron/files/project-folder'
import { entry } from './entries'

export const IMPORTED: ImportOutcome = {
  status: 'imported',
  format: 'txt',
  encoding: 'utf-8',
  encodingReason: { key: 'reasons.test', params: {} },
  characters: 10,
  reports: [],
  statements: 0,
}

export type FileRequest = Extract<ImportRequest, { type: 'file' }>

/** An importer that does what the test says; archives are plain files to it until a test says otherwise. */
export type ExpandRequest = Extract<ImportRequest, { type: 'expand' }>

/** Workers of a fake importer. */
export const LANES = 1

export class FakeLink implements ImporterLink {
  readonly requests: FileRequest[] = []
  destroyed = false
  readonly #onRequest: (request: FileRequest, link: FakeLink) => void
  readonly #onExpand: (request: ExpandRequest, link: FakeLink) => void
  readonly #lanes = new Map<number, number>()
  #message: (message: unknown, lane: number) => void = () => undefined
  #gone: () => void = () => undefined

  constructor(
    onRequest: (request: FileRequest, link: FakeLink) => void,
    onExpand: (request: ExpandRequest, link: FakeLink) => void = (request, link) => link.plain(request),
  ) {
    this.#onRequest = onRequest
    this.#onExpand = onExpand
  }

  post(request: ImportRequest, lane: number): void {
    this.#lanes.set(request.ticket, lane)
    if (request.type === 'expand') this.#onExpand(request, this)
    else {
      this.requests.push(request)
      this.#onRequest(request, this)
    }
  }

  /** The lane that a request went to. */
  laneOf(ticket: number): number {
    return this.#lanes.get(ticket) ?? 0
  }

  ready(lanes = LANES): void {
    for (let lane = 0; lane < lanes; lane += 1) this.say({ type: 'ready' }, lane)
  }

  plain({ ticket }: ExpandRequest): void {
    queueMicrotask(() => this.say({ type: 'plain', ticket }))
  }

  onMessage(listener: (message: unknown, lane: number) => void): void {
    this.#message = listener
  }

  onGone(listener: () => void): void {
    this.#gone = listener
  }

  destroy(): void {
    this.destroyed = true
  }

  /** Says something in the lane of its ticket, or in the one given. */
  say(message: ImportAnswer | object, lane?: number): void {
    const own = 'ticket' in message && typeof message.ticket === 'number' ? this.laneOf(message.ticket) : 0
    if (!this.destroyed) this.#message(message, lane ?? own)
  }

  die(): void {
    this.destroyed = true
    this.#gone()
  }
}

/** Fewer than in the app, so that a few files fill it. */
export const FILES_A_LANE = 4

/** A feeder on a real project folder with a fake importer; journal and originals are the real ones. */
export class FeederBench {
  readonly links: FakeLink[] = []
  readonly events: ImportProgress[] = []
  /** Runs that were paused for a lost database. */
  readonly held: { run: string; last: number }[] = []
  readonly project: OpenProject
  readonly feeder: Feeder
  /** What the importer does with a request; it answers everything as imported until a test says otherwise. */
  onRequest: (request: FileRequest, link: FakeLink) => void = (request, link) => this.imported(request, link)
  onExpand: (request: ExpandRequest, link: FakeLink) => void = (request, link) => link.plain(request)
  onStart: (link: FakeLink) => void = (link) => link.ready(this.#lanes)
  readonly #folders: ProjectFolders
  #sequence = 0
  #listeners: (() => void)[] = []

  readonly #lanes: number

  private constructor(folders: ProjectFolders, project: OpenProject, lanes: number) {
    this.#folders = folders
    this.#lanes = lanes
    this.project = project
    this.feeder = new Feeder({
      startImporter: () => this.#start(),
      lanes,
      filesALane: FILES_A_LANE,
      project: async () => project,
      author: () => '测试',
      report: (progress) => this.#hear(progress),
      held: (run, last) => {
        this.held.push({ run, last })
        this.#wake()
      },
    })
  }

  static async open(profile: string, lanes = LANES): Promise<FeederBench> {
    const folders = new ProjectFolders(profile)
    return new FeederBench(folders, await folders.open('课题'), lanes)
  }

  async close(): Promise<void> {
    await this.feeder.close()
    await this.#folders.close()
  }

  /** Goes on with the journal of an earlier bench. */
  countFrom(sequence: number): void {
    this.#sequence = sequence
  }

  /** Answers a request as imported, with the next journal entry. */
  imported(request: FileRequest, link: FakeLink): void {
    if (link.destroyed) return
    this.#sequence += 1
    const made = entry(this.#sequence, request.name)
    queueMicrotask(() => link.say({ type: 'done', ticket: request.ticket, outcome: IMPORTED, entry: made }))
  }

  /** Answers a request with an outcome and no entry. */
  answered(request: FileRequest, link: FakeLink, outcome: ImportOutcome): void {
    queueMicrotask(() => link.say({ type: 'done', ticket: request.ticket, outcome, entry: null }))
  }

  /** Waits until something that an event or a request brings about is so. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => this.#listeners.push(resolve))
  }

  /** Starts a run and waits for its end. */
  async run(task: RunTask): Promise<ImportProgress> {
    return this.ended(this.feeder.enqueue(task))
  }

  async ended(run: string): Promise<ImportProgress> {
    const last = () => this.events.find((event) => event.run === run && hasEnded(event))
    await this.until(() => last() !== undefined)
    const event = last()
    if (!event) throw new Error('no last event')
    return event
  }

  /** `name: status` of every line of a run, a failure with its key, in the order of names. */
  lines(run: string): string[] {
    return this.events
      .filter((event) => event.run === run)
      .flatMap((event) => event.lines)
      .map(({ name, outcome }) => `${name}: ${outcome.status === 'failed' ? outcome.reason.key : outcome.status}`)
      .sort()
  }

  #start(): FakeLink {
    const link = new FakeLink(
      (request, own) => {
        this.onRequest(request, own)
        this.#wake()
      },
      (request, own) => this.onExpand(request, own),
    )
    this.links.push(link)
    queueMicrotask(() => this.onStart(link))
    return link
  }

  #hear(progress: ImportProgress): void {
    this.events.push(progress)
    this.#wake()
  }

  #wake(): void {
    const listeners = this.#listeners
    this.#listeners = []
    for (const listener of listeners) listener()
  }
}
