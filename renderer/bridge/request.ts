import type { Channel } from '#shared/ipc/channels'
import { CONTRACT, type Input, type Output } from '#shared/ipc/contract'
import { failure, type Result, resultOf } from '#shared/ipc/result'
import { port } from './port'

const detailsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/**
 * Asks main for something. The input is validated before it leaves and the answer when it comes; what does not fit
 * the contract, and a main process that does not answer, become failures, so callers have one kind of error.
 */
export async function request<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>>> {
  const sent = CONTRACT[channel].input.safeParse(input)
  if (!sent.success) return failure('errors.ipc.input', { channel, detail: sent.error.message })
  let answer: unknown
  try {
    answer = await port().invoke(channel, sent.data)
  } catch (error) {
    return failure('errors.ipc.unexpected', { channel, detail: detailsOf(error) })
  }
  const received = resultOf(CONTRACT[channel].output).safeParse(answer)
  if (!received.success) return failure('errors.ipc.output', { channel, detail: received.error.message })
  return received.data as Result<Output<C>>
}
