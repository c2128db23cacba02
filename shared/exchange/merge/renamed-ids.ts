const LINK = /\[\[(annotation|report|code|memo):([0-9a-f-]{36})/gi

/** The words of a memo in which links lead to other ids. */
export function renamedLinks(text: string, ids: ReadonlyMap<string, string>): string {
  if (!text.includes('[[')) return text
  return text.replace(LINK, (link, type: string, id: string) => {
    const other = ids.get(id.toLowerCase())
    return other === undefined ? link : `[[${type}:${other}`
  })
}

const renamedText = (text: string, ids: ReadonlyMap<string, string>): string => ids.get(text) ?? renamedLinks(text, ids)

/** A value in which ids are others, wherever they stand: as a field, in a list, or in a link of a memo. */
export function renamedIds<T>(value: T, ids: ReadonlyMap<string, string>): T
export function renamedIds(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (ids.size === 0) return value
  if (typeof value === 'string') return renamedText(value, ids)
  if (Array.isArray(value)) return value.map((one) => renamedIds(one, ids))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, renamedIds(held, ids)]))
}
