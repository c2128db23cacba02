/** The areas that F6 goes through, in reading order; those that aren't shown are left out. */
const AREAS = ['activities', 'left', 'main', 'bottom', 'right', 'status'] as const

const FOCUSABLE = 'button:not(:disabled), [href], input:not(:disabled), textarea, select, [tabindex]'

const lastIn = new WeakMap<Element, HTMLElement>()

const shown = (element: HTMLElement): boolean => element.tabIndex >= 0 && element.checkVisibility?.() !== false

/** Notes where the focus was in each area, so that F6 comes back to it. Returns the function that stops it. */
export function rememberFocus(root: Document): () => void {
  const noted = (event: FocusEvent) => {
    if (!(event.target instanceof HTMLElement)) return
    const area = event.target.closest('[data-area]')
    if (area) lastIn.set(area, event.target)
  }
  root.addEventListener('focusin', noted)
  return () => root.removeEventListener('focusin', noted)
}

/** Moves the focus into the next area (1) or the one before (-1); false where none can take it. */
export function focusArea(root: Document, step: 1 | -1): boolean {
  const areas = AREAS.flatMap((name) => root.querySelector<HTMLElement>(`[data-area="${name}"]`) ?? [])
  const from = areas.findIndex((area) => area.contains(root.activeElement))
  const start = from < 0 && step < 0 ? 0 : from
  for (let offset = 1; offset <= areas.length; offset += 1) {
    const area = areas[(((start + offset * step) % areas.length) + areas.length) % areas.length]
    if (!area) continue
    const before = lastIn.get(area)
    const back = before && area.contains(before) && shown(before) ? before : undefined
    const target = back ?? [...area.querySelectorAll<HTMLElement>(FOCUSABLE)].find(shown)
    if (!target) continue
    target.focus()
    return true
  }
  return false
}
