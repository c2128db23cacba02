import { X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { IconButton } from '../../../ui/icon-button'
import { Splitter } from '../../../ui/splitter'
import { openView } from '../../../workbench'
import { cameBack, leaveFrom } from '../navigate'
import type { Words } from '../words'
import { useWordsState, type WordsStore } from './state'
import styles from './words.module.css'

/** A passage in the list. */
export interface ListedLine {
  key: string
  /** Place and year. */
  where: string
  before: string
  hit: string
  after: string
  source: string
  report: string
  start: number
  end: number
}

interface Props {
  title: string
  /** Null while they are looked up. */
  lines: readonly ListedLine[] | null
  /** How many there are in all. */
  total: number
  store: WordsStore
  comparison: string
  visible: boolean
  words: Words
  onClose: () => void
}

const HEIGHT = { min: 96, max: 720 }

/** Passages below a view: each opens its sentence in the reader, going back leads to the same line. */
export function LineList({ title, lines, total, store, comparison, visible, words, onClose }: Props) {
  const { t } = words
  const list = useRef<HTMLUListElement>(null)
  const line = useWordsState(store, (state) => state.line)
  const height = useWordsState(store, (state) => state.listHeight)
  const at = Math.min(line, Math.max(0, (lines?.length ?? 0) - 1))
  const ready = lines !== null
  const focus = (index: number): void => list.current?.querySelector<HTMLElement>(`[data-line="${index}"]`)?.focus()

  useEffect(() => {
    if (!visible || !ready || !cameBack(`${comparison} list`)) return
    const frame = requestAnimationFrame(() => {
      const found = list.current?.querySelector<HTMLElement>('[data-line][tabindex="0"]')
      found?.scrollIntoView({ block: 'center' })
      found?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [visible, ready, comparison])

  const open = ({ source, report, start, end }: ListedLine, index: number): void => {
    store.setState({ line: index })
    leaveFrom(`${comparison} list`)
    openView({ type: 'reader', key: source, params: { report, start, end } })
  }
  const keys = (event: KeyboardEvent): void => {
    const last = (lines?.length ?? 0) - 1
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key]
    if (event.key === 'Escape') onClose()
    else if (to === undefined || event.altKey) return
    else {
      const next = Math.max(0, Math.min(last, to))
      store.setState({ line: next })
      focus(next)
    }
    event.preventDefault()
  }
  return (
    <>
      <Splitter
        label={t('wordViews.list.resize')}
        pane="bottom"
        size={height}
        {...HEIGHT}
        onResize={(size) => store.setState({ listHeight: size })}
      />
      <section className={styles.list} style={{ height }} aria-label={title} aria-busy={!ready}>
        <header>
          <h3>{title}</h3>
          <span role="status">
            {lines === null
              ? t('wordViews.list.reading')
              : t(lines.length < total ? 'wordViews.list.first' : 'wordViews.list.count', {
                  count: lines.length,
                  total,
                })}
          </span>
          <IconButton icon={X} label={t('wordViews.list.close')} keys="Esc" onClick={onClose} />
        </header>
        <ul ref={list} onKeyDown={keys}>
          {lines?.map((one, index) => (
            <li key={one.key}>
              <button
                type="button"
                data-line={index}
                tabIndex={index === at ? 0 : -1}
                aria-current={index === at}
                onClick={() => open(one, index)}
              >
                <span className={`${styles.where} db-figures`}>{one.where}</span>
                <span className={styles.before}>
                  <bdi>{one.before}</bdi>
                </span>
                <mark>{one.hit}</mark>
                <span className={styles.after}>{one.after}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
