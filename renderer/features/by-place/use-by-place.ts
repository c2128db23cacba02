import { useEffect, useState } from 'react'
import type { Message } from '#shared/model/identity'
import { type ByPlaceClient, ByPlaceError } from '../../workers/by-place/client'

/** What a worker has made of places, as far as it is. */
export interface Made<Value> {
  places: ReadonlyMap<string, Value>
  /** Null when all is made. */
  progress: { done: number; total: number } | null
  failed: Message | null
  /** True once all that is asked for has been made; while it is made anew the old is shown. */
  complete: boolean
}

/** What is made so far is shown this often, in milliseconds. */
const SHOWN = 400

const START = { done: 0, total: 0 }

interface State<Value> extends Omit<Made<Value>, 'complete'> {
  /** The places that it was last made for, null for all; undefined before the first time. */
  of: string | null | undefined
}

/**
 * What a worker makes of places, again when something has changed; what was made before is shown meanwhile.
 * @param codes the places, null for all of the library
 * @param going nothing is made while it is false: nobody looks, or an import runs
 */
export function useByPlace<Views extends object, View extends keyof Views & string>(
  client: ByPlaceClient<Views>,
  view: View,
  codes: readonly string[] | null,
  going: boolean,
): Made<Views[View]> {
  const [made, setMade] = useState<State<Views[View]>>({
    places: new Map(),
    progress: START,
    failed: null,
    of: undefined,
  })
  const [turn, setTurn] = useState(0)
  const name = codes === null ? null : codes.join(' ')
  useEffect(() => (going ? client.look(() => setTurn((before) => before + 1)) : undefined), [client, going])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn begins when something has changed
  useEffect(() => {
    if (!going) return
    const ended = new AbortController()
    const places = new Map<string, Views[View]>()
    let last = performance.now()
    setMade((before) => ({ ...before, progress: START, failed: null }))
    const read = async (): Promise<void> => {
      try {
        await client.read(
          view,
          name === null ? null : name.split(' ').filter(Boolean),
          (values) => {
            for (const { place, value } of values) places.set(place, value)
            const { done = 0, total = 0 } = values.at(-1) ?? {}
            if (performance.now() - last < SHOWN) return
            last = performance.now()
            setMade((before) => ({
              ...before,
              places: new Map([...before.places, ...places]),
              progress: { done, total },
              failed: null,
            }))
          },
          ended.signal,
        )
        setMade({ places, progress: null, failed: null, of: name })
      } catch (error) {
        if (ended.signal.aborted) return
        const failed = error instanceof ByPlaceError ? error.reason : null
        // Nothing is under way any more, whatever ended it.
        setMade((before) => ({ ...before, progress: null, failed, of: name }))
        if (!failed) throw error
      }
    }
    void read()
    return () => ended.abort(new DOMException('outdated', 'AbortError'))
  }, [client, going, turn, view, name])
  const { of, ...rest } = made
  return { ...rest, complete: of === name }
}
