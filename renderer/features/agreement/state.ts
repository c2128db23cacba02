import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { AgreementUnit } from '#shared/coding/agreement/coded-units'
import { message } from '#shared/model/identity'
import { reasonOf } from '../../storage'
import { notify } from '../../workbench'
import { askAgreement } from '../../workers/agreement/client'
import type { AgreementAnswer, AgreementQuery, ListedDisagreement } from '../../workers/agreement/protocol'

/** What is compared, as it is chosen. */
export type Choice = Omit<AgreementQuery, 'project'>

export interface AgreementState {
  choice: Choice
  /** What was computed last, and of whom. */
  found: { choice: Choice; answer: AgreementAnswer } | null
  working: { done: number; total: number; stop: AbortController } | null
  /** The code whose disagreements are listed; null for all. */
  code: string | null
  /** The disagreement that the keyboard is on. */
  selected: string | null
}

const NOTHING: Choice = { authors: [], reports: null, unit: 'sentence', untouched: false, byRule: false }

export const agreementState = createStore<AgreementState>(() => ({
  ...{ choice: NOTHING, found: null, working: null, code: null, selected: null },
}))

export const useAgreement = <T>(select: (state: AgreementState) => T): T => useStore(agreementState, select)

/** Changes what is compared; it is computed when asked for. */
export const choose = (patch: Partial<Choice>): void =>
  agreementState.setState(({ choice }) => ({ choice: { ...choice, ...patch } }))

export const UNITS = ['character', 'clause', 'sentence'] as const satisfies AgreementUnit[]

/** Names a disagreement. */
export const disputeKey = ({ report, code, start, end }: ListedDisagreement): string =>
  `${report} ${code} ${start} ${end}`

/** Computes the agreement of the chosen authors, off the window's thread. */
export async function compute(project: string): Promise<void> {
  const { choice, working } = agreementState.getState()
  if (working) return
  if (choice.authors.length < 2) return void notify('warning', message('agreement.needTwo'))
  const stop = new AbortController()
  agreementState.setState({ working: { done: 0, total: 0, stop } })
  try {
    const answer = await askAgreement({ ...choice, project }, stop.signal, (done, total) =>
      agreementState.setState({ working: { done, total, stop } }),
    )
    agreementState.setState({ found: { choice, answer }, code: null })
  } catch (error) {
    if (!stop.signal.aborted) notify('error', reasonOf(error, 'agreement.failed'))
  } finally {
    agreementState.setState({ working: null })
  }
}

/** Gives up what is computed. */
export const cancel = (): void => agreementState.getState().working?.stop.abort(new DOMException('ended', 'AbortError'))

/** A disagreement that was settled is none any more; the figures are those of before until they are computed again. */
export const settled = (key: string, next: string | null): void =>
  agreementState.setState(({ found }) => {
    if (!found) return {}
    const disagreements = found.answer.disagreements.filter((one) => disputeKey(one) !== key)
    const parted = found.answer.parted - (found.answer.disagreements.length - disagreements.length)
    return { found: { ...found, answer: { ...found.answer, disagreements, parted } }, selected: next }
  })
