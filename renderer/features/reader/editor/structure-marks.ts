import { type Range, RangeSet, StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView, WidgetType } from '@codemirror/view'
import type { Span } from '#shared/model/anchor'
import type { StretchKind } from '#shared/model/reading'
import { TextUnits } from '#shared/text/units'
import { findMarkdown } from './markdown-marks'

/** What the view shows differently from the text: it is decoration, the text stays as it was read. */
export interface StructureMarks {
  /** `label` is null for a stretch that goes on with what is labelled above it. */
  stretches: readonly (Span & { kind: StretchKind; label: string | null })[]
  headings: readonly (Span & { level: number })[]
  joins: readonly Span[]
}

/** Sets the structure of the text. */
export const setStructure = StateEffect.define<StructureMarks>()

class LabelWidget extends WidgetType {
  readonly label: string
  readonly kind: StretchKind

  constructor(label: string, kind: StretchKind) {
    super()
    this.label = label
    this.kind = kind
  }

  override eq(other: LabelWidget): boolean {
    return other.label === this.label && other.kind === this.kind
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('div')
    element.className = `db-stretch-label db-stretch-${this.kind}`
    element.textContent = this.label
    return element
  }

  override get estimatedHeight(): number {
    return 32
  }
}

class BreakWidget extends WidgetType {
  override eq(): boolean {
    return true
  }

  override toDOM(): HTMLElement {
    return document.createElement('br')
  }
}

const NOTHING = Decoration.replace({})
const LINE_BREAK = Decoration.replace({ widget: new BreakWidget() })
const DIMMED = Decoration.mark({ class: 'db-dimmed' })
const SYNTAX = Decoration.mark({ class: 'db-syntax' })
const STRONG = Decoration.mark({ class: 'db-strong' })
/** Deeper headings look like those of this level. */
const DEEPEST = 3

const heading = (level: number): Decoration =>
  Decoration.mark({ class: `db-heading db-heading-${Math.min(Math.max(level, 1), DEEPEST)}` })

/** A byte order mark and the CR of a CR LF are not seen; a lone CR breaks the line. Spans of one character each. */
export function hiddenCharacters(text: string): { offset: number; breaks: boolean }[] {
  const found = []
  for (const match of text.matchAll(/\ufeff|\r/gu)) {
    found.push({ offset: match.index, breaks: match[0] === '\r' && text[match.index + 1] !== '\n' })
  }
  return found
}

/** Joins as spans that may be replaced: inside the text, not empty, without overlap, in order. */
export function soundJoins(joins: readonly Span[], length: number): Span[] {
  const sound: Span[] = []
  for (const join of [...joins].sort((a, b) => a.start - b.start)) {
    const last = sound.at(-1)
    if (join.end <= join.start || join.end > length || (last && join.start < last.end)) continue
    sound.push(join)
  }
  return sound
}

function replacements(text: string, joins: readonly Span[]): Range<Decoration>[] {
  const sound = soundJoins(joins, text.length)
  const joined = new Set(
    sound.flatMap((join) => Array.from({ length: join.end - join.start }, (_, i) => join.start + i)),
  )
  const hidden = hiddenCharacters(text)
    .filter(({ offset }) => !joined.has(offset))
    .map(({ offset, breaks }) => (breaks ? LINE_BREAK : NOTHING).range(offset, offset + 1))
  return [...sound.map((join) => NOTHING.range(join.start, join.end)), ...hidden]
}

function label(text: string, { start, kind, label }: StructureMarks['stretches'][number]): Range<Decoration>[] {
  if (label === null) return []
  const atLineStart = start === 0 || text[start - 1] === '\n'
  return [Decoration.widget({ widget: new LabelWidget(label, kind), block: atLineStart, side: -1 }).range(start)]
}

/** The decorations of the structure, and among them the hidden characters alone: the caret steps over those. */
export interface StructureState {
  decorations: RangeSet<Decoration>
  hidden: RangeSet<Decoration>
  /** Words, clauses, sentences and paragraphs of the text as it reads. */
  units: TextUnits
}

/** Builds the decorations of the structure. Borders are labelled where more than one stretch has something in it. */
export function buildStructure(text: string, marks: StructureMarks): StructureState {
  const inside = (span: Span): boolean => span.start < span.end && span.end <= text.length
  const stretches = marks.stretches.filter(inside)
  const filled = stretches.filter(({ start, end }) => text.slice(start, end).trim() !== '')
  const replaced = replacements(text, marks.joins)
  const markdown = findMarkdown(text)
  const ranges = [
    ...replaced,
    ...markdown.syntax.map(({ start, end }) => SYNTAX.range(start, end)),
    ...markdown.bold.map(({ start, end }) => STRONG.range(start, end)),
    ...stretches.filter(({ kind }) => kind !== 'report').map(({ start, end }) => DIMMED.range(start, end)),
    ...(filled.length > 1 ? filled.flatMap((stretch) => label(text, stretch)) : []),
    ...marks.headings.filter(inside).map(({ start, end, level }) => heading(level).range(start, end)),
  ]
  const borders = stretches.flatMap(({ start, end }) => [start, end])
  return {
    decorations: RangeSet.of(ranges, true),
    hidden: RangeSet.of(replaced, true),
    units: new TextUnits(text, soundJoins(marks.joins, text.length), borders),
  }
}

const EMPTY: StructureMarks = { stretches: [], headings: [], joins: [] }

/** The structure as decorations; rebuilt only when it is set. */
export const structureField = StateField.define<StructureState>({
  create: (state) => buildStructure(state.doc.toString(), EMPTY),
  update(value, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setStructure)) return buildStructure(transaction.state.doc.toString(), effect.value)
    if (!transaction.docChanged) return value
    return {
      decorations: value.decorations.map(transaction.changes),
      hidden: value.hidden.map(transaction.changes),
      // Until the joins of the changed text are set.
      units: new TextUnits(transaction.newDoc.toString(), [], []),
    }
  },
  provide: (field) => [
    EditorView.decorations.from(field, (value) => value.decorations),
    EditorView.atomicRanges.of((view) => view.state.field(field).hidden),
  ],
})
