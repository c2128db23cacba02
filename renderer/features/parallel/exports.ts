import { readWords } from '#shared/exchange/citation'
import { sharedSentencesCsv } from '#shared/exchange/shared-sentences-table'
import { languageOf } from '#shared/locales/translate'
import type { Span } from '#shared/model/anchor'
import { message } from '#shared/model/identity'
import { preferences, request } from '../../bridge'
import { notify } from '../../workbench'
import { shortTitle } from '../reader'
import { reportsOf, type Side } from './keys'
import { readerOn } from './sides'
import type { ParallelStore } from './state'

/** What a side tells of its report: name, sections and words. */
function writerOn(view: string, side: Side) {
  const reader = readerOn(view, side)
  const id = reportsOf(view)?.[side]
  const found = reader?.bundle.reports.find(({ report }) => report.id === id)
  if (!reader || !found) return null
  const { text, joins } = reader.bundle.text
  return {
    name: shortTitle(found.report, reader.bundle.source),
    wordsOf: (span: Span): string => readWords(text, span, joins),
    sectionOf: (offset: number): string =>
      found.sections
        .filter(({ start, end }) => start <= offset && offset < end)
        .map(({ title }) => title)
        .join(' › '),
  }
}

/** Saves the shared sentences that are listed, in the list's order. */
export async function exportShared(view: string, store: ParallelStore): Promise<void> {
  const { comparison, listed } = store.getState()
  const [left, right] = [writerOn(view, 'left'), writerOn(view, 'right')]
  if (comparison.status !== 'found' || !left || !right) return
  const { pairs } = comparison.found
  const lines = listed.flatMap((index) => {
    const pair = pairs[index]
    if (!pair) return []
    return [
      {
        ...pair,
        wordsA: left.wordsOf(pair.a),
        wordsB: right.wordsOf(pair.b),
        sectionA: left.sectionOf(pair.a.start),
        sectionB: right.sectionOf(pair.b.start),
      },
    ]
  })
  const language = languageOf(preferences().system.language)
  const bytes = sharedSentencesCsv(lines, { a: left.name, b: right.name }, language)
  const name = `${left.name} ${right.name}`.replace(/[/\\:*?"<>|]/g, ' ').slice(0, 80)
  const answer = await request('export:save', { name: `${name}.csv`, type: 'csv', bytes })
  if (!answer.ok) notify('error', answer.error)
  else if (answer.value.saved !== null)
    notify('success', message('parallel.exported', { name: answer.value.saved, count: lines.length }))
}
