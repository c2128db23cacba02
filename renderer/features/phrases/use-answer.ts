import { useEffect, useState } from 'react'
import type { Message } from '#shared/model/identity'
import { reasonOf, useSession } from '../../storage'
import { askPhrases } from '../../workers/phrases/client'
import type { PhrasesAnswers, PhrasesQuestions } from '../../workers/phrases/protocol'

/** An answer as it is known: not yet there, there, or impossible. */
export interface Asked<T> {
  answer: T | null
  isAsking: boolean
  failed: Message | null
}

/**
 * Asks the worker of wordings; a question that is outdated is given up.
 * @param question null asks nothing; must keep its identity while nothing in it is different
 */
export function usePhrasesAnswer<K extends keyof PhrasesQuestions>(
  question: PhrasesQuestions[K] | null,
): Asked<PhrasesAnswers[K]> {
  const project = useSession().project.id
  const [asked, setAsked] = useState<Asked<PhrasesAnswers[K]>>({ answer: null, isAsking: false, failed: null })
  useEffect(() => {
    setAsked({ answer: null, isAsking: question !== null, failed: null })
    if (!question) return
    const ending = new AbortController()
    const { signal } = ending
    askPhrases<K>(project, question, signal).then(
      (answer) => signal.aborted || setAsked({ answer, isAsking: false, failed: null }),
      (error: unknown) =>
        signal.aborted || setAsked({ answer: null, isAsking: false, failed: reasonOf(error, 'phrases.failed') }),
    )
    return () => ending.abort(new Error('another question is asked'))
  }, [project, question])
  return asked
}
