import { InputNumber, Progress, Select } from 'antd'
import { X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from '#shared/model/place'
import { type Report, ReportKind } from '#shared/model/report'
import { type ReportPatch, reasonOf, updateReport, useSession } from '../../storage'
import { IconButton } from '../../ui/icon-button'
import { notify } from '../../workbench'
import { placesAbove, useGazetteer } from './gazetteer'
import styles from './inspector.module.css'
import type { LibraryLine } from './rows'
import { libraryState } from './state'

/** How many places are offered while one types. */
const OFFERED = 20

interface EditProps {
  report: Report
  onChange: (patch: ReportPatch) => void
}

function PlaceField({ report, onChange }: EditProps) {
  const { t } = useTranslation()
  const gazetteer = useGazetteer()
  const [typed, setTyped] = useState('')
  const found = useMemo(() => (typed && gazetteer?.searchPlaces(typed, OFFERED)) || [], [gazetteer, typed])
  const { place } = report
  const label = (candidate: Pick<Place, 'name' | 'parent'>) =>
    [candidate.name, ...placesAbove(gazetteer, candidate).map(({ name }) => name)].join(' · ')
  const options = found.map((candidate) => ({ value: candidate.code, label: label(candidate) }))
  // While one types, only what was typed counts: the first choice is the one that Enter takes.
  if (place && !typed) options.unshift({ value: place.code, label: label(place) })
  return (
    <Select
      showSearch={{ filterOption: false, onSearch: (text) => setTyped(text.trim()) }}
      onOpenChange={(open) => {
        if (!open) setTyped('')
      }}
      allowClear
      className={styles.field ?? ''}
      aria-label={t('library.column.place')}
      placeholder={t('library.inspector.placeHint')}
      notFoundContent={t('library.inspector.noPlaceFound')}
      value={place?.code ?? null}
      options={options}
      onChange={(code) => {
        const chosen = code ? (gazetteer?.placeByCode(code) ?? null) : null
        if (!chosen) return onChange({ place: null })
        const { name, short, level, parent } = chosen
        onChange({ place: { code: chosen.code, name, short, level, parent } })
      }}
    />
  )
}

function YearField({ report, onChange }: EditProps) {
  const { t } = useTranslation()
  const [year, setYear] = useState<number | null>(report.year)
  const keep = () => {
    if (year !== report.year) onChange({ year })
  }
  return (
    <InputNumber
      className={styles.field ?? ''}
      aria-label={t('library.column.year')}
      min={1949}
      max={2100}
      precision={0}
      value={year}
      onChange={(value) => setYear(typeof value === 'number' ? value : null)}
      onBlur={keep}
      onPressEnter={keep}
    />
  )
}

/** What was found in a line and why, to be corrected in place. Each change is one step that undo takes back. */
export function Inspector({ line }: { line: LibraryLine }) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const { report, source, reading } = line
  const change = (patch: ReportPatch) => {
    if (!report) return
    updateReport(session, report.id, patch).catch((error: unknown) =>
      notify('error', reasonOf(error, 'project.write.failed')),
    )
  }
  const figure = new Intl.NumberFormat(i18n.language)
  return (
    <aside className={styles.inspector} aria-label={t('library.inspector.title')}>
      <header className={styles.head}>
        <h2 className={styles.title}>{report?.title ?? source.name}</h2>
        <IconButton
          icon={X}
          size={14}
          label={t('library.inspector.close')}
          onClick={() => libraryState.setState({ inspecting: false })}
        />
      </header>
      {report ? (
        <>
          {report.repairedFrom !== null && (
            <p className={styles.repaired}>
              {t('library.repaired.explained', { from: report.repairedFrom, to: report.place?.name ?? '' })}
            </p>
          )}
          <div className={styles.fields}>
            <span>{t('library.column.place')}</span>
            <PlaceField report={report} onChange={change} />
            <span>{t('library.column.year')}</span>
            <YearField key={report.year} report={report} onChange={change} />
            <span>{t('library.column.kind')}</span>
            <Select
              className={styles.field ?? ''}
              aria-label={t('library.column.kind')}
              value={report.kind}
              options={ReportKind.options.map((value) => ({ value, label: t(`library.kind.${value}`) }))}
              onChange={(kind) => change({ kind })}
            />
          </div>
          <h3 className={styles.subtitle}>{t('library.inspector.confidence')}</h3>
          <Progress
            percent={Math.round(report.confidence * 100)}
            size="small"
            aria-label={t('library.inspector.confidence')}
          />
          <h3 className={styles.subtitle}>{t('library.inspector.reasons')}</h3>
          <ul className={`${styles.reasons} db-selectable`}>
            {report.edited.length > 0 && (
              <li>
                {t('library.inspector.edited', {
                  fields: report.edited.map((field) => t(`library.field.${field}`)).join(t('library.inspector.and')),
                })}
              </li>
            )}
            {report.reasons.map((reason) => (
              <li key={`${reason.key} ${JSON.stringify(reason.params)}`}>{t(reason.key, reason.params)}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t('library.noReportHint')}</p>
      )}
      <h3 className={styles.subtitle}>{t('library.inspector.source')}</h3>
      <dl className={`${styles.facts} db-selectable db-figures`}>
        <dt>{t('library.column.file')}</dt>
        <dd>{source.name}</dd>
        <dt>{t('library.inspector.size')}</dt>
        <dd>{t('library.inspector.bytes', { bytes: figure.format(source.bytes) })}</dd>
        <dt>{t('library.column.encoding')}</dt>
        <dd>
          {t(`library.encoding.${reading.encoding}`)}
          <br />
          <span className={styles.quiet}>{t(reading.encodingReason.key, reading.encodingReason.params)}</span>
        </dd>
        <dt>{t('library.column.characters')}</dt>
        <dd>{figure.format(reading.characters)}</dd>
        <dt>SHA-256</dt>
        <dd className={styles.hash}>{source.hash}</dd>
      </dl>
    </aside>
  )
}
