import '../import/jitless'
import type { Request } from './protocol'
import { serve } from './serve'

/** The statements worker: answers what its window asks, until it is ended. */
const { take } = serve({ postMessage: (message, transfer) => postMessage(message, { transfer }) })

addEventListener('message', ({ data }: MessageEvent<Request>) => void take(data))
