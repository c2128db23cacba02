import { useEffect, useState } from 'react'

/**
 * How many of some parts are drawn by now: the first at once, each further one in a task of its own. Controls of a
 * library take milliseconds each to make; together they would keep the window from answering.
 */
export function useInTurn(count: number): number {
  const [drawn, setDrawn] = useState(1)
  useEffect(() => {
    if (drawn >= count) return
    const next = setTimeout(() => setDrawn(drawn + 1))
    return () => clearTimeout(next)
  }, [drawn, count])
  return drawn
}

/** Of the rows in sight those that are drawn by now, some at once: a screen of them takes longer than a frame. */
export function useRowsInTurn<T>(rows: readonly T[], atOnce: number): readonly T[] {
  const turns = useInTurn(Math.ceil(rows.length / atOnce))
  return rows.length <= turns * atOnce ? rows : rows.slice(0, turns * atOnce)
}
