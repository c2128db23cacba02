import { citationOf } from '#shared/exchange/citation'
import { message } from '#shared/model/identity'
import { updateCode } from '../../storage'
import { notify } from '../../workbench'
import { activeReader, selectedSpan, subjectOf } from '../reader'
import { selectedCode } from './codebook-state'

/** True while a code is selected and the reader in front has a passage: selected, or the annotation at its caret. */
export function canUseAsExample(): boolean {
  const reader = activeReader()
  return selectedCode() !== null && reader !== null && subjectOf(reader) !== null
}

/** Makes the passage of the reader in front the example of the selected code, with where it stands. */
export async function takeAsExample(): Promise<void> {
  const reader = activeReader()
  const code = selectedCode()
  const subject = reader && subjectOf(reader)
  if (!reader || !code || !subject) return
  const span = selectedSpan(reader) ?? reader.annotations.find(({ id }) => id === subject.annotation)?.anchor
  if (!span) return
  const { source, text, reports } = reader.bundle
  const found = reports.find(({ report }) => report.start <= span.start && span.end <= report.end)
  const example = citationOf({
    start: span.start,
    end: span.end,
    text: text.text,
    joins: text.joins,
    pages: text.pages,
    provenance: source.provenance,
    report: found?.report ?? null,
    sections: found?.sections ?? [],
    fileName: source.name,
  })
  await updateCode(reader.session, code.id, { example })
  notify('success', message('codebook.exampleSet', { name: code.name }))
}
