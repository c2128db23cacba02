import { message } from '#shared/model/identity'
import type { Rule } from '#shared/model/rule'
import { type Autocoded, reasonOf, type Session } from '../../storage'
import { notify, openView } from '../../workbench'
import type { ScanHit } from '../../workers/scan/protocol'
import { currentDictionary } from '../indicators'
import { activeReader, selectedSpan } from '../reader'
import { type AutocodeController, autocodeOf } from './controller'
import { LONGEST_PATTERN, nameOfQuery } from './query'
import { currentReport } from './use-autocode'

/** Opens the view. */
export const openAutocode = (): void => openView({ type: 'autocode', key: '', params: {} })

/** Shows a hit's passage in the reader; going back leads to the hit again. */
export function openPassage({ source, report, mark }: ScanHit, beside = false): void {
  openView({ type: 'reader', key: source, params: { report, start: mark.start, end: mark.end } }, { beside })
}

/** Shows the passage that the keyboard is on; of the head of a group, its first one. */
export function openCurrent(controller: AutocodeController, beside: boolean): void {
  const { lines, cursor, hits } = controller.store.getState()
  const line = lines.at(cursor)
  if (!line) return
  const hit = hits.at(line.type === 'hit' ? line.place : line.group.from)
  if (hit) openPassage(hit, beside)
}

/** Looks everywhere for what is selected in the reader in front. */
export async function findSelection(): Promise<void> {
  const reader = activeReader()
  const span = reader && selectedSpan(reader)
  if (!reader || !span) return
  const words = reader.bundle.text.text.slice(span.start, Math.min(span.end, span.start + LONGEST_PATTERN))
  const controller = autocodeOf(reader.session.project.id)
  controller.take(null)
  controller.set({ type: 'phrase', scope: 'all' })
  controller.setPattern(words.replace(/\s*[\r\n]+\s*/gu, ''))
  openAutocode()
  await controller.run(currentReport())
}

/** How coding ended, as it is told. */
function told({ count, reports, unchanged, lost }: Autocoded): void {
  if (lost > 0) notify('warning', message('autocode.told.lost', { count, reports, unchanged, lost }))
  else if (count === 0) notify('info', message('autocode.told.nothing', { unchanged }))
  else notify('success', message(`autocode.told.${unchanged > 0 ? 'some' : 'coded'}`, { count, reports, unchanged }))
}

/** Gives the chosen codes to the ticked passages, and tells what became of them. */
export async function codeTicked(session: Session, controller: AutocodeController, rule: Rule | null): Promise<void> {
  const { query, coding, hits } = controller.store.getState()
  if (coding || query.codes.length === 0 || hits.ticked === 0) return
  const dictionary = currentDictionary()
  const name = nameOfQuery(query, (id) => dictionary.byId(id)?.name ?? id)
  try {
    told(await controller.code(session, rule, name))
  } catch (error) {
    notify('error', reasonOf(error, 'autocode.codingFailed'))
  }
}
