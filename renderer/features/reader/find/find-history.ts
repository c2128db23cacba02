const KEY = 'duibiao.reader.find'

/** So many of the last phrases are kept. */
const KEPT = 20

/** What was looked for last, the newest first. */
export function findHistory(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []
  } catch {
    // Not JSON: a list of old searches is nothing to bother anyone with.
    return []
  }
}

/** Notes a phrase as the one looked for last. */
export function noteSearch(phrase: string): void {
  if (phrase.trim() === '') return
  const kept = [phrase, ...findHistory().filter((other) => other !== phrase)].slice(0, KEPT)
  localStorage.setItem(KEY, JSON.stringify(kept))
}
