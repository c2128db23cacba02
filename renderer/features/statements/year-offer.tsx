import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { message } from '#shared/model/identity'
import { dateTogether, mattersOfOtherYear, statementsOfOtherYear, useLive, useSession } from '../../storage'
import { notify } from '../../workbench'

/**
 * Offers to date what was accepted before the report's year was corrected: it keeps the year that was confirmed until
 * the user says otherwise.
 */
export function YearOffer({ report, year }: { report: string; year: number | null }) {
  const { t } = useTranslation()
  const session = useSession()
  const statements = useLive((db) => statementsOfOtherYear(db, report), [report, year]) ?? []
  const matters = useLive((db) => mattersOfOtherYear(db, report), [report, year]) ?? []
  const count = statements.length + matters.length
  if (count === 0) return null
  const date = async () => {
    await dateTogether(session, statements, matters)
    notify('success', message('statements.otherYear.done', { count }))
  }
  return (
    <p className="db-review-offer" role="status">
      {t('statements.otherYear.what', { count, year: year ?? '?' })}{' '}
      <Button size="small" onClick={() => void date()}>
        {t('statements.otherYear.date')}
      </Button>
    </p>
  )
}
