import type { Flow } from './flow'

/** Tables inside one another as deep as any document has them; more is damage. */
const DEPTH = 64

/** Opens and closes rows and cells as paragraphs tell how deep they lie in tables. */
export class TableDepths {
  /** For each table that is open, whether a cell of its row is. */
  private readonly open: boolean[] = []
  private readonly flow: Flow

  constructor(flow: Flow) {
    this.flow = flow
  }

  /** Before a paragraph that lies in so many tables. */
  enter(depth: number): void {
    if (depth > DEPTH) throw new RangeError('tables nested too deeply')
    this.closeTo(depth)
    while (this.open.length < depth) {
      this.openCell()
      this.flow.startRow()
      this.open.push(false)
    }
    this.openCell()
  }

  endCell(): void {
    if (this.open.pop()) {
      this.flow.endCell()
      this.open.push(false)
    }
  }

  /** @param isGone the row is deleted */
  endRow(depth: number, isGone: boolean): void {
    this.closeTo(depth)
    if (this.open.length < depth || depth === 0) return
    if (this.open.pop()) this.flow.endCell()
    if (isGone) this.flow.dropRow()
    this.flow.endRow()
  }

  /** Closes what a damaged document left open. */
  closeTo(depth: number): void {
    while (this.open.length > depth) {
      if (this.open.pop()) this.flow.endCell()
      this.flow.endRow()
    }
  }

  private openCell(): void {
    const last = this.open.length - 1
    if (this.open[last] !== false) return
    this.open[last] = true
    this.flow.startCell()
  }
}
