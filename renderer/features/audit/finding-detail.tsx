import { Button, Input } from 'antd'
import { RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../storage'
import { displayKeys } from '../../workbench'
import { Arithmetic } from './arithmetic'
import styles from './audit.module.css'
import { Evidence } from './evidence'
import { type AuditLine, JUDGEMENTS } from './lines'
import { settle } from './settle'
import { auditState, useAuditState } from './state'

interface SettlingProps {
  line: AuditLine
  /** The marked findings, else the shown one. */
  targets: readonly AuditLine[]
  onLeave: () => void
}

/** What the user says of a finding. */
function Settling({ line, targets, onLeave }: SettlingProps) {
  const { t } = useTranslation()
  const session = useSession()
  const note = useAuditState((state) => state.note)
  const { ruling } = line
  return (
    <section className={styles.settling} aria-label={t('auditView.settle')}>
      {ruling && (
        <p className={styles.settled}>
          <strong>{t(`audit.judgement.${ruling.judgement}`)}</strong> {ruling.note}
          <span className={styles.quiet}>
            {t('auditView.settledBy', { author: ruling.author, date: ruling.updatedAt.slice(0, 10) })}
          </span>
        </p>
      )}
      <Input.TextArea
        data-note
        autoSize={{ minRows: 1, maxRows: 5 }}
        aria-label={t('auditView.note')}
        placeholder={t('auditView.note')}
        value={note}
        onChange={({ target }) => auditState.setState({ note: target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onLeave()
        }}
      />
      <p className={styles.buttons}>
        {JUDGEMENTS.map((judgement, index) => (
          <Button
            key={judgement}
            size="small"
            title={displayKeys(String(index + 1))}
            onClick={() => void settle(session, targets, judgement)}
          >
            {t(`audit.judgement.${judgement}`)} <kbd>{index + 1}</kbd>
          </Button>
        ))}
        {ruling && (
          <Button
            size="small"
            type="text"
            icon={<RotateCcw size={13} aria-hidden />}
            title={displayKeys('u')}
            onClick={() => void settle(session, targets, null)}
          >
            {t('auditView.open')}
          </Button>
        )}
      </p>
    </section>
  )
}

/** A finding in full: what it says, its arithmetic, what may explain it, its sentences, and the user's word. */
export function FindingDetail({ line, targets, onLeave }: SettlingProps) {
  const { t } = useTranslation()
  const { finding } = line
  const told = finding.candidates.map(({ key, params }) => t(key, params))
  return (
    <section className={styles.detail} aria-label={t('auditView.detail')}>
      <h2 className={styles.heading}>{t(finding.message.key, finding.message.params)}</h2>
      <p className={styles.quiet}>{t(`audit.rule.${finding.rule}.description`)}</p>
      <Arithmetic finding={finding} />
      {told.length > 0 && (
        <p className={styles.candidates}>
          {t('auditView.candidates')} {told.join(t('auditView.between'))}
          <span className={styles.quiet}>{t('auditView.candidatesHint')}</span>
        </p>
      )}
      {finding.breaks.length > 0 && (
        <p className={styles.candidates}>
          {t('auditView.breaks')}{' '}
          {finding.breaks.map(({ label }) => t(label.key, label.params)).join(t('auditView.between'))}
        </p>
      )}
      <Evidence finding={finding} />
      <Settling line={line} targets={targets} onLeave={onLeave} />
    </section>
  )
}
