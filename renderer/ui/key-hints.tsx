import styles from './key-hints.module.css'

/**
 * The keys of a view in a line at its foot, in more lines where it is narrow: none is cut off.
 * @param text keys and what they do, parted by ` · `
 */
export function KeyHints({ text }: { text: string }) {
  return (
    <ul className={styles.hints}>
      {text.split(' · ').map((hint) => (
        <li key={hint}>{hint}</li>
      ))}
    </ul>
  )
}
