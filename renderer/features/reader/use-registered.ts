import { useEffect, useLayoutEffect } from 'react'
import { dropReader, type OpenReader, putReader } from './active'

/** Keeps an open reader known to commands, outline and review while it is mounted; the same object as long as it shows the same. */
export function useRegistered(reader: OpenReader | null): void {
  const { id, view } = reader ?? {}
  useLayoutEffect(() => {
    if (reader) putReader(reader)
  }, [reader])
  useEffect(() => {
    if (!id || !view) return
    return () => dropReader(id, view)
  }, [id, view])
}
