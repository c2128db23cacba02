import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { DocumentView } from './document-view'
import { usePrinting } from './print'
import './print.css'

/** Where a document is laid out for print: beside everything else in the window, seen on paper only. */
export function PrintRoot() {
  const printing = usePrinting()
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!printing || !root.current) return
    const pictures = [...root.current.querySelectorAll('img')].map((image) => image.decode())
    void Promise.allSettled([...pictures, document.fonts.ready]).then(printing.ready)
  }, [printing])
  if (!printing) return null
  return createPortal(
    <div ref={root} id="print-root">
      <DocumentView document={printing.document} />
    </div>,
    document.body,
  )
}
