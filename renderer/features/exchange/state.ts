import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ReadFile, ReadType } from '../../workers/exchange/protocol'

/** What is under way, and how far it is. */
export interface Working {
  type: 'write' | 'read' | 'texts' | 'apply'
  done: number
  total: number
  /** Gives it up; null where it can't be: what is being written into the project is one step. */
  cancel: (() => void) | null
}

/** A file that was read and not imported yet. */
export interface Opened {
  file: string
  type: ReadType
  bytes: Uint8Array<ArrayBuffer>
  read: ReadFile
}

export interface ExchangeState {
  working: Working | null
  opened: Opened | null
  /** With figures that nobody has decided on. */
  undecided: boolean
  /** With the texts that the file carries and the project does not have. */
  texts: boolean
}

export const exchangeState = createStore<ExchangeState>(() => ({
  working: null,
  opened: null,
  undecided: false,
  texts: true,
}))

export const useExchange = <T>(select: (state: ExchangeState) => T): T => useStore(exchangeState, select)

export const closeFile = (): void => exchangeState.setState({ opened: null })

/** How many texts are to be imported with what is shown. */
export const textsToImport = ({ opened, texts }: Pick<ExchangeState, 'opened' | 'texts'>): number =>
  texts ? (opened?.read.carried ?? 0) : 0
