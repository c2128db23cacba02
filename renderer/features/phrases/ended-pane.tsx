import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Span } from '#shared/model/anchor'
import { type EndedUse, endedUses } from '#shared/search/tracking/ended'
import type { MarkedSentence } from '../../workers/phrases/protocol'
import { HitGrid } from './hit-grid'
import { openHit } from './open-hit'
import type { PaneProps } from './overview-pane'
import styles from './phrases.module.css'
import { type Tracker, usePhrases } from './tracker'
import { usePhrasesAnswer } from './use-answer'

/** Words in pieces: what both sentences have, and what was changed. */
function piecesOf(words: string, common: readonly Span[]): { text: string; isCommon: boolean; start: number }[] {
  const pieces: { text: string; isCommon: boolean; start: number }[] = []
  let at = 0
  const add = (end: number, isCommon: boolean): void => {
    if (end > at) pieces.push({ text: words.slice(at, end), isCommon, start: at })
    at = Math.max(at, end)
  }
  for (const { start, end } of common) {
    add(start, false)
    add(end, true)
  }
  add(words.length, false)
  return pieces
}

interface SentenceProps {
  sentence: MarkedSentence
  place: Pick<EndedUse['last'], 'source' | 'report'>
  head: string
  tracker: Tracker
}

function Sentence({ sentence, place, head, tracker }: SentenceProps) {
  const { t } = useTranslation()
  const { words, common, start, end } = sentence
  return (
    <figure className={styles.sentence}>
      <figcaption>
        {head}
        <Button size="small" onClick={() => openHit(tracker, { ...place, start, end }, 'ended')}>
          {t('phrases.ended.open')}
        </Button>
      </figcaption>
      <blockquote>
        {piecesOf(words, common).map(({ text, isCommon, start: at }) =>
          isCommon || common.length === 0 ? <span key={at}>{text}</span> : <mark key={at}>{text}</mark>,
        )}
      </blockquote>
    </figure>
  )
}

function Pair({ ended, terms, tracker }: { ended: EndedUse; terms: readonly string[]; tracker: Tracker }) {
  const { t } = useTranslation()
  const { place, last, next, silent, began } = ended
  const question = useMemo(
    () => ({ ask: 'replaced' as const, last: { report: last.report, start: last.start }, next: next.report }),
    [last, next],
  )
  const { answer, isAsking, failed } = usePhrasesAnswer<'replaced'>(question)
  return (
    <section className={styles.pair} aria-label={t('phrases.ended.pair', { place: place.name })}>
      <p className={styles.note}>
        {t('phrases.ended.silent', { years: silent.join('、') })}
        {began.length > 0 && (
          <>
            {' '}
            {t('phrases.ended.began', {
              year: next.year,
              terms: began.map((at) => terms[at] ?? '').join('、'),
            })}
          </>
        )}
      </p>
      {isAsking && <p role="status">{t('phrases.ended.asking')}</p>}
      {failed && <p role="alert">{t(failed.key, failed.params)}</p>}
      {answer && (
        <Sentence
          sentence={answer.before}
          place={last}
          head={t('phrases.ended.before', { year: last.year })}
          tracker={tracker}
        />
      )}
      {answer?.after && (
        <Sentence
          sentence={answer.after}
          place={next}
          head={t('phrases.ended.after', { year: next.year, likeness: Math.round(answer.likeness * 100) })}
          tracker={tracker}
        />
      )}
      {answer && !answer.after && <p>{t('phrases.ended.nothingLike', { year: next.year })}</p>}
    </section>
  )
}

/** 何者替代: places that no longer use a wording, and what stands there instead; the reader judges. */
export function EndedPane({ tracker, tracked, use, term, visible }: PaneProps) {
  const { t } = useTranslation()
  const row = usePhrases(tracker, ({ cursors }) => cursors.ended?.row) ?? 0
  const ended = useMemo(() => endedUses(use, term, tracked.terms.length), [use, term, tracked])
  const names = useMemo(() => tracked.terms.map(({ name }) => name), [tracked])
  const rows = useMemo(
    () =>
      ended.map(({ place, last, next, began }) => ({
        key: place.code,
        name: place.name,
        cells: [
          { text: String(last.year), hit: last },
          { text: String(next.year) },
          { text: began.map((at) => names[at] ?? '').join('、') || '–' },
        ],
      })),
    [ended, names],
  )
  const chosen = ended[Math.min(row, ended.length - 1)]
  if (!chosen) return <p className={styles.nothing}>{t('phrases.ended.none')}</p>
  const heads = ['place', 'last', 'silentSince', 'began'].map((head) => t(`phrases.column.${head}`))
  return (
    <div className={styles.split}>
      <HitGrid
        name="ended"
        label={t('phrases.tab.ended')}
        heads={heads}
        widths="minmax(110px, 1fr) 88px 110px minmax(160px, 2fr)"
        rows={rows}
        tracker={tracker}
        visible={visible}
      />
      <Pair key={`${chosen.place.code} ${term}`} ended={chosen} terms={names} tracker={tracker} />
    </div>
  )
}
