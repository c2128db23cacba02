import type { LabelTarget } from './plan'

/** A shape as the drawing engine takes it (rect, text, polyline …), and what it stands for. */
export interface Shape {
  element: object
  mark?: number
  also?: number
  follows?: number
  names?: LabelTarget
}

/** A series of ready-made shapes, in pixels of the canvas. Shapes without a meaning let the pointer through. */
export const shapeSeries = (shapes: readonly Shape[], z = 2) => ({
  type: 'custom' as const,
  coordinateSystem: 'none',
  z,
  clip: false,
  renderItem: ({ dataIndex }: { dataIndex: number }) => {
    const shape = shapes[dataIndex]
    if (!shape) return undefined
    const silent = shape.mark === undefined && shape.follows === undefined && shape.names === undefined
    return { ...shape.element, silent, ...(silent ? {} : { cursor: 'pointer' }) }
  },
  data: shapes.map(({ element: _, ...meant }) => ({ value: 0, ...meant })),
})

interface TextStyle {
  color: string
  size?: number
  weight?: number
  align?: 'left' | 'center' | 'right'
  vertical?: 'top' | 'middle' | 'bottom'
  /** What is wider ends in an ellipsis. */
  width?: number
  font: string
}

/** A text at a point. */
export const textAt = (x: number, y: number, text: string, style: TextStyle) => ({
  type: 'text' as const,
  x,
  y,
  style: {
    text,
    fill: style.color,
    fontSize: style.size ?? 12,
    fontWeight: style.weight ?? 400,
    fontFamily: style.font,
    align: style.align ?? 'left',
    verticalAlign: style.vertical ?? 'middle',
    ...(style.width === undefined ? {} : { width: style.width, overflow: 'truncate' as const }),
  },
})

/** A filled rectangle. */
export const rectAt = (x: number, y: number, width: number, height: number, style: object) => ({
  type: 'rect' as const,
  shape: { x, y, width, height },
  style,
})

/** A straight line. */
export const lineAt = (x1: number, y1: number, x2: number, y2: number, style: object) => ({
  type: 'line' as const,
  shape: { x1, y1, x2, y2 },
  style: { fill: 'none', ...style },
})

/**
 * The sign of a mark that is cut off: two slashes of the ground across it.
 * @param lying whether the mark runs from left to right, and the slashes across it from top to bottom
 */
export function cutAt(x: number, y: number, size: number, lying: boolean, ground: string) {
  const reach = size / 2 + 2
  const slash = (shift: number): string =>
    lying
      ? `M${x + shift - 2.5} ${y + reach}L${x + shift + 2.5} ${y - reach}`
      : `M${x - reach} ${y + shift + 2.5}L${x + reach} ${y + shift - 2.5}`
  return {
    type: 'path' as const,
    shape: { pathData: `${slash(-2.5)}${slash(2.5)}` },
    style: { fill: 'none', stroke: ground, lineWidth: 2.5 },
  }
}

/** Slanting lines over a rectangle, cut at its sides: what is missing. */
export function hatchAt(x: number, y: number, width: number, height: number, stroke: string, gap = 7) {
  const parts: string[] = []
  for (let start = gap; start < width + height; start += gap) {
    const [x1, y1] = start <= height ? [0, start] : [start - height, height]
    const [x2, y2] = start <= width ? [start, 0] : [width, start - width]
    parts.push(`M${x + x1} ${y + y1}L${x + x2} ${y + y2}`)
  }
  return {
    type: 'path' as const,
    shape: { pathData: parts.join('') },
    style: { fill: 'none', stroke, lineWidth: 1 },
  }
}
