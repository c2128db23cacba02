import { useEffect, useLayoutEffect } from 'react'
import { dropReader, type OpenReader, putReader } from './active'

/** Keeps an open reader known to commands, outline and review while it is mounted. */
export function useRegistered(reader: OpenReader | null): void {
  const { id, hash, view, session, bundle, annotations, codes, statements } = reader ?? {}
  useLayoutEffect(() => {
    if (!id || !hash || !view || !session || !bundle || !annotations || !codes || !statements) return
    putReader({ id, hash, view, session, bundle, annotations, codes, statements })
  }, [id, hash, view, session, bundle, annotations, codes, statements])
  useEffect(() => {
    if (!id || !view) return
    return () => dropReader(id, view)
  }, [id, view])
}
