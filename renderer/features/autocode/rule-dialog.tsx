import { Button, Checkbox, Input, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { reasonOf, saveRule, useSession } from '../../storage'
import { notify } from '../../workbench'
import { nameOf, useDictionary } from '../indicators'
import styles from './autocode.module.css'
import type { AutocodeController } from './controller'
import { nameOfQuery, ruleQueryOf } from './query'
import { type Saving, savingStore } from './rule-state'

const close = (): void => savingStore.setState({ saving: null })

function Form({ saving, controller }: { saving: Saving; controller: AutocodeController }) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const dictionary = useDictionary()
  const { rule, query } = saving
  const [name, setName] = useState(
    () => rule?.name ?? nameOfQuery(query, (id) => nameOf(dictionary, id, i18n.language, t)),
  )
  const [onImport, setOnImport] = useState(rule?.onImport ?? false)
  const hasCodes = query.codes.length > 0
  const save = async (id: string | undefined) => {
    if (name.trim() === '') return
    close()
    try {
      const draft = { ...ruleQueryOf(query), name: name.trim(), onImport: onImport && hasCodes }
      controller.take(await saveRule(session, id === undefined ? draft : { ...draft, id }))
      controller.showRules(true)
    } catch (error) {
      notify('error', reasonOf(error, 'autocode.rules.failed'))
    }
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save(rule?.id)
      }}
    >
      <label htmlFor="autocode-rule-name">
        {t('autocode.rules.name')}
        <Input
          id="autocode-rule-name"
          autoFocus
          onFocus={({ target }) => target.select()}
          maxLength={200}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <Checkbox
        checked={onImport && hasCodes}
        disabled={!hasCodes}
        onChange={({ target }) => setOnImport(target.checked)}
      >
        {t('autocode.rules.onImport')}
      </Checkbox>
      <p className={styles.hint}>{t(`autocode.rules.${hasCodes ? 'onImportHint' : 'noCodes'}`)}</p>
      <div className={styles.formButtons}>
        <Button onClick={close}>{t('autocode.rules.cancel')}</Button>
        {rule && (
          <Button disabled={name.trim() === ''} onClick={() => void save(undefined)}>
            {t('autocode.rules.saveNew')}
          </Button>
        )}
        <Button type="primary" htmlType="submit" disabled={name.trim() === ''}>
          {t(`autocode.rules.${rule ? 'update' : 'saveIt'}`)}
        </Button>
      </div>
    </form>
  )
}

/** Names a rule and says whether it runs on what is imported. */
export function RuleDialog({ controller }: { controller: AutocodeController }) {
  const { t } = useTranslation()
  const saving = useStore(savingStore, (state) => state.saving)
  useEffect(() => close, [])
  return (
    <Modal
      open={saving !== null}
      title={t(`autocode.rules.${saving?.rule ? 'saveChanged' : 'save'}`)}
      footer={null}
      width={440}
      destroyOnHidden
      onCancel={close}
    >
      {saving && <Form saving={saving} controller={controller} />}
    </Modal>
  )
}
