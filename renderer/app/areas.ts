/** The areas that F6 goes through, in reading order; those that aren't shown are left out. */
const AREAS = ['activities', 'left', 'main', 'bottom', 'right', 'status'] as const

/** What can take the focus; the edge of a side area comes last, it is not what one goes there for. */
const FOCUSABLE =
  'button:not(:disabled), [href], input:not(:disabled), textarea, select, [tabindex]:not([role="separator"])'

/** What a view is there for: what it marks so, else the list, tree or table whose keys are its own. */
const FIRST = [
  '[data-focus-first]',
  ...['grid', 'tree', 'listbox'].flatMap((role) => [
    `[role="${role}"][tabindex="0"]`,
    `[role="${role}"] [tabindex="0"]`,
  ]),
].join(', ')

const lastIn = new WeakMap<Element, HTMLElement>()

const isShown = (element: HTMLElement): boolean => element.checkVisibility?.({ visibilityProperty: true }) !== false
const canTake = (element: HTMLElement): boolean => element.tabIndex >= 0 && isShown(element)
const firstOf = (around: HTMLElement, selector: string): HTMLElement | undefined =>
  [...around.querySelectorAll<HTMLElement>(selector)].find(canTake)

/** The view of an area that is seen. */
const viewIn = (area: Element): HTMLElement | undefined =>
  [...area.querySelectorAll<HTMLElement>('[data-view]')].find(isShown)

/**
 * Notes where the focus was in each area and view, so that it comes back there: also when what has it is taken out of
 * the page, as a dialog that closes or a field that is settled. Returns the function that stops it.
 */
export function rememberFocus(root: Document): () => void {
  let last: HTMLElement | null = null
  let lastArea: HTMLElement | null = null
  const isGone = () => last?.isConnected === false && !stopEntering && isFocusLost(root)
  const mend = () => {
    if (isGone()) mendFocus(root, lastArea)
  }
  // Whoever took it away may give the focus to something else at once; that counts.
  const observer = new MutationObserver(() => {
    if (isGone()) setTimeout(mend)
  })
  observer.observe(root.body, { subtree: true, childList: true })
  const noted = (event: FocusEvent) => {
    if (!(event.target instanceof HTMLElement)) return
    last = event.target
    const view = event.target.closest('[data-view]')
    if (view) lastIn.set(view, event.target)
    const area = event.target.closest<HTMLElement>('[data-area]')
    if (area) lastArea = area
    // Not the tab of a view: one goes into the area for what is under it.
    if (area && (view || !viewIn(area))) lastIn.set(area, event.target)
  }
  root.addEventListener('focusin', noted)
  return () => {
    observer.disconnect()
    root.removeEventListener('focusin', noted)
  }
}

/** True while the focus is on the page itself, or on something that was hidden under it. */
export function isFocusLost(root: Document): boolean {
  const at = root.activeElement
  return at === null || at === root.body || at.checkVisibility?.() === false
}

const backIn = (around: HTMLElement): HTMLElement | undefined => {
  const before = lastIn.get(around)
  return before && around.contains(before) && canTake(before) ? before : undefined
}

/**
 * Moves the focus into an area or view: to where it was, else to what the view is there for, else to the first that
 * can take it; false if none can.
 */
export function focusInto(around: HTMLElement): boolean {
  const view = viewIn(around)
  const target =
    backIn(around) ?? firstOf(around, FIRST) ?? (view && firstOf(view, FOCUSABLE)) ?? firstOf(around, FOCUSABLE)
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

/** Gives the focus to a dialog that is open, else to an area or the tabs in the middle, when what had it is gone. */
export function mendFocus(root: Document, area: HTMLElement | null = null): void {
  if (!isFocusLost(root)) return
  const dialogs = [...root.querySelectorAll<HTMLElement>('[role="dialog"][aria-modal="true"]')].filter(isShown)
  const main = root.querySelector<HTMLElement>('[data-area="main"]')
  const around = dialogs.at(-1) ?? (area?.isConnected ? area : main)
  if (around) focusInto(around)
}

let stopEntering: (() => void) | null = null

/**
 * Moves the focus into a view that was just opened. Its contents may not be drawn yet, or still be hidden: until what
 * it is there for appears, the focus waits in the view itself. Ends when that has the focus, when the user moves the
 * focus or presses a key there, and when another view is opened.
 * @param find the view's frame, null while it isn't in the page
 * @returns the function that ends it
 */
export function enterView(root: Document, find: () => HTMLElement | null): () => void {
  stopEntering?.()
  const before = root.activeElement
  /** What has the focus until what the view is there for is drawn. */
  let waiting: HTMLElement | null = null
  let moving = false
  const give = (target: HTMLElement) => {
    moving = true
    target.focus()
    moving = false
  }
  const end = () => {
    observer.disconnect()
    root.removeEventListener('focusin', moved, true)
    root.removeEventListener('pointerdown', end, true)
    root.removeEventListener('keydown', pressed, true)
    if (stopEntering === end) stopEntering = null
  }
  const attempt = () => {
    const frame = find()
    if (!frame || !isShown(frame)) return
    const at = root.activeElement
    const first = firstOf(frame, FIRST)
    if (frame.contains(at) && at !== before && at !== waiting) return end()
    if (first) {
      give(first)
      return end()
    }
    if (waiting && waiting !== frame && at === waiting) return
    waiting = backIn(frame) ?? firstOf(frame, FOCUSABLE) ?? frame
    if (at !== waiting) give(waiting)
  }
  const moved = () => {
    if (!moving) end()
  }
  const pressed = () => {
    if (waiting && root.activeElement === waiting) end()
  }
  const observer = new MutationObserver(attempt)
  stopEntering = end
  root.addEventListener('focusin', moved, true)
  root.addEventListener('pointerdown', end, true)
  root.addEventListener('keydown', pressed, true)
  observer.observe(root.body, { subtree: true, childList: true, attributes: true })
  attempt()
  return end
}

/** Moves the focus into the view of this type and key, as soon as it is drawn. */
export const enterOpened = (root: Document, type: string, key: string): (() => void) =>
  enterView(
    root,
    () =>
      [...root.querySelectorAll<HTMLElement>('[data-view]')].find(
        ({ dataset }) => dataset.view === type && dataset.viewKey === key,
      ) ?? null,
  )
