/** Progress is told at most this often, in milliseconds. */
const EVERY = 100

/** Passes progress on, not more often than a window can draw it; the last of a step always. */
export function thinned<S extends string>(
  tell: (step: S, done: number, total: number) => void,
): (step: S, done: number, total: number) => void {
  let last = 0
  return (step, done, total) => {
    const now = Date.now()
    if (done < total && now - last < EVERY) return
    last = now
    tell(step, done, total)
  }
}
