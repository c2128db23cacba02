import { Copy, Trash2, X } from 'lucide-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '#shared/model/identity'
import type { PhraseGroup, PhraseTerm } from '#shared/model/phrase-group'
import { type PhraseGroupPatch, updatePhraseGroup, useSession } from '../../storage'
import { IconButton } from '../../ui/icon-button'
import { runCommand } from '../../workbench'
import { attempt } from '../places'
import { Field } from './field'
import styles from './phrases.module.css'

/** What stands between phrases that are typed into one field; commas and 、 are in phrases themselves. */
const BETWEEN = /[;；\n]/

/** The phrases that are typed into one field, each once. */
export const typedPhrases = (typed: string): string[] => [
  ...new Set(
    typed
      .split(BETWEEN)
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== ''),
  ),
]

interface TermProps {
  term: PhraseTerm
  onChange: (patch: Partial<PhraseTerm>) => void
  onRemove: () => void
}

function TermRow({ term: { name, variants }, onChange, onRemove }: TermProps) {
  const { t } = useTranslation()
  return (
    <li className={styles.term}>
      <Field
        label={t('phrases.term')}
        value={name}
        onDone={(typed) => (typed === '' ? onRemove() : onChange({ name: typed }))}
      />
      <Field
        label={t('phrases.variants', { name })}
        placeholder={t('phrases.variantsHint')}
        value={variants.join('；')}
        onDone={(typed) => onChange({ variants: typedPhrases(typed).filter((one) => one !== name) })}
      />
      <IconButton icon={X} size={14} label={t('phrases.removeTerm', { name })} onClick={onRemove} />
    </li>
  )
}

/** Name, note and wordings of a group, changed in place; every change is a step of its own. */
export function GroupEditor({ group, nameRef }: { group: PhraseGroup; nameRef: RefObject<HTMLInputElement | null> }) {
  const { t } = useTranslation()
  const session = useSession()
  const { id, name, note, terms } = group
  // What is drawn may be older than what is stored: a change is made of that.
  const change = (patchOf: (stored: PhraseGroup) => PhraseGroupPatch): void => {
    void attempt(updatePhraseGroup(session, id, patchOf))
  }
  const add = (typed: string): void =>
    change((stored) => {
      const known = new Set(stored.terms.map((term) => term.name))
      const fresh = typedPhrases(typed).filter((one) => !known.has(one))
      return { terms: [...stored.terms, ...fresh.map((one) => ({ id: newId(), name: one, variants: [] }))] }
    })
  const changeTerm = (of: string, patch: Partial<PhraseTerm>): void =>
    change((stored) => ({ terms: stored.terms.map((one) => (one.id === of ? { ...one, ...patch } : one)) }))
  const removeTerm = (of: string): void => change((stored) => ({ terms: stored.terms.filter((one) => one.id !== of) }))
  return (
    <section className={styles.editor} aria-label={t('phrases.group')}>
      <div className={styles.editorHead}>
        <Field
          label={t('phrases.name')}
          value={name}
          fieldRef={nameRef}
          onDone={(typed) => typed !== '' && change(() => ({ name: typed }))}
        />
        <IconButton
          icon={Copy}
          size={14}
          label={t('phrases.command.duplicate')}
          keys="D"
          onClick={() => runCommand('phrases.duplicate')}
        />
        <IconButton
          icon={Trash2}
          size={14}
          label={t('phrases.command.remove')}
          keys="Delete"
          onClick={() => runCommand('phrases.remove')}
        />
      </div>
      <Field
        label={t('phrases.noteOf')}
        placeholder={t('phrases.noteOf')}
        value={note}
        onDone={(typed) => change(() => ({ note: typed }))}
      />
      <ul className={styles.terms} aria-label={t('phrases.terms')}>
        {terms.map((term) => (
          <TermRow
            key={term.id}
            term={term}
            onChange={(patch) => changeTerm(term.id, patch)}
            onRemove={() => removeTerm(term.id)}
          />
        ))}
      </ul>
      <Field label={t('phrases.addTerm')} placeholder={t('phrases.addTermHint')} value="" isFresh onDone={add} />
    </section>
  )
}
