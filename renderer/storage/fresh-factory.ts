import type { ProjectDatabase } from './database'

/**
 * Gives a database another way to IndexedDB. When Chromium closes all databases of a profile over a full disk, what a
 * window asks at that moment is never answered, and nothing that it asks later either, not even `databases()` (seen in
 * Chromium 130, in most runs on a quiet machine). A frame of the same origin is answered.
 * @returns false where there are no frames
 */
function takeFreshFactory(db: ProjectDatabase): boolean {
  if (typeof document === 'undefined') return false
  const frame = document.createElement('iframe')
  frame.hidden = true
  document.body.append(frame)
  const factory: unknown = frame.contentWindow && Reflect.get(frame.contentWindow, 'indexedDB')
  if (!factory) return false
  // Dexie asks these at each opening; it has no public way to change them later.
  Reflect.set(db, '_deps', { indexedDB: factory, IDBKeyRange })
  return true
}

/**
 * Ends the opening of a database that nobody answers: what waits for it fails. The next one asks another way.
 * @returns false where the database is open
 */
export function giveUpOpening(db: ProjectDatabase): boolean {
  if (db.isOpen()) return false
  db.close()
  takeFreshFactory(db)
  return true
}
