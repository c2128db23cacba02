import type { Output } from '#shared/ipc/contract'
import type { Handlers } from './handle'

export interface AppNeeds {
  /** Version, runtime and system state. */
  appInfo(): Output<'app:info'>
}

/** Handlers of `app:*`. */
export const appHandlers = (needs: AppNeeds): Pick<Handlers, 'app:info'> => ({
  'app:info': () => needs.appInfo(),
})
