import { useEffect, useRef } from 'react'
import type { MatrixCell, PlaceRef } from '#shared/compare/matrix'
import styles from './compare.module.css'
import { openEvidence } from './navigate'
import type { Words } from './words'

interface CandidatesProps {
  cell: MatrixCell
  place: PlaceRef | undefined
  words: Words
  /** It was left (`true`) or a sentence was opened from it. */
  onClose: (left: boolean) => void
}

/** The statements that could stand in a cell, the chosen one first, with why; a click opens the sentence. */
export function CandidatesPopover({ cell, place, words, onClose }: CandidatesProps) {
  const { t } = words
  const dialog = useRef<HTMLDialogElement>(null)
  const picked = useRef(false)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles.candidates}
      aria-label={t('compare.popover.details')}
      onClose={() => onClose(!picked.current)}
      onClick={(event) => {
        event.stopPropagation()
        if (event.target === event.currentTarget) dialog.current?.close()
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h3>
        {t('compare.popover.title', {
          place: place?.name ?? cell.place,
          year: cell.year || words.t('compare.latest.year'),
          indicator: words.indicator(cell.indicator),
        })}
      </h3>
      <ul>
        {cell.candidates.map((candidate) => {
          const { cell: found, origin, chosen, why } = candidate
          const parts = [
            found.subset,
            found.basis,
            found.period,
            found.measure && t(`compare.measure.${found.measure}`),
          ]
          return (
            <li key={`${origin.report} ${found.key}`}>
              <button
                type="button"
                className={chosen ? styles.chosen : undefined}
                onClick={() => {
                  picked.current = true
                  dialog.current?.close()
                  openEvidence(candidate)
                }}
              >
                <span className={styles.quantity}>
                  {t(`compare.comparator.${found.comparator}`)}
                  {origin.quantity}
                </span>
                <span>{parts.filter((part) => part !== '').join(' · ')}</span>
                <span className={styles.from}>
                  {t('compare.chart.source', {
                    year: origin.reportYear ?? '?',
                    kind: t(`compare.reportKind.${origin.reportKind}`),
                  })}
                  {' · '}
                  {t(`compare.status.${found.status}`)}
                </span>
                <span className={styles.why}>
                  {t(chosen ? 'compare.popover.why' : 'compare.popover.whyNot', { why: words.phrase(why) })}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </dialog>
  )
}
