import { Button, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Doubt } from '#shared/model/doubts'
import { doubtsOf } from '#shared/model/doubts'
import type { Message } from '#shared/model/identity'
import { type Report, ReportKind } from '#shared/model/report'
import { confirmReports, type ReportPatch, type Session, updateReports, useSession } from '../../../storage'
import { askForPlace, attempt, PlaceField } from '../../places'
import { isRepaired } from '../rows'
import { YearInput } from '../year-input'
import { Certainty } from './certainty'
import styles from './inspector.module.css'
import { REPAIR, reasonsFor, unknownName } from './reasons'

interface PartProps {
  report: Report
  onChange: (patch: ReportPatch) => void
}

/** The name in the text was misread: what stands there, why it was taken for another, and the way to refuse that. */
function Repaired({ report, onChange }: PartProps) {
  const { t } = useTranslation()
  const { place, repairedFrom } = report
  if (!place || repairedFrom === null) return null
  const evidence = report.reasons.find(({ key }) => key === REPAIR)
  return (
    <div className={styles.repaired}>
      <p>{t('library.repaired.explained', { from: repairedFrom, to: place.name })}</p>
      {evidence && <p>{t(evidence.key, evidence.params)}</p>}
      <div className={styles.buttons}>
        <Button size="small" onClick={() => onChange({ place: null })}>
          {t('library.repaired.refuse')}
        </Button>
        <Button
          size="small"
          onClick={() =>
            askForPlace({ name: repairedFrom, parent: place.parent, done: (own) => onChange({ place: own }) })
          }
        >
          {t('library.repaired.own', { name: repairedFrom })}
        </Button>
      </div>
    </div>
  )
}

function YearField({ report, onChange }: PartProps) {
  const [year, setYear] = useState<number | null>(report.year)
  // Enter and then leaving the field are one change.
  const sent = useRef<number | null>(report.year)
  // Not by a key: a new field would lose the focus.
  useEffect(() => {
    sent.current = report.year
    setYear(report.year)
  }, [report.year])
  const keep = () => {
    if (year === report.year || year === sent.current) return
    sent.current = year
    onChange({ year })
  }
  return <YearInput value={year} onChange={setYear} onLeave={keep} />
}

function Reasons({ reasons }: { reasons: readonly Message[] }) {
  const { t } = useTranslation()
  if (reasons.length === 0) return null
  return (
    <ul className={`${styles.reasons} db-selectable`}>
      {reasons.map((reason) => (
        <li key={`${reason.key} ${JSON.stringify(reason.params)}`}>{t(reason.key, reason.params)}</li>
      ))}
    </ul>
  )
}

function Field({ field, report, children }: { field: Doubt; report: Report; children: React.ReactNode }) {
  const { t } = useTranslation()
  // While the repair can be refused, its evidence stands beside the button for that.
  const reasons = reasonsFor(report.reasons, field).filter(({ key }) => key !== REPAIR || !isRepaired(report))
  return (
    <div className={styles.part} data-field={field}>
      <div className={styles.line}>
        <span className={styles.label}>{t(`library.column.${field}`)}</span>
        <Certainty field={field} report={report} />
      </div>
      {children}
      <Reasons reasons={reasons} />
    </div>
  )
}

/** The text names a place that no table has: it can be added with one click. */
function Unknown({ report, onChange }: PartProps) {
  const { t } = useTranslation()
  const name = unknownName(report)
  if (name === null) return null
  return (
    <Button
      size="small"
      className={styles.unknown ?? ''}
      onClick={() => askForPlace({ name, parent: null, done: (place) => onChange({ place }) })}
    >
      {t('library.repaired.own', { name })}
    </Button>
  )
}

function Facts({ report }: { report: Report }) {
  const { t } = useTranslation()
  const told = (['speaker', 'session', 'date'] as const).flatMap((name) => {
    const value = report[name]
    return value === null ? [] : [{ name, value }]
  })
  const level = report.place && { name: 'level', value: t(`library.level.${report.place.level}`) }
  const facts = [...told, ...(level ? [level] : [])]
  if (facts.length === 0) return null
  return (
    <dl className={`${styles.facts} db-selectable db-figures`}>
      {facts.map(({ name, value }) => (
        <div key={name} className={styles.fact}>
          <dt>{t(`library.fact.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const changing = (session: Session, report: Report) => (patch: ReportPatch) =>
  void attempt(updateReports(session, [report.id], patch))

/** Place, year and kind of a report with what told them and how sure it is; each can be corrected, or settled as it is. */
export function Recognition({ report }: { report: Report }) {
  const { t } = useTranslation()
  const session = useSession()
  const change = changing(session, report)
  const doubts = doubtsOf(report)
  const settled = doubts.filter((field) => report[field] !== null)
  return (
    <section aria-label={t('library.inspector.recognition')}>
      {isRepaired(report) && <Repaired report={report} onChange={change} />}
      <Field field="place" report={report}>
        <PlaceField label={t('library.column.place')} value={report.place} onChange={(place) => change({ place })} />
        <Unknown report={report} onChange={change} />
      </Field>
      <Field field="year" report={report}>
        <YearField report={report} onChange={change} />
      </Field>
      <Field field="kind" report={report}>
        <Select
          className={styles.field ?? ''}
          aria-label={t('library.column.kind')}
          value={report.kind}
          options={ReportKind.options.map((value) => ({ value, label: t(`library.kind.${value}`) }))}
          onChange={(kind) => change({ kind })}
        />
      </Field>
      {settled.length > 0 && (
        <Button block onClick={() => void attempt(confirmReports(session, [report.id], settled))}>
          {t('library.inspector.confirm')}
        </Button>
      )}
      <Facts report={report} />
    </section>
  )
}
