import { Button, Progress } from 'antd'
import { BookOpen, FileDown, Scale } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Code } from '#shared/model/code'
import { listCoders, listCodes, listReports, useLive, useSession } from '../../storage'
import { displayKeys, registerCommands, runCommand } from '../../workbench'
import { MOST } from '../../workers/agreement/protocol'
import styles from './agreement.module.css'
import { CodeTable } from './code-table'
import { agreementCommands } from './commands'
import { Controls } from './controls'
import { DisputeList } from './dispute-list'
import { codeLines, type NamesOf, namesOf } from './disputes'
import { type AgreementState, agreementState, cancel, choose, disputeKey, useAgreement } from './state'

type Found = NonNullable<AgreementState['found']>

function UnderWay({ done, total }: { done: number; total: number }) {
  const { t } = useTranslation()
  return (
    <p className={styles.working} role="status">
      <span className="db-figures">{t('agreement.computing', { done, total })}</span>
      <Progress
        className={styles.progress ?? ''}
        percent={total > 0 ? Math.round((100 * done) / total) : 0}
        showInfo={false}
        aria-label={t('agreement.computing', { done, total })}
      />
      <Button size="small" onClick={cancel}>
        {t('agreement.cancel')}
      </Button>
    </p>
  )
}

function Coverage({ found }: { found: Found }) {
  const { t } = useTranslation()
  const { compared, single } = found.answer
  const how = t(found.choice.untouched ? 'agreement.counted' : 'agreement.left')
  return (
    <p className={`${styles.coverage} db-figures`}>
      {t('agreement.coverage', { compared: compared.length, single: single.length, how })}
    </p>
  )
}

function Results({ found, codes, names }: { found: Found; codes: readonly Code[]; names: NamesOf }) {
  const { t } = useTranslation()
  const session = useSession()
  const code = useAgreement((state) => state.code)
  const selected = useAgreement((state) => state.selected)
  const list = useRef<{ focus: () => void }>(null)
  const { answer, choice } = found
  const disputes = useMemo(
    () => answer.disagreements.filter((one) => code === null || one.code === code),
    [answer, code],
  )
  const known = disputes.findIndex((one) => disputeKey(one) === selected)
  const at = known >= 0 ? known : disputes.length > 0 ? 0 : -1
  const lines = useMemo(() => codeLines(answer, codes, names, t('agreement.overall')), [answer, codes, names, t])
  useEffect(
    () => registerCommands(agreementCommands({ session, codes, names, disputes, at })),
    [session, codes, names, disputes, at],
  )
  // The keys go on with what was just computed.
  useEffect(() => list.current?.focus(), [])
  const tell =
    code === null
      ? t('agreement.disputeCount', { count: answer.parted })
      : t('agreement.disputeOf', { count: disputes.length, code: names.path(code) })
  return (
    <>
      <Coverage found={found} />
      <div className={styles.body}>
        <CodeTable lines={lines} authors={choice.authors.map(names.author)} />
        <section className={styles.disputes} aria-label={t('agreement.disputes')}>
          <header className={styles.disputesHead}>
            <h2 className={styles.heading}>{tell}</h2>
            {answer.parted > answer.disagreements.length && (
              <span className={styles.quiet}>{t('agreement.listed', { most: MOST })}</span>
            )}
            {code !== null && (
              <Button size="small" onClick={() => agreementState.setState({ code: null })}>
                {t('agreement.allCodes')}
              </Button>
            )}
          </header>
          {disputes.length === 0 ? (
            <p className={styles.note}>{t('agreement.noDisputes')}</p>
          ) : (
            <DisputeList disputes={disputes} authors={choice.authors} names={names} at={at} listRef={list} />
          )}
          {disputes.length > 0 && (
            <p className={styles.buttons}>
              <Button
                size="small"
                icon={<BookOpen size={14} aria-hidden />}
                title={displayKeys('Enter')}
                onClick={() => runCommand('agreement.open')}
              >
                {t('agreement.command.open')}
              </Button>
              <Button size="small" title={displayKeys('a')} onClick={() => runCommand('agreement.code')}>
                {t('agreement.command.code')}
              </Button>
              <Button size="small" title={displayKeys('d')} onClick={() => runCommand('agreement.none')}>
                {t('agreement.command.none')}
              </Button>
            </p>
          )}
          <p className={styles.keys}>{t('agreement.keys')}</p>
        </section>
      </div>
    </>
  )
}

/** 编码一致性: how far authors agree, by code, and where they do not. */
export function AgreementView() {
  const { t } = useTranslation()
  const codes = useLive(listCodes, [])
  const reports = useLive(listReports, [])
  const coders = useLive(listCoders, [])
  const { choice, found, working } = useAgreement((state) => state)
  const names = useMemo(() => namesOf(codes ?? [], reports ?? [], t('agreement.unnamed')), [codes, reports, t])
  useEffect(() => {
    // The two who coded most are who one wants to compare.
    const first = coders?.slice(0, 2).map(({ author }) => author) ?? []
    if (first.length === 2 && agreementState.getState().choice.authors.length === 0) choose({ authors: first })
  }, [coders])
  if (!codes || !reports || !coders) return <p className={styles.note}>{t('app.layout.loading')}</p>
  const stale = found !== null && found.choice !== choice
  return (
    <div className={styles.view} data-key-scope="agreement">
      <header className={styles.head}>
        <h1 className={styles.heading}>
          <Scale size={16} aria-hidden /> {t('agreement.title')}
        </h1>
        <Controls coders={coders} reports={reports} names={names} />
        {found && (
          <span className={styles.tools}>
            {(['csv', 'xlsx'] as const).map((type) => (
              <Button
                key={type}
                size="small"
                icon={<FileDown size={14} aria-hidden />}
                onClick={() => runCommand(`agreement.${type}`)}
              >
                {t(`agreement.export.${type}`)}
              </Button>
            ))}
          </span>
        )}
      </header>
      {working && <UnderWay done={working.done} total={working.total} />}
      {stale && !working && <p className={styles.stale}>{t('agreement.stale')}</p>}
      {found && found.answer.compared.length === 0 && <p className={styles.note}>{t('agreement.nothing')}</p>}
      {found && found.answer.compared.length > 0 && <Results found={found} codes={codes} names={names} />}
      {!found && <p className={styles.note}>{t(coders.length < 2 ? 'agreement.onlyOne' : 'agreement.intro')}</p>}
    </div>
  )
}
