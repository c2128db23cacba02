import { Button, Checkbox, Progress } from 'antd'
import { FileDown, FolderOpen } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../storage'
import { displayKeys, registerCommands } from '../../workbench'
import { READ, type ReadType, WRITTEN, type Written } from '../../workers/exchange/protocol'
import { reportInFront, useReaders } from '../reader'
import { exchangeCommands, READ_KEYS, type Report, saveAs, useReport, WRITTEN_KEYS } from './commands'
import styles from './exchange.module.css'
import { Plan } from './plan'
import { openFile } from './run'
import { exchangeState, useExchange, type Working } from './state'

function UnderWay({ working: { type, done, total, cancel } }: { working: Working }) {
  const { t } = useTranslation()
  const what = t(`exchange.working.${type}`)
  return (
    <div className={styles.working} role="status">
      <p>{what}</p>
      <Progress
        percent={total > 0 ? Math.min(100, Math.round((100 * done) / total)) : 0}
        showInfo={total > 0}
        aria-label={what}
      />
      {cancel && (
        <Button autoFocus title={displayKeys('Escape')} onClick={cancel}>
          {t('exchange.cancel')}
        </Button>
      )}
    </div>
  )
}

function OutRow({ type, report, first }: { type: Written; report: Report | null; first: boolean }) {
  const { t } = useTranslation()
  const session = useSession()
  const name = t(`exchange.type.${type}`)
  const off = type === 'html' && report === null
  return (
    <li className={styles.row}>
      <div>
        <b>{name}</b>
        <p className={styles.hint}>{off ? t('exchange.about.noReport') : t(`exchange.about.${type}`)}</p>
      </div>
      <Button
        data-focus-first={first || undefined}
        icon={<FileDown size={14} aria-hidden />}
        disabled={off}
        aria-label={t('exchange.saveNamed', { name })}
        title={displayKeys(WRITTEN_KEYS[type])}
        onClick={() => void saveAs(session, type, report)}
      >
        {t('exchange.save')}
      </Button>
    </li>
  )
}

function InRow({ type }: { type: ReadType }) {
  const { t } = useTranslation()
  const session = useSession()
  const name = t(`exchange.type.${type}`)
  return (
    <li className={styles.row}>
      <div>
        <b>{name}</b>
        <p className={styles.hint}>{t(`exchange.aboutIn.${type}`)}</p>
      </div>
      <Button
        icon={<FolderOpen size={14} aria-hidden />}
        aria-label={t('exchange.openNamed', { name })}
        title={displayKeys(READ_KEYS[type])}
        onClick={() => void openFile(session, type)}
      >
        {t('exchange.open')}
      </Button>
    </li>
  )
}

function Choices({ report }: { report: Report | null }) {
  const { t } = useTranslation()
  const undecided = useExchange((state) => state.undecided)
  return (
    <>
      <h2 className={styles.heading}>{t('exchange.out')}</h2>
      <p className={styles.hint}>{t('exchange.outHint')}</p>
      <ul className={styles.rows}>
        {WRITTEN.map((type, index) => (
          <OutRow key={type} type={type} report={report} first={index === 0} />
        ))}
      </ul>
      <Checkbox checked={undecided} onChange={(event) => exchangeState.setState({ undecided: event.target.checked })}>
        {t('exchange.undecided')}
      </Checkbox>
      <p className={styles.hint}>{t('exchange.undecidedHint')}</p>
      <h2 className={styles.heading}>{t('exchange.in')}</h2>
      <p className={styles.hint}>{t('exchange.inHint')}</p>
      <ul className={styles.rows}>
        {READ.map((type) => (
          <InRow key={type} type={type} />
        ))}
      </ul>
    </>
  )
}

/** 与其他软件交换: files for other tools, and what theirs hold for this project. */
export function ExchangeView() {
  const { t } = useTranslation()
  const session = useSession()
  const state = useExchange((whole) => whole)
  const report = useReport(useReaders(reportInFront))
  useEffect(() => registerCommands(exchangeCommands(session, state, report)), [session, state, report])
  const { working, opened } = state
  return (
    <div className={styles.page} data-key-scope="exchange">
      <div className={styles.column}>
        <h1 className={styles.title}>{t('exchange.title')}</h1>
        {working && <UnderWay working={working} />}
        {!working && opened && <Plan opened={opened} />}
        {!working && !opened && <Choices report={report} />}
      </div>
    </div>
  )
}
