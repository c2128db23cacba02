import { type Message, message } from '#shared/model/identity'
import { isDiskError, isOutOfReach, LostDatabaseError, reasonOf, StorageError } from './errors'

/** A write that waits so long, in milliseconds, for a database that is closed waits for nobody. */
const UNANSWERED = 5_000

/** What waits for a disk that refuses. */
interface Block {
  reason: Message
  lifted: Promise<void>
  lift: () => void
}

/**
 * Writes that the disk refused (it is full, or its folder read-only): they are kept in memory, and with them whatever is
 * begun after them, until they are tried again. So nothing that a user has done is dropped, and its order stays.
 */
export class RefusedWrites {
  readonly #tell: (reason: Message | null) => void
  readonly #reopen: () => Promise<void>
  readonly #giveUp: () => void
  #block: Block | null = null
  #ended = false
  /** The try that is under way. */
  #trying: Promise<void> | null = null

  /**
   * @param tell told why the disk refuses, and null when it is asked once more
   * @param reopen has the database again as it was: Chromium closes it, or worse, when a write fails
   * @param giveUp ends an opening that is not answered, so that what waits for it fails
   */
  constructor(tell: (reason: Message | null) => void, reopen: () => Promise<void>, giveUp: () => void) {
    this.#tell = tell
    this.#reopen = reopen
    this.#giveUp = giveUp
  }

  /** Why writes wait, null while none does. */
  get reason(): Message | null {
    return this.#block?.reason ?? null
  }

  /**
   * Does a write as often as the disk refuses it and it is tried again.
   * @param work can be begun anew: what it did of itself is undone when it fails
   * @throws whatever `work` throws that is not the disk's
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      while (this.#block) await this.#block.lifted
      const timer = setTimeout(this.#giveUp, UNANSWERED)
      try {
        return await work()
      } catch (error) {
        if (error instanceof LostDatabaseError) this.refuse(error.reason)
        // One that gives an opening up ends it for all that wait for it.
        else if (this.#ended ? isDiskError(error) : isOutOfReach(error)) this.refuse(message('project.write.waits'))
        else throw error
      } finally {
        clearTimeout(timer)
      }
    }
  }

  /**
   * Tries again what waits; whoever asks meanwhile waits for the same try.
   * @throws StorageError while the database cannot be opened again; all waits on then
   */
  again(): Promise<void> {
    this.#trying ??= this.#try().finally(() => {
      this.#trying = null
    })
    return this.#trying
  }

  async #try(): Promise<void> {
    const block = this.#block
    if (!block) return
    try {
      await this.#reopen()
    } catch (error) {
      throw new StorageError(isDiskError(error) ? block.reason : reasonOf(error, 'project.write.failed'), {
        cause: error,
      })
    }
    this.#block = null
    this.#tell(null)
    block.lift()
  }

  /** The database is closed for good: what fails by that is not kept. */
  end(): void {
    this.#ended = true
  }

  /** Lets writes wait until they are tried again. */
  refuse(reason: Message): void {
    if (this.#block) return
    let lift: () => void = () => undefined
    const lifted = new Promise<void>((resolve) => {
      lift = resolve
    })
    this.#block = { reason, lifted, lift }
    this.#tell(reason)
  }
}
