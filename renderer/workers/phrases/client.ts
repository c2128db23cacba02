import type { PhrasesAnswers, PhrasesQuestions, PhrasesReply, PhrasesRequest } from './protocol'

const startWorker = (): Worker =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'phrases' })

/**
 * Answers a question on tracked wordings in a worker of its own, which is ended as soon as it is through or no longer
 * wanted.
 * @throws what `signal` was aborted with
 * @throws Error when the worker fails
 */
export function askPhrases<K extends keyof PhrasesQuestions>(
  project: string,
  question: PhrasesQuestions[K],
  signal: AbortSignal,
): Promise<PhrasesAnswers[K]> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const worker = startWorker()
    const end = (settle: () => void): void => {
      worker.terminate()
      signal.removeEventListener('abort', abort)
      settle()
    }
    const abort = (): void => end(() => reject(signal.reason))
    signal.addEventListener('abort', abort)
    worker.addEventListener('error', ({ message }) => end(() => reject(new Error(`phrases worker: ${message}`))))
    worker.addEventListener('message', ({ data }: MessageEvent<PhrasesReply>) => {
      if ('failed' in data) end(() => reject(new Error(data.failed)))
      else end(() => resolve(data.answer as PhrasesAnswers[K]))
    })
    worker.postMessage({ project, question } satisfies PhrasesRequest)
  })
}
