import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../storage'
import { displayKeys } from '../../workbench'
import type { ReadFile } from '../../workers/exchange/protocol'
import styles from './exchange.module.css'
import { applyFile } from './run'
import { closeFile, exchangeState, type Opened, textsToImport, useExchange } from './state'

/** Takes the texts of a file along, or not. */
export const TEXTS_KEY = 't'

/** Names that are listed; the others are counted. */
const NAMES = 200

/** Whether importing would change anything. */
export const isNews = ({ counts }: ReadFile): boolean =>
  counts.codes.added +
    counts.annotations.added +
    counts.annotations.joined +
    counts.memos.added +
    counts.memos.joined +
    counts.statements.added +
    counts.provenance.added >
  0

function Facts({ read }: { read: ReadFile }) {
  const { t } = useTranslation()
  const { name, origin, authors, here, absent, counts } = read
  const facts = [
    ['origin', origin],
    ['project', name],
    ['authors', authors.join('、')],
    [
      'sources',
      here.length + absent.length > 0
        ? t('exchange.plan.sourcesCount', { here: here.length, absent: absent.length })
        : '',
    ],
    ['codes', t('exchange.plan.codesCount', counts.codes)],
    ['annotations', t('exchange.plan.annotationsCount', counts.annotations)],
    ['memos', t('exchange.plan.memosCount', counts.memos)],
    ['statements', t('exchange.plan.statementsCount', counts.statements)],
    ['provenance', counts.provenance.added > 0 ? t('exchange.plan.provenanceCount', counts.provenance) : ''],
  ] as const
  return (
    <dl className={styles.facts}>
      {facts.map(([fact, words]) =>
        words === '' ? null : (
          <div key={fact}>
            <dt>{t(`exchange.plan.${fact}`)}</dt>
            <dd className="db-selectable">{words}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

function LeftOut({ read }: { read: ReadFile }) {
  const { t } = useTranslation()
  const texts = useExchange((state) => state.texts)
  const { unplaced, onAbsent, memosLost, statementsLost, leftOut } = read
  // What stands on texts that come along finds its place then.
  const counted = Object.entries(
    texts && read.carried > 0 ? { unplaced } : { unplaced, onAbsent, memosLost, statementsLost },
  )
  const lines = [
    ...counted.flatMap(([what, count]) => (count > 0 ? t(`exchange.plan.${what}`, { count }) : [])),
    ...leftOut.map(({ key, params }) => t(key, params)),
  ]
  if (lines.length === 0) return null
  return (
    <>
      <h3 className={styles.subheading}>{t('exchange.plan.leftOut')}</h3>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}

/** Whether the texts that the file carries come along. */
function Texts({ carried, passages }: { carried: number; passages: number }) {
  const { t } = useTranslation()
  const texts = useExchange((state) => state.texts)
  return (
    <>
      <Checkbox
        checked={texts}
        title={displayKeys(TEXTS_KEY)}
        onChange={(event) => exchangeState.setState({ texts: event.target.checked })}
      >
        {t('exchange.plan.texts', { count: carried, passages })}
      </Checkbox>
      <p className={styles.hint}>{t('exchange.plan.textsHint')}</p>
    </>
  )
}

function Absent({ read: { absent: names, carried, onAbsent } }: { read: ReadFile }) {
  const { t } = useTranslation()
  if (names.length === 0) return null
  const shown = [...new Set(names)].slice(0, NAMES)
  const more = names.length - shown.length
  return (
    <>
      <h3 className={styles.subheading}>{t('exchange.plan.absent')}</h3>
      <ul className={`${styles.lines} db-selectable`}>
        {shown.map((name) => (
          <li key={name}>{name}</li>
        ))}
        {more > 0 && <li>{t('exchange.plan.more', { count: more })}</li>}
      </ul>
      {carried > 0 ? (
        <Texts carried={carried} passages={onAbsent} />
      ) : (
        <p className={styles.hint}>{t('exchange.plan.absentHint')}</p>
      )}
    </>
  )
}

/** What a file holds beside this project, before anything of it is imported. */
export function Plan({ opened }: { opened: Opened }) {
  const { file, read } = opened
  const { t } = useTranslation()
  const session = useSession()
  const texts = useExchange((state) => state.texts)
  const news = isNews(read) || textsToImport({ opened, texts }) > 0
  return (
    <section className={styles.plan} aria-label={t('exchange.plan.title', { file })}>
      <h2 className={styles.heading}>{t('exchange.plan.title', { file })}</h2>
      <Facts read={read} />
      <Absent read={read} />
      <LeftOut read={read} />
      <p className={styles.hint}>{t(news ? 'exchange.plan.keep' : 'exchange.plan.same')}</p>
      <div className={styles.buttons}>
        <Button
          type="primary"
          autoFocus={news}
          disabled={!news}
          title={displayKeys('Mod+Enter')}
          onClick={() => void applyFile(session)}
        >
          {t('exchange.plan.apply')}
        </Button>
        <Button autoFocus={!news} title={displayKeys('Escape')} onClick={closeFile}>
          {t('exchange.plan.close')}
        </Button>
      </div>
    </section>
  )
}
