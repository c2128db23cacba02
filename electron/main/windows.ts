import { app, BrowserWindow } from 'electron'
import type { EventName } from '#shared/ipc/channels'
import type { EventPayload } from '#shared/ipc/contract'
import type { Language } from '#shared/locales/translate'
import {
  cascaded,
  readWindowStates,
  type WindowState,
  type WindowStates,
  writeWindowStates,
} from '../files/window-state'
import { sendEvent } from '../ipc/events'
import { bringToFront, openMainWindow, stateOf } from './main-window'
import { onPageLoads } from './page-loads'

/** What the windows need of the program. */
export interface WindowsNeeds {
  dark(): boolean
  language(): Language
  /** A window was opened: its crashes are to be watched. */
  opened(window: BrowserWindow): void
  /** A window has its listeners. */
  ready(): void
  /** No window has its listeners any more: the last one is loading again, or gone. */
  deaf(): void
  /** The last window is gone. */
  closed(): void
  logFailure(error: unknown): void
}

/**
 * The windows of the workbench, all of one project. Each has a number, the smallest that is free, by which its place
 * and its layout are remembered; a start opens the one that was left last.
 */
export class Windows {
  readonly #profile: string
  readonly #needs: WindowsNeeds
  readonly #open = new Map<number, BrowserWindow>()
  readonly #ready = new Set<BrowserWindow>()
  #states: WindowStates | null = null
  #remembered: Promise<void> = Promise.resolve()
  /** The window that had the focus last. */
  #last: BrowserWindow | null = null
  /** All windows are going, one after the other: the one that goes last is not the one that was left last. */
  #leaving = false

  constructor(profile: string, needs: WindowsNeeds) {
    this.#profile = profile
    this.#needs = needs
    app.on('before-quit', () => {
      this.#leaving = true
    })
  }

  /** The window that menu and dialogs are for: the one with the focus, else the one that had it last. */
  get current(): BrowserWindow | null {
    const focused = BrowserWindow.getFocusedWindow()
    if (focused && this.has(focused.webContents)) return focused
    return this.#last ?? [...this.#open.values()].at(-1) ?? null
  }

  /** Whether these contents are those of one of the windows. */
  has(contents: unknown): boolean {
    return this.#of(contents) !== null
  }

  /** The window of these contents, else the current one: the window that a dialog belongs to. */
  asking(contents: unknown): BrowserWindow | null {
    return this.#of(contents) ?? this.current
  }

  /** Opens a window: at the start the one that was left last, then the next that is free. */
  async open(): Promise<void> {
    const states = await this.#read()
    const number = this.#open.size === 0 ? states.last : this.#free()
    const { current } = this
    const window = openMainWindow({
      number,
      state: states.windows[number] ?? (current ? cascaded(stateOf(current)) : null),
      dark: this.#needs.dark(),
      language: this.#needs.language(),
      remember: (state) => this.#remember(number, state),
    })
    this.#open.set(number, window)
    this.#last = window
    window.on('focus', () => {
      this.#last = window
    })
    // A page that loads again has no listeners until it says so.
    onPageLoads(window.webContents, () => this.#deafen(window))
    window.on('closed', () => this.#gone(number, window))
    this.#needs.opened(window)
    // At once: a program that is ended by the system closes no window.
    this.#remember(number, stateOf(window))
  }

  /** These contents have their listeners. */
  ready(contents: unknown): void {
    const window = this.#of(contents)
    if (!window) return
    this.#ready.add(window)
    this.#needs.ready()
  }

  /** Tells every window. */
  send<E extends EventName>(event: E, payload: EventPayload<E>): void {
    for (const window of this.#open.values()) sendEvent(window.webContents, event, payload)
  }

  /** Tells every window something of its own. */
  sendEach<E extends EventName>(event: E, payloadFor: (contents: unknown) => EventPayload<E>): void {
    for (const { webContents } of this.#open.values()) sendEvent(webContents, event, payloadFor(webContents))
  }

  /** Tells one window, the current one where it can hear. */
  sendOne<E extends EventName>(event: E, payload: EventPayload<E>): void {
    const { current } = this
    const target = current && (this.#ready.size === 0 || this.#ready.has(current)) ? current : [...this.#ready][0]
    if (target) sendEvent(target.webContents, event, payload)
  }

  /** Loads every window again: another project is open. */
  reload(): void {
    for (const window of this.#open.values()) window.webContents.reload()
  }

  /** Brings the current window to the front. */
  show(): void {
    const { current } = this
    if (current) bringToFront(current)
  }

  /** Resolves when what is to be remembered is on disk. */
  async settled(): Promise<void> {
    await this.#remembered
  }

  #of(contents: unknown): BrowserWindow | null {
    return [...this.#open.values()].find((window) => window.webContents === contents) ?? null
  }

  #free(): number {
    let number = 1
    while (this.#open.has(number)) number += 1
    return number
  }

  async #read(): Promise<WindowStates> {
    this.#states ??= await readWindowStates(this.#profile)
    return this.#states
  }

  /** One after another, so that the last one stands; leaving waits for it. */
  #remember(number: number, state: WindowState): void {
    const before = this.#states
    if (!before) return
    const { current } = this
    const last = [...this.#open].find(([, window]) => window === current)?.[0] ?? number
    const states = { last, windows: { ...before.windows, [number]: state } }
    this.#states = states
    this.#remembered = this.#remembered
      .then(() => writeWindowStates(this.#profile, states))
      .catch((error: unknown) => this.#needs.logFailure(error))
  }

  #deafen(window: BrowserWindow): void {
    if (this.#ready.delete(window) && this.#ready.size === 0) this.#needs.deaf()
  }

  #gone(number: number, window: BrowserWindow): void {
    this.#open.delete(number)
    if (this.#last === window) this.#last = null
    this.#deafen(window)
    const { current } = this
    const left = [...this.#open].find(([, other]) => other === current)?.[0]
    if (current && left !== undefined && !this.#leaving) this.#remember(left, stateOf(current))
    if (this.#open.size === 0) this.#needs.closed()
  }
}
