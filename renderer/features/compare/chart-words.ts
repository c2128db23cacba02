import type { Break } from '#shared/compare/breaks'
import type { ChartWords } from '../../charts'
import type { Words } from './words'

/** Words of a chart, with those of breaks in series. */
export type SpokenWords = ChartWords & { breakNote: (found: Break) => string }

/** The words of the charts of a comparison. */
export function chartWords(words: Words, name: string): SpokenWords {
  const { t } = words
  return {
    label: t('compare.chart.label', { name }),
    indicator: words.indicator,
    titled: (indicator, unit) => t('compare.chart.titled', { indicator, unit }),
    target: t('compare.chart.legendTarget'),
    result: t('compare.chart.legendResult'),
    partial: t('compare.chart.legendPartial'),
    noData: t('compare.chart.noData'),
    comparator: (comparator) => t(`compare.comparator.${comparator}`),
    estimate: t('compare.flag.estimateMark'),
    number: words.number,
    say: (key, params) => t(`charts.${key}`, params),
    breakNote: ({ label }) => words.phrase(label),
  }
}
