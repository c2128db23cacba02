import { Modal } from 'antd'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Code } from '#shared/model/code'
import { useSession } from '../../storage'
import { addCode, takeCode } from './actions'
import { subjects } from './choosing'
import type { CodeIndex } from './code-index'
import type { QuotesController } from './controller'
import styles from './quotes.module.css'

/** Codes whose path holds the typed words; those whose own name begins with them come first. */
function matching(codes: CodeIndex, offered: readonly Code[], typed: string): Code[] {
  const wanted = typed.trim().toLocaleLowerCase()
  const rank = ({ name }: Code): number => (name.toLocaleLowerCase().startsWith(wanted) ? 0 : 1)
  return offered
    .filter(({ id }) => codes.path(id).toLocaleLowerCase().includes(wanted))
    .sort((a, b) => rank(a) - rank(b))
}

/** Picks a code for the chosen quotes by part of its name. */
export function CodePicker({ list }: { list: QuotesController }) {
  const picking = useStore(list.store, (state) => state.picking)
  return picking && <Picker key={picking} list={list} picking={picking} />
}

function Picker({ list, picking }: { list: QuotesController; picking: 'add' | 'take' }) {
  const { t } = useTranslation()
  const session = useSession()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const codes = useStore(list.store, (state) => state.codes)
  const [quotes] = useState(() => subjects(list))
  const carried = useMemo(() => {
    const counts = new Map<string, number>()
    for (const quote of quotes) for (const code of quote.codes) counts.set(code, (counts.get(code) ?? 0) + 1)
    return counts
  }, [quotes])
  const offered = picking === 'add' ? codes.codes : codes.codes.filter((code) => carried.has(code.id))
  const found = matching(codes, offered, typed)
  const current = Math.min(at, Math.max(0, found.length - 1))
  const leave = () => list.store.setState({ picking: null })
  const choose = (code: Code | undefined) => {
    if (!code) return
    leave()
    void (picking === 'add' ? addCode : takeCode)(session, list, code.id)
  }
  const keydown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && found.length > 0) setAt((current + step + found.length) % found.length)
    else if (event.key === 'Enter') choose(found[current])
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Modal
      open
      footer={null}
      width={420}
      title={t(`quotes.picker.${picking}`, { count: quotes.length })}
      onCancel={leave}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: the picker is opened to type in it
        autoFocus
        className={styles.pickerField}
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={found[current] && `${id}-${current}`}
        aria-label={t('quotes.picker.label')}
        placeholder={t('quotes.picker.placeholder')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={keydown}
      />
      <div id={id} role="listbox" className={styles.pickerList} aria-label={t('quotes.picker.label')}>
        {found.length === 0 && <p className={styles.none}>{t('quotes.picker.none')}</p>}
        {found.map((code, index) => (
          <div
            key={code.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={styles.pickerRow}
            ref={(row) => {
              if (index === current) row?.scrollIntoView?.({ block: 'nearest' })
            }}
            onPointerDown={(event) => {
              event.preventDefault()
              choose(code)
            }}
          >
            <i style={{ backgroundColor: code.color }} />
            <span>{codes.path(code.id)}</span>
            <small className="db-figures">
              {carried.has(code.id) && t('quotes.picker.carried', { count: carried.get(code.id) ?? 0 })}
            </small>
            {code.key !== null && <kbd>{code.key}</kbd>}
          </div>
        ))}
      </div>
    </Modal>
  )
}
