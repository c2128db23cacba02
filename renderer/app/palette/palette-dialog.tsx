import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Command, displayKeys, runCommand, useCommands } from '../../workbench'
import { findCommands } from './find'
import styles from './palette-dialog.module.css'
import { noteUsed, showPalette, usePalette } from './state'

function Palette({ recent }: { recent: readonly string[] }) {
  const { t } = useTranslation()
  const commands = useCommands()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const found = findCommands(commands, query, recent)
  const chosen = found[Math.min(at, found.length - 1)]

  // The focus goes back to where it was, so that a command works on what the user was at.
  useEffect(() => {
    const before = document.activeElement
    input.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen line is kept in sight when it changes
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' })
  }, [chosen?.id])

  const run = (command: Command | undefined) => {
    if (!command || command.enabled?.() === false) return
    showPalette(false)
    noteUsed(command.id)
    // After the palette is gone and the focus is back.
    requestAnimationFrame(() => runCommand(command.id))
  }
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key]
    if (step) setAt(Math.max(0, Math.min(found.length - 1, Math.min(at, found.length - 1) + step)))
    else if (event.key === 'Enter') run(chosen)
    else if (event.key === 'Escape') showPalette(false)
    else if (event.key !== 'Tab') return
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click beside the palette closes it, Escape does for keys
    <div
      className={styles.ground}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) showPalette(false)
      }}
    >
      <div className={styles.palette} role="dialog" aria-modal="true" aria-label={t('app.palette.title')}>
        <input
          ref={input}
          className={styles.input}
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={chosen ? `${listId}-${chosen.id}` : undefined}
          aria-label={t('app.palette.placeholder')}
          placeholder={t('app.palette.placeholder')}
          value={query}
          spellCheck={false}
          onChange={(event) => {
            setQuery(event.target.value)
            setAt(0)
          }}
          onKeyDown={keys}
        />
        <div ref={list} id={listId} role="listbox" aria-label={t('app.palette.title')} className={styles.list}>
          {found.map((command) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled in the input, as in every combobox
            <div
              key={command.id}
              id={`${listId}-${command.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={command === chosen}
              aria-disabled={command.enabled?.() === false}
              className={styles.option}
              onMouseMove={() => setAt(found.indexOf(command))}
              onClick={() => run(command)}
            >
              <span>{t(command.titleKey)}</span>
              {command.keys?.[0] && <kbd className={styles.keys}>{displayKeys(command.keys[0])}</kbd>}
            </div>
          ))}
        </div>
        {found.length === 0 && (
          <p className={styles.none} role="status">
            {t('app.palette.none')}
          </p>
        )}
      </div>
    </div>
  )
}

/** The command palette while it is open. */
export function PaletteDialog() {
  const { open, recent } = usePalette()
  return open ? <Palette recent={recent} /> : null
}
