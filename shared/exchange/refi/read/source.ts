import { Given } from '../../coders'
import { type LeftOut, leaveOut } from '../../left-out'
import type { IncomingAnnotation, IncomingSource } from '../../project-content'
import { idOf } from '../guid'
import { type Counting, type Positions, positionsIn, restored } from '../plain-text'
import { variableGuid } from '../variables'
import type { RawMade, RawSelection, RawText } from './raw'
import { statementIn } from './statements'

/** What the spans of a file are read with. */
export interface Context {
  ours: boolean
  counting: Counting
  /** Ids of codes by their GUIDs. */
  codes: ReadonlyMap<string, string>
  /** GUIDs of the codes that statements of ours travel under. */
  statementCodes: ReadonlySet<string>
  /** GUIDs of the spans that reports of ours have in a source of several: reports are found anew. */
  reportSpans: ReadonlySet<string>
  left: LeftOut
  /** Words of a note by its GUID, '' where there is none. */
  noteText(guid: string): string
  /** Notes that lead to a thing by a link. */
  linkedTo(guid: string): readonly string[]
  /** The name of a user. */
  author(guid: string): string
  instant(written: string, otherwise?: string): string
}

/** A source with what is marked in its text. */
export function incomingSource(raw: RawText, written: string, context: Context): IncomingSource {
  const value = (name: Parameters<typeof variableGuid>[0]): string => raw.values.get(variableGuid(name)) ?? ''
  const text = context.ours ? restored({ plain: written, form: value('form') }) : written
  const hash = context.ours && /^[0-9a-f]{64}$/.test(value('sha256')) ? value('sha256') : null
  const source: IncomingSource = {
    id: idOf(raw.guid),
    name: raw.name,
    folder: value('folder'),
    hash,
    provenance: {
      origin: value('origin'),
      published: value('published'),
      page: value('page'),
      url: value('url'),
      obtained: value('obtained'),
    },
    importedAt: context.instant(raw.at, raw.changedAt),
    // A mark is no character of the text in files of other tools.
    text: context.ours ? text : text.replace(/^\ufeff/, ''),
    annotations: [],
    statements: [],
  }
  leaveOut(context.left, 'wholeSources', raw.codings)
  const shift = text.length - source.text.length
  const positions = positionsIn(text, context.counting)
  const taken = new Set<string>()
  for (const selection of raw.selections) takeSelection(selection, { source, positions, shift, taken }, context)
  return source
}

interface Target {
  source: IncomingSource
  positions: Positions
  shift: number
  taken: Set<string>
}

function takeSelection(raw: RawSelection, target: Target, context: Context): void {
  const { source, taken } = target
  const span = spanOf(raw, target)
  if (!span) leaveOut(context.left, 'outside')
  if (!span || context.reportSpans.has(raw.guid)) return
  if (context.ours && raw.codings.some(({ code }) => context.statementCodes.has(code))) {
    const statement = raw.notes.map((note) => statementIn(context.noteText(note), span)).find((one) => one !== null)
    if (statement && statement.id !== null) source.statements.push(statement)
    else leaveOut(context.left, 'statements')
    return
  }
  const annotation = annotationOf(raw, span, context)
  if (taken.has(annotation.id)) annotation.id = idOf(`${raw.guid} ${taken.size}`)
  taken.add(annotation.id)
  source.annotations.push(annotation)
}

function spanOf({ start, end }: RawSelection, { source, positions, shift }: Target) {
  const [from, to] = [positions.offset(start), positions.offset(end)]
  if (from === null || to === null || to <= from) return null
  const span = { start: Math.max(0, from - shift), end: Math.max(0, to - shift) }
  return span.end > span.start ? { ...span, quote: source.text.slice(span.start, span.end) } : null
}

/** A note with a place in a text: what QualCoder makes of an annotation. */
export function noteAsAnnotation(note: RawText, written: string, source: IncomingSource, context: Context): void {
  const positions = positionsIn(written, context.counting)
  const target: Target = { source, positions, shift: written.length - source.text.length, taken: new Set() }
  for (const selection of note.selections) {
    const span = spanOf(selection, target)
    if (!span) leaveOut(context.left, 'outside')
    else {
      const memo = context.noteText(note.guid)
      source.annotations.push({ ...annotationOf({ ...selection, ...madeBy(note) }, span, context), memo })
    }
  }
}

const madeBy = ({ by, at, changedBy, changedAt }: RawMade): RawMade => ({ by, at, changedBy, changedAt })

type Span = Pick<IncomingAnnotation, 'start' | 'end' | 'quote'>

function annotationOf(raw: RawSelection, span: Span, context: Context): IncomingAnnotation {
  const given = new Given()
  const author = context.author(raw.by || raw.changedBy || raw.codings[0]?.by || '')
  const at = raw.at || raw.codings[0]?.at || raw.changedAt
  const createdAt = context.instant(at)
  for (const { code, by, at: when } of raw.codings) {
    const id = context.codes.get(code)
    if (id === undefined) leaveOut(context.left, 'unknownCodes')
    else given.add(context.author(by) || author, context.instant(when, at), id)
  }
  const notes = [...raw.notes, ...raw.codings.flatMap((one) => one.notes), ...context.linkedTo(raw.guid)]
  const memos = [raw.description, ...notes.map(context.noteText)].filter((memo) => memo !== '')
  return {
    id: idOf(raw.guid),
    ...span,
    ...given.of(author, createdAt),
    memo: memos.join('\n\n'),
    author,
    createdAt,
    updatedAt: context.instant(raw.changedAt, at),
  }
}
