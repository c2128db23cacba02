import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../storage'
import { startAdding } from './actions'
import { addSampleCodes } from './sample'

/** What an empty codebook offers. */
export function SampleOffer() {
  const { t } = useTranslation()
  const session = useSession()
  return (
    <div className="db-codebook-empty">
      <p>{t('codebook.empty')}</p>
      <Button size="small" type="primary" onClick={() => void addSampleCodes(session)}>
        {t('codebook.sample')}
      </Button>
      <Button size="small" onClick={() => startAdding(false)}>
        {t('codebook.command.add')}
      </Button>
    </div>
  )
}
