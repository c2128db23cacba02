import type { ImportAnswer, ImportRequest } from '#shared/ipc/imports'

/** A living importer: a hidden window with a worker and a port for each lane, or a fake one in tests. */
export interface ImporterLink {
  /** @param lane from 0 */
  post(request: ImportRequest, lane: number): void
  onMessage(listener: (message: unknown, lane: number) => void): void
  /** Called once when it has died by itself. */
  onGone(listener: () => void): void
  /** Ends it; `onGone` is not called for that. */
  destroy(): void
}

/** A request that has no ticket yet. */
export type Work = {
  [T in ImportRequest['type']]: Omit<Extract<ImportRequest, { type: T }>, 'ticket'>
}[ImportRequest['type']]

/** The answer to a request. */
export type WorkAnswer = Exclude<ImportAnswer, { type: 'ready' | 'progress' }>

/** What the importer made of a request. */
export type Verdict =
  | { type: 'answer'; answer: WorkAnswer }
  /** It gave no answer in time and was ended. */
  | { type: 'timeout'; limit: number }
  /** It died over this file (`alone`), or while this and another one were in it. */
  | { type: 'lost'; alone: boolean }
  /** It answered what cannot be understood. */
  | { type: 'garbled' }
  /** It does not start. */
  | { type: 'absent' }

/** Told how far a file is. */
export type Heartbeat = (done: number, total: number) => void
