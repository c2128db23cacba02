/**
 * The fields that are open at a place. Between begin and separate stands the instruction, between separate and end
 * what is shown; a field inside an instruction shows nothing.
 */
export class Fields {
  private readonly open: boolean[] = []
  private instructions = 0

  /** @param shown true for a field that has no instruction in the text */
  begin(shown = false): void {
    this.open.push(shown)
    if (!shown) this.instructions++
  }

  separate(): void {
    const last = this.open.length - 1
    if (this.open[last] !== false) return
    this.open[last] = true
    this.instructions--
  }

  end(): void {
    if (this.open.pop() === false) this.instructions--
  }

  get isShown(): boolean {
    return this.instructions === 0
  }
}
