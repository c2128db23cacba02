import { type Ref, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MARGIN, type PaperDocument, pageSize } from '#shared/exchange/document/document'
import styles from './briefing.module.css'
import { DocumentView } from './document-view'

/** CSS pixels of a millimetre. */
const PER_MM = 96 / 25.4
/** Room at the sides of a sheet, in CSS pixels. */
const ROOM = 48
/** A sheet is not shown larger than this. */
const LARGEST = 1.25

/** The width of an element, followed. */
function useWidth(element: HTMLElement | null): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return width
}

/** The paper as it will look, as wide as there is room. */
export function Preview({ document, areaRef }: { document: PaperDocument; areaRef: Ref<HTMLElement> }) {
  const { t } = useTranslation()
  const [area, setArea] = useState<HTMLDivElement | null>(null)
  const width = useWidth(area)
  const page = pageSize(document.paper)
  const zoom = Math.min(LARGEST, Math.max(0.3, (width - ROOM) / (page.width * PER_MM)))
  return (
    <section
      ref={areaRef}
      className={styles.preview}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
      tabIndex={0}
      aria-label={t('briefing.preview.label')}
    >
      <div ref={setArea}>
        <div
          className={styles.sheet}
          style={{ zoom, width: `${page.width}mm`, minHeight: `${page.height}mm`, padding: `${MARGIN}mm` }}
        >
          <DocumentView document={document} />
        </div>
      </div>
    </section>
  )
}
