import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import type { LedgerRow } from '#shared/compare/ledger/ledger-types'
import { useSession } from '../../storage'
import detail from './detail.module.css'
import { figureText, SIGNS } from './format'
import styles from './ledger.module.css'
import { VERDICTS } from './lines'
import { annotate, overrule, unrule } from './ruling'
import type { LedgerWords } from './use-words'

/** What the rules say, kept in sight beside the user's word. */
function RulesAnswer({ row, words }: { row: LedgerRow; words: LedgerWords }) {
  const { t } = words
  const { ruling, rules } = row
  if (!ruling) return null
  const result = rules.result ? figureText(rules.result, t) : t('ledgerView.noneFound')
  return (
    <p className={detail.rules}>
      {t('ledgerView.rulesSay', { verdict: t(`ledger.verdict.${rules.verdict}`), result })}
      {' · '}
      {t('ledgerView.ruledBy', { author: ruling.author, date: ruling.updatedAt.slice(0, 10) })}
    </p>
  )
}

interface WordProps {
  row: LedgerRow
  words: LedgerWords
  onLeave: () => void
}

/** The user's word on a row: another verdict, with why. */
export function Word({ row, words, onLeave }: WordProps) {
  const { t } = words
  const session = useSession()
  const stored = row.ruling?.note ?? ''
  const [note, setNote] = useState(stored)
  useEffect(() => setNote(stored), [stored])
  const chosen = row.ruling?.verdict ?? null
  return (
    <section className={detail.part} aria-label={t('ledgerView.word')}>
      <h3>{t('ledgerView.word')}</h3>
      <RulesAnswer row={row} words={words} />
      <Input.TextArea
        data-note
        autoSize={{ minRows: 1, maxRows: 5 }}
        aria-label={t('ledgerView.note')}
        placeholder={t('ledgerView.noteHint')}
        value={note}
        onChange={({ target }) => setNote(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onLeave()
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          void annotate(session, row, note).then(onLeave)
        }}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: no fieldset, these are switches */}
      <div role="group" aria-label={t('ledgerView.overrule')} className={styles.buttons}>
        {VERDICTS.map((verdict) => (
          <button
            key={verdict}
            type="button"
            className={styles.tally}
            data-verdict={verdict}
            data-overrule
            aria-pressed={chosen === verdict}
            onClick={() => void overrule(session, row, chosen === verdict ? null : verdict, note)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') onLeave()
            }}
          >
            <span aria-hidden>{SIGNS[verdict]}</span> {t(`ledger.verdict.${verdict}`)}
          </button>
        ))}
        {row.ruling && (
          <Button size="small" type="text" onClick={() => void unrule(session, row)}>
            {t('ledgerView.unrule')}
          </Button>
        )}
      </div>
    </section>
  )
}
