import { useVirtualizer } from '@tanstack/react-virtual'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhraseCount } from '#shared/statements/clusters'
import { useSession } from '../../storage'
import { type ClusterRow, clusterKey, phraseKey, phrasesOf, toggled } from './cluster-rows'
import styles from './indicators.module.css'
import { openSample } from './open-sample'
import { nameIn, useDictionary } from './use-dictionary'

interface ClusterListProps {
  rows: readonly ClusterRow[]
  selected: ReadonlyMap<string, PhraseCount>
  onSelect: (selected: ReadonlyMap<string, PhraseCount>) => void
  onOpen: (cluster: string, open: boolean) => void
  onMap: (phrases: readonly PhraseCount[], indicator: string) => void
}

const ROW = 30

const rowKey = (row: ClusterRow): string =>
  row.type === 'cluster' ? `cluster ${clusterKey(row.cluster)}` : `phrase ${phraseKey(row.phrase)}`

/** The groups of phrases as a tree: arrows move and open, Space ticks, 1 to 3 map to what is proposed, Enter reads. */
export function ClusterList({ rows, selected, onSelect, onOpen, onMap }: ClusterListProps) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const dictionary = useDictionary()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState('')
  const found = rows.findIndex((row) => rowKey(row) === current)
  /** Where the current line stood last: when it was mapped and is gone, the one that took its place is next. */
  const last = useRef(0)
  const at = found >= 0 ? found : Math.max(0, Math.min(last.current, rows.length - 1))
  useEffect(() => {
    last.current = at
  }, [at])
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
  })
  const goTo = (index: number) => {
    const row = rows[index]
    if (!row) return
    setCurrent(rowKey(row))
    virtual.scrollToIndex(index, { align: 'auto' })
  }
  const sampleOf = (row: ClusterRow) => phrasesOf(row)[0]?.sample
  const keys = (event: KeyboardEvent) => {
    const row = rows[at]
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return
    const proposed = row.cluster.proposals[Number(event.key) - 1]
    const sample = sampleOf(row)
    if (event.key === 'ArrowDown') goTo(at + 1)
    else if (event.key === 'ArrowUp') goTo(at - 1)
    else if (event.key === 'ArrowRight' && row.type === 'cluster') onOpen(clusterKey(row.cluster), true)
    else if (event.key === 'ArrowLeft') {
      onOpen(clusterKey(row.cluster), false)
      setCurrent(`cluster ${clusterKey(row.cluster)}`)
    } else if (event.key === ' ') onSelect(toggled(selected, row))
    else if (event.key === 'Enter' && sample) void openSample(session, sample)
    else if (proposed) onMap(phrasesOf(row), proposed)
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className={styles.columns} aria-hidden="true">
        <span>{t('indicatorTable.unmatched.phrase')}</span>
        <span>{t('indicatorTable.unmatched.times')}</span>
        <span>{t('indicatorTable.unmatched.reports')}</span>
        <span>{t('indicatorTable.units')}</span>
        <span>{t('indicatorTable.unmatched.proposed')}</span>
      </div>
      <div
        ref={scroller}
        role="tree"
        aria-multiselectable="true"
        tabIndex={0}
        aria-label={t('indicatorTable.page.unmatched')}
        aria-activedescendant={rows.length > 0 ? `${id}-${at}` : undefined}
        className={styles.list}
        onKeyDown={keys}
      >
        {rows.length === 0 && <p className={styles.empty}>{t('indicatorTable.notFound')}</p>}
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            if (!row) return null
            const phrases = phrasesOf(row)
            const ticked = phrases.filter((phrase) => selected.has(phraseKey(phrase))).length
            const { cluster } = row
            const many = row.type === 'cluster' && cluster.members.length > 1
            const count = phrases.reduce((sum, phrase) => sum + phrase.count, 0)
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the focus stays on the tree, which handles the keys
              <div
                key={rowKey(row)}
                id={`${id}-${index}`}
                role="treeitem"
                tabIndex={-1}
                aria-level={row.type === 'cluster' ? 1 : 2}
                aria-selected={ticked === phrases.length}
                {...(many ? { 'aria-expanded': row.type === 'cluster' && row.open } : {})}
                data-current={index === at}
                className={styles.cluster}
                style={{ height: ROW, transform: `translateY(${start}px)` }}
                onMouseDown={(event) => {
                  event.preventDefault()
                  scroller.current?.focus()
                }}
                onClick={() => setCurrent(rowKey(row))}
                onDoubleClick={() => {
                  const sample = sampleOf(row)
                  if (sample) void openSample(session, sample)
                }}
              >
                <span className={styles.phrase} data-inside={row.type === 'phrase'}>
                  <input
                    type="checkbox"
                    tabIndex={-1}
                    aria-label={phrases[0]?.phrase}
                    checked={ticked === phrases.length}
                    ref={(box) => {
                      if (box) box.indeterminate = ticked > 0 && ticked < phrases.length
                    }}
                    onChange={() => onSelect(toggled(selected, row))}
                  />
                  <button
                    type="button"
                    tabIndex={-1}
                    className={styles.twist}
                    aria-label={t('indicatorTable.unmatched.members', { count: cluster.members.length })}
                    style={{ visibility: many ? 'inherit' : 'hidden' }}
                    onClick={() => onOpen(clusterKey(cluster), !(row.type === 'cluster' && row.open))}
                  >
                    {row.type === 'cluster' && row.open ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
                  </button>
                  <span className={styles.name}>{row.type === 'cluster' ? cluster.head : row.phrase.phrase}</span>
                  {many && (
                    <span
                      className={`${styles.mark} db-figures`}
                      title={t('indicatorTable.unmatched.members', { count: cluster.members.length })}
                    >
                      ×{cluster.members.length}
                    </span>
                  )}
                </span>
                <span className="db-figures">{count}</span>
                <span className="db-figures">{row.type === 'cluster' ? cluster.reports : row.phrase.reports}</span>
                <span className={styles.mark}>{t(`indicatorTable.family.${cluster.family}`)}</span>
                <span className={styles.proposals}>
                  {cluster.proposals.map((proposal, number) => {
                    const indicator = dictionary.byId(proposal)
                    if (!indicator) return null
                    const name = nameIn(indicator, i18n.language)
                    return (
                      <button
                        key={proposal}
                        type="button"
                        tabIndex={-1}
                        title={t('indicatorTable.unmatched.map', { name, count: phrases.length })}
                        onClick={() => onMap(phrases, proposal)}
                      >
                        <kbd>{number + 1}</kbd> {name}
                      </button>
                    )
                  })}
                </span>
              </div>
            )
          })}
        </div>
      </div>
    </>
  )
}
