import type { LayerMarker } from '@codemirror/view'

/** A stripe as it is drawn, in CSS pixels from the top left of what scrolls. */
export interface DrawnStripe {
  /** Id of the annotation. */
  id: string
  label: string
  /** `#rrggbb`, null for an annotation without a code. */
  color: string | null
  left: number
  top: number
  height: number
  /** Its name is written along it. */
  named: boolean
  /** What it is drawn as besides; class names. */
  look: string
  /** Which of two that lie over each other is above, from 0. */
  depth: number
}

const KEYS = ['id', 'label', 'color', 'left', 'top', 'height', 'named', 'look', 'depth'] as const

/** A Chinese name of so many characters is as tall as these many pixels each; Latin letters take about half. */
const CHARACTER = 13

const nameLength = (name: string): number => [...name].reduce((sum, c) => sum + (c < '\u2e80' ? 0.6 : 1), 0)

/** A stripe of the margin in CodeMirror's layer. */
export class StripeMarker implements LayerMarker {
  readonly drawn: DrawnStripe

  constructor(drawn: DrawnStripe) {
    this.drawn = drawn
  }

  eq(other: LayerMarker): boolean {
    return other instanceof StripeMarker && KEYS.every((key) => other.drawn[key] === this.drawn[key])
  }

  draw(): HTMLElement {
    const element = document.createElement('div')
    this.adjust(element)
    return element
  }

  update(element: HTMLElement, before: LayerMarker): boolean {
    // Writing what stands there would have the browser resolve its style anew.
    if (!this.eq(before)) this.adjust(element)
    return true
  }

  private adjust(element: HTMLElement): void {
    const { id, label, color, left, top, height, named, look, depth } = this.drawn
    element.className = `db-stripe ${look}${color ? '' : ' db-stripe-plain'}`
    element.dataset.annotation = id
    element.title = label
    if (color) element.style.setProperty('--db-code', color)
    else element.style.removeProperty('--db-code')
    element.style.left = `${left}px`
    element.style.top = `${top}px`
    element.style.height = `${height}px`
    element.style.zIndex = String(depth)
    element.textContent = named && nameLength(label) * CHARACTER <= height ? label : ''
  }
}
