import type { EditorView } from '@codemirror/view'
import { type Counterpart, counterpartOf, type SectionAlignment } from '#shared/compare/alignment'
import type { Span } from '#shared/model/anchor'
import { letterOf, otherSide, type Side } from './keys'

/** Room above the line that counts as the first one, in pixels: what is gone to has a margin there. */
export const LEAD = 24

/** What counts as the first line in view: a heading that was gone to stands at the margin, give or take a pixel. */
const PROBE = LEAD + 2

/** What the user does in a side makes that side the one that leads. */
const LEADS = ['wheel', 'pointerdown', 'touchstart', 'keydown', 'focusin'] as const

/**
 * The offset at the top of what is in view, with a fraction that tells how deep into its line it is: a paragraph is one
 * line of many rows.
 */
export function depthAtTop(view: EditorView): number {
  const height = Math.max(0, view.scrollDOM.scrollTop - view.documentPadding.top + PROBE)
  const block = view.lineBlockAtHeight(height)
  const inside = Math.min(1, Math.max(0, (height - block.top) / block.height))
  return block.from + inside * (block.length + 1)
}

/** The scroll position at which an offset, as `depthAtTop` gives it, is at the top. */
export function scrollTopFor(view: EditorView, offset: number): number {
  const sound = Math.min(Math.max(offset, 0), view.state.doc.length)
  const block = view.lineBlockAt(Math.floor(sound))
  const inside = Math.min(1, Math.max(0, (sound - block.from) / (block.length + 1)))
  return block.top + inside * block.height + view.documentPadding.top - PROBE
}

/** What the link works on. */
export interface Linked {
  left: EditorView
  right: EditorView
  /** Spans of the two reports in their texts. */
  spans: Readonly<Record<Side, Span>>
  alignment: SectionAlignment
}

/**
 * Lets one side follow the other one section by section. Only the side in which the user is doing something leads, so
 * that what the other one does in answer goes nowhere; both are set in the same frame.
 */
export class ScrollLink {
  readonly #linked: Linked
  readonly #told: (side: Side, at: Counterpart) => void
  readonly #stop: (() => void)[] = []
  #on = false
  #leader: Side = 'left'
  /** What brought both sides to a passage: they keep that distance while the leader is in the same part. */
  #bias: { part: number; pixels: number } | null = null
  #held = false
  #frame = 0

  /** @param told told with every scroll of the leading side where it is and where its counterpart is */
  constructor(linked: Linked, told: (side: Side, at: Counterpart) => void) {
    this.#linked = linked
    this.#told = told
    for (const side of ['left', 'right'] as const) {
      const { dom, scrollDOM } = linked[side]
      const lead = (): void => this.lead(side)
      for (const type of LEADS) dom.addEventListener(type, lead, { capture: true, passive: true })
      const scrolled = (): void => {
        if (this.#leader === side) this.#sync()
      }
      scrollDOM.addEventListener('scroll', scrolled, { passive: true })
      this.#stop.push(() => {
        for (const type of LEADS) dom.removeEventListener(type, lead, { capture: true })
        scrollDOM.removeEventListener('scroll', scrolled)
      })
    }
  }

  /** The side that the other one follows. */
  get leader(): Side {
    return this.#leader
  }

  /** Switches the link; switched on, the other side comes to where the leading one is. */
  set(on: boolean): void {
    this.#on = on
    this.#bias = null
    this.#sync()
  }

  /** Begins where both sides stand: what they keep between them is what they were left with. */
  begin(on: boolean, leader: Side): void {
    this.#on = on
    this.#leader = leader
    this.moveBoth(() => undefined)
  }

  /** Makes a side the one that the other follows. */
  lead(side: Side): void {
    if (this.#leader === side) return
    this.#leader = side
    this.#bias = null
  }

  /** Lets both sides be moved by themselves, and keeps the distance at which they come to stand. */
  moveBoth(move: () => void): void {
    this.#held = true
    move()
    // CodeMirror scrolls when it has measured, in the frame after; heights that were estimates are known one later.
    this.#after(3, () => {
      this.#held = false
      const at = this.#counterpart()
      const other = this.#linked[otherSide(this.#leader)]
      if (at.offset !== null)
        this.#bias = { part: at.from, pixels: other.scrollDOM.scrollTop - scrollTopFor(other, at.offset) }
      this.#told(this.#leader, at)
    })
  }

  /** Takes all listeners off. */
  end(): void {
    cancelAnimationFrame(this.#frame)
    for (const stop of this.#stop) stop()
  }

  #after(frames: number, run: () => void): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => (frames > 1 ? this.#after(frames - 1, run) : run()))
  }

  #counterpart(): Counterpart {
    const { spans, alignment } = this.#linked
    const { start, end } = spans[this.#leader]
    const offset = Math.min(Math.max(depthAtTop(this.#linked[this.#leader]), start), end - 1)
    return counterpartOf(alignment, letterOf(this.#leader), offset)
  }

  #sync(): void {
    if (this.#held) return
    const at = this.#counterpart()
    this.#told(this.#leader, at)
    if (!this.#on || at.offset === null) return
    if (this.#bias && this.#bias.part !== at.from) this.#bias = null
    const other = this.#linked[otherSide(this.#leader)]
    const before = other.scrollDOM.scrollTop
    other.scrollDOM.scrollTop = scrollTopFor(other, at.offset) + (this.#bias?.pixels ?? 0)
    // Far away heights are estimates until the text there is drawn.
    if (Math.abs(other.scrollDOM.scrollTop - before) > other.scrollDOM.clientHeight) this.#after(2, () => this.#sync())
  }
}
