import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { listReports, useLive } from '../../storage'
import { type Candidate, candidatesFor } from './candidates'
import { type Asked, askStore, choose } from './open'
import { PickDialog } from './pick-dialog'
import styles from './pick-dialog.module.css'

/** So many are shown at once; typing finds the others. */
const SHOWN = 200

function Line({ candidate: { report } }: { candidate: Candidate }) {
  const { t } = useTranslation()
  return (
    <>
      <span className={`${styles.year} db-figures`}>{report.year ?? ''}</span>
      <span className={styles.name}>{report.place?.name ?? t('parallel.pick.noPlace')}</span>
      <span className={styles.title}>
        {report.kind === 'full' ? '' : `${t(`reader.kind.${report.kind}`)} · `}
        {report.title}
      </span>
    </>
  )
}

function Asking({ asked }: { asked: Asked }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const reports = useLive(listReports, [])
  const first = reports?.find(({ id }) => id === asked.report)
  const found = useMemo(() => (first && reports ? candidatesFor(first, reports, typed) : []), [first, reports, typed])
  const shown = found.slice(0, SHOWN)
  const choices = shown.map((candidate, i) => ({
    id: candidate.report.id,
    content: <Line candidate={candidate} />,
    ...(candidate.relation === shown[i - 1]?.relation ? {} : { group: t(`parallel.pick.${candidate.relation}`) }),
  }))
  const name = [first?.place?.name ?? first?.title, first?.year].filter(Boolean).join(' ')
  return (
    <PickDialog
      title={t('parallel.pick.title', { name })}
      placeholder={t('parallel.pick.placeholder')}
      typed={typed}
      choices={choices}
      none={t(reports === undefined ? 'app.layout.loading' : 'parallel.pick.none')}
      {...(found.length > SHOWN ? { more: t('parallel.pick.more', { count: found.length - SHOWN }) } : {})}
      onType={setTyped}
      onChoose={(id) => choose(asked, id)}
      onLeave={() => askStore.setState({ report: null })}
    />
  )
}

/** Asks which report is to be read beside another one. */
export function ReportDialog() {
  const asked = useStore(askStore, (state) => state.report)
  return asked && <Asking key={`${asked.report} ${asked.side}`} asked={asked} />
}
