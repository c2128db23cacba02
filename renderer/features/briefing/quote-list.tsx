import { Button, Checkbox } from 'antd'
import { BookOpen } from 'lucide-react'
import type { NamedQuote } from '#shared/exchange/document/quotes'
import { IconButton } from '../../ui/icon-button'
import { openView } from '../../workbench'
import type { Words } from '../compare'
import styles from './briefing.module.css'

interface QuoteListProps {
  quotes: readonly NamedQuote[]
  /** Names of those that are left out. */
  leftOut: readonly string[]
  words: Words
  onChange: (leftOut: string[]) => void
}

const openSentence = ({ file, report, start, end }: NamedQuote): void =>
  openView({ type: 'reader', key: file, params: { report, start, end } })

/** The sentences behind the numbers: each is quoted, or left out. */
export function QuoteList({ quotes, leftOut, words: { t }, onChange }: QuoteListProps) {
  const out = new Set(leftOut)
  const chosen = quotes.filter(({ key }) => !out.has(key)).length
  const turn = (key: string, on: boolean) => onChange(on ? leftOut.filter((one) => one !== key) : [...leftOut, key])
  if (quotes.length === 0) return <p className={styles.hint}>{t('briefing.quotes.none')}</p>
  return (
    <>
      <div className={styles.line}>
        <span className={styles.quiet}>{t('briefing.quotes.count', { chosen, all: quotes.length })}</span>
        <Button size="small" type="text" onClick={() => onChange([])}>
          {t('briefing.quotes.all')}
        </Button>
        <Button size="small" type="text" onClick={() => onChange(quotes.map(({ key }) => key))}>
          {t('briefing.quotes.clear')}
        </Button>
      </div>
      <ul className={styles.quotes} aria-label={t('briefing.part.quotes')}>
        {quotes.map((quote) => {
          const text = quote.words.map((stretch) => stretch.text).join('')
          return (
            <li key={quote.key}>
              <Checkbox checked={!out.has(quote.key)} onChange={(event) => turn(quote.key, event.target.checked)}>
                <span className={styles.quiet}>{quote.label}</span> <span className={styles.snippet}>{text}</span>
              </Checkbox>
              <IconButton
                icon={BookOpen}
                size={14}
                side="left"
                label={t('briefing.quotes.open')}
                onClick={() => openSentence(quote)}
              />
            </li>
          )
        })}
      </ul>
    </>
  )
}
