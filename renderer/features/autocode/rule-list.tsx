import { Switch } from 'antd'
import { Pencil, Play, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Code } from '#shared/model/code'
import type { Rule } from '#shared/model/rule'
import { removeRule, saveRule, useSession } from '../../storage'
import { IconButton } from '../../ui/icon-button'
import { nameOf, useDictionary } from '../indicators'
import styles from './autocode.module.css'
import type { AutocodeController } from './controller'
import { withRule } from './query'
import { askToSave } from './rule-state'
import { currentReport, useAuto, useCodes, useRules } from './use-autocode'

interface RuleLineProps {
  rule: Rule
  codes: readonly Code[]
  taken: boolean
  controller: AutocodeController
}

function RuleLine({ rule, codes, taken, controller }: RuleLineProps) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const dictionary = useDictionary()
  const { name, type, pattern, extent, onImport } = rule
  const own = codes.filter(({ id }) => rule.codes.includes(id))
  const run = () => {
    controller.take(rule)
    void controller.run(currentReport())
  }
  const edit = () => {
    controller.take(rule)
    askToSave({ rule, query: withRule(controller.store.getState().query, rule) })
  }
  return (
    <li className={styles.rule} data-taken={taken}>
      <div className={styles.ruleHead}>
        <strong>{name}</strong>
        <IconButton icon={Play} size={14} label={t('autocode.rules.run', { name })} onClick={run} />
        <IconButton icon={Pencil} size={14} label={t('autocode.rules.edit', { name })} onClick={edit} />
        <IconButton
          icon={Trash2}
          size={14}
          label={t('autocode.rules.remove', { name })}
          onClick={() => void removeRule(session, rule.id)}
        />
      </div>
      <p className={styles.rulePattern}>
        <span>{t(`autocode.type.${type}`)}</span>
        <code>{type === 'indicator' ? nameOf(dictionary, pattern, i18n.language, t) : pattern}</code>
        <span>{t(`autocode.extent.${extent}`)}</span>
      </p>
      <p className={styles.ruleCodes}>
        {own.length === 0
          ? t('autocode.rules.withoutCodes')
          : own.map(({ id, name: code, color }) => (
              <span key={id}>
                <i className={styles.swatch} style={{ backgroundColor: color }} />
                {code}
              </span>
            ))}
      </p>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch is inside */}
      <label className={styles.ruleSwitch}>
        <Switch
          size="small"
          checked={onImport}
          disabled={own.length === 0}
          onChange={(checked) => void saveRule(session, { ...rule, onImport: checked })}
        />
        {t('autocode.rules.onImport')}
      </label>
    </li>
  )
}

/** The saved rules: to run, to change, to take away. */
export function RuleList({ controller }: { controller: AutocodeController }) {
  const { t } = useTranslation()
  const rules = useRules()
  const codes = useCodes() ?? []
  const taken = useAuto(controller, (state) => state.rule)
  if (!rules) return null
  return (
    <aside className={styles.rules} aria-label={t('autocode.rules.title')}>
      <h2>{t('autocode.rules.title')}</h2>
      {rules.length === 0 && <p className={styles.hint}>{t('autocode.rules.none')}</p>}
      <ul>
        {rules.map((rule) => (
          <RuleLine key={rule.id} rule={rule} codes={codes} taken={rule.id === taken} controller={controller} />
        ))}
      </ul>
    </aside>
  )
}
