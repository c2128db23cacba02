import styles from './corrections.module.css'

interface Props {
  checked: boolean
  partly?: boolean
  label: string
  onTick: () => void
}

/** The cell of a line that takes or leaves it; the focus stays on the list, which has the keys. */
export const Tick = ({ checked, partly = false, label, onTick }: Props) => (
  // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list, which handles the keys
  // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
  <div role="gridcell" className={styles.tick}>
    <input
      type="checkbox"
      tabIndex={-1}
      checked={checked}
      ref={(box) => {
        if (box) box.indeterminate = partly
      }}
      aria-label={label}
      onChange={onTick}
    />
  </div>
)
