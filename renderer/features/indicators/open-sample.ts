import { message } from '#shared/model/identity'
import { reviewStatements, type Session } from '../../storage'
import { notify, openView } from '../../workbench'

/** Opens the sentence of a statement; going back leads to the list. */
export async function openSample(session: Session, { report, key }: { report: string; key: string }): Promise<void> {
  const found = (await reviewStatements(session.db, report)).find((statement) => statement.key === key)
  if (!found) {
    notify('info', message('indicatorTable.unmatched.gone'))
    return
  }
  const { source, start, quantity } = found
  openView({
    type: 'reader',
    key: source,
    params: { report, start, end: start + quantity.length, statement: key },
  })
}
