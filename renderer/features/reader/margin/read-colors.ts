import type { OverviewColors } from './overview-marks'

/**
 * The colours in force at an element, as a canvas takes them. Those of codes are read from a probe with the class of
 * their stripes, so that the style sheet alone decides how they are made legible.
 */
export function readColors(element: HTMLElement): OverviewColors {
  const style = getComputedStyle(element)
  const token = (name: string): string => style.getPropertyValue(`--db-${name}`).trim()
  const probe = document.createElement('i')
  probe.className = 'db-code-probe'
  const known = new Map<string | null, string>()
  return {
    code(color) {
      const before = known.get(color)
      if (before !== undefined) return before
      if (color === null) probe.style.removeProperty('--db-code')
      else probe.style.setProperty('--db-code', color)
      element.after(probe)
      const found = getComputedStyle(probe).color
      probe.remove()
      known.set(color, found)
      return found
    },
    target: token('target-mark'),
    result: token('result-mark'),
    bookmark: token('accent'),
    correction: token('danger'),
    hit: token('focus'),
  }
}
