import { useEffect, useState } from 'react'
import { useSession } from '../../../storage'
import { wordsClientOf } from '../../../workers/words/client'
import type { WordsAnswers, WordsKind, WordsQueries } from '../../../workers/words/protocol'

/** How far a question is. The answer to the question before stays until there is another one. */
export interface Asked<K extends WordsKind> {
  answer: WordsAnswers[K] | null
  /** Null when nothing is being worked out. */
  progress: { done: number; total: number } | null
  failed: string | null
}

/**
 * Asks the words worker; a question that is outdated is given up.
 * @param query null asks nothing; must keep its identity while nothing in it is different
 * @param round asks again when it is another one: the texts or marks have changed
 */
export function useAnswer<K extends WordsKind>(kind: K, query: WordsQueries[K] | null, round: unknown): Asked<K> {
  const project = useSession().project.id
  const [asked, setAsked] = useState<Asked<K>>({ answer: null, progress: null, failed: null })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks the same question again
  useEffect(() => {
    if (!query) {
      setAsked({ answer: null, progress: null, failed: null })
      return
    }
    const ended = new AbortController()
    const { signal } = ended
    setAsked(({ answer }) => ({ answer, progress: { done: 0, total: 0 }, failed: null }))
    const told = (done: number, total: number): void => {
      if (!signal.aborted) setAsked((before) => ({ ...before, progress: { done, total } }))
    }
    wordsClientOf(project)
      .ask(kind, query, { signal, told })
      .then(
        (answer) => signal.aborted || setAsked({ answer, progress: null, failed: null }),
        (error: unknown) => {
          if (signal.aborted) return
          const failed = error instanceof Error ? error.message : String(error)
          setAsked(({ answer }) => ({ answer, progress: null, failed }))
        },
      )
    return () => ended.abort()
  }, [project, kind, query, round])
  return asked
}
