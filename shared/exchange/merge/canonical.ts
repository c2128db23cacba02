/**
 * A value as text, the same for values that say the same: the order of fields does not matter, a field that is undefined
 * is one that is not there.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value).filter(([, held]) => held !== undefined)
  fields.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, held]) => `${JSON.stringify(name)}:${canonical(held)}`).join()}}`
}

/** Whether two values say the same. */
export const alike = (a: unknown, b: unknown): boolean => a === b || canonical(a) === canonical(b)
