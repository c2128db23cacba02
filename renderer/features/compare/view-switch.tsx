import { Select } from 'antd'
import type { Comparison } from '#shared/model/comparison'
import styles from './compare.module.css'
import type { Words } from './words'
import { WORD_VIEWS } from './words/index'

/** The views of numbers, as they are offered. */
const NUMBER_VIEWS: readonly Comparison['view'][] = [
  'table',
  'bar',
  'line',
  'dumbbell',
  'heat',
  'radar',
  'scatter',
  'multiples',
]

interface Props {
  view: Comparison['view']
  words: Words
  onChange: (view: Comparison['view']) => void
}

/** How a comparison is shown: its numbers, or its words. */
export function ViewSwitch({ view, words: { t }, onChange }: Props) {
  return (
    <Select<Comparison['view']>
      className={styles.viewSwitch ?? ''}
      aria-label={t('compare.view.label')}
      value={view}
      popupMatchSelectWidth={false}
      options={[
        {
          label: t('wordViews.numbers'),
          options: NUMBER_VIEWS.map((value) => ({ value, label: t(`charts.view.${value}`) })),
        },
        {
          label: t('wordViews.words'),
          options: WORD_VIEWS.map((value) => ({ value, label: t(`wordViews.view.${value}`) })),
        },
      ]}
      onChange={onChange}
    />
  )
}
