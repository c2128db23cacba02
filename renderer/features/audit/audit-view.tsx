import { Button, type InputRef, Progress } from 'antd'
import { CircleCheck, ListChecks, Milestone } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../storage'
import { displayKeys, registerCommands, runCommand, takeAsked, tellPosition, type ViewProps } from '../../workbench'
import styles from './audit.module.css'
import { BreaksDialog } from './breaks-dialog'
import { auditCommands } from './commands'
import { FilterBar } from './filter-bar'
import { FindingDetail } from './finding-detail'
import { FindingList } from './finding-list'
import { type AuditLine, choicesOf, positionOf, shownLines } from './lines'
import { RulesDialog } from './rules-dialog'
import { follow, positionIn, useAuditState } from './state'
import { type Audit, useAudit } from './use-audit'

/** What was checked, so that no finding means something. */
function Summary({ audit, shown }: { audit: Audit; shown: number }) {
  const { t } = useTranslation()
  const { progress, reports, checks, lines } = audit
  return (
    <header className={styles.head}>
      <h1 className={styles.heading}>{t('auditView.title')}</h1>
      <span className={`${styles.quiet} db-figures`} role="status">
        {progress
          ? t('auditView.checking', progress)
          : t('auditView.summary', { reports, checks, findings: lines.length, shown })}
      </span>
      {progress && (
        <Progress
          className={styles.progress ?? ''}
          size="small"
          showInfo={false}
          percent={progress.total === 0 ? 0 : (100 * progress.done) / progress.total}
          aria-label={t('auditView.title')}
        />
      )}
      <span className={styles.tools}>
        <Button
          size="small"
          icon={<ListChecks size={14} aria-hidden />}
          title={displayKeys('Mod+Alt+U')}
          onClick={() => runCommand('audit.rules')}
        >
          {t('auditView.rules.button')}
        </Button>
        <Button
          size="small"
          icon={<Milestone size={14} aria-hidden />}
          title={displayKeys('Mod+Alt+B')}
          onClick={() => runCommand('audit.breaks')}
        >
          {t('auditView.breaksDialog.button')}
        </Button>
        <Button size="small" title={displayKeys('Mod+E')} onClick={() => runCommand('audit.exportXlsx')}>
          {t('auditView.export.xlsx')}
        </Button>
      </span>
    </header>
  )
}

/** Nothing to show, and why. */
function Empty({ audit }: { audit: Audit }) {
  const { t } = useTranslation()
  const { reports, lines, progress } = audit
  if (progress && reports === 0) return null
  const state = reports === 0 ? 'noReports' : lines.length === 0 ? 'none' : 'filtered'
  return (
    <div className={styles.empty}>
      <CircleCheck size={36} strokeWidth={1.25} aria-hidden />
      <h2 className={styles.heading}>{t(`auditView.empty.${state}.title`)}</h2>
      <p>{t(`auditView.empty.${state}.what`)}</p>
      {state === 'noReports' && (
        <Button onClick={() => runCommand('view.library')}>{t('auditView.empty.library')}</Button>
      )}
    </div>
  )
}

function useCurrent(lines: readonly AuditLine[]) {
  const selected = useAuditState((state) => state.selected)
  const marked = useAuditState((state) => state.marked)
  const last = useRef(0)
  const at = positionOf(lines, selected, last.current)
  if (lines[at]?.finding.key === selected) last.current = at
  const current = lines[at] ?? null
  const targets = useMemo(() => {
    const chosen = lines.filter(({ finding }) => marked.has(finding.key))
    return chosen.length > 0 ? chosen : current ? [current] : []
  }, [lines, marked, current])
  return { at, current, targets }
}

/** 数据核查: what the arithmetic of the reports does not bear out, each with its figures and sentences, to be settled. */
export function AuditView({ viewKey, params, visible }: ViewProps) {
  const { t } = useTranslation()
  const session = useSession()
  const audit = useAudit(visible)
  const filter = useAuditState((state) => state.filter)
  const lines = useMemo(() => shownLines(audit.lines, filter), [audit.lines, filter])
  const choices = useMemo(() => choicesOf(audit.lines), [audit.lines])
  const { at, current, targets } = useCurrent(lines)
  const list = useRef<{ focus: () => void }>(null)
  const area = useRef<HTMLDivElement>(null)
  const box = useRef<InputRef>(null)
  useEffect(() => {
    if (takeAsked('audit', viewKey)) follow(params)
  }, [viewKey, params])
  useEffect(() => tellPosition('audit', viewKey, positionIn), [viewKey])
  useEffect(() => {
    if (!visible) return
    return registerCommands(
      auditCommands({
        session,
        current,
        targets,
        lines,
        focusNote: () => area.current?.querySelector<HTMLElement>('[data-note]')?.focus(),
        focusFilter: () => box.current?.focus(),
      }),
    )
  }, [visible, session, current, targets, lines])
  return (
    <div ref={area} className={styles.view} data-key-scope="audit">
      <Summary audit={audit} shown={lines.length} />
      {audit.failed && (
        <p role="alert" className={styles.failed}>
          {t(audit.failed.key, audit.failed.params)}
        </p>
      )}
      <FilterBar choices={choices} boxRef={box} />
      {current ? (
        <div className={styles.body}>
          <FindingList lines={lines} at={at} listRef={list} />
          <FindingDetail
            key={current.finding.key}
            line={current}
            targets={targets}
            onLeave={() => list.current?.focus()}
          />
        </div>
      ) : (
        <Empty audit={audit} />
      )}
      <RulesDialog counts={audit.rules} />
      <BreaksDialog />
    </div>
  )
}
