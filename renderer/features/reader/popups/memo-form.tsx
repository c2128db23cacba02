import { Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { makeAnchor } from '#shared/text/anchor'
import { addAnnotation, saveMemo } from '../../../storage'
import { draftKeyOf, MemoBox } from '../../memo-editor'
import type { OpenReader, Popup } from '../active'
import { writeMemo } from '../coding'
import { reportAt } from '../selection'

type MemoPopup = Extract<Popup, { type: 'memo' }>

interface Props {
  reader: OpenReader
  popup: MemoPopup
  onDone: () => void
}

/** Names the draft of a popup's memo. */
function keyOf({ session, hash }: OpenReader, { span, annotation }: MemoPopup): string {
  const project = session.project.id
  if (annotation !== null) return draftKeyOf(project, { type: 'annotation', id: annotation })
  return `${project}.passage:${hash}:${span?.start}-${span?.end}`
}

/** Marks a passage with a memo and leaves the caret where the user has put it meanwhile. */
async function markWithMemo(reader: OpenReader, { span }: MemoPopup, memo: string): Promise<void> {
  if (!span || memo.trim() === '') return
  const { session, hash, bundle } = reader
  await addAnnotation(session, {
    source: hash,
    reading: bundle.reading.id,
    report: reportAt(reader, span),
    anchor: makeAnchor(bundle.text.text, span.start, span.end),
    codes: [],
    memo,
  })
}

/** Writes the memo of an annotation or a passage; Ctrl+Enter and leaving it save, only the button throws it away. */
export function MemoForm({ reader, popup, onDone }: Props) {
  const { t } = useTranslation()
  /** True while it is saved by its own key or button: the caret then goes on behind the passage. */
  const byHand = useRef(false)
  const stored = reader.annotations.find(({ id }) => id === popup.annotation)?.memo ?? ''
  const save = (memo: string) => {
    if (popup.annotation !== null) return saveMemo(reader.session, { type: 'annotation', id: popup.annotation }, memo)
    return byHand.current ? writeMemo(reader, popup, memo) : markWithMemo(reader, popup, memo)
  }
  return (
    <div className="db-memo">
      <MemoBox
        writing
        // A passage is marked once: its memo is written when it is whole.
        pauses={popup.annotation !== null}
        draftKey={keyOf(reader, popup)}
        label={t('reader.memo.label')}
        placeholder={t('memos.placeholder')}
        stored={stored}
        save={save}
        onSave={() => {
          byHand.current = true
        }}
        onDone={onDone}
        tools={(box) => (
          <>
            <Button
              size="small"
              onClick={() => {
                box.discard()
                onDone()
              }}
            >
              {t('reader.memo.leave')}
            </Button>
            <Button size="small" type="primary" title="Ctrl+Enter" onClick={box.done}>
              {t('reader.memo.save')}
            </Button>
          </>
        )}
      />
    </div>
  )
}
