import type { EditorView } from '@codemirror/view'
import { structureField } from '../editor/structure-marks'

/** What the places of edges inside their lines depend on; another value of any of these makes them void. */
interface Edges {
  width: number
  lineHeight: number
  structure: unknown
  /** Distance of an edge from the top of its line's block in pixels, by offset × 2 (+ 1 for a lower edge). */
  inBlock: Map<number, number>
}

const known = new WeakMap<EditorView, Edges>()

/** Asking the browser for a place is what costs here, so each edge is asked for once and kept while lines stay. */
export function edgesOf(view: EditorView): Edges {
  const line = view.contentDOM.querySelector('.cm-line')
  const width = line ? line.clientWidth - endPadding(line) : view.contentDOM.clientWidth
  const lineHeight = view.defaultLineHeight
  const structure = view.state.field(structureField, false)
  const edges = known.get(view)
  if (edges && edges.width === width && edges.lineHeight === lineHeight && edges.structure === structure) return edges
  const fresh = { width, lineHeight, structure, inBlock: new Map() }
  known.set(view, fresh)
  return fresh
}

/** The padding of a line behind its text, where the columns stand. CSS pixels. */
export const endPadding = (line: Element): number => Number.parseFloat(getComputedStyle(line).paddingRight)

/** The upper (side 1) or lower (side -1) edge of the text at an offset, from the top of the document, in pixels. */
export function edgeAt(view: EditorView, edges: Edges, offset: number, side: 1 | -1): number {
  const block = view.lineBlockAt(offset)
  const key = offset * 2 + (side > 0 ? 0 : 1)
  const inBlock = edges.inBlock.get(key)
  if (inBlock !== undefined) return block.top + inBlock
  const rect = view.coordsAtPos(offset, side)
  if (!rect) return side > 0 ? block.top : block.bottom
  const found = (side > 0 ? rect.top : rect.bottom) - view.documentTop - block.top
  edges.inBlock.set(key, found)
  return block.top + found
}
