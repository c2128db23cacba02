import styles from './kwic.module.css'

interface KwicCellsProps {
  /** What stands before the hit, on one line. */
  before: string
  hit: string
  after: string
}

/** The cells of a hit between what stands before and after it (KWIC): in a list, all hits begin under each other. */
export function KwicCells({ before, hit, after }: KwicCellsProps) {
  return (
    <>
      {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list, which handles the keys */}
      {/* biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist */}
      <div role="gridcell" className={styles.before}>
        <bdi>{before}</bdi>
      </div>
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="gridcell" className={styles.after}>
        <mark>{hit}</mark>
        {after}
      </div>
    </>
  )
}
