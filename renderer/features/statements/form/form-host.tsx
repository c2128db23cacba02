import { useRef } from 'react'
import type { ExtractedStatement } from '#shared/model/statement'
import { addStatement, editStatement } from '../../../storage'
import { BesideText, type OpenReader, showStatement, useActiveReader } from '../../reader'
import { type OpenForm, setForm, useReview } from '../review-state'
import { StatementForm } from './statement-form'

async function save(reader: OpenReader, form: OpenForm, statement: ExtractedStatement): Promise<void> {
  if (form.type === 'edit') {
    await editStatement(reader.session, form.statement.report, form.statement.key, statement)
    return
  }
  const added = await addStatement(reader.session, form.report, statement)
  showStatement({ report: added.report, key: added.origin ?? added.id })
}

/** The form beside the number that it is about. */
export function FormHost() {
  const reader = useActiveReader()
  const form = useReview((state) => state.form)
  if (!reader || !form) return null
  const { start } = form.type === 'edit' ? form.statement : form.draft
  return <Beside key={`${start}:${form.type}`} reader={reader} form={form} />
}

function Beside({ reader, form }: { reader: OpenReader; form: OpenForm }) {
  /** What had the focus before: the list, or the text. It gets it back, so that the same keys go on working. */
  const before = useRef(document.activeElement)
  const statement = form.type === 'edit' ? form.statement : form.draft
  const span = { start: statement.start, end: statement.start + statement.quantity.length }
  const close = (focus: boolean) => {
    setForm(null)
    if (!focus) return
    const back = before.current?.closest<HTMLElement>('.db-review-list')
    if (back) back.focus()
    else reader.view.focus()
  }
  return (
    <BesideText view={reader.view} span={span} scope="form" onLeave={close}>
      <StatementForm
        statement={statement}
        titleKey={`statements.form.${form.type}`}
        focus={form.focus}
        onSave={(changed) => {
          close(true)
          void save(reader, form, changed)
        }}
        onLeave={() => close(true)}
      />
    </BesideText>
  )
}
