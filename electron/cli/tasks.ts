import type { AnalysedSource } from '#shared/analysis/analyse'
import type { Message } from '#shared/model/identity'

/** A file as the worker gets it. */
export interface TaskFile {
  name: string
  hash: string
  bytes: Uint8Array
}

/** What the worker is asked: only the text, or everything that an import would store. */
export interface Task {
  ticket: number
  type: 'text' | 'analyse'
  file: TaskFile
}

/** What it answers. */
export type Answer =
  | { ticket: number; ok: true; type: 'text'; text: string }
  | { ticket: number; ok: true; type: 'analyse'; source: AnalysedSource }
  | { ticket: number; ok: false; reason: Message }
