import { useRef } from 'react'
import type { Span } from '#shared/model/anchor'
import { addMatter, addStatement, editMatter, editStatement } from '../../../storage'
import { BesideText, markOf, type OpenReader, showMatter, showStatement, useActiveReader } from '../../reader'
import { type OpenForm, setForm, useReview } from '../review-state'
import { MatterForm } from './matter-form'
import { StatementForm } from './statement-form'

/** The words that a form stands beside. */
function spanOf({ bundle }: OpenReader, form: OpenForm): Span {
  if (form.type === 'editMatter') return markOf(bundle.text.text, form.matter)
  if (form.type === 'addMatter') return markOf(bundle.text.text, { content: form.draft })
  const { start, quantity } = form.type === 'edit' ? form.statement : form.draft
  return { start, end: start + quantity.length }
}

/** The form beside the words that it is about. */
export function FormHost() {
  const reader = useActiveReader()
  const form = useReview((state) => state.form)
  if (!reader || !form) return null
  return <Beside key={`${spanOf(reader, form).start}:${form.type}`} reader={reader} form={form} />
}

function Beside({ reader, form }: { reader: OpenReader; form: OpenForm }) {
  /** What had the focus before: the list, or the text. It gets it back, so that the same keys go on working. */
  const before = useRef(document.activeElement)
  const close = (focus: boolean) => {
    setForm(null)
    if (!focus) return
    const back = before.current?.closest<HTMLElement>('.db-review-list')
    if (back) back.focus()
    else reader.view.focus()
  }
  return (
    <BesideText view={reader.view} span={spanOf(reader, form)} scope="form" onLeave={close}>
      <Form reader={reader} form={form} onDone={() => close(true)} />
    </BesideText>
  )
}

function Form({ reader, form, onDone }: { reader: OpenReader; form: OpenForm; onDone: () => void }) {
  const { session, bundle, matters } = reader
  if (form.type === 'edit' || form.type === 'add') {
    const statement = form.type === 'edit' ? form.statement : form.draft
    return (
      <StatementForm
        statement={statement}
        titleKey={`statements.form.${form.type}`}
        focus={form.focus}
        onSave={async (changed) => {
          onDone()
          if (form.type === 'edit') {
            await editStatement(session, form.statement.report, form.statement.key, changed)
            return
          }
          const added = await addStatement(session, form.report, changed)
          showStatement({ report: added.report, key: added.origin ?? added.id })
        }}
        onLeave={onDone}
      />
    )
  }
  const isNew = form.type === 'addMatter'
  const report = isNew ? form.report : form.matter.report
  return (
    <MatterForm
      matter={isNew ? form.draft : form.matter.content}
      text={bundle.text.text}
      lists={matters.filter((one) => one.report === report && one.content.type === 'list')}
      titleKey={`matters.review.form.${isNew ? 'add' : 'edit'}`}
      focus={form.focus}
      onSave={async (changed) => {
        onDone()
        if (!isNew) {
          await editMatter(session, report, form.matter.key, changed)
          return
        }
        const added = await addMatter(session, report, changed)
        showMatter({ report, key: added.origin ?? added.id })
      }}
      onLeave={onDone}
    />
  )
}
