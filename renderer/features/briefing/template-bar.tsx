import { Button, Input, Select } from 'antd'
import { CopyPlus, RotateCcw, Save, Trash2 } from 'lucide-react'
import type { DeskTemplate } from '#shared/model/desk-template'
import { newId } from '#shared/model/identity'
import { deskTemplates, saveProjectSettings, useLive, useSession } from '../../storage'
import { IconButton } from '../../ui/icon-button'
import { displayKeys } from '../../workbench'
import type { Words } from '../compare'
import { attempt } from '../places'
import styles from './briefing.module.css'
import { withTemplate } from './templates'

/** The templates of the project, and what can be done with the one in hand. */
export interface Templates {
  saved: readonly DeskTemplate[]
  /** True while the project does not have the template as it is. */
  unsaved: boolean
  save: () => Promise<void>
  saveAs: () => Promise<void>
  remove: () => Promise<void>
}

const NONE: readonly DeskTemplate[] = []

/** The project's templates around the one that is worked on. */
export function useTemplates(template: DeskTemplate, choose: (template: DeskTemplate | null) => void): Templates {
  const session = useSession()
  const settings = useLive(deskTemplates, [])
  const saved = settings?.templates ?? NONE
  const known = saved.find(({ id }) => id === template.id)
  const write = async (templates: DeskTemplate[]): Promise<boolean> => {
    if (!settings) return false
    return (await attempt(saveProjectSettings(session, { ...settings, templates }).then(() => true))) ?? false
  }
  return {
    saved,
    unsaved: template.name.trim() !== '' && (!known || JSON.stringify(known) !== JSON.stringify(template)),
    save: async () => {
      if (await write(withTemplate(saved, template))) choose(template)
    },
    saveAs: async () => {
      const copy = { ...template, id: newId() }
      if (await write([...saved, copy])) choose(copy)
    },
    remove: async () => {
      if (await write(saved.filter(({ id }) => id !== template.id))) choose(null)
    },
  }
}

interface BarProps {
  template: DeskTemplate
  templates: Templates
  words: Words
  onChoose: (template: DeskTemplate | null) => void
  onRename: (name: string) => void
}

/** Which template it is: chosen, named, saved, copied, thrown away. */
export function TemplateBar({ template, templates, words: { t }, onChoose, onRename }: BarProps) {
  const { saved, unsaved } = templates
  const known = saved.some(({ id }) => id === template.id)
  return (
    <div className={styles.templateBar}>
      {saved.length > 0 && (
        <Select<string>
          size="small"
          className={styles.wide ?? ''}
          aria-label={t('briefing.template.choose')}
          placeholder={t('briefing.template.choose')}
          value={known ? template.id : null}
          options={saved.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => onChoose(saved.find((one) => one.id === id) ?? null)}
        />
      )}
      <div className={styles.line}>
        <Input
          size="small"
          aria-label={t('briefing.template.name')}
          value={template.name}
          maxLength={60}
          onChange={(event) => onRename(event.target.value)}
        />
        <Button
          size="small"
          type={unsaved ? 'primary' : 'default'}
          disabled={!unsaved}
          icon={<Save size={14} aria-hidden />}
          title={displayKeys('Mod+S')}
          onClick={() => void templates.save()}
        >
          {t('briefing.template.save')}
        </Button>
        <IconButton icon={CopyPlus} label={t('briefing.template.saveAs')} onClick={() => void templates.saveAs()} />
        <IconButton icon={RotateCcw} label={t('briefing.template.reset')} onClick={() => onChoose(null)} />
        <IconButton
          icon={Trash2}
          label={t('briefing.template.remove')}
          disabled={!known}
          onClick={() => void templates.remove()}
        />
      </div>
    </div>
  )
}
