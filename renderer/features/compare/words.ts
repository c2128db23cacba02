import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatrixCell, MatrixIndicator, PlaceRef } from '#shared/compare/matrix-types'
import { phrase, variantName } from '#shared/compare/phrase'
import { parseSeriesKey, type Variant, variantOf } from '#shared/compare/variants'
import { type Language, languageOf } from '#shared/locales/translate'
import type { Message } from '#shared/model/identity'
import { PlaceLevel } from '#shared/model/place'
import { placeByCode } from '#shared/places/gazetteer'
import type { Dictionary } from '#shared/statements/dictionary'
import { nameOf, useDictionary } from '../indicators'

/** Everything that the compare view says about cells, in the language of the interface. */
export interface Words {
  language: Language
  t: (key: string, params?: Record<string, string | number>) => string
  phrase: (message: Message) => string
  /** Name of an indicator, a phrase or a series (`seriesKey`), with what was chosen of it: 失业率 · 调查. */
  indicator: (key: string) => string
  /** Name of a series as it stands in a matrix, with what its statements are of: 高新技术企业 · 新增. */
  series: (series: Pick<MatrixIndicator, 'indicator' | 'variant'>) => string
  /** Chinese name of an indicator, whatever the language. */
  chinese: (indicator: string) => string
  /** Name of a group of places: the place above them, by its code, or their level. */
  group: (id: string) => string
  number: (value: number) => string
  /** The number as the table prints it: comparator, number, high end, estimate, asterisk. '—' where there is none. */
  value: (cell: MatrixCell) => string
  /** All about a cell, a line each, the heading first. */
  describe: (cell: MatrixCell, place: PlaceRef | undefined) => string[]
  /** Its heading alone: place, year, indicator, role. */
  heading: (cell: MatrixCell, place: PlaceRef | undefined) => string
}

function numberOf(cell: MatrixCell, t: Words['t'], number: Words['number']): string {
  const { chosen, shown } = cell
  if (!chosen || !shown) return t('compare.table.empty')
  const comparator = t(`compare.comparator.${chosen.cell.comparator}`)
  const end = shown.high === null ? '' : `–${number(shown.high)}`
  const estimate = cell.estimate ? t('compare.flag.estimateMark') : ''
  return `${comparator}${number(shown.value)}${end}${estimate}${cell.partial ? '*' : ''}`
}

/** A function that says once found answers again. */
function kept<K extends string | object>(
  answers: { get: (key: K) => string | undefined; set: (key: K, value: string) => unknown },
  answer: (key: K) => string,
): (key: K) => string {
  return (key) => {
    const known = answers.get(key)
    if (known !== undefined) return known
    const made = answer(key)
    answers.set(key, made)
    return made
  }
}

const PLAIN: Variant = { measure: '', basis: '', subset: '', against: '' }

/** A level by its name; a code that is no level, of a place of the user's, stays as it is. */
const levelName = (id: string, t: Words['t']): string =>
  PlaceLevel.safeParse(id).success ? t(`compare.group.level.${id}`) : id

/** Writes numbers, names and messages in the language in force. */
export function makeWords(language: Language, t: Words['t'], dictionary: Dictionary): Words {
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 4 })
  const number = (value: number): string => format.format(value)
  const say = kept(new WeakMap<Message, string>(), (message) => phrase((key, params) => t(key, params), message))
  // A table asks for the same few words thousands of times.
  const word = kept(new Map<string, string>(), (key) => t(key))
  const series: Words['series'] = ({ indicator: id, variant }) => {
    const name = nameOf(dictionary, id, language, t)
    const apart = variantName((key, params) => t(key, params), variant)
    return apart === '' ? name : `${name} · ${apart}`
  }
  const indicator = kept(new Map<string, string>(), (key) => {
    const { indicator: id, variant } = parseSeriesKey(key)
    return series({ indicator: id, variant: variant ?? PLAIN })
  })
  const heading: Words['heading'] = (cell, place) => {
    const year = cell.year === '' ? word('compare.latest.year') : cell.year
    return `${place?.name ?? cell.place} · ${year} · ${indicator(cell.indicator)} · ${word(`compare.role.${cell.role}`)}`
  }
  return {
    language,
    t,
    number,
    indicator,
    series,
    chinese: (id) => dictionary.byId(id)?.name ?? id,
    group: (id) => (id === '' ? t('compare.group.none') : (placeByCode(id)?.name ?? levelName(id, t))),
    phrase: say,
    value: (cell) => numberOf(cell, word, number),
    heading,
    describe: (cell, place) => {
      const head = heading(cell, place)
      const { chosen } = cell
      if (!chosen) return [head, ...(cell.missing ? [say(cell.missing)] : [])]
      const { comparator, period, wording } = chosen.cell
      const { reportYear, reportKind } = chosen.origin
      const apart = variantName((key, params) => t(key, params), variantOf(chosen.cell))
      return [
        head,
        t('compare.chart.written', { quantity: chosen.origin.quantity }) +
          (comparator === 'eq' ? '' : ` · ${t(`compare.comparatorName.${comparator}`)}`),
        ...(period === '' ? [] : [t('compare.chart.period', { period })]),
        ...(cell.estimate ? [t('compare.flag.estimate')] : []),
        ...(wording === '' ? [] : [t('compare.flag.wording', { wording })]),
        ...(apart === '' ? [] : [t('compare.chart.variant', { values: apart })]),
        ...cell.warnings.filter(({ key }) => !key.startsWith('compare.warning.only.')).map(say),
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
