import { TEXTS_AT_ONCE } from '#shared/ipc/texts'
import { languageOf } from '#shared/locales/translate'
import { message } from '#shared/model/identity'
import { importRun, preferences, request } from '../../bridge'
import { applyIncoming, reasonOf, type Session, StorageError } from '../../storage'
import { notify } from '../../workbench'
import { type Asking, readCarriedTexts, readExchange, writeExchange } from '../../workers/exchange/client'
import type { CarriedText, ReadFile, ReadType, Written } from '../../workers/exchange/protocol'
import { closeFile, exchangeState, type Opened, textsToImport, type Working } from './state'

/** Bytes of texts that cross to main at once, where one text is not longer. */
const GROUP = 16 * 1024 * 1024

/** What the signal of a work that was given up carries: nothing is to be said of it. */
class GivenUp extends Error {}

/** Does a work that can be given up, and shows how far it is; null where it was given up or has failed. */
async function working<T>(type: Working['type'], work: (asking: Asking) => Promise<T>): Promise<T | null> {
  const control = new AbortController()
  const cancel = () => control.abort(new GivenUp())
  const told = (done: number, total: number) => exchangeState.setState({ working: { type, done, total, cancel } })
  told(0, 0)
  try {
    return await work({ signal: control.signal, told })
  } catch (error) {
    if (!(error instanceof GivenUp)) notify('error', reasonOf(error, 'exchange.failed'))
    return null
  } finally {
    exchangeState.setState({ working: null })
  }
}

const projectOf = ({ project: { id, name, createdAt } }: Session) => ({ id, name, createdAt })

/** A file name without what file systems refuse. */
const safeName = (name: string): string =>
  [...name.replace(/[/\\:*?"<>|\u0000-\u001f]/g, '_')].slice(0, 60).join('').trim() || 'duibiao'

/**
 * Writes a file for other tools and saves it where the user wants it.
 * @param report id of the report of `html`
 * @param name of the file, without its extension
 */
export async function exportFile(session: Session, type: Written, name: string, report: string | null): Promise<void> {
  if (exchangeState.getState().working) return
  const { undecided } = exchangeState.getState()
  const language = languageOf(preferences().system.language)
  const bytes = await working('write', (asking) =>
    writeExchange({ ask: 'write', project: projectOf(session), type, language, undecided, report }, asking),
  )
  if (!bytes) return
  const answer = await request('export:save', { name: `${safeName(name)}.${type}`, type, bytes })
  if (!answer.ok) notify('error', answer.error)
  else if (answer.value.saved !== null) notify('success', message('exchange.saved', { name: answer.value.saved }))
}

/** Lets the user choose a file, reads it and shows what it holds. Nothing is written. */
export async function openFile(session: Session, type: ReadType): Promise<void> {
  if (exchangeState.getState().working) return
  closeFile()
  const answer = await request('file:open', { type })
  if (!answer.ok) return void notify('error', answer.error)
  if (!answer.value) return
  const { name, bytes } = answer.value
  const file = { file: name, type, bytes: new Uint8Array(bytes) }
  const read = await readOpened(session, file)
  if (read) exchangeState.setState({ opened: { ...file, read }, texts: true })
}

/** What a file holds beside the project as it is now; null where reading was given up or has failed. */
const readOpened = (session: Session, { type, bytes }: Omit<Opened, 'read'>): Promise<ReadFile | null> =>
  working('read', (asking) => readExchange({ ask: 'read', project: projectOf(session), type, bytes }, asking))

/** Texts in groups that cross to main at once. */
function* groups(texts: readonly CarriedText[]): Generator<CarriedText[]> {
  let group: CarriedText[] = []
  let size = 0
  for (const text of texts) {
    if (group.length === TEXTS_AT_ONCE || (group.length > 0 && size + text.bytes.byteLength > GROUP)) {
      yield group
      group = []
      size = 0
    }
    group.push(text)
    size += text.bytes.byteLength
  }
  if (group.length > 0) yield group
}

/** Imports the texts that a file carries; null where that was given up or has failed. What is imported by then stays. */
const importTexts = (session: Session, { type, bytes }: Opened): Promise<{ failed: number } | null> =>
  working('texts', async (asking) => {
    const { signal, told } = asking
    const project = projectOf(session)
    const texts = await readCarriedTexts({ ask: 'texts', project, type, bytes }, asking)
    let [before, failed] = [0, 0]
    for (const group of groups(texts)) {
      const ended = await importRun(() => request('text:import', { project: project.id, texts: group }), {
        told: (done) => told(before + done, texts.length),
        signal,
      })
      signal.throwIfAborted()
      if (!ended.ok) throw new StorageError(ended.error)
      before += group.length
      failed += ended.value.failed
    }
    return { failed }
  })

/**
 * Imports the texts that are to come along, and reads the file again: it has its places in them now.
 * @returns what is to be brought in; null where it was given up: what is shown then is the project as it is
 */
async function withTexts(session: Session, opened: Opened): Promise<ReadFile | null> {
  if (textsToImport(exchangeState.getState()) === 0) return opened.read
  const imported = await importTexts(session, opened)
  const read = await readOpened(session, opened)
  if (read) exchangeState.setState({ opened: { ...opened, read } })
  if (imported && imported.failed > 0) notify('warning', message('exchange.textsFailed', { count: imported.failed }))
  return imported && read
}

/** Brings what is shown into the project: each text is an import of its own, all the rest one step to undo. */
export async function applyFile(session: Session): Promise<void> {
  const { opened, working: busy } = exchangeState.getState()
  if (!opened || busy) return
  const { file } = opened
  const read = await withTexts(session, opened)
  if (!read) return
  exchangeState.setState({ working: { type: 'apply', done: 0, total: 0, cancel: null } })
  try {
    const entry = await applyIncoming(session, read.placed, file)
    closeFile()
    const changed = entry !== null || read !== opened.read
    notify(changed ? 'success' : 'info', message(changed ? 'exchange.done' : 'exchange.nothing', { file }))
  } catch (error) {
    // The file stays open: the user can try again.
    notify('error', reasonOf(error, 'project.write.failed'))
  } finally {
    exchangeState.setState({ working: null })
  }
}
