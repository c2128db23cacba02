import { useTranslation } from 'react-i18next'
import type { ReviewMatter } from '../../../storage'
import { useDictionary } from '../../indicators'
import { matterCertainty } from '../rule-words'
import { ConfidenceDot, StatusIcon } from '../status-icon'
import { listedMatter } from './matter-words'

/** One matter of the list: its type, its name, and what it says of it. */
export function MatterRow({ matter }: { matter: ReviewMatter }) {
  const { t, i18n } = useTranslation()
  const { content, status, orphan } = matter
  const { type, role, year, scope, confidence } = content
  const { name, aspect, says, facts } = listedMatter(t, useDictionary(), content, i18n.language)
  return (
    <>
      <StatusIcon status={status} />
      <span className="db-row-name" title={name}>
        {name}
        {aspect !== '' && <small> · {aspect}</small>}
        {scope !== 'own' && scope !== '' && <small> · {scope}</small>}
      </span>
      <span className="db-row-value db-figures" title={says}>
        {says}
      </span>
      <span className="db-row-facts">
        <span className={`db-role db-role-${role}`}>{t(`statements.role.${role}`)}</span>
        <span className="db-type">{t(`matters.review.one.${type}`)}</span>
        <span className="db-row-more" title={facts}>
          {orphan ? t('matters.review.lost') : facts}
        </span>
      </span>
      <span className="db-row-when db-figures">
        {year || t('statements.row.noYear')}
        <ConfidenceDot confidence={confidence} words={matterCertainty(t, content)} />
      </span>
    </>
  )
}
