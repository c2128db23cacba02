import { answerTo } from './answer'
import type { CompareRequest } from './protocol'

/** The worker of the readers side by side: compares two texts, once; whoever started it ends it. */
addEventListener('message', ({ data }: MessageEvent<CompareRequest>) => answerTo(data, (answer) => postMessage(answer)))
