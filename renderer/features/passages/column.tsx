import { X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PassageSentence, PassageSubject } from '#shared/compare/passages'
import type { Span } from '#shared/model/anchor'
import type { ReviewStatement } from '../../storage'
import { IconButton } from '../../ui/icon-button'
import { openView } from '../../workbench'
import { shortTitle } from '../reader'
import { type PassageReport, passagesIn } from './choices'
import styles from './passages.module.css'
import { type PassagesStore, usePassages } from './state'

/** The pieces of a sentence: quantities in the colour of their role, and what stands between. */
function pieces({ words, quantities }: PassageSentence) {
  const found: { key: number; text: string; role: 'actual' | 'target' | null }[] = []
  let at = 0
  for (const { start, end, role } of quantities) {
    if (start > at) found.push({ key: at, text: words.slice(at, start), role: null })
    found.push({ key: start, text: words.slice(start, end), role })
    at = end
  }
  if (at < words.length) found.push({ key: at, text: words.slice(at), role: null })
  return found
}

interface SentenceProps {
  sentence: PassageSentence
  current: boolean
  onFocus: () => void
  onOpen: () => void
}

function Sentence({ sentence, current, onFocus, onOpen }: SentenceProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button breaks no line inside, a sentence has to
    <span
      role="button"
      data-start={sentence.start}
      tabIndex={current ? 0 : -1}
      className={sentence.marked ? styles.marked : styles.sentence}
      onFocus={onFocus}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        onOpen()
      }}
    >
      {pieces(sentence).map(({ key, text, role }) =>
        role === null ? (
          text
        ) : (
          <span key={key} className={role === 'target' ? styles.targetWords : styles.resultWords}>
            {text}
          </span>
        ),
      )}
    </span>
  )
}

interface ColumnProps {
  column: PassageReport
  subject: PassageSubject
  store: PassagesStore
  visible: boolean
  indicatorName: (statement: ReviewStatement) => string
  onScroll: (element: HTMLElement, report: string) => void
  onLead: (report: string) => void
}

/** One report: its statements, and below them what it says. */
export function Column({ column, subject, store, visible, indicatorName, onScroll, onLead }: ColumnProps) {
  const { t } = useTranslation()
  const { report, bundle } = column
  const body = useRef<HTMLDivElement>(null)
  const at = usePassages(store, (state) => state.at[report.id])
  const found = useMemo(() => passagesIn(column, subject), [column, subject])
  const sentences = found.passages.flatMap(({ paragraphs }) => paragraphs.flat())
  const current = sentences.find(({ start }) => start === at) ?? sentences.find(({ marked }) => marked) ?? sentences[0]
  const name = shortTitle(report, bundle.source)
  const text = `${subject.type}:${subject.id}`

  // Comes back to the line that was left; another subject begins at its first marked sentence.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject is another text
  useEffect(() => {
    const element = body.current
    if (!element || !visible) return
    const { tops, left, at: places } = store.getState()
    const frame = requestAnimationFrame(() => {
      const firstMark = element.querySelector<HTMLElement>(`.${styles.marked}`)
      element.scrollTop = tops[report.id] ?? Math.max(0, (firstMark?.offsetTop ?? 0) - element.clientHeight / 3)
      if (left !== report.id) return
      store.setState({ left: null })
      element.querySelector<HTMLElement>(`[data-start="${places[report.id]}"]`)?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [store, report.id, text, visible])

  const note = (start: number): void => store.setState((state) => ({ at: { ...state.at, [report.id]: start } }))
  const open = ({ start, end }: Span, statement?: string): void => {
    store.setState((state) => ({ left: report.id, at: { ...state.at, [report.id]: start } }))
    const params = { report: report.id, start, end, ...(statement === undefined ? {} : { statement }) }
    openView({ type: 'reader', key: report.source, params })
  }
  const keys = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || !current || event.altKey || event.ctrlKey) return
    event.preventDefault()
    const next = sentences[Math.max(0, Math.min(sentences.length - 1, sentences.indexOf(current) + step))]
    if (!next) return
    note(next.start)
    body.current?.querySelector<HTMLElement>(`[data-start="${next.start}"]`)?.focus()
  }
  return (
    <section
      className={styles.column}
      aria-label={name}
      data-report={report.id}
      onPointerEnter={() => onLead(report.id)}
      onFocusCapture={() => onLead(report.id)}
    >
      <header className={styles.head}>
        <button
          type="button"
          className={`${styles.name} db-figures`}
          title={report.title}
          onClick={() => open({ start: report.start, end: report.start })}
        >
          {name}
        </button>
        {report.kind !== 'full' && <span className={styles.kind}>{t(`reader.kind.${report.kind}`)}</span>}
        <span className={styles.count}>{t('passages.statements', { count: found.statements.length })}</span>
        <IconButton
          icon={X}
          label={t('passages.remove', { name })}
          onClick={() => store.setState((state) => ({ reports: state.reports.filter((id) => id !== report.id) }))}
        />
      </header>
      {found.statements.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        <ul className={styles.chips} aria-label={t('passages.statementsOf', { name })} tabIndex={0}>
          {found.statements.map((statement) => (
            <li key={statement.key}>
              <button
                type="button"
                className={statement.role === 'target' ? styles.target : styles.result}
                title={`${t(`compare.role.${statement.role}`)} · ${indicatorName(statement)} · ${statement.year}`}
                onClick={() =>
                  open({ start: statement.start, end: statement.start + statement.quantity.length }, statement.key)
                }
              >
                <span>{indicatorName(statement)}</span> <b className="db-figures">{statement.quantity}</b>
                {statement.year !== '' && <small className="db-figures"> {statement.year}</small>}
              </button>
            </li>
          ))}
        </ul>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: takes the arrow keys of the sentences in it */}
      <div
        className={styles.text}
        ref={body}
        onScroll={({ currentTarget }) => onScroll(currentTarget, report.id)}
        onKeyDown={keys}
      >
        {found.passages.map(({ title, paragraphs }) => (
          <article key={`${title} ${paragraphs[0]?.[0]?.start ?? 0}`}>
            {title !== '' && <h4>{title}</h4>}
            {paragraphs.map((paragraph) => (
              <p key={paragraph[0]?.start ?? 0}>
                {paragraph.map((sentence) => (
                  <Sentence
                    key={sentence.start}
                    sentence={sentence}
                    current={sentence === current}
                    onFocus={() => note(sentence.start)}
                    onOpen={() => open(sentence)}
                  />
                ))}
              </p>
            ))}
          </article>
        ))}
        {found.passages.length === 0 && (
          <p className={styles.silent}>{t(report.kind === 'full' ? 'passages.silent' : 'passages.notWhole')}</p>
        )}
      </div>
    </section>
  )
}
