/** A rectangle on the canvas, in CSS pixels. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A point with a label of a size. */
export interface Labelled {
  x: number
  y: number
  width: number
  height: number
}

const GAP = 7

/** Where a label may stand around its point, the best first: right, left, above, below, and between them. */
const SIDES = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [0.7, -0.8],
  [0.7, 0.8],
  [-0.7, -0.8],
  [-0.7, 0.8],
] as const

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const inside = (box: Box, bounds: Box): boolean =>
  box.x >= bounds.x &&
  box.y >= bounds.y &&
  box.x + box.width <= bounds.x + bounds.width &&
  box.y + box.height <= bounds.y + bounds.height

function boxAt({ x, y, width, height }: Labelled, [across, up]: (typeof SIDES)[number]): Box {
  const left = across > 0 ? x + GAP * Math.abs(across) : across < 0 ? x - GAP * Math.abs(across) - width : x - width / 2
  const top = up === 0 ? y - height / 2 : up < 0 ? y - GAP * Math.abs(up) - height : y + GAP * Math.abs(up)
  return { x: left, y: top, width, height }
}

/**
 * Finds a place for each label beside its point, so that no label covers another one or a point and none leaves the
 * plot. The first points are served first.
 * @param radius of the points
 * @returns the box of each label, null where there is no room
 */
export function placeLabels(points: readonly Labelled[], bounds: Box, radius: number): (Box | null)[] {
  const dots = points.map(({ x, y }) => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }))
  const taken: Box[] = []
  return points.map((point, index) => {
    const found = SIDES.map((side) => boxAt(point, side)).find(
      (box) =>
        inside(box, bounds) &&
        !taken.some((other) => overlap(box, other)) &&
        !dots.some((dot, at) => at !== index && overlap(box, dot)),
    )
    if (found) taken.push(found)
    return found ?? null
  })
}
