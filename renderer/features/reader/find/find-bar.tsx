import { ArrowDown, ArrowUp, CaseSensitive, FileText, Regex, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../ui/icon-button'
import type { OpenReader } from '../active'
import { changeQuery, closeFind, stepHit } from './find-actions'
import { setHits } from './find-field'
import { findHistory } from './find-history'
import { type FindState, findState, onFind, setFind, useFind } from './find-store'
import { MOST_HITS } from './phrase-hits'

const NOTHING = { hits: [], current: -1 }

/** Marks what find has found in the text while it is open. */
function useHitMarks({ id, view }: OpenReader): void {
  useEffect(() => {
    const mark = ({ open, hits, current }: FindState) =>
      view.dispatch({ effects: setHits.of(open ? { hits, current } : NOTHING) })
    const stop = onFind(id, mark)
    return () => {
      stop()
      setFind(id, { open: false })
    }
  }, [id, view])
}

/** Find in the text: what is looked for and how, and where one stands among the hits. */
export function FindBar({ reader }: { reader: OpenReader }) {
  useHitMarks(reader)
  const { open } = useFind(reader.id)
  return open ? <Bar reader={reader} /> : null
}

function Bar({ reader }: { reader: OpenReader }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const { query, error, origin } = useFind(reader.id)
  // Opened anew (another origin), with what is in it selected: typing replaces it.
  useEffect(() => {
    if (!origin) return
    input.current?.focus()
    input.current?.select()
  }, [origin])
  const keydown = useKeys(reader)
  const several = reader.bundle.reports.length > 0
  return (
    <search className={`db-find${error ? ' db-find-none' : ''}`} data-key-scope="reader">
      <input
        ref={input}
        className="db-find-input"
        aria-label={t('reader.find.label')}
        aria-invalid={error !== null}
        placeholder={t('reader.find.placeholder')}
        value={query.phrase}
        onChange={(event) => changeQuery(reader, { phrase: event.target.value })}
        onKeyDown={keydown}
      />
      <Option reader={reader} icon={CaseSensitive} name="matchCase" keys="Alt+C" />
      <Option reader={reader} icon={Regex} name="regex" keys="Alt+R" />
      {several && <Option reader={reader} icon={FileText} name="inReport" keys="Alt+L" />}
      <Count reader={reader} />
      <IconButton
        icon={ArrowUp}
        label={t('reader.find.previous')}
        keys="Shift+F3"
        onClick={() => stepHit(reader, -1)}
      />
      <IconButton icon={ArrowDown} label={t('reader.find.next')} keys="F3" onClick={() => stepHit(reader, 1)} />
      <IconButton icon={X} label={t('reader.find.close')} onClick={() => closeFind(reader, false)} />
    </search>
  )
}

interface OptionProps {
  reader: OpenReader
  icon: typeof Regex
  name: 'matchCase' | 'regex' | 'inReport'
  keys: string
}

function Option({ reader, icon, name, keys }: OptionProps) {
  const { t } = useTranslation()
  const on = useFind(reader.id).query[name]
  return (
    <IconButton
      icon={icon}
      label={t(`reader.find.${name}`)}
      keys={keys}
      aria-pressed={on}
      onClick={() => changeQuery(reader, { [name]: !on })}
    />
  )
}

function Count({ reader }: { reader: OpenReader }) {
  const { t } = useTranslation()
  const { query, hits, current, running, error } = useFind(reader.id)
  const all = hits.length >= MOST_HITS ? `${MOST_HITS}+` : String(hits.length)
  const text = () => {
    if (query.phrase === '') return ''
    if (error) return t(error.key, error.params)
    if (hits.length === 0) return running ? t('reader.find.running') : t('reader.find.none')
    return t('reader.find.count', { current: current + 1, all: running ? `${all}…` : all })
  }
  return (
    <span className="db-find-count" role="status">
      {text()}
    </span>
  )
}

const OPTION_KEYS = { KeyC: 'matchCase', KeyR: 'regex', KeyL: 'inReport' } as const

/** Keys of the field: Enter steps, arrows bring back what was looked for before, Escape leaves. */
function useKeys(reader: OpenReader) {
  const at = useRef(-1)
  return (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const done = keyOf(event, reader, at)
    if (!done) return
    event.preventDefault()
    event.stopPropagation()
  }
}

function keyOf(event: KeyboardEvent, reader: OpenReader, at: { current: number }): boolean {
  const option = event.altKey && !event.ctrlKey ? OPTION_KEYS[event.code as keyof typeof OPTION_KEYS] : undefined
  if (option) changeQuery(reader, { [option]: !findState(reader.id).query[option] })
  else if (event.key === 'Enter') stepHit(reader, event.shiftKey ? -1 : 1)
  else if (event.key === 'Escape') closeFind(reader, true)
  else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') recall(reader, at, event.key === 'ArrowUp' ? 1 : -1)
  else return false
  return true
}

/** Brings back what was looked for earlier (1) or later (-1). */
function recall(reader: OpenReader, at: { current: number }, step: 1 | -1): void {
  const history = findHistory()
  const phrase = history[at.current + step]
  if (phrase === undefined) return
  at.current += step
  changeQuery(reader, { phrase })
}
