import { Button } from 'antd'
import { runCommand } from '../../../workbench'
import type { Words } from '../words'
import { Nothing } from './pane-frame'

/** No passage of these reports is coded: how to begin. */
export function NoCodes({ words }: { words: Words }) {
  return (
    <Nothing>
      <p>{words.t('wordViews.noCodes')}</p>
      <div>
        <Button type="primary" onClick={() => runCommand('view.library')}>
          {words.t('wordViews.toLibrary')}
        </Button>
        <Button onClick={() => runCommand('view.autocode')}>{words.t('wordViews.toAutocode')}</Button>
      </div>
    </Nothing>
  )
}
