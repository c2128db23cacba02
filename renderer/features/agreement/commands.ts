import { agreementCsv, agreementWorkbook } from '#shared/exchange/agreement-table'
import { languageOf, translate } from '#shared/locales/translate'
import type { Code } from '#shared/model/code'
import { message } from '#shared/model/identity'
import { preferences, request } from '../../bridge'
import { type Session, settleCoding } from '../../storage'
import { type Command, notify, openView } from '../../workbench'
import type { ListedDisagreement } from '../../workers/agreement/protocol'
import { attempt } from '../places'
import { codeLines, listedDisputes, type NamesOf } from './disputes'
import { agreementState, compute, disputeKey, settled } from './state'

/** What the view's keys are about. */
export interface Chosen {
  session: Session
  codes: readonly Code[]
  names: NamesOf
  /** The disagreements that are listed, and where the keyboard is among them. */
  disputes: readonly ListedDisagreement[]
  at: number
}

/** Opens the sentence of a disagreement; going back leads here. */
export function openDispute({ source, report, start, end }: ListedDisagreement, beside = false): void {
  openView({ type: 'reader', key: source, params: { report, start, end } }, { beside })
}

/** Settles the disagreement that the keyboard is on; the keyboard goes on to the next. */
export async function settleDispute({ session, names, disputes, at }: Chosen, word: 'code' | 'none'): Promise<void> {
  const { found } = agreementState.getState()
  const dispute = disputes[at]
  if (!dispute || !found) return
  const { report, code, start, end, pattern } = dispute
  const authors = found.choice.authors.filter((_, index) => pattern[index] === '0')
  const next = disputes[at + 1] ?? disputes[at - 1]
  const disputed = { report, code, start, end, name: names.path(code) }
  const done = await attempt(settleCoding(session, disputed, word, authors).then(() => true))
  if (done === null) return
  settled(disputeKey(dispute), next ? disputeKey(next) : null)
}

/** Saves figures and disagreements as a file. */
export async function exportAgreement({ codes, names }: Chosen, type: 'csv' | 'xlsx'): Promise<void> {
  const { found } = agreementState.getState()
  if (!found) return
  const language = languageOf(preferences().system.language)
  const { authors } = found.choice
  const tables = {
    authors: authors.map(names.author),
    codes: codeLines(found.answer, codes, names, translate(language, 'agreement.overall')),
    disputes: listedDisputes(found.answer.disagreements, authors, names),
  }
  const write = async () => (type === 'csv' ? agreementCsv(tables, language) : agreementWorkbook(tables, language))
  const bytes = await attempt(write())
  if (!bytes) return
  const name = `${translate(language, 'agreement.export.file')}.${type}`
  const answer = await request('export:save', { name, type, bytes })
  if (!answer.ok) notify('error', answer.error)
  else if (answer.value.saved !== null)
    notify('success', message('agreement.export.done', { name: answer.value.saved }))
}

/** Everything that the view can do by keys. */
export function agreementCommands(chosen: Chosen): Command[] {
  const { session, disputes, at } = chosen
  const dispute = disputes[at]
  const command = (id: string, keys: readonly string[], run: Command['run'], enabled = true): Command => ({
    id: `agreement.${id}`,
    titleKey: `agreement.command.${id}`,
    keys,
    scope: 'agreement',
    enabled: () => enabled,
    run,
  })
  const has = dispute !== undefined
  return [
    command('compute', ['r'], () => compute(session.project.id)),
    command('open', ['Enter'], () => dispute && openDispute(dispute), has),
    command('openBeside', ['Mod+Enter'], () => dispute && openDispute(dispute, true), has),
    command('code', ['a'], () => settleDispute(chosen, 'code'), has),
    command('none', ['d'], () => settleDispute(chosen, 'none'), has),
    command('csv', ['e'], () => exportAgreement(chosen, 'csv')),
    command('xlsx', ['Shift+E'], () => exportAgreement(chosen, 'xlsx')),
  ]
}
