import { createStore } from 'zustand/vanilla'
import { message } from '#shared/model/identity'
import { reasonOf } from '../../storage'
import { notify } from '../../workbench'
import { draftOf, forgetDraft, keepDraft } from './drafts'

/** Typing is over, and saved, this long after the last key, in milliseconds: what is written in one go is one step. */
const PAUSE = 30_000

interface TypingState {
  /** What stands in the field, null where it is what is stored. */
  typed: string | null
  /** True while it is not saved. */
  dirty: boolean
}

/** What it needs to know of the memo that is written. */
interface TypingNeeds {
  /** Names the draft. */
  key: string
  save: (text: string) => Promise<unknown>
  /** False: saved only when the field is left. */
  pauses: boolean
}

/** What is typed into one memo: a draft at every key, one save for each time that it is written on. */
export class Typing {
  readonly store = createStore<TypingState>(() => ({ typed: null, dirty: false }))
  readonly #key: string
  readonly #save: TypingNeeds['save']
  readonly #pauses: boolean
  #stored: string
  #before: string
  #timer: ReturnType<typeof setTimeout> | undefined
  #turn: Promise<void> = Promise.resolve()

  constructor({ key, save, pauses }: TypingNeeds, stored: string) {
    this.#key = key
    this.#save = save
    this.#pauses = pauses
    this.#stored = stored
    this.#before = stored
    const left = draftOf(key)
    if (!left || left.text === stored) return
    this.#before = left.before
    this.store.setState({ typed: left.text, dirty: true })
  }

  /** Takes in what is stored now; where nothing is unsaved the field shows it. */
  see(stored: string): void {
    if (stored === this.#stored) return
    this.#stored = stored
    if (!this.store.getState().dirty) this.store.setState({ typed: null })
  }

  /** Takes in what the field holds after a key. */
  type(text: string): void {
    if (!this.store.getState().dirty) this.#before = this.#stored
    this.store.setState({ typed: text, dirty: true })
    keepDraft(this.#key, { text, before: this.#before, at: Date.now() })
    clearTimeout(this.#timer)
    if (this.#pauses) this.#timer = setTimeout(() => void this.flush(), PAUSE)
  }

  /** Saves what is not saved; what cannot be saved stays as a draft, and the user is told. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    const { typed, dirty } = this.store.getState()
    if (!dirty || typed === null) return this.#turn
    this.store.setState({ dirty: false })
    const [before, stored] = [this.#before, this.#stored]
    this.#turn = this.#turn
      .then(() => this.#write(typed))
      .then((saved) => {
        if (saved && stored !== before && stored !== typed && stored.trim() !== '')
          notify('warning', message('memos.conflict'), stored)
      })
    return this.#turn
  }

  /** Forgets what is not saved. */
  discard(): void {
    clearTimeout(this.#timer)
    const { typed } = this.store.getState()
    this.store.setState({ typed: null, dirty: false })
    if (typed !== null) forgetDraft(this.#key, typed)
  }

  async #write(text: string): Promise<boolean> {
    try {
      await this.#save(text)
      forgetDraft(this.#key, text)
      return true
    } catch (error) {
      this.store.setState(({ typed }) => (typed === text ? { dirty: true } : {}))
      notify('error', reasonOf(error, 'project.write.failed'), text)
      return false
    }
  }
}
