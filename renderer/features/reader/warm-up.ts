import { useEffect } from 'react'
import { useSession } from '../../storage'
import { offerAhead } from '../../workbench'
import { createEditor, type EditorEvents } from './editor/create-editor'
import { readAhead } from './held-source'
import { ownExtensions } from './use-editor'

const SILENT: EditorEvents = {
  onSelection() {},
  onScroll() {},
  onClick() {},
  onStripe() {},
  onAdjust() {},
  onDrop() {},
}

/**
 * Makes a surface that nobody sees while nothing else is to be done: the first one puts its styles into the page, which
 * would have the whole window styled anew when the first text is opened.
 */
export function WarmUp(): null {
  useEffect(() => {
    const idle = requestIdleCallback(() => {
      const options = { text: '', name: '', events: SILENT, extensions: ownExtensions }
      createEditor(document.createElement('div'), options).destroy()
    })
    return () => cancelIdleCallback(idle)
  }, [])
  const { db } = useSession()
  useEffect(() => offerAhead('reader', (hash) => readAhead(db, hash)), [db])
  return null
}
