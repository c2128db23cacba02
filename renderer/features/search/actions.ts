import { flushSync } from 'react-dom'
import { searchCsv, searchWorkbook } from '#shared/exchange/search-table'
import { languageOf, translate } from '#shared/locales/translate'
import { message } from '#shared/model/identity'
import { preferences, request } from '../../bridge'
import { type Autocoded, autocode, reasonOf, type Session } from '../../storage'
import { currentLocation, notify, openView } from '../../workbench'
import type { SearchLine, SearchQuestion } from '../../workers/search/protocol'
import { activeReader, selectedSpan } from '../reader'
import { presentSearch, type SearchController, searchOf } from './controller'
import { listedHits, passagesOf } from './passages'
import { type Chip, chipsOf, FOLDS } from './question'

/** More than this is a passage, not a phrase; in UTF-16 code units. */
const LONGEST_PHRASE = 60
/** More hits than this are not coded or saved at once: the window holds them all, some 2 KB each. */
const MOST = 100_000

/** What is selected in the reader in front, as a query; null where nothing is, or more than a phrase. */
function selectedPhrase(): { project: string; query: string } | null {
  const reader = currentLocation()?.type === 'reader' ? activeReader() : null
  const span = reader && selectedSpan(reader)
  if (!reader || !span || span.end - span.start > LONGEST_PHRASE) return null
  const words = reader.bundle.text.text
    .slice(span.start, span.end)
    .replace(/\s*[\r\n]+\s*/gu, '')
    .trim()
  if (words === '' || words.includes('"')) return null
  const isPlain = /^[\p{L}\p{N}]+$/u.test(words) && !/^(OR|NOT)$|[或非]/u.test(words)
  return { project: reader.session.project.id, query: isPlain ? words : `"${words}"` }
}

/** Opens the view at its query; what is selected in the reader in front is looked for. */
export function openSearch(): void {
  const phrase = selectedPhrase()
  if (phrase) searchOf(phrase.project).set({ query: phrase.query })
  // Drawn at once: whoever gives the focus to the view looks for what it is there for.
  flushSync(() => presentSearch()?.store.setState({ inList: false }))
  openView({ type: 'search', key: '', params: {} })
}

/** Shows where a hit stands, in the reader or among the memos; going back leads to the hit again. */
export function openHit({ source, report, start, end, memo }: SearchLine, beside = false): void {
  if (memo !== null) openView({ type: 'memos', key: '', params: { memo } }, { beside })
  else openView({ type: 'reader', key: source, params: { report, start, end } }, { beside })
}

/** Shows the hit that the keyboard is on. */
export function openCurrent(controller: SearchController, beside: boolean): void {
  const { lines, cursor } = controller.store.getState()
  const line = lines?.at(cursor)
  if (line) openHit(line, beside)
}

/** Goes to the next (1) or previous (-1) hit; shown at once where another view is in front. */
export async function stepHit(controller: SearchController, direction: 1 | -1): Promise<void> {
  const { place, stands } = await controller.here()
  const count = controller.store.getState().lines?.count ?? 0
  if (count === 0) return
  // What stands where a hit is gone is the next one itself.
  const step = stands || direction < 0 ? direction : 0
  const next = (place + step + count) % count
  controller.go(next)
  if (currentLocation()?.type === 'search') return
  const line = await controller.lineAt(next)
  if (line) openHit(line)
}

/** All lines that a step is for. */
async function chosenLines(controller: SearchController): Promise<SearchLine[]> {
  const lines: SearchLine[] = []
  for await (const part of controller.chosenLines()) lines.push(...part)
  return lines
}

/** How coding ended, as it is told. */
function told({ count, reports, unchanged }: Autocoded, lost: number): void {
  if (lost > 0) notify('warning', message('search.code.lost', { count, reports, unchanged, lost }))
  else if (count === 0) notify('info', message('search.code.nothing', { unchanged }))
  else notify('success', message(`search.code.${unchanged > 0 ? 'some' : 'coded'}`, { count, reports, unchanged }))
}

/** Gives the chosen codes to the ticked hits, or to all, in one undoable step, and tells what became of them. */
export async function codeHits(session: Session, controller: SearchController): Promise<void> {
  const { answered, looks, work } = controller.store.getState()
  if (work || !answered || answered.over === 'memos' || looks.codes.length === 0 || controller.chosen === 0) return
  const total = controller.chosen
  if (total > MOST) return void notify('warning', message('search.code.tooMany', { most: MOST }))
  // Found first, then written: each is half of the way.
  const works = (done: number) => controller.works({ what: 'coding', done: Math.floor(done), total })
  works(0)
  try {
    const lines = await chosenLines(controller)
    const { passages, lost } = await passagesOf(session.db, lines, looks.extent, (done) => works(done / 2))
    const coded = await autocode(
      session,
      passages,
      {
        codes: looks.codes,
        rule: null,
        operation: (counts) => message('project.history.autocoded', { name: answered.query.slice(0, 60), ...counts }),
      },
      (done) => works((total + (done * total) / Math.max(1, passages.length)) / 2),
    )
    told(coded, coded.lost + lost)
  } catch (error) {
    notify('error', reasonOf(error, 'search.code.failed'))
  } finally {
    controller.works(null)
  }
}

/** What was asked, line by line, for the workbook. */
function asked(
  { query, over, unit, folds, filters }: SearchQuestion,
  language: ReturnType<typeof languageOf>,
  nameOf: (chip: Chip) => string,
): [string, string][] {
  const say = (key: string): string => translate(language, `search.${key}`)
  return [
    [say('query.label'), query],
    [say('over.label'), say(`over.${over}`)],
    [say('unit.label'), say(`unit.${unit}`)],
    [
      say('fold.label'),
      FOLDS.filter((fold) => folds[fold])
        .map((fold) => say(`fold.${fold}`))
        .join('；'),
    ],
    ...chipsOf(filters).map((chip): [string, string] => [say(`filter.${chip.box}`), nameOf(chip)]),
    ...(['mainOnly', 'reportsOnly'] as const).flatMap((one): [string, string][] =>
      filters[one] ? [[say(`filter.${one}`), '✓']] : [],
    ),
  ]
}

/**
 * Saves the ticked hits, or all, as a file.
 * @param nameOf says the values of filters
 */
export async function exportHits(
  session: Session,
  controller: SearchController,
  type: 'csv' | 'xlsx',
  nameOf: (chip: Chip) => string,
): Promise<void> {
  const total = controller.chosen
  const { work, answered } = controller.store.getState()
  if (work) return
  if (!answered || total === 0) return void notify('warning', message('search.export.nothing'))
  if (total > MOST) return void notify('warning', message('search.export.tooMany', { most: MOST }))
  const language = languageOf(preferences().system.language)
  // Another question may be answered while the lines of this one are read.
  const facts = asked(answered, language, nameOf)
  const works = (done: number) => controller.works({ what: 'writing', done, total })
  works(0)
  try {
    const hits = await listedHits(session.db, await chosenLines(controller), works)
    const bytes = type === 'csv' ? searchCsv(hits, language) : await searchWorkbook(hits, facts, language)
    const name = `${translate(language, 'search.export.file')}.${type}`
    const answer = await request('export:save', { name, type, bytes })
    if (!answer.ok) notify('error', answer.error)
    else if (answer.value.saved !== null)
      notify('success', message('search.export.done', { name: answer.value.saved, count: hits.length }))
  } catch (error) {
    notify('error', reasonOf(error, 'search.export.failed'))
  } finally {
    controller.works(null)
  }
}
