import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { vi } from 'vitest'
import type { Channel, DuibiaoBridge, EventName } from '#shared/ipc/channels'
import { startTranslation } from '../../../renderer/app/i18n'

/** What jsdom lacks and the controls ask for. */
class NoResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver ??= NoResizeObserver
globalThis.matchMedia ??= (query) => Object.assign(new EventTarget(), { ...NO_MATCH, media: query }) as MediaQueryList
const NO_MATCH = { matches: false, onchange: null, addListener: () => undefined, removeListener: () => undefined }

/** A preload in memory: answers by channel, keeps what was asked, and can emit events. */
export class FakeMain implements DuibiaoBridge {
  readonly asked: { channel: Channel; payload: unknown }[] = []
  readonly #listeners = new Map<EventName, Set<(payload: unknown) => void>>()
  answers: Partial<Record<Channel, (payload: never) => unknown>> = {}

  async invoke(channel: Channel, payload: unknown): Promise<unknown> {
    this.asked.push({ channel, payload })
    const answer = this.answers[channel]
    if (!answer) return { ok: true, value: null }
    return answer(payload as never)
  }

  on(event: EventName, listener: (payload: unknown) => void): () => void {
    const listeners = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, listeners.add(listener))
    return () => listeners.delete(listener)
  }

  pathForFile(file: unknown): string {
    return file instanceof File && file.name !== '' ? `/files/${file.name}` : ''
  }

  emit(event: EventName, payload: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(payload)
  }

  /** What was asked on a channel, in order. */
  askedOn(channel: Channel): unknown[] {
    return this.asked.filter((entry) => entry.channel === channel).map(({ payload }) => payload)
  }
}

/** Puts a fake preload into the window. */
export function fakeMain(answers: FakeMain['answers'] = {}): FakeMain {
  const main = new FakeMain()
  main.answers = answers
  Object.defineProperty(window, 'duibiao', { value: main, configurable: true })
  return main
}

/** Does something and waits until React has drawn what came of it. What comes later by itself is no act of the test's. */
export async function acting(what: () => unknown): Promise<void> {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)
  try {
    await act(async () => {
      await what()
    })
  } finally {
    Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', false)
  }
}

/** Draws something in Chinese (or English) and returns its element and the way to take it away. */
export async function draw(node: ReactNode, language: 'zh-CN' | 'en' = 'zh-CN') {
  await startTranslation(language)
  const element = document.createElement('div')
  document.body.append(element)
  const root = createRoot(element, { onCaughtError: () => undefined })
  await acting(() => root.render(node))
  return {
    element,
    remove: async () => {
      await acting(() => root.unmount())
      element.remove()
    },
  }
}

/** Presses a key on an element as a user does. */
export async function press(target: Element, key: string, init: KeyboardEventInit = {}): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
  await acting(() => target.dispatchEvent(event))
  return event
}

/** Clicks an element. */
export const click = async (target: Element | null | undefined): Promise<void> => {
  if (!target) throw new Error('nothing to click')
  await acting(() => target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })))
}

/** Types into a field so that React hears it. */
export async function type(field: HTMLInputElement, value: string): Promise<void> {
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  await acting(() => {
    setter?.call(field, value)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

/** Waits for what comes by itself: a live query, an answer of main. */
export const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 30_000, interval: 20 })
