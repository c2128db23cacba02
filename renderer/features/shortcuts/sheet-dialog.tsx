import { X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import { displayKeys, useCommands } from '../../workbench'
import { joined, type SheetGroup, type SheetLine, sheetGroups } from './groups'
import styles from './sheet-dialog.module.css'
import { showSheet, useSheetOpen } from './state'

function Line({ line }: { line: SheetLine }) {
  const { t } = useTranslation()
  return (
    <tr>
      <th scope="row" className={styles.what}>
        {t(line.titleKey)}
      </th>
      <td className={styles.keys}>
        {line.byPalette ? (
          <span className={styles.palette}>{t('shortcuts.byPalette', { keys: displayKeys('Mod+K') })}</span>
        ) : (
          line.keys.map((keys) => (
            <kbd key={keys} className={styles.key}>
              {displayKeys(keys)}
            </kbd>
          ))
        )}
      </td>
    </tr>
  )
}

function Group({ group }: { group: SheetGroup }) {
  const { t } = useTranslation()
  return (
    <table className={styles.group}>
      <caption className={styles.caption}>{t(group.titleKey)}</caption>
      <tbody>
        {joined(group.lines).map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </tbody>
    </table>
  )
}

function Sheet() {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const groups = sheetGroups(useCommands(), query)
  const input = useRef<HTMLInputElement>(null)
  const dialog = useRef<HTMLDivElement>(null)

  // The focus goes back to where it was, and stays in the sheet while that is open.
  useEffect(() => {
    const before = document.activeElement
    input.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      showSheet(false)
    }
    if (event.key !== 'Tab') return
    const stops = [...(dialog.current?.querySelectorAll<HTMLElement>('input, button, [tabindex="0"]') ?? [])]
    const here = document.activeElement
    const at = here instanceof HTMLElement ? stops.indexOf(here) : -1
    stops[(at + (event.shiftKey ? -1 : 1) + stops.length) % stops.length]?.focus()
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click beside the sheet closes it, Escape does for keys
    <div
      className={styles.ground}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) showSheet(false)
      }}
    >
      <div
        ref={dialog}
        className={styles.sheet}
        role="dialog"
        aria-modal="true"
        aria-label={t('shortcuts.title')}
        onKeyDown={keys}
      >
        <div className={styles.head}>
          <h2 className={styles.title}>{t('shortcuts.title')}</h2>
          <input
            ref={input}
            type="search"
            className={styles.input}
            aria-label={t('shortcuts.search')}
            placeholder={t('shortcuts.search')}
            value={query}
            spellCheck={false}
            onChange={(event) => setQuery(event.target.value)}
          />
          <IconButton icon={X} size={16} label={t('shortcuts.close')} onClick={() => showSheet(false)} />
        </div>
        <section
          className={styles.groups}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
          tabIndex={0}
          aria-label={t('shortcuts.list')}
        >
          {groups.map((group) => (
            <Group key={group.id} group={group} />
          ))}
          {groups.length === 0 && (
            <p className={styles.none} role="status">
              {t('shortcuts.none')}
            </p>
          )}
        </section>
      </div>
    </div>
  )
}

/** The sheet of all keys while it is open. */
export function SheetDialog() {
  return useSheetOpen() ? <Sheet /> : null
}
