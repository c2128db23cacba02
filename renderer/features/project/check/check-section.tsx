import { Button, Progress } from 'antd'
import { ShieldCheck, Wrench } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type IntegrityFinding, type IntegrityReport, useSession } from '../../../storage'
import styles from '../projects/projects.module.css'
import { checkProject, repairProject, stopChecking, useChecking } from './checking'

/** Of one kind so many are named. */
const NAMED = 20

function Group({ kind, findings }: { kind: IntegrityFinding['kind']; findings: readonly IntegrityFinding[] }) {
  const { t } = useTranslation()
  return (
    <li>
      {t(`projects.check.kind.${kind}`, { count: findings.length })}
      <ul>
        {findings.slice(0, NAMED).map(({ table, key, label }) => (
          <li key={`${table} ${key}`} className="db-selectable">
            {label}
          </li>
        ))}
        {findings.length > NAMED && <li>{t('projects.check.more', { count: findings.length - NAMED })}</li>}
      </ul>
    </li>
  )
}

function Result({ report }: { report: IntegrityReport }) {
  const { t } = useTranslation()
  const session = useSession()
  const { counts, findings } = report
  const kinds = [...new Set(findings.map(({ kind }) => kind))]
  const repairable = findings.filter(({ repair }) => repair !== null).length
  return (
    <div role="status">
      <p className={findings.length === 0 ? styles.good : styles.bad}>
        {findings.length === 0 ? t('projects.check.sound') : t('projects.check.found', { count: findings.length })}
      </p>
      <p className={styles.hint}>{t('projects.check.counts', { ...counts })}</p>
      <ul className={styles.groups}>
        {kinds.map((kind) => (
          <Group key={kind} kind={kind} findings={findings.filter((finding) => finding.kind === kind)} />
        ))}
      </ul>
      {repairable > 0 && (
        <Button type="primary" icon={<Wrench size={14} aria-hidden />} onClick={() => void repairProject(session)}>
          {t('projects.check.repair', { count: repairable })}
        </Button>
      )}
    </div>
  )
}

/** Whether all that is stored of the open project fits together; repairs what can be. */
export function CheckSection() {
  const { t } = useTranslation()
  const session = useSession()
  const { phase, done, total, report } = useChecking()
  return (
    <section aria-labelledby="projects-check">
      <h2 id="projects-check" className={styles.heading}>
        {t('projects.check.title')}
      </h2>
      <p className={styles.hint}>{t('projects.check.hint')}</p>
      <div className={styles.buttons}>
        {phase === null ? (
          <Button icon={<ShieldCheck size={14} aria-hidden />} onClick={() => void checkProject(session)}>
            {t('projects.check.now')}
          </Button>
        ) : (
          <Button onClick={stopChecking}>{t('projects.cancel')}</Button>
        )}
      </div>
      {phase !== null && (
        <div role="status">
          <p>{t(`projects.check.phase.${phase}`, { done, total })}</p>
          {phase !== 'repair' && (
            <Progress percent={Math.round((100 * done) / Math.max(1, total))} aria-label={t('projects.check.title')} />
          )}
        </div>
      )}
      {phase === null && report && <Result report={report} />}
    </section>
  )
}
