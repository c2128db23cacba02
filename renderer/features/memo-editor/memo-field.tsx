import { useTranslation } from 'react-i18next'
import { type MemoSubject, memoOf, saveMemo, useLive, useSession } from '../../storage'
import { MemoBox } from './memo-box'

interface MemoFieldProps {
  subject: MemoSubject
  /** What the memo is about, for screen readers; its kind when left out. */
  label?: string
  rows?: number
}

/** Names the draft of a subject's memo. */
export const draftKeyOf = (project: string, { type, id }: MemoSubject): string => `${project}.${type}:${id}`

/** The memo of a report, a code, an annotation or the project: to read, to write; saved by itself. */
export function MemoField({ subject, label, rows }: MemoFieldProps) {
  const { t } = useTranslation()
  const session = useSession()
  const { type, id } = subject
  // Another subject's memo must not show for a moment: it would be written over this one's.
  const stored = useLive(async (db) => ({ id, text: await memoOf(db, { type, id }) }), [type, id])
  if (stored?.id !== id) return null
  return (
    <MemoBox
      key={`${type}:${id}`}
      draftKey={draftKeyOf(session.project.id, subject)}
      label={label ?? t(`memos.of.${type}`)}
      placeholder={t('memos.placeholder')}
      stored={stored.text}
      save={(text) => saveMemo(session, subject, text)}
      {...(rows === undefined ? {} : { rows })}
    />
  )
}
