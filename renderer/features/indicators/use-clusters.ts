import { useEffect, useState } from 'react'
import type { PhraseCluster } from '#shared/statements/clusters'
import { reasonOf, useSession } from '../../storage'
import { notify } from '../../workbench'
import { clientOf } from '../../workers/statements/client'

/** More groups than anyone maps at a sitting; the rarest are left out. */
const LIMIT = 2_000

/** The groups of phrases that no indicator knows, over the whole project; null until they are there. */
export function useClusters(): readonly PhraseCluster[] | null {
  const { id } = useSession().project
  const [clusters, setClusters] = useState<readonly PhraseCluster[] | null>(null)
  useEffect(() => {
    const client = clientOf(id)
    const leave = client.look()
    let asked = 0
    let answered = 0
    const ask = async () => {
      const turn = ++asked
      try {
        const found = await client.ask('clusters', { limit: LIMIT })
        // An older answer that comes late says nothing any more.
        if (turn < answered) return
        answered = turn
        setClusters(found)
      } catch (error) {
        if (turn === asked) notify('error', reasonOf(error, 'indicatorTable.unmatched.failed'))
      }
    }
    void ask()
    const deaf = client.listen((told) => {
      if (told.told === 'changed' && told.rows) void ask()
    })
    return () => {
      asked = answered = Number.POSITIVE_INFINITY
      deaf()
      leave()
    }
  }, [id])
  return clusters
}
