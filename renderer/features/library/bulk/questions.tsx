import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type ProjectDatabase, useLive, useSession } from '../../../storage'
import { confirmMany, groupMany, hideMany, isFound } from './actions'
import styles from './bulk.module.css'
import { type BulkAction, type BulkLine, closeBulk, reportIds, sourcesOf, useBulk } from './state'

/** How many names a question shows. */
const NAMED = 8

function Names({ names }: { names: readonly string[] }) {
  const { t } = useTranslation()
  return (
    <ul className={styles.names}>
      {names.slice(0, NAMED).map((name, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may have one name, and the list never changes
        <li key={`${at} ${name}`}>{name}</li>
      ))}
      {names.length > NAMED && <li>{t('library.bulk.more', { count: names.length - NAMED })}</li>}
    </ul>
  )
}

interface QuestionProps {
  action: BulkAction
  onOk: () => void
  children: ReactNode
}

function Question({ action, onOk, children }: QuestionProps) {
  const { t } = useTranslation()
  return (
    <Modal
      open
      width={460}
      title={t(`library.${action}.title`)}
      okText={t(`library.${action}.confirm`)}
      okButtonProps={{ autoFocus: true }}
      cancelText={t('library.bulk.cancel')}
      onOk={() => {
        closeBulk()
        onOk()
      }}
      onCancel={closeBulk}
    >
      {children}
    </Modal>
  )
}

const reportName = ({ report, source }: BulkLine): string =>
  [report?.place?.short, report?.year, report?.title ?? source.name].filter(Boolean).join(' ')

const NONE = { reports: 0, annotations: 0 }

/** What lies in sources; all of their reports go with them, not only the marked ones. */
async function countIn(db: ProjectDatabase, hashes: string[]): Promise<typeof NONE> {
  if (hashes.length === 0) return NONE
  const [reports, annotations] = await Promise.all([
    db.reports.where('source').anyOf(hashes).count(),
    db.annotations.where('source').anyOf(hashes).count(),
  ])
  return { reports, annotations }
}

/** Asks before sources are taken out of sight. */
export function HideDialog() {
  const { t } = useTranslation()
  const session = useSession()
  const lines = useBulk('hide')
  const hashes = sourcesOf(lines ?? []).map(({ hash }) => hash)
  const counts = useLive((db) => countIn(db, hashes), [hashes.join()]) ?? NONE
  if (!lines) return null
  const sources = sourcesOf(lines)
  return (
    <Question action="hide" onOk={() => void hideMany(session, lines)}>
      <p>
        {sources.length === 1
          ? t('library.hide.what', { name: sources[0]?.name ?? '', ...counts })
          : t('library.hide.many', { count: sources.length, ...counts })}
      </p>
      {sources.length > 1 && <Names names={sources.map(({ name }) => name)} />}
      <p>{t('library.hide.kept')}</p>
    </Question>
  )
}

/** Asks before what was found is settled for several reports. */
export function ConfirmDialog() {
  const { t } = useTranslation()
  const session = useSession()
  const lines = useBulk('confirm')
  if (!lines) return null
  const reports = lines.filter(isFound)
  const open = reportIds(lines).length - reports.length
  return (
    <Question action="confirm" onOk={() => void confirmMany(session, reports)}>
      <p>{t('library.confirm.what', { count: reports.length })}</p>
      {open > 0 && <p>{t('library.confirm.open', { count: open })}</p>}
      <Names names={reports.map(reportName)} />
    </Question>
  )
}

/** Asks before reports become versions of one. */
export function GroupDialog() {
  const { t } = useTranslation()
  const session = useSession()
  const lines = useBulk('group')
  if (!lines) return null
  return (
    <Question action="group" onOk={() => void groupMany(session, lines)}>
      <p>{t('library.group.what', { count: reportIds(lines).length })}</p>
      <Names names={lines.filter(({ report }) => report).map(reportName)} />
    </Question>
  )
}
