import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedDisagreement } from '../../workers/agreement/protocol'
import { target } from '../library'
import styles from './agreement.module.css'
import { openDispute } from './commands'
import { type NamesOf, partiesOf } from './disputes'
import { agreementState, disputeKey } from './state'

/** Height of a line in pixels. */
const LINE = 60

interface DisputeListProps {
  disputes: readonly ListedDisagreement[]
  authors: readonly string[]
  names: NamesOf
  /** Where the keyboard is. */
  at: number
  listRef: Ref<{ focus: () => void }>
}

/** The disagreements, of which only the visible ones exist; arrows move, letters settle. */
export function DisputeList({ disputes, authors, names, at, listRef }: DisputeListProps) {
  const { t } = useTranslation()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: disputes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 8,
  })
  const reveal = useRef(rows.scrollToIndex)
  reveal.current = rows.scrollToIndex
  useEffect(() => {
    if (at >= 0) reveal.current(at)
  }, [at])
  useImperativeHandle(listRef, () => ({ focus: () => scroller.current?.focus() }), [])
  const keys = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? LINE) / LINE) - 1)
    const next = target(event.key, at, disputes.length, page)
    const dispute = next === null ? undefined : disputes[next]
    if (!dispute) return
    event.preventDefault()
    agreementState.setState({ selected: disputeKey(dispute) })
  }
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t('agreement.disputes')}
      aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
      className={styles.list}
      onKeyDown={keys}
    >
      <div role="presentation" className={styles.lines} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const dispute = disputes[index]
          if (!dispute) return null
          const { given, not } = partiesOf(dispute, authors, names)
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list, which handles the keys
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <div
              key={disputeKey(dispute)}
              id={`${id}-${index}`}
              role="option"
              aria-posinset={index + 1}
              aria-setsize={disputes.length}
              aria-selected={index === at}
              data-current={index === at}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => agreementState.setState({ selected: disputeKey(dispute) })}
              onDoubleClick={() => openDispute(dispute)}
            >
              <span className={styles.words}>{dispute.words}</span>
              <span className={styles.about}>
                {names.path(dispute.code)} · {names.report(dispute.report)} ·{' '}
                {t('agreement.who', { given: given.join('、'), not: not.join('、') })}
              </span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
