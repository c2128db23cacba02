/** What the page tells as soon as the program has acknowledged it; a line of the console each. */
export type Told =
  /** A step whose promise resolved: journal and database have it. */
  | { what: 'entry'; sequence: number; mark: number }
  /** A file that the import answered as imported. */
  | { what: 'imported'; hash: string; name: string }
  /** A package, a backup or a copy of the project was answered as made. */
  | { what: 'made'; kind: 'package' | 'backup' | 'copy'; name: string }
  /** Something went wrong that nobody had ended. */
  | { what: 'failed'; message: string }

/** How such a line begins. */
export const TOLD = 'soak:'

/** The tables that are compared record by record with what the journal says. */
export const COMPARED = ['annotations', 'codes', 'memos', 'statements'] as const
export type Compared = (typeof COMPARED)[number]

/** What the window has when it is at rest. */
export interface Seen {
  /** Last sequence of the database. */
  last: number
  /** `markOf` of each record. */
  records: Record<Compared, Record<string, number>>
  sources: string[]
  /** The projects of the profile. */
  projects: string[]
  /** What `checkIntegrity` found. */
  findings: string[]
}

/** What the page offers to the soak, as `window.soak`. */
export interface SoakPage {
  /** Listens to acknowledgements from now on. */
  listen(): void
  /** Ends what goes on until it is ended, after the step that it is at. */
  stop(): Promise<void>
  /** Codes by turns with changes, removals, undo and redo, until it is ended. */
  code(seed: number): Promise<void>
  /** Steps of hundreds of records, until it is ended. */
  bulk(seed: number): Promise<void>
  /** Saves a package with the texts of the project, where the dialog says. */
  pack(): Promise<void>
  /** Makes a backup in the folder that the dialog says. */
  backup(): Promise<void>
  /** Makes a copy of the project. */
  copy(): Promise<void>
  /** Imports what the dialog says. */
  take(): Promise<void>
  /** Removes the copies of the project for good. */
  clear(): Promise<void>
  /** Waits until nothing is under way. @param resume whether an interrupted import goes on or is given up */
  rest(resume: boolean): Promise<void>
  look(): Promise<Seen>
  /** Makes the project's database one of data version 8 and leaves it closed. */
  makeOlder(): Promise<void>
}

declare global {
  interface Window {
    soak?: SoakPage
  }
}
