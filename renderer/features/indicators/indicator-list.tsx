import { useVirtualizer } from '@tanstack/react-virtual'
import { Input, Select } from 'antd'
import { Plus } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Indicator } from '#shared/model/indicator'
import { IconButton } from '../../ui/icon-button'
import { startCarrying, tellInHand } from '../../workbench'
import { found, isOwn } from './draft'
import styles from './indicators.module.css'
import { nameIn } from './use-dictionary'

interface IndicatorListProps {
  indicators: readonly Indicator[]
  /** Ids of those that the user has changed. */
  changed: ReadonlySet<string>
  /** Those of which the form is not saved yet. */
  unsaved: { has(id: string): boolean }
  selected: string
  onSelect: (id: string) => void
  onAdd: () => void
}

const ROW = 28

/** The dictionary: search, one category, and the list; arrows choose. */
export function IndicatorList({ indicators, changed, unsaved, selected, onSelect, onAdd }: IndicatorListProps) {
  const { t, i18n } = useTranslation()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [category, setCategory] = useState<string | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const shown = useMemo(() => found(indicators, typed, category), [indicators, typed, category])
  const categories = useMemo(() => [...new Set(indicators.map((one) => one.category))], [indicators])
  const at = shown.findIndex((one) => one.id === selected)
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
  })
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' })
  }, [at, rows])
  useEffect(() => tellInHand('indicators', () => [{ type: 'indicator', indicator: selected }]), [selected])
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const next = shown[at < 0 ? 0 : at + step]
    if (next) onSelect(next.id)
  }
  const mark = (one: Indicator) => {
    if (unsaved.has(one.id)) return t('indicatorTable.draft')
    if (isOwn(one.id)) return t('indicatorTable.own')
    return changed.has(one.id) ? t('indicatorTable.changed') : ''
  }
  return (
    <div className={styles.side}>
      <div className={styles.find}>
        <Input
          allowClear
          aria-label={t('indicatorTable.find')}
          placeholder={t('indicatorTable.find')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Select
          allowClear
          aria-label={t('indicatorTable.category')}
          placeholder={t('indicatorTable.allCategories')}
          value={category}
          onChange={(value: string | undefined) => setCategory(value ?? null)}
          options={categories.map((value) => ({
            value,
            label: t(`indicators.categories.${value}`, { defaultValue: value }),
          }))}
        />
      </div>
      <div
        ref={scroller}
        role="listbox"
        tabIndex={0}
        aria-label={t('indicatorTable.title')}
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        className={styles.list}
        onKeyDown={keys}
      >
        {shown.length === 0 && <p className={styles.empty}>{t('indicatorTable.notFound')}</p>}
        <div style={{ height: rows.getTotalSize(), position: 'relative' }} role="presentation">
          {rows.getVirtualItems().map(({ index, start }) => {
            const one = shown[index]
            if (!one) return null
            return (
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list, which handles the keys
              // biome-ignore lint/a11y/useKeyWithClickEvents: see above
              <div
                key={one.id}
                id={`${id}-${index}`}
                role="option"
                aria-selected={one.id === selected}
                className={styles.row}
                style={{ height: ROW, transform: `translateY(${start}px)` }}
                draggable
                onDragStart={(event) => startCarrying(event, [{ type: 'indicator', indicator: one.id }])}
                onClick={() => onSelect(one.id)}
              >
                <span className={styles.name}>{nameIn(one, i18n.language)}</span>
                <span className={styles.mark}>{mark(one)}</span>
              </div>
            )
          })}
        </div>
      </div>
      <div className={styles.tools}>
        <IconButton icon={Plus} label={t('indicatorTable.add')} onClick={onAdd} />
        <span className={`${styles.mark} db-figures`}>
          {t('indicatorTable.count', { shown: shown.length, all: indicators.length })}
        </span>
      </div>
    </div>
  )
}
