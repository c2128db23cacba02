import { ask, tell } from './ask'
import { sessionOf } from './session'

/** Saves a package with the texts of the project, where the dialog says. */
export async function pack(): Promise<void> {
  const { db, project } = sessionOf()
  const begun = await ask('package:begin', { name: project.name })
  if (!begun) throw new Error('no place for the package')
  for (const { reading, text } of await db.texts.toArray()) {
    const path = `texts/${reading.replace(':', '.')}.txt`
    await ask('package:member', { ...begun, path, bytes: new TextEncoder().encode(text) })
  }
  const { saved } = await ask('package:finish', { ...begun, last: null, partial: true })
  tell({ what: 'made', kind: 'package', name: saved })
}

/** Makes a backup in the folder that the dialog says. */
export async function backup(): Promise<void> {
  const { folder } = await ask('backup:state', null)
  if (folder === null) await ask('backup:choose', { offered: false })
  const { last } = await ask('backup:now', null)
  if (last) tell({ what: 'made', kind: 'backup', name: last.file })
}

/** Makes a copy of the project. */
export async function copy(): Promise<void> {
  const { id } = await ask('project:duplicate', { id: sessionOf().project.id, name: '副本' })
  tell({ what: 'made', kind: 'copy', name: id })
}

/** Imports what the dialog says. */
export async function take(): Promise<void> {
  await ask('import:choose', { what: 'folder' })
}

/** Removes the copies of the project for good. */
export async function clear(): Promise<void> {
  const own = sessionOf().project.id
  const { projects } = await ask('project:list', null)
  for (const { id } of projects.filter((one) => one.id !== own)) await ask('project:remove', { id })
  const { bin } = await ask('project:list', null)
  for (const { id } of bin) await ask('project:erase', { id })
}
