import { BookOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AuditFigure } from '#shared/compare/audit/audit-types'
import type { QuotedFinding } from '../../workers/audit/client'
import styles from './audit.module.css'
import { openFigure } from './visit'

interface Sentence {
  /** The figures that stand in it, with their places in the list of all. */
  figures: { figure: AuditFigure; index: number }[]
  text: string
}

/** Each sentence once, with the figures in it. */
function sentencesOf({ figures, quotes }: QuotedFinding): Sentence[] {
  const sentences = new Map<string, Sentence>()
  figures.forEach((figure, index) => {
    const { report, start } = figure.sentence
    const name = `${report} ${start}`
    const known = sentences.get(name) ?? { figures: [], text: quotes[index] ?? '' }
    known.figures.push({ figure, index })
    sentences.set(name, known)
  })
  return [...sentences.values()]
}

/** A sentence with its figures marked. */
function Quote({ figures, text }: Sentence) {
  const parts: { text: string; marked: boolean; at: number }[] = []
  let done = 0
  const from = figures[0]?.figure.sentence.start ?? 0
  for (const { figure } of figures.toSorted((a, b) => a.figure.span.start - b.figure.span.start)) {
    const start = figure.span.start - from
    if (start < done) continue
    parts.push({ text: text.slice(done, start), marked: false, at: done })
    done = start + figure.quantity.length
    parts.push({ text: text.slice(start, done), marked: true, at: start })
  }
  parts.push({ text: text.slice(done), marked: false, at: done })
  return <span>{parts.map((part) => (part.marked ? <mark key={part.at}>{part.text}</mark> : part.text))}</span>
}

/** The sentences that a finding rests on; each opens in the reader. */
export function Evidence({ finding }: { finding: QuotedFinding }) {
  const { t } = useTranslation()
  return (
    <ul className={styles.sentences} aria-label={t('auditView.sentences')}>
      {sentencesOf(finding).map((sentence) => {
        const first = sentence.figures[0]
        if (!first) return null
        const { reportYear } = first.figure
        return (
          <li key={first.index}>
            <button type="button" className={styles.sentence} onClick={() => openFigure(finding, first.index)}>
              <span className={`${styles.where} db-figures`}>
                {finding.place?.short}{' '}
                {reportYear === null ? t('auditView.noYear') : t('auditView.report', { year: reportYear })}
                <BookOpen size={13} aria-hidden />
              </span>
              <Quote {...sentence} />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
