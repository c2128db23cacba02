import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { EventPayload, Output } from '#shared/ipc/contract'

/** What main says where the user ended a check. */
export const GIVEN_UP = 'errors.package.cancelled'

/** How far a package is. */
export type PackageStep = Pick<EventPayload<'package:progress'>, 'step' | 'done' | 'total'>

/** A package that the user opened, and main has checked. */
export type OpenedPackage = NonNullable<Output<'package:open'>>

/** What is done with a package. */
export type PackageWork =
  /** `token` is null while main has not said one yet: a package that is opened is ended without it. */
  | { type: 'saving' | 'opening' | 'adopting'; token: string | null; at: PackageStep | null }
  /** Some originals are missing or damaged: the user decides whether to save without them. */
  | {
      type: 'incomplete'
      token: string
      last: number | null
      message: { key: string; params: Record<string, string | number> }
    }
  | { type: 'opened'; opened: OpenedPackage }

const store = createStore<{ work: PackageWork | null }>(() => ({ work: null }))

export const packageWork = (): PackageWork | null => store.getState().work

/** Whether the package of a token is still being saved: the user may have given it up meanwhile. */
export const isSaving = (token: string): boolean => {
  const work = packageWork()
  return work?.type === 'saving' && work.token === token
}

export const setPackageWork = (work: PackageWork | null): void => store.setState({ work })
export const usePackageWork = (): PackageWork | null => useStore(store, (state) => state.work)
