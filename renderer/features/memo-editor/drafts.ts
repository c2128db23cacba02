/** What was typed into a memo and is not stored yet. */
interface Draft {
  text: string
  /** What was stored when the typing began. */
  before: string
  /** When it was typed last, milliseconds since 1970. */
  at: number
}

const PREFIX = 'duibiao.memoDraft.'

/** Keeps what is typed in this computer's window storage, so that not even a crash takes it. */
export const keepDraft = (key: string, draft: Draft): void => localStorage.setItem(PREFIX + key, JSON.stringify(draft))

/** Forgets a draft; one that has been typed on since stays. */
export function forgetDraft(key: string, text: string): void {
  if (draftOf(key)?.text === text) localStorage.removeItem(PREFIX + key)
}

/** The draft of a memo, null where there is none. */
export function draftOf(key: string): Draft | null {
  const kept = localStorage.getItem(PREFIX + key)
  if (kept === null) return null
  try {
    const { text, before, at } = JSON.parse(kept) as Partial<Record<keyof Draft, unknown>>
    return typeof text === 'string' && typeof before === 'string' && typeof at === 'number'
      ? { text, before, at }
      : null
  } catch {
    // Not JSON: written by something else.
    return null
  }
}

/**
 * Keys of the drafts that begin so and were last typed at before a time: nobody is at them any more.
 * @param time milliseconds since 1970
 */
export const draftsLeft = (begin: string, time: number): string[] =>
  Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? '')
    .filter((key) => key.startsWith(PREFIX + begin))
    .map((key) => key.slice(PREFIX.length))
    .filter((key) => (draftOf(key)?.at ?? time) < time)
