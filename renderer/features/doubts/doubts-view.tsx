import { Button } from 'antd'
import { CircleCheck } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Doubt } from '#shared/model/doubts'
import { doubtfulOf, useSession } from '../../storage'
import { registerCommands, runCommand } from '../../workbench'
import { useLibraryRows } from '../import'
import { BulkBar, targets, unmark } from '../library'
import { doubtCommands } from './commands'
import { DoubtList } from './doubt-list'
import styles from './doubts.module.css'
import { Evidence } from './evidence'
import { type DoubtLine, linesOf, positionOf } from './lines'
import { doubtsState, useDoubts } from './state'

function AllSettled() {
  const { t } = useTranslation()
  return (
    <div className={styles.settled}>
      <CircleCheck size={36} strokeWidth={1.25} aria-hidden className={styles.check} />
      <h1 className={styles.heading}>{t('doubts.settled.title')}</h1>
      <p>{t('doubts.settled.what')}</p>
      <Button data-focus-first onClick={() => runCommand('view.library')}>
        {t('doubts.settled.library')}
      </Button>
    </div>
  )
}

/** The line that the keyboard is on; the next one when it was settled. */
function useCurrent(lines: readonly DoubtLine[]) {
  const selected = useDoubts((state) => state.selected)
  const last = useRef(0)
  const at = positionOf(lines, selected, last.current)
  if (lines[at]?.id === selected) last.current = at
  return { at, current: lines[at] ?? null }
}

function Doubts({ lines }: { lines: readonly DoubtLine[] }) {
  const { t } = useTranslation()
  const session = useSession()
  const { at, current } = useCurrent(lines)
  const marked = useDoubts((state) => state.marked)
  const list = useRef<{ focus: () => void }>(null)
  const area = useRef<HTMLElement>(null)
  const chosen = useMemo(
    () => targets(lines, { selected: current?.id ?? null, marked, anchor: null }),
    [lines, current, marked],
  )
  const edit = useCallback((field: Doubt) => {
    area.current?.querySelector<HTMLElement>(`[data-field="${field}"] input`)?.focus()
  }, [])
  useEffect(
    () => registerCommands(doubtCommands({ session, current, targets: chosen, ids: lines.map(({ id }) => id), edit })),
    [session, current, chosen, lines, edit],
  )
  const id = current?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: with the line that was settled its fields are gone
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.focus()
  }, [id])
  return (
    <>
      <header className={styles.head}>
        <h1 className={styles.heading}>{t('doubts.title')}</h1>
        <span className={`${styles.quiet} db-figures`} role="status">
          {t('doubts.count', { count: lines.length })}
        </span>
        <span className={styles.keys}>{t('doubts.keys')}</span>
      </header>
      <div className={styles.body}>
        <DoubtList lines={lines} at={at} listRef={list} />
        {current && <Evidence key={current.id} line={current} areaRef={area} onLeave={() => list.current?.focus()} />}
      </div>
      {marked.size > 0 && chosen.length > 0 && <BulkBar lines={chosen} onClear={() => doubtsState.setState(unmark)} />}
    </>
  )
}

/** 待核对: the reports of which place, year or kind is not certain, to be settled one after the other. */
export function DoubtsView() {
  const { t } = useTranslation()
  const library = useLibraryRows()
  const lines = useMemo(() => linesOf(library?.whole ? doubtfulOf(library.rows) : []), [library])
  if (!library?.whole) return <p className={styles.waiting}>{t('app.layout.loading')}</p>
  return (
    <div className={styles.view} data-key-scope="doubts">
      {lines.length === 0 ? <AllSettled /> : <Doubts lines={lines} />}
    </div>
  )
}
