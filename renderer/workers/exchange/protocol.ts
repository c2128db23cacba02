import type { ProjectContent } from '#shared/exchange/project-content'
import type { Input } from '#shared/ipc/contract'
import type { Language } from '#shared/locales/translate'
import type { Message } from '#shared/model/identity'
import type { IncomingCounts, PlacedContent } from '../../storage/exchange-worker'

/** What is written. */
export const WRITTEN = ['qdpx', 'qdc', 'jsonld', 'zip', 'html'] as const
export type Written = (typeof WRITTEN)[number]

/** What is read. */
export const READ = ['qdpx', 'qdc', 'jsonld'] as const
export type ReadType = (typeof READ)[number]

/** A file that is wanted. */
export interface WriteQuery {
  ask: 'write'
  project: ProjectContent['project']
  type: Written
  language: Language
  /** With what the engine found and nobody has decided on. Tables have it in any case. */
  undecided: boolean
  /** The report of `html`; null for the others. */
  report: string | null
}

/** A file that is to be read. */
export interface ReadQuery {
  ask: 'read'
  project: ProjectContent['project']
  type: ReadType
  bytes: Uint8Array<ArrayBuffer>
}

/** The texts of a file that the project does not have. */
export interface TextsQuery extends Omit<ReadQuery, 'ask'> {
  ask: 'texts'
}

export type ExchangeQuery = WriteQuery | ReadQuery | TextsQuery

/** What a file holds, beside this project. Nothing of it is in the project yet. */
export interface ReadFile {
  name: string
  /** The program that wrote it, '' where it does not tell. */
  origin: string
  authors: string[]
  /** Names of its texts that the project has. */
  here: string[]
  /** Names of those that it does not have: their files are to be imported first. */
  absent: string[]
  /** How many of these the file has the text of. */
  carried: number
  placed: PlacedContent
  counts: IncomingCounts
  /** Marked passages of texts that are here, whose words are not found in them. */
  unplaced: number
  /** Marked passages on texts that are not here. */
  onAbsent: number
  /** Notes on what is not here. */
  memosLost: number
  /** Decided statements that don't stand as they were. */
  statementsLost: number
  leftOut: Message[]
}

/** A text that a file carries, as the file that it is imported as. */
export type CarriedText = Input<'text:import'>['texts'][number]

/** From the worker. */
export type ExchangeReply =
  | { told: 'progress'; done: number; total: number }
  | { told: 'written'; bytes: Uint8Array<ArrayBuffer> }
  | { told: 'read'; file: ReadFile }
  | { told: 'texts'; texts: CarriedText[] }
  | { told: 'failed'; reason: Message }
