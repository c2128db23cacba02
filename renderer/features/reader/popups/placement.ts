/** Distance between a popup and what it is about, and to the edges of the window, in CSS pixels. */
const GAP = 6

/** Where something stands in the window, in CSS pixels. */
export interface Box {
  left: number
  top: number
  bottom: number
}

interface Size {
  width: number
  height: number
}

/** Below the box where there is room, above it otherwise; always inside the window. CSS pixels of the window. */
export function placeBeside(box: Box, size: Size, window: Size): { left: number; top: number } {
  const below = box.bottom + GAP
  const above = box.top - GAP - size.height
  const fits = below + size.height + GAP <= window.height
  const top = fits || above < GAP ? below : above
  return {
    left: Math.max(GAP, Math.min(box.left, window.width - size.width - GAP)),
    top: Math.max(GAP, Math.min(top, window.height - size.height - GAP)),
  }
}
