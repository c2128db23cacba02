import type { ReactNode } from 'react'
import type { Span } from '#shared/model/anchor'
import type { Annotation } from '#shared/model/annotation'
import { type OpenReader, type Popup, showPopup, useReaders } from '../active'
import { HereCard } from '../here/here-card'
import { useAnnotations } from '../use-annotations'
import { AnnotationCard } from './annotation-card'
import { BesideText } from './beside-text'
import { CodePicker } from './code-picker'
import { MemoForm } from './memo-form'

/** What a popup is about, as a span of the text. */
function subjectSpan(reader: OpenReader, annotations: readonly Annotation[], popup: Popup): Span {
  if (popup.type === 'here') return { start: popup.offset, end: popup.offset }
  if (popup.type !== 'card' && popup.span) return popup.span
  const annotation = annotations.find(({ id }) => id === popup.annotation)
  const caret = reader.view.state.selection.main.head
  return annotation?.anchor ?? { start: caret, end: caret }
}

const close = (reader: OpenReader) => {
  showPopup(null)
  reader.view.focus()
}

function content(reader: OpenReader, popup: Popup): ReactNode {
  const done = () => close(reader)
  if (popup.type === 'picker') return <CodePicker reader={reader} popup={popup} onDone={done} />
  if (popup.type === 'memo') return <MemoForm reader={reader} popup={popup} onDone={done} />
  if (popup.type === 'here') return <HereCard reader={reader} offset={popup.offset} at={popup.at} />
  return <AnnotationCard reader={reader} annotation={popup.annotation} />
}

/** The popup of the reader in front, beside its passage; it follows the text while that is scrolled. */
export function PopupHost({ reader }: { reader: OpenReader }) {
  const popup = useReaders((state) => (state.active === reader.id ? state.popup : null))
  const annotations = useAnnotations(reader)
  if (!popup) return null
  return (
    <BesideText
      key={popup.type === 'here' ? `here:${popup.offset}` : `${popup.type}:${popup.annotation}`}
      view={reader.view}
      span={subjectSpan(reader, annotations, popup)}
      scope="reader"
      onLeave={(focus) => (focus ? close(reader) : showPopup(null))}
    >
      {content(reader, popup)}
    </BesideText>
  )
}
