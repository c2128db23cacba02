import type { Carried } from '#shared/model/carried'
import { Uuid } from '#shared/model/identity'
import type { LibraryLine } from './rows'
import { libraryState } from './state'

/** Lines as reports that can be carried elsewhere; a source without a report is named by its hash and stays. */
const reportsOf = (ids: Iterable<string>): Carried[] =>
  [...ids].flatMap((id) => (Uuid.safeParse(id).success ? { type: 'report' as const, report: id } : []))

/** What a drag that begins at a line carries: all marked lines where it is one of them, else it alone. */
export const carriedFrom = (line: LibraryLine, marked: boolean): Carried[] =>
  reportsOf(marked ? libraryState.getState().marked : [line.id])

/** What the lines that are chosen carry. */
export const carriedOf = (lines: readonly LibraryLine[]): Carried[] => reportsOf(lines.map(({ id }) => id))
