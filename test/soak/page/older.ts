import { databaseName, ProjectDatabase } from '../../../renderer/storage/database'
import { MIGRATIONS } from '../../../renderer/storage/migrations'
import { OLDER } from './older-version'
import { sessionOf } from './session'

const CHANGED = ['annotations', 'statements', 'matters']

/** Puts what the project's database holds into one of an older version, as a program of that time would have it. */
export async function makeOlder(): Promise<void> {
  const session = sessionOf()
  const rows = new Map<string, unknown[]>()
  for (const { name } of session.db.tables) rows.set(name, await session.db.table(name).toArray())
  session.close()
  await session.db.delete()
  const old = new ProjectDatabase(databaseName(session.project.id), 'strict', MIGRATIONS.slice(0, OLDER))
  await old.open()
  for (const { name } of old.tables) {
    const kept = (rows.get(name) ?? []).map((row) => {
      if (!CHANGED.includes(name)) return row
      const { also, ...rest } = row as Record<string, unknown>
      return rest
    })
    await old.table(name).bulkPut(kept)
  }
  await old.meta.put({ key: 'dataVersion', value: OLDER })
  old.close()
}
