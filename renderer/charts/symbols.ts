/** A mark of a shape (`shapeOf`) as the drawing engine takes it. */
export function symbolAt(shape: string, x: number, y: number, radius: number, style: object) {
  const polygon = (points: readonly (readonly [number, number])[]) => ({
    type: 'polygon' as const,
    shape: { points: points.map(([dx, dy]) => [x + dx * radius, y + dy * radius]) },
    style,
  })
  switch (shape) {
    case 'rect':
    case 'roundRect':
      return {
        type: 'rect' as const,
        shape: {
          x: x - radius * 0.88,
          y: y - radius * 0.88,
          width: radius * 1.76,
          height: radius * 1.76,
          r: shape === 'rect' ? 0 : radius * 0.5,
        },
        style,
      }
    case 'triangle':
      return polygon([
        [0, -1.1],
        [1.05, 0.85],
        [-1.05, 0.85],
      ])
    case 'diamond':
      return polygon([
        [0, -1.2],
        [1.2, 0],
        [0, 1.2],
        [-1.2, 0],
      ])
    case 'arrow':
      return polygon([
        [0, -1.1],
        [1, 1],
        [0, 0.4],
        [-1, 1],
      ])
    default:
      return { type: 'circle' as const, shape: { cx: x, cy: y, r: radius }, style }
  }
}
