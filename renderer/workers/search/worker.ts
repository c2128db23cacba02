import '../import/jitless'
import type { SearchRequest } from './protocol'
import { serve } from './serve'

/** The search worker: holds the texts of a project and looks through them for its window, until it is ended. */
const { take } = serve({ postMessage: (message, transfer = []) => postMessage(message, { transfer }) })

addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => void take(data))
