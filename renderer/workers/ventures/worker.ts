import { comparer } from './answer'
import type { VenturesRequest } from './protocol'

const take = comparer((answer) => postMessage(answer))

/** The worker that compares the ventures of all reports; whoever started it ends it. */
addEventListener('message', ({ data }: MessageEvent<VenturesRequest>) => take(data))
