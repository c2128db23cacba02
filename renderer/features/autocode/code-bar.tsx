import { Button } from 'antd'
import { Save } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../storage'
import { runCommand } from '../../workbench'
import { codeTicked } from './actions'
import styles from './autocode.module.css'
import { CodeField } from './code-field'
import type { AutocodeController } from './controller'
import { isOfRule, problemOf } from './query'
import { askToSave } from './rule-state'
import { useAuto, useRules } from './use-autocode'

/** The saved rule that the query was taken from, null where it was taken from none or that one is gone. */
export function useTakenRule(controller: AutocodeController) {
  const id = useAuto(controller, (state) => state.rule)
  return useRules()?.find((rule) => rule.id === id) ?? null
}

/** The codes, what is ticked, and the step that brings both together. */
export function CodeBar({ controller }: { controller: AutocodeController }) {
  const { t } = useTranslation()
  const session = useSession()
  const query = useAuto(controller, (state) => state.query)
  const hits = useAuto(controller, (state) => state.hits)
  const coding = useAuto(controller, (state) => state.coding)
  useAuto(controller, (state) => state.version)
  const rule = useTakenRule(controller)
  const { codes } = query
  const isSaved = rule !== null && isOfRule(query, rule)
  return (
    <div className={styles.codeBar}>
      <CodeField
        chosen={codes}
        onChange={(chosen) => controller.set({ codes: chosen })}
        onEnter={(shift) => runCommand(shift ? 'autocode.code' : 'autocode.run')}
      />
      <Button
        type="primary"
        loading={coding !== null}
        disabled={codes.length === 0 || hits.ticked === 0}
        title={codes.length === 0 ? t('autocode.codes.first') : undefined}
        onClick={() => void codeTicked(session, controller, rule)}
      >
        {coding ? t('autocode.coding', { ...coding }) : t('autocode.code', { count: hits.ticked })}
      </Button>
      <fieldset className={styles.ticks} disabled={hits.count === 0} aria-label={t('autocode.ticks.label')}>
        <Button onClick={() => controller.tick(null, true)}>{t('autocode.ticks.all')}</Button>
        <Button onClick={() => controller.tick(null, false)}>{t('autocode.ticks.none')}</Button>
      </fieldset>
      <span className={`${styles.count} db-figures`} role="status">
        {hits.count > 0 && t('autocode.ticks.count', { ticked: hits.ticked, count: hits.count, carried: hits.carried })}
      </span>
      <span className={styles.ruleName}>
        {rule && t(`autocode.rules.${isSaved ? 'taken' : 'changed'}`, { name: rule.name })}
      </span>
      <Button
        icon={<Save size={14} aria-hidden />}
        disabled={problemOf(query) !== null || isSaved}
        onClick={() => askToSave({ rule, query })}
      >
        {t(`autocode.rules.${rule ? 'saveChanged' : 'save'}`)}
      </Button>
    </div>
  )
}
