import type { Flow } from '../office/flow'
import type { XmlElement } from '../office/xml'

/** Columns that a row may leave free before its first cell. */
const FREE = 64

/** Rows and cells of the tables of a document, nested ones included. */
export class TableReader {
  private readonly rows: number[] = []
  private readonly cells: { readonly depth: number; span: number }[] = []
  private properties: 'w:trPr' | 'w:tcPr' | null = null
  private readonly flow: Flow

  constructor(flow: Flow) {
    this.flow = flow
  }

  /** @returns the depth of a row or cell that is to be passed over (deleted, or merged into another), else null */
  open(element: XmlElement, depth: number): number | null {
    const { name } = element
    if (name === 'w:tr') {
      this.rows.push(depth)
      this.flow.startRow()
    } else if (name === 'w:tc') {
      this.cells.push({ depth, span: 1 })
      this.flow.startCell()
    } else if (name === 'w:trPr' || name === 'w:tcPr') this.properties = name
    else if (this.properties) return this.property(element)
    return null
  }

  close(name: string): void {
    if (name === 'w:tr') {
      this.properties = null
      this.rows.pop()
      this.flow.endRow()
    } else if (name === 'w:tc') {
      this.properties = null
      this.flow.endCell(this.cells.pop()?.span ?? 1)
    } else if (name === this.properties) this.properties = null
  }

  private property(element: XmlElement): number | null {
    const { name } = element
    const value = element.attribute('val')
    const cell = this.cells.at(-1)
    if (name === 'w:gridBefore') {
      for (let free = Math.min(Number(value) || 0, FREE); free > 0; free--) {
        this.flow.startCell()
        this.flow.endCell()
      }
    } else if (name === 'w:gridSpan' && cell) cell.span = Number(value) || 1
    else if ((name === 'w:vMerge' || name === 'w:hMerge') && value !== 'restart') return cell?.depth ?? null
    else if (name === 'w:cellDel') return cell?.depth ?? null
    else if (name === 'w:del' && this.properties === 'w:trPr') return this.rows.at(-1) ?? null
    return null
  }

  /** Inside the properties of a row or cell, where a deletion means the row or cell itself. */
  get isInProperties(): boolean {
    return this.properties !== null
  }
}
