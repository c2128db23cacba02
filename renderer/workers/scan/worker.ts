import '../import/jitless'
import type { Request } from './protocol'
import { serve } from './serve'

/** The scan worker: looks through texts for its window, until it is ended. */
const { take } = serve({ postMessage: (message) => postMessage(message) })

addEventListener('message', ({ data }: MessageEvent<Request>) => void take(data))
