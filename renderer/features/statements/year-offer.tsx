import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { message } from '#shared/model/identity'
import { changeStatements, statementsOfOtherYear, useLive, useSession } from '../../storage'
import { notify } from '../../workbench'

/**
 * Offers to date what was accepted before the report's year was corrected: it keeps the year that was confirmed until
 * the user says otherwise.
 */
export function YearOffer({ report, year }: { report: string; year: number | null }) {
  const { t } = useTranslation()
  const session = useSession()
  const names = useLive((db) => statementsOfOtherYear(db, report), [report, year])
  if (!names || names.length === 0) return null
  const date = async () => {
    await changeStatements(session, names, { type: 'year' })
    notify('success', message('statements.otherYear.done', { count: names.length }))
  }
  return (
    <p className="db-review-offer" role="status">
      {t('statements.otherYear.what', { count: names.length, year: year ?? '?' })}{' '}
      <Button size="small" onClick={() => void date()}>
        {t('statements.otherYear.date')}
      </Button>
    </p>
  )
}
