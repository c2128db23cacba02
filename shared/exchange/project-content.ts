import type { LedgerRow } from '../compare/ledger/ledger-types'
import type { Span } from '../model/anchor'
import type { Annotation } from '../model/annotation'
import type { Code } from '../model/code'
import type { Message } from '../model/identity'
import type { ExtractedMatter } from '../model/matter'
import type { Memo } from '../model/memo'
import type { Project } from '../model/project'
import type { Report } from '../model/report'
import type { Section } from '../model/section'
import type { Provenance, Source } from '../model/source'
import type { ExtractedStatement, StatementStatus } from '../model/statement'
import type { Coder } from './coders'

/** Who has spoken on what the engine found, and what was said. */
interface Reviewed {
  /** Id of the user's record; null for what the engine alone has said. */
  id: string | null
  status: StatementStatus
  /** Key of the engine's that it stands for; null for one made by hand and for the engine's own. */
  origin: string | null
  /** '' for what the engine alone has said. */
  author: string
  /** ISO 8601; null for what the engine alone has said. */
  updatedAt: string | null
}

/** A statement as the project has it: the user's word where there is one, else the engine's. */
export type ContentStatement = ExtractedStatement & Reviewed

/** A matter as the project has it. */
export interface ContentMatter extends Reviewed {
  content: ExtractedMatter
}

/** A report with what was found in it. */
export interface ContentReport {
  report: Report
  sections: readonly Section[]
  statements: readonly ContentStatement[]
  matters: readonly ContentMatter[]
}

/** A source with all that stands on its text. All offsets are UTF-16 code units of `text`, ends exclusive. */
export interface ContentSource {
  source: Source
  /** The text of the reading that is shown, with the user's corrections. */
  text: string
  reports: readonly ContentReport[]
  annotations: readonly Annotation[]
}

/**
 * What of a project goes out to other tools, as plain records. Who calls gathers it; what is not to go out (engine
 * statements, hidden sources) is left out there.
 */
export interface ProjectContent {
  project: Pick<Project, 'id' | 'name' | 'createdAt'>
  codes: readonly Code[]
  /** Memos on the project, on reports and on codes. */
  memos: readonly Memo[]
  /**
   * The sources, one after another, so that thousands of texts are never in memory at once. It is called several times
   * for one file and gives the same each time.
   */
  sources(): AsyncIterable<ContentSource>
}

/** Targets beside their results, for the formats that have them. */
export type LedgerContent = () => AsyncIterable<LedgerRow>

/** Takes the bytes of a file piece by piece; what it returns is waited for before the next piece is made. */
export type ByteSink = (chunk: Uint8Array) => void | Promise<void>

/** A coded span that came in. */
export interface IncomingAnnotation extends Span {
  id: string
  /** The words of the span. */
  quote: string
  /** Ids of `IncomingContent.codes`. */
  codes: string[]
  memo: string
  author: string
  /** ISO 8601. */
  createdAt: string
  updatedAt: string
  /** Others who coded the same span, with those of its codes that they gave. */
  also: Coder[]
}

/** A text that came in with what stands on it. Offsets are UTF-16 code units of `text`, ends exclusive. */
export interface IncomingSource {
  id: string
  name: string
  /** Where its file stood, parts joined by `/`; '' where the file does not tell. */
  folder: string
  /** SHA-256 of the file that the text was read from, where the file tells (our own do). */
  hash: string | null
  provenance: Provenance
  importedAt: string
  /** '' where only the hash came (web annotations carry no text). */
  text: string
  annotations: IncomingAnnotation[]
  /** Statements that a user of ours had decided on; empty in files of other tools. */
  statements: (ContentStatement & { report: string })[]
}

/** A note that came in. */
export interface IncomingMemo {
  id: string
  /** `source`: a note on a text as a whole; `report`: by the id that it had where it was written. */
  subject: { type: 'project' | 'code' | 'report' | 'source'; id: string }
  /** Its title, '' where it has none. */
  name: string
  text: string
  author: string
  updatedAt: string
}

/** What was read from a file of another tool, or of ours. Nothing of it is in the project yet. */
export interface IncomingContent {
  name: string
  /** The program that wrote it, as it calls itself. */
  origin: string
  createdAt: string
  authors: string[]
  codes: Code[]
  sources: IncomingSource[]
  memos: IncomingMemo[]
  /** What the file holds and we have no place for, each kind with its number. */
  leftOut: Message[]
}
