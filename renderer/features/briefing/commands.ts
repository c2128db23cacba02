import { PaperKind } from '#shared/model/briefing-draft'
import { message } from '#shared/model/identity'
import { type Command, notify } from '../../workbench'
import { showKind } from './drafts'
import { exportPaper, type PaperType } from './exports'
import type { MadePaper } from './papers'

const KEYS: Readonly<Record<PaperType, string>> = { docx: 'Mod+D', pdf: 'Mod+P', xlsx: 'Mod+E' }

/** A command that works inside the view of papers. */
export const briefingCommand = (
  id: string,
  keys: readonly string[],
  run: () => void | Promise<void>,
  enabled = true,
): Command => ({
  id: `briefing.${id}`,
  titleKey: `briefing.command.${id}`,
  keys,
  scope: 'briefing',
  enabled: () => enabled,
  run,
})

/** Commands that every kind of paper has. */
export function paperCommands(project: string, paper: MadePaper | null, focusPreview: () => void): Command[] {
  const take = (type: PaperType) => async () => {
    if (!paper) notify('warning', message('briefing.export.nothing'))
    else if (type === 'xlsx' && !paper.sheets) notify('warning', message('briefing.export.noTable'))
    else await exportPaper(paper, type)
  }
  return [
    ...PaperKind.options.map((kind, at) => briefingCommand(kind, [String(at + 1)], () => showKind(project, kind))),
    ...(Object.keys(KEYS) as PaperType[]).map((type) => briefingCommand(type, [KEYS[type]], take(type))),
    briefingCommand('preview', ['p'], focusPreview),
  ]
}

/** The keys that take a paper out, for its buttons. */
export const exportKeys = (type: PaperType): string => KEYS[type]
