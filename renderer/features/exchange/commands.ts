import { type Session, useLive } from '../../storage'
import type { Command } from '../../workbench'
import { READ, type ReadType, WRITTEN, type Written } from '../../workers/exchange/protocol'
import { TEXTS_KEY } from './plan'
import { applyFile, exportFile, openFile } from './run'
import { closeFile, type ExchangeState, exchangeState } from './state'

export const WRITTEN_KEYS: Readonly<Record<Written, string>> = { qdpx: '1', qdc: '2', jsonld: '3', zip: '4', html: '5' }
export const READ_KEYS: Readonly<Record<ReadType, string>> = { qdpx: '7', qdc: '8', jsonld: '9' }

/** A report, and what its file is called. */
export interface Report {
  id: string
  title: string
}

/** The report with an id, as far as there is one. */
export function useReport(id: string | null): Report | null {
  const report = useLive((db) => (id === null ? Promise.resolve(undefined) : db.reports.get(id)), [id])
  return report ? { id: report.id, title: report.title } : null
}

/** Saves the project, or the report in the reader, as a file for other tools. */
export async function saveAs(session: Session, type: Written, report: Report | null): Promise<void> {
  if (type !== 'html') return exportFile(session, type, session.project.name, null)
  if (report) await exportFile(session, type, report.title, report.id)
}

/** Everything that the view can do by keys. */
export function exchangeCommands(
  session: Session,
  { working, opened, texts }: ExchangeState,
  report: Report | null,
): Command[] {
  const idle = working === null && opened === null
  const command = (id: string, key: string, enabled: boolean, run: Command['run']): Command => ({
    id: `exchange.${id}`,
    titleKey: `exchange.command.${id}`,
    keys: [key],
    scope: 'exchange',
    enabled: () => enabled,
    run,
  })
  const openName = (type: ReadType): string => `open${type.charAt(0).toUpperCase()}${type.slice(1)}`
  return [
    ...WRITTEN.map((type) =>
      command(type, WRITTEN_KEYS[type], idle && (type !== 'html' || report !== null), () =>
        saveAs(session, type, report),
      ),
    ),
    ...READ.map((type) => command(openName(type), READ_KEYS[type], idle, () => openFile(session, type))),
    command('texts', TEXTS_KEY, opened !== null && opened.read.carried > 0 && working === null, () =>
      exchangeState.setState({ texts: !texts }),
    ),
    command('apply', 'Mod+Enter', opened !== null && working === null, () => applyFile(session)),
    command('close', 'Escape', opened !== null || working?.cancel != null, () =>
      working ? working.cancel?.() : closeFile(),
    ),
  ]
}
