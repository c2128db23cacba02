import { Button } from 'antd'
import { ArrowRight, Trash2 } from 'lucide-react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { type MemoAbout, type MemoRow, type MemoSubject, memoAbout, useLive } from '../../storage'
import { displayKeys, runCommand } from '../../workbench'
import { LinkedText, MemoField } from '../memo-editor'
import { useAbout } from './memo-list'
import styles from './memos.module.css'

interface MemoPageProps {
  ref: Ref<HTMLElement>
  subject: MemoSubject
  rows: readonly MemoRow[]
  onSelect: (row: MemoRow) => void
}

/** The memo of one subject: what it is about, its words, and what links to it. */
export function MemoPage({ ref, subject, rows, onSelect }: MemoPageProps) {
  const { t, i18n } = useTranslation()
  const words = useAbout()
  const { type, id } = subject
  const about = useLive<MemoAbout>((db) => memoAbout(db, { type, id }), [type, id])
  const row = rows.find(({ key }) => key === `${type}:${id}`)
  if (!about) return <section ref={ref} className={styles.page} aria-busy="true" />
  const name = words({ ...about, subject })
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <section ref={ref} className={styles.page} aria-label={t(`memos.of.${type}`)}>
      <header className={styles.pageHead}>
        <span className={styles.kind} data-kind={type}>
          {t(`memos.kind.${type}`)}
        </span>
        <h2 className={styles.heading}>{type === 'annotation' && !about.gone ? `「${name}」` : name}</h2>
      </header>
      <p className={styles.quiet}>
        {[
          type === 'annotation' ? [about.place, about.year].filter(Boolean).join(' ') : '',
          row?.author,
          row && time.format(new Date(row.updatedAt)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {!(about.gone && type === 'annotation') && <MemoField subject={subject} label={name} rows={10} />}
      <p className={styles.buttons}>
        {about.thing && (
          <Button
            size="small"
            icon={<ArrowRight size={14} aria-hidden />}
            title="Enter"
            onClick={() => runCommand('memos.open')}
          >
            {t('memos.command.open')}
          </Button>
        )}
        {row && (
          <Button
            size="small"
            danger
            icon={<Trash2 size={14} aria-hidden />}
            title={displayKeys('Delete')}
            onClick={() => runCommand('memos.remove')}
          >
            {t('memos.command.remove')}
          </Button>
        )}
      </p>
      {row && row.backlinks.length > 0 && <Backlinks row={row} rows={rows} onSelect={onSelect} />}
    </section>
  )
}

/** The memos that link to this one or to what it is about. */
function Backlinks({ row, rows, onSelect }: Pick<MemoPageProps, 'rows' | 'onSelect'> & { row: MemoRow }) {
  const { t } = useTranslation()
  const about = useAbout()
  const linking = row.backlinks.flatMap((key) => rows.find((other) => other.key === key) ?? [])
  return (
    <section aria-label={t('memos.backlinks')}>
      <h3 className={styles.subheading}>
        {t('memos.backlinks')} <small className="db-figures">{linking.length}</small>
      </h3>
      <ul className={styles.backlinks}>
        {linking.map((other) => (
          <li key={other.key}>
            <button type="button" className={styles.backlink} onClick={() => onSelect(other)}>
              {t(`memos.kind.${other.subject.type}`)} · {about(other)}
            </button>
            <p className={`${styles.quoted} db-selectable`}>
              <LinkedText text={other.text} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
