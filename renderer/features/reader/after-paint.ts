/** A window that paints nothing, as one that is covered, waits this long instead; milliseconds. */
const UNPAINTED = 250

/** Does something once after the next paint: a key shows its result first. Returns the function that gives it up. */
export function afterPaint(work: () => void): () => void {
  // A frame's callbacks run before its paint; a task of its own comes after.
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer)
    timer = setTimeout(work)
  })
  let timer = setTimeout(() => {
    cancelAnimationFrame(frame)
    work()
  }, UNPAINTED)
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/** Does something after so many paints; returns the function that gives it up. */
export function afterPaints(count: number, work: () => void): () => void {
  let giveUp = afterPaint(() => {
    if (count > 1) giveUp = afterPaints(count - 1, work)
    else work()
  })
  return () => giveUp()
}

/** Resolves after the next paint. */
export const nextPaint = (): Promise<void> => new Promise((done) => void afterPaint(done))
