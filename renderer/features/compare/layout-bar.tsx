import { Checkbox, Select } from 'antd'
import { ArrowLeftRight } from 'lucide-react'
import { soundLayout } from '#shared/compare/layout'
import { type Comparison, Dimension } from '#shared/model/comparison'
import { IconButton } from '../../ui/icon-button'
import styles from './compare.module.css'
import type { WorkingComparison } from './use-comparison'
import type { Words } from './words'

type Layout = Comparison['layout']

/** Every way to put the three on two sides, none of which is empty. */
const LAYOUTS: readonly Layout[] = Dimension.options.flatMap((first) => {
  const [second, third] = Dimension.options.filter((one) => one !== first) as [Dimension, Dimension]
  return [
    { rows: [first], columns: [second, third] },
    { rows: [first], columns: [third, second] },
    { rows: [second, third], columns: [first] },
    { rows: [third, second], columns: [first] },
  ]
})

const nameOf = ({ rows, columns }: Layout): string => `${rows.join(' ')}|${columns.join(' ')}`

/** Rows and columns changed for each other. */
export const turned = (layout: Layout): Layout => {
  const { rows, columns } = soundLayout(layout)
  return { rows: columns, columns: rows }
}

/** How the table is laid out: what stands where, groups, totals, the latest year of each place. */
export function LayoutBar({ working, words }: { working: WorkingComparison; words: Words }) {
  const { comparison, change } = working
  const { t } = words
  const side = (dimensions: readonly Dimension[]): string =>
    dimensions.map((one) => t(`compare.layout.dimension.${one}`)).join(t('compare.layout.arrow'))
  const options = LAYOUTS.map((layout) => ({
    value: nameOf(layout),
    label: t('compare.layout.option', { rows: side(layout.rows), columns: side(layout.columns) }),
  }))
  const summable = comparison.kind === 'level'
  return (
    <div className={styles.layoutBar}>
      <Select<string>
        className={styles.layout ?? ''}
        aria-label={t('compare.layout.label')}
        value={nameOf(soundLayout(comparison.layout))}
        options={options}
        popupMatchSelectWidth={false}
        onChange={(value) => {
          const layout = LAYOUTS.find((one) => nameOf(one) === value)
          if (layout) change({ layout })
        }}
      />
      <IconButton
        icon={ArrowLeftRight}
        label={t('compare.layout.turn')}
        onClick={() => change({ layout: turned(comparison.layout) })}
      />
      <Select<Comparison['groups']>
        className={styles.groups ?? ''}
        aria-label={t('compare.group.label')}
        value={comparison.groups}
        popupMatchSelectWidth={false}
        options={(['none', 'parent', 'level'] as const).map((value) => ({
          value,
          label: t(`compare.group.by.${value}`),
        }))}
        onChange={(groups) => change({ groups })}
      />
      <Checkbox
        checked={comparison.totals && summable}
        disabled={!summable}
        title={summable ? t('compare.total.hint') : t('compare.total.growth')}
        onChange={(event) => change({ totals: event.target.checked })}
      >
        {t('compare.total.label')}
      </Checkbox>
      <Checkbox
        checked={comparison.latest}
        title={t('compare.latest.hint')}
        onChange={(event) => change({ latest: event.target.checked })}
      >
        {t('compare.latest.label')}
      </Checkbox>
    </div>
  )
}
