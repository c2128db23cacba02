import { createStore } from 'zustand/vanilla'
import { message } from '#shared/model/identity'
import { type ListedCorrection, reasonOf, removeCorrections, type Session } from '../../storage'
import { notify, openView } from '../../workbench'

/** What the list of corrections shows, and what of it is selected. */
interface ListState {
  /** Null while no list is in view. */
  open: { session: Session; shown: readonly ListedCorrection[] } | null
  filter: string
  /** Ids of the selected corrections. */
  selected: ReadonlySet<string>
  /** The line that the keyboard is on. */
  cursor: number
}

/** The state of the list. */
export const correctionList = createStore<ListState>(() => ({
  open: null,
  filter: '',
  selected: new Set(),
  cursor: 0,
}))

/** Those that have the typed words in what was read, what stands there, around it, its place, file or author. */
export function filtered(list: readonly ListedCorrection[], typed: string): readonly ListedCorrection[] {
  const wanted = typed.trim().toLocaleLowerCase()
  if (wanted === '') return list
  return list.filter(({ correction, report, source, before, after }) => {
    const { anchor, replacement, author } = correction
    const place = report?.place?.name ?? ''
    const words = [
      before + anchor.quote + after,
      before + replacement + after,
      place,
      report?.title,
      report?.year,
      source.name,
      author,
    ]
    return words.some((one) =>
      String(one ?? '')
        .toLocaleLowerCase()
        .includes(wanted),
    )
  })
}

const shown = (): readonly ListedCorrection[] => correctionList.getState().open?.shown ?? []

/** The line that the keyboard is on. */
export const currentLine = (): ListedCorrection | null => {
  const { cursor } = correctionList.getState()
  return shown()[cursor] ?? null
}

/** The corrections that commands are about: the selected ones in sight, else the one at the keyboard. */
export function subject(): string[] {
  const { selected } = correctionList.getState()
  const ids = shown().flatMap(({ correction }) => (selected.has(correction.id) ? [correction.id] : []))
  const current = currentLine()
  return ids.length > 0 || !current ? ids : [current.correction.id]
}

/** Selects a correction, or takes it out. */
export function toggleSelected(id: string): void {
  const selected = new Set(correctionList.getState().selected)
  if (!selected.delete(id)) selected.add(id)
  correctionList.setState({ selected })
}

/** Selects all that are shown; none where all of them are. */
export function toggleAll(): void {
  const ids = shown().map(({ correction }) => correction.id)
  const { selected } = correctionList.getState()
  correctionList.setState({ selected: ids.every((id) => selected.has(id)) ? new Set() : new Set(ids) })
}

/** Takes corrections back. */
export async function takeBack(ids: readonly string[]): Promise<void> {
  const { open } = correctionList.getState()
  if (!open || ids.length === 0) return
  try {
    await removeCorrections(open.session, ids)
    correctionList.setState({ selected: new Set() })
    notify('success', message('corrections.takenBack', { count: ids.length }))
  } catch (error) {
    notify('error', reasonOf(error, 'project.write.failed'))
  }
}

/** Shows a correction in its text. */
export function openCorrection({ source, report, start, end }: ListedCorrection, beside = false): void {
  openView({ type: 'reader', key: source.hash, params: { report: report?.id ?? null, start, end } }, { beside })
}
