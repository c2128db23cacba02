/** The two sides of the view. */
export const SIDES = ['left', 'right'] as const
export type Side = (typeof SIDES)[number]

export const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left')

/** The side as the comparison names it: the first text is the left one. */
export const letterOf = (side: Side): 'a' | 'b' => (side === 'left' ? 'a' : 'b')

/** The key of a view of two reports, by their ids. */
export const keyOf = ({ left, right }: Readonly<Record<Side, string>>): string => `${left}|${right}`

/** The ids of the two reports of a view; null for a key that names none (a layout edited by hand). */
export function reportsOf(key: string): Readonly<Record<Side, string>> | null {
  const [left, right, ...rest] = key.split('|')
  return left && right && rest.length === 0 ? { left, right } : null
}

/** Id of a side's reading surface. */
export const surfaceOf = (key: string, side: Side): string => `parallel:${key}:${side}`
