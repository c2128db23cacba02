import { useMemo } from 'react'
import type { Matrix } from '#shared/compare/matrix-types'
import { deskMatrices, fullestYear } from '#shared/exchange/document/desk-matrices'
import type { DeskInput } from '#shared/exchange/document/desk-table'
import type { ReportCells } from '#shared/model/cell'
import type { Comparison } from '#shared/model/comparison'
import type { DeskTemplate } from '#shared/model/desk-template'
import { useDictionary } from '../indicators'
import { placesAbove, useGazetteer } from '../places'

/** What the table of a template is made from, for any year. */
export interface Desk {
  /** The year that says most; '' where none says anything. */
  fullest: string
  /** Everything that a table of a year needs but its words. */
  inputOf: (year: string) => Omit<DeskInput, 'context'>
}

/** Whether a place has any number in matrices. */
const speaks = (matrices: readonly Matrix[], code: string): boolean =>
  matrices.some(({ rows, columns }) =>
    rows.some((row) => row.place.code === code && columns.some((_, at) => row.holds(at))),
  )

/** The places above those of a comparison of which the library has a report. */
function useAbove(records: readonly ReportCells[], codes: readonly string[]): readonly string[] {
  const gazetteer = useGazetteer()
  return useMemo(() => {
    const known = new Map(records.flatMap(({ place, main }) => (place && main ? [[place.code, place] as const] : [])))
    const above = codes.flatMap((code) => placesAbove(gazetteer, known.get(code) ?? null))
    const order = { province: 2, city: 1 } as Readonly<Record<string, number>>
    return [...new Map(above.map((place) => [place.code, place])).values()]
      .filter(({ code }) => known.has(code) && !codes.includes(code))
      .sort((a, b) => (order[a.level] ?? 0) - (order[b.level] ?? 0))
      .map(({ code }) => code)
  }, [records, codes, gazetteer])
}

/** The numbers of a template's table of a comparison. */
export function useDesk(records: readonly ReportCells[], comparison: Comparison, template: DeskTemplate): Desk {
  const dictionary = useDictionary()
  const found = useAbove(records, comparison.places)
  const above = useMemo(() => (template.above ? found : []), [template.above, found])
  return useMemo(() => {
    const places = [...comparison.places, ...above]
    const matricesOf = (years: readonly string[]) => deskMatrices(records, { template, places, years, comparison })
    return {
      fullest: fullestYear(matricesOf(comparison.years), comparison.years),
      inputOf: (year) => {
        const matrices = matricesOf(year === '' ? [] : [year])
        return {
          matrices,
          template,
          places: comparison.places,
          above: above.filter((code) => speaks(matrices, code)),
          directionOf: ({ indicator }) => dictionary.byId(indicator)?.direction ?? 'none',
        }
      },
    }
  }, [records, comparison, template, above, dictionary])
}
