import { Segmented, Select } from 'antd'
import { ChevronLeft, ChevronRight, Link2, Link2Off } from 'lucide-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { PassageSubject } from '#shared/compare/passages'
import type { Report } from '#shared/model/report'
import { IconButton } from '../../ui/icon-button'
import { displayKeys } from '../../workbench'
import styles from './passages.module.css'
import { MOST_REPORTS, type PassagesStore, usePassages } from './state'

/** What can be focused in a box of choices. */
export interface Focusable {
  focus: () => void
}

interface BarProps {
  store: PassagesStore
  all: readonly Report[]
  /** Ids of the topics and of the indicators that can be stepped through. */
  offered: { topic: readonly string[]; indicator: readonly string[] }
  nameOf: (subject: PassageSubject) => string
  reportsBox: RefObject<Focusable | null>
  subjectBox: RefObject<Focusable | null>
  onStep: (step: 1 | -1) => void
}

const labelOf = ({ place, year, title }: Report): string =>
  [place?.short, year].filter((part) => part !== undefined && part !== null).join(' ') || title

/** Which reports, and about what. */
export function Bar({ store, all, offered, nameOf, reportsBox, subjectBox, onStep }: BarProps) {
  const { t } = useTranslation()
  const subject = usePassages(store, (state) => state.subject)
  const reports = usePassages(store, (state) => state.reports)
  const linked = usePassages(store, (state) => state.linked)
  const { type } = subject
  const known = subject.id === '' || offered[type].includes(subject.id)
  const ids = known ? offered[type] : [subject.id, ...offered[type]]
  const turn = (next: PassageSubject['type']): void => {
    const [first] = offered[next]
    if (first !== undefined && next !== type) store.setState({ subject: { type: next, id: first }, tops: {}, at: {} })
  }
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('passages.title')}>
      <Segmented<PassageSubject['type']>
        size="small"
        aria-label={t('passages.by')}
        value={type}
        options={(['topic', 'indicator'] as const).map((value) => ({ value, label: t(`passages.${value}`) }))}
        onChange={turn}
      />
      <IconButton
        icon={ChevronLeft}
        label={t('passages.command.previous')}
        keys={displayKeys('Alt+PageUp')}
        onClick={() => onStep(-1)}
      />
      <Select
        ref={(box) => {
          subjectBox.current = box
        }}
        size="small"
        className={styles.subject ?? ''}
        aria-label={t(`passages.${type}`)}
        value={subject.id === '' ? null : subject.id}
        options={ids.map((id) => ({ value: id, label: nameOf({ type, id }) }))}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(id) => store.setState({ subject: { type, id }, tops: {}, at: {} })}
      />
      <IconButton
        icon={ChevronRight}
        label={t('passages.command.next')}
        keys={displayKeys('Alt+PageDown')}
        onClick={() => onStep(1)}
      />
      <Select
        ref={(box) => {
          reportsBox.current = box
        }}
        size="small"
        mode="multiple"
        className={styles.reports ?? ''}
        aria-label={t('passages.reports', { most: MOST_REPORTS })}
        placeholder={t('passages.reports', { most: MOST_REPORTS })}
        value={[...reports]}
        maxCount={MOST_REPORTS}
        maxTagCount="responsive"
        options={all.map((report) => ({
          value: report.id,
          label: labelOf(report),
          search: `${labelOf(report)} ${report.place?.name ?? ''} ${report.title}`,
        }))}
        showSearch={{ optionFilterProp: 'search' }}
        onChange={(chosen) => store.setState({ reports: chosen.slice(0, MOST_REPORTS) })}
      />
      <IconButton
        icon={linked ? Link2 : Link2Off}
        label={t('passages.command.link')}
        keys={displayKeys('l')}
        aria-pressed={linked}
        onClick={() => store.setState({ linked: !linked })}
      />
    </div>
  )
}
