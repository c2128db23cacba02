import { useVirtualizer } from '@tanstack/react-virtual'
import { Button } from 'antd'
import { Redo2, Undo2 } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { listHistory, useLive, useSession } from '../../storage'
import { runCommand } from '../../workbench'
import { historyLines } from './history'
import styles from './project.module.css'

/** The history goes back this many steps in the list; the journal on disk goes back to the first. */
const SHOWN = 500

/** Height that a line is taken for until it is measured, in pixels. */
const LINE = 46

/** 操作历史: what was done, by whom and when, the newest first; what was taken back is struck through. */
export function HistoryView() {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const { undo, redo } = useStore(session.status)
  const entries = useLive((db) => listHistory(db, SHOWN), [])
  const lines = useMemo(() => historyLines(entries ?? []), [entries])
  const scroller = useRef<HTMLElement>(null)
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 10,
  })
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'short', timeStyle: 'medium' })
  return (
    <div className={styles.history}>
      <div className={styles.actions}>
        <Button
          icon={<Undo2 size={14} aria-hidden />}
          disabled={undo === null}
          title={undo ? t(undo.key, undo.params) : undefined}
          onClick={() => runCommand('edit.undo')}
        >
          {t('app.history.undo')}
        </Button>
        <Button
          icon={<Redo2 size={14} aria-hidden />}
          disabled={redo === null}
          title={redo ? t(redo.key, redo.params) : undefined}
          onClick={() => runCommand('edit.redo')}
        >
          {t('app.history.redo')}
        </Button>
      </div>
      {undo && <p className={styles.next}>{t('app.history.next', { operation: t(undo.key, undo.params) })}</p>}
      <section
        ref={scroller}
        className={styles.scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
        data-focus-first
        aria-label={t('app.history.steps')}
      >
        {entries && lines.length === 0 && <p className={styles.none}>{t('app.history.empty')}</p>}
        <ol className={styles.entries} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const line = lines[index]
            if (!line) return null
            const { entry, undone } = line
            const said = t(entry.operation.key, entry.operation.params)
            return (
              <li
                key={entry.sequence}
                data-index={index}
                ref={rows.measureElement}
                className={styles.entry}
                style={{ transform: `translateY(${start}px)` }}
              >
                <p className={styles.operation}>
                  {undone ? (
                    <>
                      <del>{said}</del> <span className={styles.tag}>{t('app.history.undone')}</span>
                    </>
                  ) : (
                    said
                  )}
                </p>
                <p className={`${styles.meta} db-figures`}>
                  {entry.author} · {time.format(new Date(entry.at))}
                </p>
              </li>
            )
          })}
        </ol>
      </section>
    </div>
  )
}
