import { startTransition, useEffect, useState } from 'react'
import { afterPaint } from './after-paint'

/** True from the first paint of something on: what is not needed to see it waits until then. */
export function usePainted(what: object | null): boolean {
  const [painted, setPainted] = useState<object | null>(null)
  useEffect(() => {
    if (what) return afterPaint(() => startTransition(() => setPainted(what)))
  }, [what])
  return what !== null && painted === what
}
