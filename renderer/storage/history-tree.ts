import type { JournalHead } from '#shared/model/journal'

/*
 * The history is one line of entries, but what the project was is a tree: every step stands on the one that it was made
 * upon, and a step that is made after some were taken back begins a branch of its own. An undo leads to what was before
 * the step that it takes back, a redo to what was before the undo that it takes back. So every point that ever was can
 * be reached: back by undo to where the branches part, then forward by taking back the undo that last left each step.
 */

/** What of an entry the tree is made of. */
type Link = Pick<JournalHead, 'sequence' | 'undoes' | 'redoes'>

/** One move from a point to the next: the step is taken back, or brought again by taking back the undo `undo`. */
export type HistoryMove = { type: 'undo'; step: number } | { type: 'redo'; step: number; undo: number }

/** What the project was after each entry, by its number: the last step that held then, 0 before the first. */
export class HistoryTree {
  readonly #states: number[] = [0]
  /** The undo that took a step back last. */
  readonly #undos = new Map<number, number>()

  /** The sequence of the last entry that it knows. */
  get last(): number {
    return this.#states.length - 1
  }

  /**
   * Takes in the next entry.
   * @throws RangeError when it is not the next one, or takes back what is not before it
   */
  add({ sequence, undoes, redoes }: Link): void {
    const back = undoes ?? redoes
    if (sequence !== this.last + 1 || (back !== null && back >= sequence))
      throw new RangeError(`entry ${sequence} after ${this.last}`)
    if (undoes !== null) this.#undos.set(this.state(sequence - 1), sequence)
    this.#states.push(back === null ? sequence : this.state(back - 1))
  }

  /** The last step that held after an entry. */
  state(sequence: number): number {
    const state = this.#states[sequence]
    if (state === undefined) throw new RangeError(`no entry ${sequence} before ${this.last}`)
    return state
  }

  /** The step that a step stands on, 0 for the first. */
  below(step: number): number {
    return this.state(step - 1)
  }

  /** The steps that held after an entry, the last one first. */
  standing(sequence: number): number[] {
    const steps: number[] = []
    for (let step = this.state(sequence); step > 0; step = this.below(step)) steps.push(step)
    return steps
  }

  /** The moves that lead from what was after one entry to what was after another. */
  path(from: number, to: number): HistoryMove[] {
    const back: HistoryMove[] = []
    const forth: HistoryMove[] = []
    let [here, there] = [this.state(from), this.state(to)]
    while (here !== there) {
      if (here > there) {
        back.push({ type: 'undo', step: here })
        here = this.below(here)
      } else {
        const undo = this.#undos.get(there)
        if (undo === undefined) throw new RangeError(`step ${there} was never taken back`)
        forth.push({ type: 'redo', step: there, undo })
        there = this.below(there)
      }
    }
    return [...back, ...forth.reverse()]
  }
}
