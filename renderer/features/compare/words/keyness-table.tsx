import { type KeyboardEvent, useRef } from 'react'
import type { KeyWord } from '#shared/compare/keyness'
import type { Mark } from '../brush'
import { markData, useBrushing, usePointing } from '../use-brushing'
import type { Words } from '../words'
import styles from './keyness.module.css'
import { keepCursor, useWordsState, type WordsStore } from './state'

interface Props {
  side: 'a' | 'b'
  names: { a: string; b: string }
  /** The side in other views; null for what is no single place. */
  mark: Mark | null
  rows: readonly KeyWord[]
  /** Words of the side that pass the level, shown or not. */
  passing: number
  store: WordsStore
  picked: string
  words: Words
  describe: (word: KeyWord) => string[]
  onPick: (word: string) => void
}

const STARS: readonly (readonly [number, string])[] = [
  [0.0001, '****'],
  [0.001, '***'],
  [0.01, '**'],
  [0.05, '*'],
]

const starsOf = (p: number | null): string => STARS.find(([level]) => level === p)?.[1] ?? ''

/**
 * The words that one side has more of, with their figures: arrows go from word to word, Enter lists its sentences, Space
 * (or a click with Ctrl) holds its place fast in all views, Esc lets go.
 */
export function KeynessTable({ side, names, mark, rows, passing, store, picked, words, describe, onPick }: Props) {
  const { t } = words
  const box = useRef<HTMLDivElement>(null)
  const { point, hold, letGo } = usePointing()
  useBrushing(box)
  const cursor = useWordsState(store, (state) => state.cursor[`keyness ${side}`])
  const at = Math.min(cursor?.row ?? 0, Math.max(0, rows.length - 1))
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') letGo()
    if (event.key === ' ') {
      event.preventDefault()
      if (mark) hold(mark)
    }
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: rows.length - 1,
      PageDown: at + 10,
      PageUp: at - 10,
    }[event.key]
    if (to === undefined || event.altKey || event.ctrlKey) return
    event.preventDefault()
    const next = Math.max(0, Math.min(rows.length - 1, to))
    keepCursor(store, `keyness ${side}`, next, 0)
    box.current?.querySelector<HTMLElement>(`[data-word="${next}"]`)?.focus()
  }
  const other = side === 'a' ? 'b' : 'a'
  const title = t('wordViews.more', { name: names[side] })
  return (
    <div className={styles.side} data-side={side} ref={box}>
      <table aria-label={title}>
        <caption {...(mark ? markData(mark) : {})}>
          {title} <small>{t('wordViews.passing', { shown: rows.length, count: passing })}</small>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('wordViews.column.word')}</th>
            <th scope="col" title={t('wordViews.g2Hint')}>
              G²
            </th>
            <th scope="col" title={t('wordViews.ratioHint')}>
              {t('wordViews.column.logRatio')}
            </th>
            <th scope="col" title={t('wordViews.rateHint')}>
              {t('wordViews.rateOf', { name: names[side] })}
            </th>
            <th scope="col" title={t('wordViews.rateHint')}>
              {t('wordViews.rateOf', { name: names[other] })}
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={keys}>
          {rows.map((row, index) => (
            <tr
              key={row.word}
              data-picked={row.word === picked || undefined}
              onPointerEnter={() => point(mark)}
              onPointerLeave={() => point(null)}
            >
              <th scope="row">
                <button
                  type="button"
                  data-word={index}
                  tabIndex={index === at ? 0 : -1}
                  aria-pressed={row.word === picked}
                  title={describe(row).join('\n')}
                  onFocus={() => point(mark)}
                  onClick={({ ctrlKey, metaKey }) => {
                    keepCursor(store, `keyness ${side}`, index, 0)
                    if (!ctrlKey && !metaKey) onPick(row.word)
                    else if (mark) hold(mark)
                  }}
                >
                  {row.word}
                </button>
              </th>
              <td className="db-figures">
                {row.g2.toFixed(1)}
                <small>{starsOf(row.p)}</small>
              </td>
              <td className="db-figures">{row.logRatio.toFixed(2)}</td>
              {[row[side], row[other]].map(({ count, rate }, column) => (
                <td key={column === 0 ? 'own' : 'other'} className="db-figures">
                  {rate.toFixed(1)} <small>{count}</small>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
