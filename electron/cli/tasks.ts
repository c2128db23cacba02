import type { AnalysedSource } from '#shared/analysis/analyse'
import type { Message } from '#shared/model/identity'

/** A file as the worker gets it. */
export interface TaskFile {
  name: string
  /** Its folder as it was given, '' for none: a weak hint at what the file is. */
  folder?: string
  hash: string
  bytes: Uint8Array
}

/** Only the text; everything that an import would store; the statements as lines, behind the fields that name them. */
export type Order =
  | { type: 'text' }
  | { type: 'analyse' }
  | { type: 'statements'; named: Readonly<Record<string, string>> }

/** What the worker is asked. */
export interface Task {
  ticket: number
  order: Order
  file: TaskFile
}

/** What it answers. */
export type Answer =
  | { ticket: number; ok: true; type: 'text'; text: string }
  | { ticket: number; ok: true; type: 'analyse'; source: AnalysedSource }
  | { ticket: number; ok: true; type: 'statements'; lines: string }
  | { ticket: number; ok: false; reason: Message }
