import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../storage'
import { KeyHints } from '../../ui/key-hints'
import { registerCommands, type ViewProps } from '../../workbench'
import styles from './autocode.module.css'
import { CodeBar, useTakenRule } from './code-bar'
import { viewCommands } from './commands'
import type { AutocodeController } from './controller'
import { HitList } from './hit-list'
import { QueryBar } from './query-bar'
import { RuleDialog } from './rule-dialog'
import { RuleList } from './rule-list'
import { useAuto, useAutocode, useCarried } from './use-autocode'

/** How far the scan is, and how it ended. */
function Progress({ controller }: { controller: AutocodeController }) {
  const { t } = useTranslation()
  const scanning = useAuto(controller, (state) => state.scanning)
  const truncated = useAuto(controller, (state) => state.truncated)
  const stopped = useAuto(controller, (state) => state.stopped)
  const failed = useAuto(controller, (state) => state.failed)
  const count = useAuto(controller, (state) => state.lines.count && state.hits.count)
  if (failed)
    return (
      <p className={styles.failed} role="alert">
        {t(failed.key, failed.params)}
      </p>
    )
  if (truncated || stopped)
    return (
      <p className={styles.told} role="status">
        {t(`autocode.${truncated ? 'truncated' : 'stopped'}`, { count })}
      </p>
    )
  if (!scanning) return null
  const words = t('autocode.scanning', { ...scanning, count })
  return (
    <div className={styles.told} role="status">
      <span className="db-figures">{words}</span>
      <progress max={Math.max(1, scanning.total)} value={scanning.done} aria-label={words} />
    </div>
  )
}

/** What stands where hits would be. */
function Empty({ controller }: { controller: AutocodeController }) {
  const { t } = useTranslation()
  const ran = useAuto(controller, (state) => state.ran)
  const scanning = useAuto(controller, (state) => state.scanning)
  const failed = useAuto(controller, (state) => state.failed)
  if (scanning || failed) return <div className={styles.empty} />
  const words = ran === null ? 'start' : ran.sources || ran.everywhere ? 'nothing' : 'nothingInReports'
  return (
    <div className={styles.empty}>
      <p>{t(`autocode.empty.${words}`)}</p>
      {ran === null && <p className={styles.hint}>{t('autocode.empty.hint')}</p>}
    </div>
  )
}

/** 自动编码: a phrase, an expression or an indicator is looked for, looked at, and coded in one step. */
export function AutocodeView({ visible }: ViewProps) {
  const { t } = useTranslation()
  const session = useSession()
  const controller = useAutocode()
  const frame = useRef<HTMLDivElement>(null)
  const count = useAuto(controller, (state) => state.lines.count)
  const rules = useAuto(controller, (state) => state.rules)
  const rule = useTakenRule(controller)
  useCarried(controller, visible)
  useEffect(
    () => (visible ? registerCommands(viewCommands({ session, controller, rule, frame })) : undefined),
    [visible, session, controller, rule],
  )
  return (
    <div ref={frame} className={styles.view} data-key-scope="autocode">
      <QueryBar controller={controller} />
      <Progress controller={controller} />
      <div className={styles.body}>
        <div className={styles.main}>
          {count > 0 ? <HitList controller={controller} visible={visible} /> : <Empty controller={controller} />}
          <CodeBar controller={controller} />
        </div>
        {rules && <RuleList controller={controller} />}
      </div>
      <KeyHints text={t('autocode.keys')} />
      <RuleDialog controller={controller} />
    </div>
  )
}
