import { useEffect, useMemo } from 'react'
import { useSession } from '../../storage'
import { clientOf } from '../../workers/statements/client'
import { TableController } from './controller'

/**
 * The table of a view: made with it, closed with it. Nothing is read before it is first seen; while it is seen the
 * worker is kept, and one that was ended meanwhile is asked anew, since nobody told of changes.
 */
export function useTable(report: string | null, visible: boolean): TableController {
  const session = useSession()
  const { id } = session.project
  const table = useMemo(() => new TableController(clientOf(id), report), [id, report])
  useEffect(() => () => table.close(), [table])
  useEffect(() => {
    if (!visible) return
    const client = clientOf(id)
    const leave = client.look()
    if (table.store.getState().result === null || !client.isRunning) void table.ask()
    return leave
  }, [visible, table, id])
  return table
}
