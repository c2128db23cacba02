import { reasonOf } from '../../storage'
import { notify } from '../../workbench'

/** Waits for a write and tells the user where it failed; null then. */
export async function attempt<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    notify('error', reasonOf(error, 'project.write.failed'))
    return null
  }
}
