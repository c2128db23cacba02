import type { StateEffect } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { Annotation } from '#shared/model/annotation'
import type { Code } from '#shared/model/code'
import type { ReadingPosition } from '#shared/model/reading-position'
import { type Preferences, preferences } from '../../../bridge'
import { holdPlace, placeAtTop } from '../typography/hold-place'
import { type Arrangement, arrangeColumns, columnStripes, usedCodes } from './code-columns'
import { type Columns, setColumns } from './column-field'
import { OVERVIEW_WIDTH } from './draw-overview'

/** What stands left and right of the text whatever the columns take, bar and overview among it. CSS pixels. */
const BESIDE = 40 + 24 + 10 + OVERVIEW_WIDTH

/** What the columns of a text are made of. */
export interface ColumnParts {
  annotations: readonly Annotation[]
  codes: readonly Code[]
  /** Id of the reading. */
  reading: string
  /** The width of the frame around the text, in CSS pixels. */
  width: number
}

/** True where columns of codes are wished for, and not narrow stripes. */
export const wishesColumns = ({ settings }: Preferences): boolean => settings.readingStripes === 'codes'

/**
 * What stripes will take beside a text that has not been drawn yet, in CSS pixels: what its columns took when it was
 * left, nothing where narrow stripes are wished for; null where it is not known.
 */
export const knownRoom = (left: ReadingPosition | null): number | null =>
  wishesColumns(preferences()) ? (left?.columns ?? null) : 0

/** The room that the text leaves free in a frame of this width, in CSS pixels. */
export const roomBeside = ({ settings }: Preferences, width: number): number =>
  Math.floor(width - settings.readingWidth * settings.readingSize - BESIDE)

/** The columns as the surface draws them. */
export const columnsOf = (
  { annotations, reading }: Pick<ColumnParts, 'annotations' | 'reading'>,
  arrangement: Arrangement | null,
): Columns | null =>
  arrangement && { stripes: columnStripes(annotations, reading, arrangement), named: arrangement.named }

/** Gives the text in a frame the room that its columns leave. */
export function setRoom(frame: HTMLElement, arrangement: Pick<Arrangement, 'width'> | null): void {
  frame.dataset.stripes = arrangement ? 'codes' : 'overlaps'
  frame.style.setProperty('--db-columns', `${arrangement?.width ?? 0}px`)
}

/** What columns of codes take beside the text in a frame, in CSS pixels. */
export const roomIn = (frame: HTMLElement): number =>
  Number.parseInt(frame.style.getPropertyValue('--db-columns'), 10) || 0

/** What a surface was made with: nothing of it need be set again. */
interface First extends ColumnParts {
  wished: boolean
  room: number
}

const first = new WeakMap<EditorView, First>()

/** Notes what the columns of a surface were made with. */
export const noteColumns = (view: EditorView, parts: ColumnParts): void =>
  void first.set(view, {
    ...parts,
    wished: wishesColumns(preferences()),
    room: roomBeside(preferences(), parts.width),
  })

/** The width of the frame when the surface was made. */
export const firstWidth = (view: EditorView): number => first.get(view)?.width ?? 0

/** True while a surface shows the columns that it was made with; false for ever once they are others. */
export function showsFirst(view: EditorView, now: Omit<First, 'width'>): boolean {
  const before = first.get(view)
  const same =
    before !== undefined &&
    before.annotations === now.annotations &&
    before.codes === now.codes &&
    before.reading === now.reading &&
    before.wished === now.wished &&
    before.room === now.room
  if (!same) first.delete(view)
  return same
}

const arrange = ({ annotations, codes, reading, width }: ColumnParts): Arrangement | null =>
  wishesColumns(preferences())
    ? arrangeColumns(usedCodes(annotations, codes, reading), roomBeside(preferences(), width))
    : null

/** What columns of some of a text's annotations take, in CSS pixels. */
export const columnsWidth = (parts: ColumnParts): number => arrange(parts)?.width ?? 0

/**
 * The columns of a text that is about to be drawn, with the room for them made in its frame: a text that makes room for
 * its columns afterwards is laid out twice.
 */
export function firstColumns(frame: HTMLElement, parts: ColumnParts): Columns | null {
  const arrangement = arrange(parts)
  setRoom(frame, arrangement)
  return columnsOf(parts, arrangement)
}

/** Texts that were drawn before their annotations were read, with the frames around them. */
const awaiting = new WeakMap<EditorView, { frame: HTMLElement; reading: string; width: number }>()

/**
 * Makes the room for columns whose annotations are still being read: as much as they took when the text was left.
 * @param columns CSS pixels
 * @returns columns without a stripe; null where columns are not wished for
 */
export function holdRoom(frame: HTMLElement, columns: number): Columns | null {
  const wished = wishesColumns(preferences())
  setRoom(frame, wished ? { width: columns } : null)
  return wished ? { stripes: [], named: false } : null
}

/** Notes that a surface was made without its annotations, in a frame that has room for their columns. */
export const awaitColumns = (
  view: EditorView,
  frame: HTMLElement,
  { reading, width }: Pick<ColumnParts, 'reading' | 'width'>,
): void => void awaiting.set(view, { frame, reading, width })

/** The columns of a surface whose annotations have come, once; nothing for one that had them from the beginning. */
export function lateColumns(
  view: EditorView,
  { annotations, codes }: Pick<ColumnParts, 'annotations' | 'codes'>,
): StateEffect<unknown>[] {
  const late = awaiting.get(view)
  if (!late) return []
  awaiting.delete(view)
  // A tab that was left meanwhile has no width: its columns are those of the one that it had.
  const { frame, reading, width } = late
  const place = placeAtTop(view)
  const before = roomIn(frame)
  const parts = { annotations, codes, reading, width: frame.clientWidth || width }
  const columns = firstColumns(frame, parts)
  noteColumns(view, parts)
  if (roomIn(frame) !== before) holdPlace(view, place)
  return [setColumns.of(columns)]
}
