import type { z } from 'zod'
import type { Channel } from '#shared/ipc/channels'
import { CONTRACT, type Contract, type Output } from '#shared/ipc/contract'
import { failure, type Result, success } from '#shared/ipc/result'
import { Problem } from '../files/problem'
import { isTrustedSender, type SenderFrame } from './trusted-sender'

/**
 * What a handler gets and gives; what it throws becomes a failure. `asking` is the contents that sent the request: there
 * may be several windows.
 */
export type Handler<C extends Channel> = (
  input: z.output<Contract[C]['input']>,
  asking: unknown,
) => Output<C> | Promise<Output<C>>

/** A handler for each channel: a missing or an extra one does not compile. */
export type Handlers = { [C in Channel]: Handler<C> }

/** The part of Electron's event that is looked at. */
export interface RequestEvent {
  /** The contents that sent the request. */
  readonly sender: unknown
  readonly senderFrame: SenderFrame | null
}

/** What answering needs beside the handler. */
export interface AnswerNeeds {
  /** Whether these contents are those of a window of the workbench. */
  isWorkbench(contents: unknown): boolean
  /** Told of errors that no handler meant: they are defects. */
  logDefect(channel: Channel, error: unknown): void
}

/**
 * Answers a channel: refuses strange senders, checks what comes in and what goes out against the contract, and turns
 * every error into a failure with a message. The answer never rejects.
 */
export function answer<C extends Channel>(channel: C, handler: Handler<C>, needs: AnswerNeeds) {
  return async (event: RequestEvent, payload: unknown): Promise<Result<unknown>> => {
    if (!isTrustedSender(event.senderFrame, needs.isWorkbench(event.sender))) return failure('errors.ipc.sender')
    const contract: { input: z.ZodType; output: z.ZodType } = CONTRACT[channel]
    const input = contract.input.safeParse(payload)
    if (!input.success) return failure('errors.ipc.input', { channel, detail: detailOf(input.error) })
    try {
      // The contract has just proved the type that the compiler cannot follow through the index.
      const value: unknown = await handler(input.data as z.output<Contract[C]['input']>, event.sender)
      const output = contract.output.safeParse(value)
      if (output.success) return success(output.data)
      needs.logDefect(channel, output.error)
      return failure('errors.ipc.output', { channel, detail: detailOf(output.error) })
    } catch (error) {
      if (error instanceof Problem) return { ok: false, error: error.reason }
      needs.logDefect(channel, error)
      return failure('errors.ipc.unexpected', {
        channel,
        detail: error instanceof Error ? error.message : String(error),
      })
    }
  }
}

/** The first fault that a schema found, with its path. */
function detailOf(error: z.ZodError): string {
  const issue = error.issues[0]
  return issue ? `${issue.path.join('.')} ${issue.message}`.trim() : error.message
}
