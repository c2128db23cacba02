import type { ImportAnswer, ImportOutcome, ImportProgress, ImportRequest } from '#shared/ipc/imports'
import { Feeder } from '../../../electron/files/feeder'
import type { RunTask } from '../../../electron/files/import-run'
import type { ImporterLink } from '../../../electron/files/importer'
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

/** An importer that does what the test says. */
export class FakeLink implements ImporterLink {
  readonly requests: ImportRequest[] = []
  destroyed = false
  readonly #onRequest: (request: ImportRequest, link: FakeLink) => void
  #message: (message: unknown) => void = () => undefined
  #gone: () => void = () => undefined

  constructor(onRequest: (request: ImportRequest, link: FakeLink) => void) {
    this.#onRequest = onRequest
  }

  post(request: ImportRequest): void {
    this.requests.push(request)
    this.#onRequest(request, this)
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#message = listener
  }

  onGone(listener: () => void): void {
    this.#gone = listener
  }

  destroy(): void {
    this.destroyed = true
  }

  say(message: ImportAnswer | object): void {
    if (!this.destroyed) this.#message(message)
  }

  die(): void {
    this.destroyed = true
    this.#gone()
  }
}

/** A feeder on a real project folder with a fake importer; journal and originals are the real ones. */
export class FeederBench {
  readonly links: FakeLink[] = []
  readonly events: ImportProgress[] = []
  readonly project: OpenProject
  readonly feeder: Feeder
  /** What the importer does with a request; it answers everything as imported until a test says otherwise. */
  onRequest: (request: ImportRequest, link: FakeLink) => void = (request, link) => this.imported(request, link)
  onStart: (link: FakeLink) => void = (link) => link.say({ type: 'ready' })
  readonly #folders: ProjectFolders
  #sequence = 0
  #listeners: (() => void)[] = []

  private constructor(folders: ProjectFolders, project: OpenProject) {
    this.#folders = folders
    this.project = project
    this.feeder = new Feeder({
      startImporter: () => this.#start(),
      project: async () => project,
      author: () => '测试',
      report: (progress) => this.#hear(progress),
    })
  }

  static async open(profile: string): Promise<FeederBench> {
    const folders = new ProjectFolders(profile)
    return new FeederBench(folders, await folders.open('课题'))
  }

  async close(): Promise<void> {
    this.feeder.close()
    await this.#folders.close()
  }

  /** Answers a request as imported, with the next journal entry. */
  imported(request: ImportRequest, link: FakeLink): void {
    if (link.destroyed) return
    this.#sequence += 1
    const made = entry(this.#sequence, request.name)
    queueMicrotask(() => link.say({ type: 'done', ticket: request.ticket, outcome: IMPORTED, entry: made }))
  }

  /** Answers a request with an outcome and no entry. */
  answered(request: ImportRequest, link: FakeLink, outcome: ImportOutcome): void {
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
    const last = () => this.events.find((event) => event.run === run && event.state !== 'running')
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
    const link = new FakeLink((request, own) => {
      this.onRequest(request, own)
      this.#wake()
    })
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
