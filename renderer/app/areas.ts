/** The areas that F6 goes through, in reading order; those that aren't shown are left out. */
const AREAS = ['activities', 'left', 'main', 'bottom', 'right', 'status'] as const

/** What can take the focus; the edge of a side area comes last, it is not what one goes there for. */
const FOCUSABLE =
  'button:not(:disabled), [href], input:not(:disabled), textarea, select, [tabindex]:not([role="separator"])'

const lastIn = new WeakMap<Element, HTMLElement>()

const shown = (element: HTMLElement): boolean => element.tabIndex >= 0 && element.checkVisibility?.() !== false

/** Notes where the focus was in each area and view, so that it comes back there. Returns the function that stops it. */
export function rememberFocus(root: Document): () => void {
  const noted = (event: FocusEvent) => {
    if (!(event.target instanceof HTMLElement)) return
    for (const kind of ['[data-area]', '[data-view]']) {
      const around = event.target.closest(kind)
      if (around) lastIn.set(around, event.target)
    }
  }
  root.addEventListener('focusin', noted)
  return () => root.removeEventListener('focusin', noted)
}

/** True while the focus is on the page itself, or on something that was hidden under it. */
export function isFocusLost(root: Document): boolean {
  const at = root.activeElement
  return at === null || at === root.body || at.checkVisibility?.() === false
}

/** Moves the focus into an area or view: to where it was, else to the first that can take it; false if none can. */
export function focusInto(around: HTMLElement): boolean {
  const before = lastIn.get(around)
  const back = before && around.contains(before) && shown(before) ? before : undefined
  const target = back ?? [...around.querySelectorAll<HTMLElement>(FOCUSABLE)].find(shown)
  target?.focus()
  return target !== undefined
}

/** Moves the focus into the next area (1) or the one before (-1); false where none can take it. */
export function focusArea(root: Document, step: 1 | -1): boolean {
  const areas = AREAS.flatMap((name) => root.querySelector<HTMLElement>(`[data-area="${name}"]`) ?? [])
  const from = areas.findIndex((area) => area.contains(root.activeElement))
  const start = from < 0 && step < 0 ? 0 : from
  for (let offset = 1; offset <= areas.length; offset += 1) {
    const area = areas[(((start + offset * step) % areas.length) + areas.length) % areas.length]
    if (area && focusInto(area)) return true
  }
  return false
}
