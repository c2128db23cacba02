import { Bookmark, Highlighter, ListChecks, ListTodo, type LucideIcon, PenLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsOfMatter } from '#shared/matters/words'
import { formatQuantity } from '#shared/statements/format'
import type { ReviewMatter } from '../../../storage'
import { type Lying, lyingKey } from './lying'
import './here.css'

/** So much of a memo is shown. */
const MEMO = 160

const ICONS: Record<Lying['type'], LucideIcon> = {
  annotation: Highlighter,
  statement: ListChecks,
  matter: ListTodo,
  correction: PenLine,
  bookmark: Bookmark,
}

/** What lies at a place, a line each. */
export function LyingList({ items, current = -1 }: { items: readonly Lying[]; current?: number }) {
  const { t } = useTranslation()
  return (
    <ul className="db-lying" aria-label={t('reader.here.label')}>
      {items.map((item, i) => {
        const Icon = ICONS[item.type]
        return (
          <li key={lyingKey(item)} aria-current={i === current ? 'true' : undefined}>
            <Icon size={14} strokeWidth={1.75} aria-label={t(`reader.here.${item.type}`)} />
            <div>
              <Line item={item} />
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function Line({ item }: { item: Lying }): ReactNode {
  const { t } = useTranslation()
  if (item.type === 'annotation') return <AnnotationLine item={item} />
  if (item.type === 'statement') {
    const { statement } = item
    return (
      <>
        {statement.indicator} <b className="db-figures">{formatQuantity(statement)}</b>
        <small className={`db-lying-${statement.role}`}>{t(`statements.role.${statement.role}`)}</small>
        <small>{t(`statements.status.${statement.status}`)}</small>
      </>
    )
  }
  if (item.type === 'matter') return <MatterLine matter={item.matter} />
  if (item.type === 'correction') {
    const { original, replacement } = item.change
    return (
      <>
        {t('reader.here.corrected', { original: original || '∅', replacement: replacement || '∅' })}
        {item.by && <small>{item.by}</small>}
      </>
    )
  }
  return item.bookmark.name || item.bookmark.anchor.quote
}

function MatterLine({ matter: { content, status } }: { matter: ReviewMatter }) {
  const { t } = useTranslation()
  const { name, aspect, says } = wordsOfMatter(content)
  const said = says.map((piece) => (typeof piece === 'string' ? piece : t(piece.key, piece.params))).join(' ')
  return (
    <>
      {[name, aspect].filter(Boolean).join(' · ')} <b className="db-figures">{said}</b>
      <small className={`db-lying-${content.role}`}>{t(`matters.review.one.${content.type}`)}</small>
      <small>{t(`statements.status.${status}`)}</small>
    </>
  )
}

function AnnotationLine({ item }: { item: Extract<Lying, { type: 'annotation' }> }) {
  const { t } = useTranslation()
  const { codes, memo, author } = item
  return (
    <>
      {codes.length === 0 && <span>{t('reader.margin.plain')}</span>}
      {codes.map(({ id, name, color }) => (
        <span key={id} className="db-lying-code">
          <i className="db-swatch" style={{ backgroundColor: color }} />
          {name}
        </span>
      ))}
      {author !== '' && <small>{author}</small>}
      {memo !== '' && <p>{memo.length > MEMO ? `${memo.slice(0, MEMO)}…` : memo}</p>}
    </>
  )
}
