import { Button, Progress } from 'antd'
import { Combine, FileDown, PackageOpen } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { namesIn } from '#shared/exchange/merge/describe'
import type { Conflict } from '#shared/exchange/merge/merge-types'
import { listCodes, listReports, useLive, useSession } from '../../storage'
import { displayKeys, registerCommands } from '../../workbench'
import { mergeCommands } from './commands'
import { ConflictDetail } from './conflict-detail'
import { ConflictList } from './conflict-list'
import { exportConflicts, exportDecisions } from './exports'
import styles from './merge.module.css'
import { Overview } from './overview'
import { choosePackage, closePackage, mergeNow, stopPreparing } from './run'
import { type MergeState, type Prepared, positionIn, useMerge, type Working } from './state'
import { useSay } from './use-say'

function Intro({ onChoose }: { onChoose: () => void }) {
  const { t } = useTranslation()
  return (
    <div className={styles.intro}>
      <Combine size={36} strokeWidth={1.25} aria-hidden />
      <h1 className={styles.heading}>{t('merge.title')}</h1>
      <p>{t('merge.intro')}</p>
      <p className={styles.quiet}>{t('merge.undoHint')}</p>
      <Button data-focus-first type="primary" icon={<PackageOpen size={14} aria-hidden />} onClick={onChoose}>
        {t('merge.choose')}
      </Button>
    </div>
  )
}

/** What is not given up halfway: it writes. */
const WRITES: ReadonlySet<Working['type']> = new Set(['importing', 'merging'])

function UnderWay({ working: { type, done, total } }: { working: Working }) {
  const { t } = useTranslation()
  const what = type === 'importing' ? t('merge.importing', { done, total }) : t(`merge.${type}`)
  return (
    <div className={styles.intro} role="status">
      <p>{what}</p>
      <Progress
        className={styles.progress ?? ''}
        percent={total > 0 ? Math.round((100 * done) / total) : 0}
        showInfo={total > 0}
        aria-label={what}
      />
      {!WRITES.has(type) && <Button onClick={stopPreparing}>{t('merge.cancel')}</Button>}
    </div>
  )
}

/** Names of this project's codes and reports, by their ids. */
function useOwnNames(): ReadonlyMap<string, string> {
  const codes = useLive(listCodes, [])
  const reports = useLive(listReports, [])
  return useMemo(() => {
    const named = (codes ?? []).map(({ id, name }) => [id, name] as const)
    const titled = (reports ?? []).map(({ id, title }) => [id, title] as const)
    return new Map([...named, ...titled])
  }, [codes, reports])
}

interface CountsProps {
  conflicts: readonly Conflict[]
  settled: MergeState['settled']
}

/** How many are to settle, how many are settled, and how many were in an earlier merge. */
function Counts({ conflicts, settled }: CountsProps) {
  const { t } = useTranslation()
  const earlier = conflicts.filter((one) => one.earlier !== null)
  const count = conflicts.length - earlier.length
  const changed = earlier.filter(({ id }) => settled.has(id)).length
  const known = t('merge.earlierCount', { count: earlier.length })
  return (
    <span className={`${styles.quiet} db-figures`} role="status">
      {count > 0 && t('merge.conflictCount', { count, settled: settled.size - changed })}
      {count === 0 && t(earlier.length > 0 ? 'merge.noneLeft' : 'merge.noConflicts')}
      {earlier.length > 0 && ` · ${changed > 0 ? t('merge.earlierChanged', { known, count: changed }) : known}`}
    </span>
  )
}

function PreparedView({ prepared }: { prepared: Prepared }) {
  const { t } = useTranslation()
  const say = useSay()
  const session = useSession()
  const state = useMerge((whole) => whole)
  const own = useOwnNames()
  const { plan } = prepared
  const { conflicts } = plan
  const names = useMemo(() => namesIn(plan, own), [plan, own])
  const at = positionIn(conflicts, state.selected)
  useEffect(() => registerCommands(mergeCommands(session, state, conflicts, at)), [session, state, conflicts, at])
  return (
    <>
      <header className={styles.head}>
        <h1 className={styles.heading}>{t('merge.title')}</h1>
        <Counts conflicts={conflicts} settled={state.settled} />
        <span className={styles.tools}>
          {conflicts.length > 0 && (
            <Button
              size="small"
              icon={<FileDown size={14} aria-hidden />}
              onClick={() => void exportConflicts(names, say)}
            >
              {t('merge.export.conflicts')}
            </Button>
          )}
          {plan.decisions.length > 0 && (
            <Button size="small" icon={<FileDown size={14} aria-hidden />} onClick={() => void exportDecisions(say)}>
              {t('merge.export.decisions')}
            </Button>
          )}
          <Button size="small" title={displayKeys('Escape')} onClick={() => void closePackage()}>
            {t('merge.command.close')}
          </Button>
          <Button
            size="small"
            type="primary"
            data-focus-first={conflicts.length === 0 || undefined}
            title={displayKeys('Mod+Enter')}
            icon={<Combine size={14} aria-hidden />}
            onClick={() => void mergeNow(session)}
          >
            {t('merge.command.merge')}
          </Button>
        </span>
      </header>
      <div className={styles.body} data-alone={conflicts.length === 0}>
        <Overview prepared={prepared} />
        {conflicts.length > 0 && (
          <div className={styles.settling}>
            <ConflictList conflicts={conflicts} names={names} at={at} />
            <ConflictDetail conflicts={conflicts} at={at} names={names} />
            <p className={styles.keys}>{t('merge.keys')}</p>
          </div>
        )}
      </div>
    </>
  )
}

/** 合并课题包: another analyst's package beside this project, and what is to become of both. */
export function MergeView() {
  const session = useSession()
  const working = useMerge((state) => state.working)
  const prepared = useMerge((state) => state.prepared)
  const area = useRef<HTMLDivElement>(null)
  // With what had the focus gone, the keys go to what stands there now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of them puts something else there
  useEffect(() => {
    if (document.activeElement?.contains(area.current))
      area.current?.querySelector<HTMLElement>('[data-focus-first]')?.focus()
  }, [working === null, prepared])
  const choose = () => {
    // The button goes while the package is read: the keys stay in the view.
    area.current?.focus()
    void choosePackage(session)
  }
  return (
    <div ref={area} tabIndex={-1} className={styles.view} data-key-scope="merge">
      {working && <UnderWay working={working} />}
      {!working && prepared && <PreparedView prepared={prepared} />}
      {!working && !prepared && <Intro onChoose={choose} />}
    </div>
  )
}
