import { InputNumber, Modal, Switch } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AUDIT_RULES } from '#shared/compare/audit/rules'
import type { AuditSettings } from '#shared/model/audit'
import { auditSettings, saveProjectSettings, useLive, useSession } from '../../storage'
import { attempt } from '../places'
import styles from './audit.module.css'
import { auditState, useAuditState } from './state'
import type { RuleCount } from './use-audit'

interface RulesProps {
  settings: AuditSettings
  counts: ReadonlyMap<string, RuleCount>
  onChange: (settings: AuditSettings) => void
}

function Rules({ settings, counts, onChange }: RulesProps) {
  const { t } = useTranslation()
  const turn = (name: string, on: boolean) => {
    const others = settings.off.filter((one) => one !== name)
    onChange({ ...settings, off: on ? others : [...others, name] })
  }
  return (
    <ul className={styles.rules}>
      {AUDIT_RULES.map(({ name, reach }) => {
        const count = counts.get(name)
        return (
          <li key={name}>
            <Switch
              size="small"
              aria-label={t(`audit.rule.${name}.name`)}
              checked={!settings.off.includes(name)}
              onChange={(on) => turn(name, on)}
            />
            <span className={styles.ruleWords}>
              <strong>{t(`audit.rule.${name}.name`)}</strong>
              <span className={styles.quiet}>{t(`auditView.reach.${reach}`)}</span>
              <span>{t(`audit.rule.${name}.description`)}</span>
            </span>
            <span className={`${styles.quiet} db-figures`}>
              {count && t('auditView.rules.count', { checks: count.checks, held: count.held })}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function Form({ stored, counts }: { stored: AuditSettings; counts: RulesProps['counts'] }) {
  const { t } = useTranslation()
  const session = useSession()
  const [settings, setSettings] = useState(stored)
  useEffect(() => setSettings(stored), [stored])
  const close = () => auditState.setState({ dialog: null })
  const band = settings.bandLow <= settings.bandHigh
  const save = async () => {
    await attempt(saveProjectSettings(session, settings))
    close()
  }
  return (
    <Modal
      open
      width={720}
      title={t('auditView.rules.title')}
      okText={t('auditView.rules.save')}
      okButtonProps={{ disabled: !band }}
      onOk={() => void save()}
      onCancel={close}
    >
      <Rules settings={settings} counts={counts} onChange={setSettings} />
      <p className={styles.band}>
        <span>{t('auditView.rules.band')}</span>
        <InputNumber
          size="small"
          aria-label={t('auditView.rules.bandLow')}
          status={band ? '' : 'error'}
          value={settings.bandLow}
          step={0.5}
          onChange={(bandLow) => setSettings({ ...settings, bandLow: bandLow ?? 0 })}
        />
        <span>{t('auditView.rules.to')}</span>
        <InputNumber
          size="small"
          aria-label={t('auditView.rules.bandHigh')}
          status={band ? '' : 'error'}
          value={settings.bandHigh}
          step={0.5}
          onChange={(bandHigh) => setSettings({ ...settings, bandHigh: bandHigh ?? 0 })}
        />
        <span>%</span>
      </p>
      <p className={styles.quiet}>{t('auditView.rules.bandHint')}</p>
    </Modal>
  )
}

/** Which rules are on, and the band of prices. */
export function RulesDialog({ counts }: { counts: RulesProps['counts'] }) {
  const open = useAuditState((state) => state.dialog === 'rules')
  const stored = useLive(auditSettings, [])
  return open && stored ? <Form stored={stored} counts={counts} /> : null
}
