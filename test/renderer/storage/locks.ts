import { vi } from 'vitest'

/** The locks of a browser, as far as they are used: one after another under each name. */
export function stubLocks(): void {
  const last = new Map<string, Promise<unknown>>()
  const request = (name: string, work: () => Promise<unknown>) => {
    const next = (last.get(name) ?? Promise.resolve()).then(work)
    last.set(
      name,
      next.catch(() => undefined),
    )
    return next
  }
  vi.stubGlobal('navigator', { locks: { request } })
}
