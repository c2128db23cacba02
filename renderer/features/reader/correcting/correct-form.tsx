import { Button } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Span } from '#shared/model/anchor'
import { message } from '#shared/model/identity'
import { addCorrections, reasonOf } from '../../../storage'
import { notify, openView } from '../../../workbench'
import type { OpenReader } from '../active'
import { takeBack } from './commands'
import { correctionsIn } from './correction-marks'

/** The most characters that a correction puts in a place, as its record allows. */
const LONGEST = 1000

/** From this many characters on a passage is hardly one misread word: what it means for its marks is said. */
const WHOLE = 60

interface Props {
  reader: OpenReader
  span: Span
  /** Closes it and gives the focus back to the text. */
  onDone: () => void
}

/** What was read in a place that is corrected already, and the way back to it. */
function Earlier({ reader, span, onDone }: Props) {
  const { t } = useTranslation()
  const marks = correctionsIn(reader.view.state, span)
  if (marks.length === 0) return null
  const back = () => {
    onDone()
    return takeBack(
      reader,
      marks.map(({ id }) => id),
    ).catch((error: unknown) => notify('error', reasonOf(error, 'project.write.failed')))
  }
  return (
    <div className="db-correct-earlier">
      {marks.map(({ id, read, by }) => (
        <p key={id}>
          {read} · {by}
        </p>
      ))}
      <button type="button" className="db-quiet" onClick={() => void back()}>
        {t('corrections.form.takeBack')} <kbd>⇧X</kbd>
      </button>
    </div>
  )
}

/** Says what stands in a passage really: Enter saves, Alt+Enter looks for all other places, Escape leaves. */
export function CorrectForm({ reader, span, onDone }: Props) {
  const { t } = useTranslation()
  const { start, end } = span
  const [seen] = useState(() => {
    const { text } = reader.bundle.text
    return { words: text.slice(start, end), characters: text.length }
  })
  const present = seen.words
  const [typed, setTyped] = useState(present)
  const tooLong = typed.length > LONGEST
  const save = async () => {
    if (tooLong) return
    onDone()
    try {
      // The passage is found again after a change that came in between, or not at all.
      const stored = await reader.session.db.texts.get(reader.bundle.reading.id)
      if (stored?.text.length !== seen.characters || stored.text.slice(start, end) !== present) {
        notify('warning', message('corrections.form.moved'))
        return
      }
      // The caret is moved with the text, to the end of what stands there then.
      reader.view.dispatch({ selection: { anchor: end } })
      await addCorrections(reader.session, [{ source: reader.hash, start, end, replacement: typed, seen }])
    } catch (error) {
      notify('error', reasonOf(error, 'project.write.failed'))
    }
  }
  const everywhere = () => {
    if (tooLong) return
    onDone()
    openView({ type: 'occurrences', key: '', params: { misread: present, replacement: typed } })
  }
  const keydown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    if (event.altKey) everywhere()
    else void save()
  }
  return (
    <form
      className="db-correct"
      aria-label={t('corrections.form.label')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <p className="db-popup-hint">{t('corrections.form.present')}</p>
      <p className="db-correct-present">{present}</p>
      <Earlier reader={reader} span={span} onDone={onDone} />
      <label>
        <span className="db-popup-hint">{t('corrections.form.really')}</span>
        <textarea
          // biome-ignore lint/a11y/noAutofocus: the form is opened to type in it
          autoFocus
          className="db-field"
          rows={Math.min(6, 1 + Math.floor(present.length / 24))}
          value={typed}
          aria-invalid={tooLong}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={keydown}
        />
      </label>
      {present.length > WHOLE && (
        <p className="db-popup-hint" role="note">
          {t('corrections.form.whole', { number: present.length })}
        </p>
      )}
      {typed === '' && <p className="db-popup-hint">{t('corrections.form.empty')}</p>}
      {tooLong && (
        <p className="db-popup-hint" role="alert">
          {t('corrections.form.long', { most: LONGEST })}
        </p>
      )}
      <div className="db-popup-actions">
        <Button size="small" onClick={everywhere} disabled={tooLong} title="Alt+Enter">
          {t('corrections.form.everywhere')} <kbd>Alt+⏎</kbd>
        </Button>
        <Button size="small" type="primary" htmlType="submit" disabled={tooLong || typed === present} title="Enter">
          {t('corrections.form.save')} <kbd>⏎</kbd>
        </Button>
      </div>
    </form>
  )
}
