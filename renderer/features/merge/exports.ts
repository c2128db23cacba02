import { csvBytes } from '#shared/exchange/csv'
import { conflictRows, decisionRows, type Names, type Say } from '#shared/exchange/merge/describe'
import { message } from '#shared/model/identity'
import { request } from '../../bridge'
import { notify } from '../../workbench'
import { mergeState } from './state'

async function save(name: string, rows: readonly string[][]): Promise<void> {
  const answer = await request('export:save', { name: `${name}.csv`, type: 'csv', bytes: csvBytes(rows) })
  if (!answer.ok) notify('error', answer.error)
  else if (answer.value.saved !== null)
    notify('success', message('merge.export.done', { name: answer.value.saved, count: rows.length - 1 }))
}

/** Saves the conflicts with both sides' words, and how they are settled. */
export async function exportConflicts(names: Names, say: Say): Promise<void> {
  const { prepared, settled } = mergeState.getState()
  if (!prepared) return
  await save(say('merge.export.conflictsFile'), conflictRows(prepared.plan.conflicts, settled, names, say))
}

/** Saves who decided each number and matter, and whose word stands. */
export async function exportDecisions(say: Say): Promise<void> {
  const { prepared } = mergeState.getState()
  if (prepared) await save(say('merge.export.decisionsFile'), decisionRows(prepared.plan.decisions, say))
}
