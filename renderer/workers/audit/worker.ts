import '../import/jitless'
import type { Request } from '../by-place/protocol'
import { serve, viewOf } from '../by-place/serve'
import { AUDIT_MAKER } from './maker'

/** The audit worker: checks the arithmetic of reports for its window, until it is ended. */
const { take } = serve(
  { postMessage: (message) => postMessage(message) },
  { whole: viewOf(AUDIT_MAKER) },
  'audit.failed',
)

addEventListener('message', ({ data }: MessageEvent<Request>) => void take(data))
