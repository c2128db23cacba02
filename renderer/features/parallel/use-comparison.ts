import { useEffect } from 'react'
import type { ComparedText } from '#shared/compare/folded'
import { message } from '#shared/model/identity'
import { compareTexts } from '../../workers/parallel/client'
import type { ParallelStore } from './state'

/** Looks for what the two texts share, in a worker, and again when one of them changes; what is outdated is ended. */
export function useComparison(store: ParallelStore, a: ComparedText, b: ComparedText): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the joins follow from the text, each query makes new ones
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    store.setState({ comparison: { status: 'running', done: 0 }, current: null })
    const told = (done: number): void => store.setState({ comparison: { status: 'running', done } })
    compareTexts(a, b, { signal, told }).then(
      (found) => store.setState({ comparison: { status: 'found', found } }),
      (error: unknown) => {
        if (signal.aborted) return
        const details = error instanceof Error ? (error.stack ?? error.message) : String(error)
        store.setState({ comparison: { status: 'failed', reason: message('parallel.failed', {}), details } })
      },
    )
    return () => controller.abort()
  }, [store, a.text, b.text, a.span.start, a.span.end, b.span.start, b.span.end])
}
