import '../import/jitless'
import type { Request } from '../by-place/protocol'
import { serve } from '../by-place/serve'
import { LEDGER_VIEWS } from './maker'

/** The ledger worker: holds targets against results for its window, until it is ended. */
const { take } = serve({ postMessage: (message) => postMessage(message) }, LEDGER_VIEWS, 'ledger.failed')

addEventListener('message', ({ data }: MessageEvent<Request>) => void take(data))
