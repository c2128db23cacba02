import '../import/jitless'
import type { WordsRequest } from './protocol'
import { serve } from './serve'

/** The worker that counts words, topics and codes in the texts of reports, until it is ended. */
const { take } = serve({ postMessage: (message) => postMessage(message) })

addEventListener('message', ({ data }: MessageEvent<WordsRequest>) => void take(data))
