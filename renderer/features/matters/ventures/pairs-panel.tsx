import { Button } from 'antd'
import { ArrowLeftRight } from 'lucide-react'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { VentureCandidate } from '#shared/compare/ventures'
import { matterName } from '#shared/model/matter'
import { type MatterRow, type Session, useSession } from '../../../storage'
import { type LinePlace, VirtualGrid } from '../../../ui/grid/virtual-grid'
import { KeyHints } from '../../../ui/key-hints'
import { openSentence } from '../actions'
import type { MattersController } from '../controller'
import { decide } from './actions'
import { pairKey, rowOfSide } from './pairs'
import styles from './pairs.module.css'

/** Height of a pair in pixels. */
const PAIR_HEIGHT = 124

const NO_KEYS: ReadonlySet<string> = new Set()

/** One side of a pair: its name, and when and how far it is. */
function Side({ row }: { row: MatterRow }) {
  const { t } = useTranslation()
  const { content, place, reportYear } = row
  const stage = content.type === 'venture' && content.stage !== '' ? t(`matters.stage.${content.stage}`) : ''
  const amount = content.type === 'venture' ? (content.amount?.quantity ?? '') : ''
  const where = t('matters.grid.pairs.where', { place: place?.short ?? '', year: reportYear ?? '' })
  return (
    <div className={styles.side}>
      <button type="button" tabIndex={-1} className={styles.name} onClick={() => openSentence(row, false)}>
        {matterName(content)}
      </button>
      <span className="db-figures">{[where, stage, amount].filter((part) => part !== '').join(' · ')}</span>
    </div>
  )
}

interface PairLineProps {
  place: LinePlace
  pair: VentureCandidate
  a: MatterRow
  b: MatterRow
  index: number
  session: Session
  table: MattersController
  onGo: (index: number) => void
}

function PairLine({ place: { id, top, current }, pair, a, b, index, session, table, onGo }: PairLineProps) {
  const { t } = useTranslation()
  const reasons = pair.reasons.map(({ key, params }) => t(key, params)).join(' · ')
  const names = { a: matterName(a.content), b: matterName(b.content) }
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid, which handles the keys
    // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      id={id}
      role="row"
      aria-rowindex={index + 1}
      aria-label={t('matters.grid.pairs.pair', names)}
      data-current={current}
      className={styles.pair}
      style={{ transform: `translateY(${top}px)`, height: PAIR_HEIGHT }}
      onClick={() => onGo(index)}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="gridcell" className={styles.sides}>
        <Side row={a} />
        <Side row={b} />
        <p className={styles.reasons} title={reasons}>
          {t('matters.grid.pairs.likeness', { percent: Math.round(pair.likeness * 100) })}
          {reasons !== '' && ` · ${reasons}`}
        </p>
        <div className={styles.buttons}>
          <Button size="small" tabIndex={-1} title="S" onClick={() => void decide(session, table, pair, 'same')}>
            {t('matters.grid.pairs.same')}
          </Button>
          <Button size="small" tabIndex={-1} title="D" onClick={() => void decide(session, table, pair, 'different')}>
            {t('matters.grid.pairs.different')}
          </Button>
        </div>
      </div>
    </div>
  )
}

function Body({ table, visible }: { table: MattersController; visible: boolean }) {
  const { t } = useTranslation()
  const session = useSession()
  const scroller = useRef<HTMLDivElement>(null)
  const { state, failed, cursor, found, pairs } = useStore(table.pairs.store)
  const known = useStore(table.store, (one) => one.known)
  const onGo = useCallback((index: number) => table.pairs.store.setState({ cursor: index }), [table])
  const keyOf = useCallback(
    (index: number) => {
      const pair = pairs[index]
      return pair ? pairKey(pair) : String(index)
    },
    [pairs],
  )
  if (failed)
    return (
      <p className={styles.told} role="alert">
        {t(failed.key, failed.params)}
      </p>
    )
  if (pairs.length === 0) {
    const why = found === 0 ? 'none' : 'decided'
    return <p className={styles.told}>{t(`matters.grid.pairs.${state === 'found' ? why : 'working'}`)}</p>
  }
  return (
    <VirtualGrid
      label={t('matters.grid.pairs.title')}
      count={pairs.length}
      columns={1}
      height={PAIR_HEIGHT}
      keyOf={keyOf}
      cursor={Math.min(cursor, pairs.length - 1)}
      expanded={NO_KEYS}
      visible={visible}
      header={null}
      line={(index, place) => {
        const pair = pairs[index]
        const [a, b] = pair ? [rowOfSide(known, pair.a), rowOfSide(known, pair.b)] : []
        if (!pair || !a || !b) return null
        return <PairLine key={pairKey(pair)} {...{ place, pair, a, b, index, session, table, onGo }} />
      }}
      onKey={() => false}
      onMove={onGo}
      scroller={scroller}
    />
  )
}

/** 可能是同一项目: ventures of different reports with like names, to confirm or to refuse. */
export function PairsPanel({ table, visible }: { table: MattersController; visible: boolean }) {
  const { t, i18n } = useTranslation()
  const known = useStore(table.store, (state) => state.known)
  const links = useStore(table.store, (state) => state.links)
  const filter = useStore(table.store, (state) => state.filter)
  const working = useStore(table.pairs.store, ({ state }) => state === 'working')
  const total = useStore(table.pairs.store, (state) => state.total)
  useEffect(() => {
    if (known && visible) table.pairs.take({ known, links, filter })
  }, [table, known, links, filter, visible])
  // The worker holds all pairs: only while they are looked at.
  useEffect(() => (visible ? () => table.pairs.close() : undefined), [table, visible])
  return (
    <aside className={styles.panel} aria-label={t('matters.grid.pairs.title')} data-pairs>
      <header className={styles.head}>
        <ArrowLeftRight size={14} aria-hidden />
        <h2>{t('matters.grid.pairs.title')}</h2>
        <span className="db-figures" role="status">
          {known &&
            (total > 0 || !working) &&
            t('matters.grid.pairs.count', { count: total.toLocaleString(i18n.language) })}
        </span>
        {working && <progress aria-label={t('matters.grid.pairs.working')} />}
      </header>
      <Body table={table} visible={visible} />
      <KeyHints text={t('matters.grid.pairs.keys')} />
    </aside>
  )
}
