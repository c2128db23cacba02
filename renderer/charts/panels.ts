/** Where a panel of small multiples stands, in CSS pixels. */
export interface PanelRect {
  left: number
  top: number
  width: number
  height: number
}

/** Space above the first panel: the legend. */
const HEAD = 34
/** Inside a panel: title above, labels below, axis labels at the left. */
const TITLE = 44
const FOOT = 44
const SIDE = 52
const RIGHT = 16
const GAP = 12
const LEAST_HEIGHT = 240
const LEAST_WIDTH = 360
const MOST_COLUMNS = 3

/** The panels of a chart: where each title and each plot stands, and how high the whole is. */
export interface PanelLayout {
  titles: readonly { left: number; top: number }[]
  plots: readonly PanelRect[]
  height: number
}

/**
 * Lays small multiples out in as many columns as leave each panel the width it needs.
 * @param count number of panels
 * @param wanted width that a panel needs for its labels
 * @param leastHeight height that a panel needs
 * @param head space above the first panel: keys and notes
 */
export function layPanels(
  count: number,
  size: { width: number; height: number },
  wanted: number,
  leastHeight = LEAST_HEIGHT,
  head = HEAD,
): PanelLayout {
  const least = Math.max(LEAST_WIDTH, Math.min(wanted, size.width))
  const columns = Math.max(1, Math.min(MOST_COLUMNS, count, Math.floor((size.width + GAP) / (least + GAP))))
  const rows = Math.max(1, Math.ceil(count / columns))
  const width = (size.width - GAP * (columns - 1)) / columns
  const height = Math.max(LEAST_HEIGHT, leastHeight, (size.height - head) / rows)
  const cells = Array.from({ length: count }, (_, index) => ({
    left: (index % columns) * (width + GAP),
    top: head + Math.floor(index / columns) * height,
  }))
  return {
    titles: cells.map(({ left, top }) => ({ left: left + 8, top: top + 4 })),
    plots: cells.map(({ left, top }) => ({
      left: left + SIDE,
      top: top + TITLE,
      width: Math.max(40, width - SIDE - RIGHT),
      height: Math.max(60, height - TITLE - FOOT),
    })),
    height: Math.ceil(head + rows * height),
  }
}
