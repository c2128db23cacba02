import type { ExtractedStatement } from '#shared/model/statement'
import { addStatement, editStatement } from '../../../storage'
import { BesideText, type OpenReader, showStatement, useActiveReader } from '../../reader'
import { type OpenForm, setForm, useReview } from '../review-state'
import { StatementForm } from './statement-form'

async function save(reader: OpenReader, form: OpenForm, statement: ExtractedStatement): Promise<void> {
  setForm(null)
  reader.view.focus()
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
  const statement = form.type === 'edit' ? form.statement : form.draft
  const span = { start: statement.start, end: statement.start + statement.quantity.length }
  const leave = (focus: boolean) => {
    setForm(null)
    if (focus) reader.view.focus()
  }
  return (
    <BesideText key={`${statement.start}:${form.type}`} view={reader.view} span={span} scope="form" onLeave={leave}>
      <StatementForm
        statement={statement}
        titleKey={`statements.form.${form.type}`}
        focus={form.focus}
        onSave={(changed) => void save(reader, form, changed)}
        onLeave={() => leave(true)}
      />
    </BesideText>
  )
}
