import type { ProjectDatabase } from './database'

/**
 * Gives a database another way to IndexedDB. When Chromium closes all databases of a profile over a full disk, what a
 * window asks at that moment is never answered, and nothing that it asks later either, not even `databases()` (seen in
 * Chromium 130, in most runs on a quiet machine). A frame of the same origin is answered.
 * Where there are no frames it keeps its own.
 */
function takeFreshFactory(db: ProjectDatabase): void {
  if (typeof document === 'undefined') return
  const frame = document.createElement('iframe')
  frame.hidden = true
  document.body.append(frame)
  const factory: unknown = frame.contentWindow && Reflect.get(frame.contentWindow, 'indexedDB')
  if (!factory) return
  // Dexie asks these at each opening; it has no public way to change them later.
  Reflect.set(db, '_deps', { indexedDB: factory, IDBKeyRange })
}

/**
 * Ends the opening of a database that nobody answers: what waits for it fails, and the next one asks another way. Does
 * nothing where the database is open.
 */
export function giveUpOpening(db: ProjectDatabase): void {
  if (db.isOpen()) return
  db.close()
  takeFreshFactory(db)
}
