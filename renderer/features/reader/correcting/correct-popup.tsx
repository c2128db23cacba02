import type { OpenReader } from '../active'
import { BesideText } from '../popups/beside-text'
import { CorrectForm } from './correct-form'
import { correctSpan, useCorrecting } from './correcting-store'
import './correcting.css'

/** The form beside the passage that is being corrected. */
export function CorrectPopup({ reader }: { reader: OpenReader }) {
  const span = useCorrecting(reader.id)
  if (!span) return null
  const close = (focus: boolean) => {
    correctSpan(reader, null)
    if (focus) reader.view.focus()
  }
  return (
    <BesideText key={`${span.start}:${span.end}`} view={reader.view} span={span} scope="reader" onLeave={close}>
      <CorrectForm reader={reader} span={span} onDone={() => close(true)} />
    </BesideText>
  )
}
