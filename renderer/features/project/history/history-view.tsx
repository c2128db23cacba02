import { Button, Input, Select } from 'antd'
import { Redo2, Undo2 } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { HISTORY_KINDS, type JournalHead } from '#shared/model/journal'
import { type HistoryMove, useSession } from '../../../storage'
import { runCommand } from '../../../workbench'
import { GoDialog } from './go-dialog'
import styles from './history.module.css'
import { HistoryList } from './history-list'
import { authorsOf, EVERYTHING, type HistoryFilter, type HistoryLine, historyLines } from './lines'
import { StepDetails } from './step-details'
import { type History, useHistory } from './use-history'

interface FiltersProps {
  history: History
  filter: HistoryFilter
  onChange: (filter: HistoryFilter) => void
}

function Filters({ history, filter, onChange }: FiltersProps) {
  const { t } = useTranslation()
  const authors = useMemo(() => authorsOf(history), [history])
  return (
    <div className={styles.filters}>
      <Select
        aria-label={t('history.filter.kind')}
        className={styles.kind ?? ''}
        value={filter.kind ?? ''}
        options={[
          { value: '', label: t('history.kind.all') },
          ...HISTORY_KINDS.map((kind) => ({ value: kind, label: t(`history.kind.${kind}`) })),
        ]}
        onChange={(value) => onChange({ ...filter, kind: HISTORY_KINDS.find((kind) => kind === value) ?? null })}
      />
      <Select
        aria-label={t('history.filter.author')}
        className={styles.author ?? ''}
        value={filter.author === null ? 0 : authors.indexOf(filter.author) + 1}
        options={[t('history.everyone'), ...authors].map((label, value) => ({ value, label: label || '—' }))}
        onChange={(at) => onChange({ ...filter, author: authors[at - 1] ?? null })}
      />
      <Input
        aria-label={t('history.filter.text')}
        placeholder={t('history.filter.text')}
        value={filter.text}
        allowClear
        onChange={(event) => onChange({ ...filter, text: event.target.value.toLowerCase() })}
      />
    </div>
  )
}

/** What a step did, as the user reads it, worked out once for each. */
function useNames(): (head: JournalHead) => string {
  const { t } = useTranslation()
  return useMemo(() => {
    const names = new Map<number, string>()
    return ({ sequence, operation }) => {
      const known = names.get(sequence)
      if (known !== undefined) return known
      const name = t(operation.key, operation.params)
      names.set(sequence, name)
      return name
    }
  }, [t])
}

function Steps({ history }: { history: History }) {
  const { t } = useTranslation()
  const [filter, setFilter] = useState(EVERYTHING)
  const wanted = useDeferredValue(filter)
  const nameOf = useNames()
  const lines = useMemo(() => historyLines(history, wanted, nameOf), [history, wanted, nameOf])
  /** The step that the keyboard is on; null for the present one. */
  const [chosen, setChosen] = useState<number | null>(null)
  const [going, setGoing] = useState<{ sequence: number; moves: readonly HistoryMove[] } | null>(null)
  const found = lines.findIndex(({ sequence, here }) => (chosen === null ? here : sequence === chosen))
  const at = found < 0 ? 0 : found
  const line = lines[at]
  const ask = ({ sequence, here }: HistoryLine) => {
    const { tree } = history
    if (!here) setGoing({ sequence, moves: tree.path(tree.last, sequence) })
  }
  return (
    <>
      <Filters history={history} filter={filter} onChange={setFilter} />
      {history.heads.length === 0 ? (
        <p className={styles.none}>{t('app.history.empty')}</p>
      ) : (
        <>
          <HistoryList lines={lines} at={at} onMove={(to) => setChosen(lines[to]?.sequence ?? null)} onGo={ask} />
          <div className={styles.foot}>
            <span className={`${styles.quiet} db-figures`}>{t('history.count', { count: lines.length - 1 })}</span>
            <Button disabled={!line || line.here} onClick={() => line && ask(line)}>
              {t('history.go.here')}
            </Button>
          </div>
          {line?.head && <StepDetails sequence={line.sequence} key={line.sequence} />}
        </>
      )}
      {going && <GoDialog {...going} onClose={() => setGoing(null)} />}
    </>
  )
}

/** 操作历史: what was done, by whom and when, the newest first, and the way back to any point. */
export function HistoryView() {
  const { t } = useTranslation()
  const session = useSession()
  const { undo, redo } = useStore(session.status)
  const history = useHistory()
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
      {history && <Steps history={history} />}
    </div>
  )
}
