/** Distance between a popup and what it is about, and to the edges of the window, in CSS pixels. */
const GAP = 6

/** Where something stands in the window, in CSS pixels. */
export interface Box {
  left: number
  top: number
  bottom: number
}

interface Sides {
  left: number
  right: number
}

interface Size {
  width: number
  height: number
}

/**
 * So far the box must go up for a popup to find room below it; 0 where there is room below or above it. CSS pixels.
 */
export function lacking(box: Box, { height }: Size, window: Size): number {
  if (box.top - GAP - height >= GAP) return 0
  return Math.max(0, box.bottom + height + 2 * GAP - window.height)
}

/**
 * Below the box where there is room, above it otherwise; always inside the window, and inside the frame (the text)
 * where that is wide enough, so that panels beside it stay in view. CSS pixels of the window.
 */
export function placeBeside(box: Box, size: Size, window: Size, frame: Sides): { left: number; top: number } {
  const below = box.bottom + GAP
  const above = box.top - GAP - size.height
  const fitsBelow = below + size.height + GAP <= window.height
  const top = fitsBelow || above < GAP ? below : above
  const seen = { left: Math.max(frame.left, 0), right: Math.min(frame.right, window.width) }
  const fits = seen.right - seen.left >= size.width + 2 * GAP
  const { left, right } = fits ? seen : { left: 0, right: window.width }
  return {
    left: Math.max(left + GAP, Math.min(box.left, right - size.width - GAP)),
    top: Math.max(GAP, Math.min(top, window.height - size.height - GAP)),
  }
}
