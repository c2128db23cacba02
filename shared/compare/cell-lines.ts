import type { Comparator, Role, StatementKind } from '#shared/model/statement'
import type { Matrix } from './matrix-types'

/** A filled cell as one flat line: what `cli -- compare` prints. Value and unit are as the report writes them. */
export interface CellLine {
  place: string
  year: string
  indicator: string
  kind: StatementKind
  role: Role
  value: number
  high: number | null
  unit: string
  comparator: Comparator
  /** File that the sentence stands in. */
  file: string
  /** Offset of the quantity in the file's text, UTF-16 code units. */
  start: number
}

/**
 * The filled cells of a matrix as flat lines, row by row.
 * @param fileOf name of a source by its hash
 */
export function cellLines(matrix: Matrix, fileOf: (source: string) => string = (source) => source): CellLine[] {
  return matrix.rows.flatMap((row) =>
    row.cells.flatMap(({ chosen }) =>
      chosen === null
        ? []
        : {
            place: row.place.name,
            year: chosen.cell.year,
            indicator: chosen.cell.indicator,
            kind: chosen.cell.kind,
            role: chosen.cell.role,
            value: chosen.cell.value,
            high: chosen.cell.high,
            unit: chosen.cell.unit,
            comparator: chosen.cell.comparator,
            file: fileOf(chosen.origin.source),
            start: chosen.cell.start,
          },
    ),
  )
}
