import { useEffect, useLayoutEffect } from 'react'
import { dropReader, type OpenReader, putReader } from './active'

/** Keeps an open reader known to commands, outline and review while it is mounted. */
export function useRegistered(reader: OpenReader | null): void {
  const { hash, view, session, bundle, annotations, codes, statements } = reader ?? {}
  useLayoutEffect(() => {
    if (!hash || !view || !session || !bundle || !annotations || !codes || !statements) return
    putReader({ hash, view, session, bundle, annotations, codes, statements })
  }, [hash, view, session, bundle, annotations, codes, statements])
  useEffect(() => {
    if (!hash || !view) return
    return () => dropReader(hash, view)
  }, [hash, view])
}
