import { useEffect } from 'react'
import { message } from '#shared/model/identity'
import { type MemoSubject, reasonOf, type Session, saveMemo, useSession } from '../../storage'
import { notify } from '../../workbench'
import { draftKeyOf, draftOf, draftsLeft, forgetDraft } from '../memo-editor'
import { subjectIn } from './subject'

/** A draft that was typed at this long ago is at nobody's hands: a pause saves it far sooner. In milliseconds. */
const LEFT = 60_000

/** Saves what a window that ended in the middle of a memo has left as a draft. */
async function saveLeft(session: Session): Promise<void> {
  const begin = draftKeyOf(session.project.id, { type: 'project', id: '' }).replace(/project:$/, '')
  for (const key of draftsLeft(begin, Date.now() - LEFT)) {
    const draft = draftOf(key)
    if (!draft) continue
    const subject: MemoSubject | null = subjectIn({ subject: key.slice(begin.length) }, [], session.project.id)
    try {
      if (subject) await saveMemo(session, subject, draft.text)
      // A memo for a passage that is not marked: there is nothing to write it to, but it is not lost.
      else notify('warning', message('memos.left'), draft.text)
    } catch (error) {
      notify('error', reasonOf(error, 'project.write.failed'), draft.text)
    }
    forgetDraft(key, draft.text)
  }
}

/** Looks after drafts that were left, once and again when a window that ended just now would have saved its own. */
export function DraftKeeper() {
  const session = useSession()
  useEffect(() => {
    void saveLeft(session)
    const timer = setTimeout(() => void saveLeft(session), LEFT)
    return () => clearTimeout(timer)
  }, [session])
  return null
}
