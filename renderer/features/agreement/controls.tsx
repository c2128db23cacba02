import { Button, Checkbox, Segmented, Select } from 'antd'
import { Calculator } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report } from '#shared/model/report'
import { type Coder, useSession } from '../../storage'
import { displayKeys } from '../../workbench'
import styles from './agreement.module.css'
import type { NamesOf } from './disputes'
import { choose, compute, UNITS, useAgreement } from './state'

interface ControlsProps {
  coders: readonly Coder[]
  reports: readonly Report[]
  names: NamesOf
}

/** Whose codings are compared, where, and what is counted. */
export function Controls({ coders, reports, names }: ControlsProps) {
  const { t } = useTranslation()
  const { project } = useSession()
  const choice = useAgreement((state) => state.choice)
  const options = useMemo(() => reports.map(({ id }) => ({ value: id, label: names.report(id) })), [reports, names])
  return (
    <div className={styles.controls}>
      <Select
        mode="multiple"
        className={styles.authors ?? ''}
        aria-label={t('agreement.authors')}
        placeholder={t('agreement.authors')}
        value={[...choice.authors]}
        options={coders.map(({ author, annotations, reports: count }) => ({
          value: author,
          label: names.author(author),
          title: t('agreement.author', { author: names.author(author), annotations, reports: count }),
        }))}
        onChange={(authors: string[]) => choose({ authors })}
      />
      <Select
        mode="multiple"
        className={styles.reports ?? ''}
        aria-label={t('agreement.reports')}
        placeholder={t('agreement.allReports')}
        maxTagCount={1}
        showSearch={{ optionFilterProp: 'label' }}
        value={[...(choice.reports ?? [])]}
        options={options}
        onChange={(chosen: string[]) => choose({ reports: chosen.length > 0 ? chosen : null })}
      />
      <Segmented
        aria-label={t('agreement.unit')}
        value={choice.unit}
        options={UNITS.map((unit) => ({ value: unit, label: t(`agreement.units.${unit}`) }))}
        onChange={(unit) => choose({ unit })}
      />
      <Checkbox
        checked={choice.untouched}
        title={t('agreement.untouchedHint')}
        onChange={({ target }) => choose({ untouched: target.checked })}
      >
        {t('agreement.untouched')}
      </Checkbox>
      <Checkbox checked={choice.byRule} onChange={({ target }) => choose({ byRule: target.checked })}>
        {t('agreement.byRule')}
      </Checkbox>
      <Button
        type="primary"
        data-focus-first
        title={displayKeys('r')}
        disabled={choice.authors.length < 2}
        icon={<Calculator size={14} aria-hidden />}
        onClick={() => void compute(project.id)}
      >
        {t('agreement.compute')}
      </Button>
    </div>
  )
}
