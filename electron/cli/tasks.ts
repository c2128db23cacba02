import type { AnalysedSource } from '#shared/analysis/analyse'
import type { Message } from '#shared/model/identity'
import type { ReadAs } from '#shared/model/source'
import type { AnsweredLines, GivenLines } from './line-answers'

/** A file as the worker gets it. */
export interface TaskFile {
  name: string
  /** Its folder as it was given, '' for none: a weak hint at what the file is. */
  folder?: string
  hash: string
  bytes: Uint8Array
}

/**
 * Only the text; everything that an import would store; the next members of an archive; the statements as lines, behind
 * the fields that name them, and with a line for the source itself where it is asked for.
 */
export type Order =
  | { type: 'text' }
  | { type: 'analyse' }
  | { type: 'expand'; from: number }
  | { type: 'statements'; named: Readonly<Record<string, string>>; summaries: boolean }

/** What is asked of a file. */
export interface FileTask {
  order: Order
  /** What the file is to be read as. */
  readAs: ReadAs
  file: TaskFile
}

/** What the worker is asked: something of a file, or lines of `extract --stdin`. */
export type Work = FileTask | { lines: GivenLines }
export type Task = Work & { ticket: number }

/** Members of an archive, what was refused of it, and where it goes on. */
export interface Members {
  members: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  refused: readonly { readonly name: string; readonly reason: Message }[]
  next: number | null
}

/** What it answers. */
export type Answer =
  | { ticket: number; ok: true; type: 'text'; text: string }
  | { ticket: number; ok: true; type: 'analyse'; source: AnalysedSource }
  | { ticket: number; ok: true; type: 'statements'; lines: string }
  | { ticket: number; ok: true; type: 'lines'; answered: AnsweredLines }
  /** Null for a file that is no archive. */
  | { ticket: number; ok: true; type: 'expand'; members: Members | null }
  | { ticket: number; ok: false; reason: Message }
