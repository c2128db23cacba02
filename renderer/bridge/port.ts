import type { DuibiaoBridge } from '#shared/ipc/channels'

declare global {
  interface Window {
    /** Exposed by the preload; nothing but `renderer/bridge` uses it. */
    readonly duibiao?: DuibiaoBridge
  }
}

/**
 * What the preload exposes.
 * @throws where the page runs without it (opened in a plain browser)
 */
export function port(): DuibiaoBridge {
  if (!window.duibiao) throw new Error('The preload did not expose window.duibiao')
  return window.duibiao
}
