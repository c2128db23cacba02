import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron'
import type { Output } from '#shared/ipc/contract'
import { type Language, translate } from '#shared/locales/translate'
import { READABLE_EXTENSIONS } from '../files/readable'
import type { ExportType } from '../ipc/export'
import type { OpenType } from '../ipc/file'
import { aboutDetail } from './about'

/** Asks for files or a folder to import; null when the dialog was left. */
export async function choosePaths(
  window: BrowserWindow,
  language: Language,
  what: 'files' | 'folder',
): Promise<string[] | null> {
  const text = (key: string): string => translate(language, `menu.dialog.${key}`)
  const filters: FileFilter[] = [
    { name: text('reports'), extensions: [...READABLE_EXTENSIONS] },
    { name: text('allFiles'), extensions: ['*'] },
  ]
  const { canceled, filePaths } = await dialog.showOpenDialog(
    window,
    what === 'files'
      ? { title: text('chooseFiles'), properties: ['openFile', 'multiSelections'], filters }
      : { title: text('chooseFolder'), properties: ['openDirectory'] },
  )
  return canceled || filePaths.length === 0 ? null : filePaths
}

/** Types that go by several extensions: Excel saves tables with tabs under .txt, annotations are JSON to most tools. */
const OPENED: { readonly [T in OpenType]?: readonly string[] } = {
  csv: ['csv', 'txt', 'tsv'],
  jsonld: ['jsonld', 'json'],
}

/** Asks for one file to open; null when the dialog was left. */
export async function chooseOpenPath(
  window: BrowserWindow,
  language: Language,
  type: OpenType,
): Promise<string | null> {
  const text = (key: string): string => translate(language, `menu.dialog.${key}`)
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: text('openFile'),
    properties: ['openFile'],
    filters: [
      { name: text(type), extensions: [...(OPENED[type] ?? [type])] },
      { name: text('allFiles'), extensions: ['*'] },
    ],
  })
  return (!canceled && filePaths[0]) || null
}

/** Asks for the folder of backups; null when the dialog was left. */
export async function chooseBackupFolder(window: BrowserWindow, language: Language): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: translate(language, 'menu.dialog.chooseBackups'),
    properties: ['openDirectory', 'createDirectory'],
  })
  return (!canceled && filePaths[0]) || null
}

/** Asks where to save; the extension is added where the user left it out. Null when the dialog was left. */
export async function chooseSavePath(
  window: BrowserWindow,
  language: Language,
  name: string,
  type: ExportType,
): Promise<string | null> {
  const text = (key: string): string => translate(language, `menu.dialog.${key}`)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: text('save'),
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: text(type), extensions: [type] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  if (canceled || !filePath) return null
  const withExtension = `${filePath}.${type}`
  // The dialog asked about overwriting the name as typed; another file must not be replaced unasked.
  return filePath.toLowerCase().endsWith(`.${type}`) || existsSync(withExtension) ? filePath : withExtension
}

/** Shows name, version and runtime. */
export async function showAbout(window: BrowserWindow, language: Language, info: Output<'app:info'>): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'info',
    message: translate(language, 'menu.name'),
    detail: aboutDetail(language, info),
    buttons: [translate(language, 'menu.help.ok')],
  })
}
