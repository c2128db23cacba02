import { InputNumber, Modal } from 'antd'
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react'
import { type KeyboardEvent, useEffect, useState } from 'react'
import type { Genre, LedgerSettings } from '#shared/model/ledger'
import { Genre as Genres } from '#shared/model/ledger'
import { ledgerSettings, saveProjectSettings, useLive, useSession } from '../../storage'
import { IconButton } from '../../ui/icon-button'
import { attempt } from '../places'
import detail from './detail.module.css'
import styles from './ledger.module.css'
import { ledgerState, useLedgerState } from './state'
import type { LedgerWords } from './use-words'

/** A list with one of its items moved to another place. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const item = items[from]
  if (item === undefined || to < 0 || to >= items.length) return [...items]
  const rest = items.filter((_, at) => at !== from)
  return [...rest.slice(0, to), item, ...rest.slice(to)]
}

/** All genres, those that the project has put in order first. */
const allGenres = (order: readonly Genre[]): Genre[] => [
  ...order,
  ...Genres.options.filter((genre) => !order.includes(genre)),
]

interface PrecedenceProps {
  order: readonly Genre[]
  words: LedgerWords
  onChange: (order: Genre[]) => void
}

/** Which genre's figure decides where several give one: moved by buttons, by Alt with arrows, or by dragging. */
function Precedence({ order, words, onChange }: PrecedenceProps) {
  const { t } = words
  const [dragged, setDragged] = useState<number | null>(null)
  const keys = (event: KeyboardEvent, at: number): void => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (step === undefined || !event.altKey) return
    event.preventDefault()
    onChange(moved(order, at, at + step))
  }
  return (
    <ol className={detail.precedence} aria-label={t('ledgerView.settings.precedence')}>
      {order.map((genre, at) => {
        const name = t(`ledgerView.genre.${genre}`)
        return (
          <li
            key={genre}
            draggable
            data-dragged={dragged === at || undefined}
            onDragStart={() => setDragged(at)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() => {
              if (dragged !== null) onChange(moved(order, dragged, at))
              setDragged(null)
            }}
            onDragEnd={() => setDragged(null)}
            onKeyDown={(event) => keys(event, at)}
          >
            <GripVertical size={14} aria-hidden />
            <span className={detail.genre}>{name}</span>
            <IconButton
              icon={ArrowUp}
              size={14}
              label={t('ledgerView.settings.up', { name })}
              keys="Alt+↑"
              disabled={at === 0}
              onClick={() => onChange(moved(order, at, at - 1))}
            />
            <IconButton
              icon={ArrowDown}
              size={14}
              label={t('ledgerView.settings.down', { name })}
              keys="Alt+↓"
              disabled={at === order.length - 1}
              onClick={() => onChange(moved(order, at, at + 1))}
            />
          </li>
        )
      })}
    </ol>
  )
}

function Form({ stored, words }: { stored: LedgerSettings; words: LedgerWords }) {
  const { t } = words
  const session = useSession()
  const [settings, setSettings] = useState(stored)
  useEffect(() => setSettings(stored), [stored])
  const close = () => ledgerState.setState({ dialog: null })
  const save = async () => {
    if (await attempt(saveProjectSettings(session, settings).then(() => true))) close()
  }
  return (
    <Modal
      open
      width={520}
      title={t('ledgerView.settings.title')}
      okText={t('ledgerView.settings.save')}
      onOk={() => void save()}
      onCancel={close}
    >
      <p className={styles.quiet}>{t('ledgerView.settings.what')}</p>
      <div className={detail.form}>
        <span>{t('ledgerView.settings.rates')}</span>
        <InputNumber
          autoFocus
          className={detail.tolerance ?? ''}
          aria-label={t('ledgerView.settings.rates')}
          min={0}
          step={0.1}
          suffix={t('ledgerView.settings.points')}
          value={settings.ratePoints}
          onChange={(ratePoints) => setSettings({ ...settings, ratePoints: ratePoints ?? 0 })}
          onPressEnter={() => void save()}
        />
        <span>{t('ledgerView.settings.amounts')}</span>
        <InputNumber
          className={detail.tolerance ?? ''}
          aria-label={t('ledgerView.settings.amounts')}
          min={0}
          step={1}
          suffix="%"
          value={settings.amountPercent}
          onChange={(amountPercent) => setSettings({ ...settings, amountPercent: amountPercent ?? 0 })}
          onPressEnter={() => void save()}
        />
      </div>
      <h3 className={detail.subhead}>{t('ledgerView.settings.precedence')}</h3>
      <p className={styles.quiet}>{t('ledgerView.settings.precedenceHint')}</p>
      <Precedence
        order={allGenres(settings.precedence)}
        words={words}
        onChange={(precedence) => setSettings({ ...settings, precedence })}
      />
    </Modal>
  )
}

/** What the ledger goes by. */
export function SettingsDialog({ words }: { words: LedgerWords }) {
  const open = useLedgerState((state) => state.dialog === 'settings')
  const stored = useLive(ledgerSettings, [])
  return open && stored ? <Form stored={stored} words={words} /> : null
}
