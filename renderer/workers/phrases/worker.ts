import { answerOf } from './answer'
import type { PhrasesReply, PhrasesRequest } from './protocol'

/** The worker of tracked wordings: answers one question; whoever started it ends it. */
addEventListener('message', ({ data }: MessageEvent<PhrasesRequest>) => {
  answerOf(data).then(
    (answer) => postMessage({ answer } satisfies PhrasesReply),
    (error: unknown) => {
      const failed = error instanceof Error ? error.message : String(error)
      postMessage({ failed } satisfies PhrasesReply)
    },
  )
})
