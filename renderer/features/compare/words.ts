import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatrixCell, PlaceRef } from '#shared/compare/matrix-types'
import { phrase } from '#shared/compare/phrase'
import { type Language, languageOf } from '#shared/locales/translate'
import type { Message } from '#shared/model/identity'
import type { Dictionary } from '#shared/statements/dictionary'
import { nameOf, useDictionary } from '../indicators'

/** Everything that the compare view says about cells, in the language of the interface. */
export interface Words {
  language: Language
  t: (key: string, params?: Record<string, string | number>) => string
  phrase: (message: Message) => string
  indicator: (id: string) => string
  number: (value: number) => string
  /** The number as the table prints it: comparator, number, high end, estimate, asterisk. '—' where there is none. */
  value: (cell: MatrixCell) => string
  /** All about a cell, a line each, the heading first. */
  describe: (cell: MatrixCell, place: PlaceRef | undefined) => string[]
}

function numberOf(cell: MatrixCell, t: Words['t'], number: Words['number']): string {
  const { chosen, shown } = cell
  if (!chosen || !shown) return t('compare.table.empty')
  const comparator = t(`compare.comparator.${chosen.cell.comparator}`)
  const end = shown.high === null ? '' : `–${number(shown.high)}`
  const estimate = cell.estimate ? t('compare.flag.estimateMark') : ''
  return `${comparator}${number(shown.value)}${end}${estimate}${cell.partial ? '*' : ''}`
}

/** Writes numbers, names and messages in the language in force. */
export function makeWords(language: Language, t: Words['t'], dictionary: Dictionary): Words {
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 4 })
  const number = (value: number): string => format.format(value)
  const say = (message: Message): string => phrase((key, params) => t(key, params), message)
  const indicator = (id: string): string => nameOf(dictionary, id, language, t)
  return {
    language,
    t,
    number,
    indicator,
    phrase: say,
    value: (cell) => numberOf(cell, t, number),
    describe: (cell, place) => {
      const head = `${place?.name ?? cell.place} · ${cell.year} · ${indicator(cell.indicator)} · ${t(`compare.role.${cell.role}`)}`
      const { chosen } = cell
      if (!chosen) return [head, ...(cell.missing ? [say(cell.missing)] : [])]
      const { comparator, period, wording } = chosen.cell
      const { reportYear, reportKind } = chosen.origin
      return [
        head,
        t('compare.chart.written', { quantity: chosen.origin.quantity }) +
          (comparator === 'eq' ? '' : ` · ${t(`compare.comparatorName.${comparator}`)}`),
        ...(period === '' ? [] : [t('compare.chart.period', { period })]),
        ...(cell.estimate ? [t('compare.flag.estimate')] : []),
        ...(wording === '' ? [] : [t('compare.flag.wording', { wording })]),
        ...cell.warnings.map(say),
        t('compare.chart.source', { year: reportYear ?? '?', kind: t(`compare.reportKind.${reportKind}`) }),
      ]
    },
  }
}

/** `makeWords` for the interface's language. */
export function useWords(): Words {
  const { t, i18n } = useTranslation()
  const dictionary = useDictionary()
  return useMemo(
    () => makeWords(languageOf(i18n.language), (key, params) => t(key, params ?? {}), dictionary),
    [t, i18n.language, dictionary],
  )
}
