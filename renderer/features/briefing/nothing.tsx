import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { runCommand } from '../../workbench'

/** Why there is no paper, and what to do. */
export function NothingToShow({ why, comparison = false }: { why: string; comparison?: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <h2>{t(`briefing.empty.${why}.title`)}</h2>
      <p>{t(`briefing.empty.${why}.what`)}</p>
      {comparison && <Button onClick={() => runCommand('view.compare')}>{t('briefing.empty.compare')}</Button>}
    </>
  )
}

/** No report in the library yet. */
export function EmptyLibrary() {
  const { t } = useTranslation()
  return (
    <>
      <h2>{t('briefing.empty.library.title')}</h2>
      <p>{t('briefing.empty.library.what')}</p>
      <span>
        <Button type="primary" onClick={() => runCommand('import.files')}>
          {t('compare.empty.import')}
        </Button>{' '}
        <Button onClick={() => runCommand('import.sample')}>{t('compare.empty.sample')}</Button>
      </span>
    </>
  )
}
