import { Button, Select } from 'antd'
import { Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CODE_COLORS, type Code } from '#shared/model/code'
import { updateCode, useSession } from '../../storage'
import { deleteSelected } from './actions'
import { moveCode } from './move'
import { possibleParents } from './tree'

const KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const
const TOP = ''
const NO_KEY = 0

/** Colour, key, place in the tree and definition of the selected code. */
export function CodeDetails({ code, codes }: { code: Code; codes: readonly Code[] }) {
  const { t } = useTranslation()
  const session = useSession()
  const parents = possibleParents(codes, code.id).map(({ id, name }) => ({ value: id, label: name }))
  const owner = (key: number) => codes.find((one) => one.key === key && one.id !== code.id)?.name
  const keys = KEYS.map((key) => ({ value: key, label: [key, owner(key)].filter(Boolean).join(' · ') }))
  return (
    <section className="db-code-details" aria-label={t('codebook.details', { name: code.name })}>
      <Colors code={code} />
      <div className="db-code-pair">
        <Select
          aria-label={t('codebook.key')}
          value={code.key ?? NO_KEY}
          options={[{ value: NO_KEY, label: t('codebook.noKey') }, ...keys]}
          onChange={(key) => void updateCode(session, code.id, { key: key === NO_KEY ? null : key })}
        />
        <Select
          aria-label={t('codebook.parent')}
          value={code.parent ?? TOP}
          options={[{ value: TOP, label: t('codebook.top') }, ...parents]}
          onChange={(parent) => void moveCode(code.id, parent === TOP ? null : parent)}
        />
      </div>
      <Definition key={code.id} code={code} />
      <Button size="small" danger icon={<Trash2 size={14} />} onClick={() => void deleteSelected()}>
        {t('codebook.command.remove')}
      </Button>
    </section>
  )
}

function Colors({ code }: { code: Code }) {
  const { t } = useTranslation()
  const session = useSession()
  const set = (color: string) => void updateCode(session, code.id, { color })
  return (
    <fieldset className="db-code-colors" aria-label={t('codebook.color')}>
      {CODE_COLORS.map((color) => (
        <button
          key={color}
          type="button"
          aria-label={t('codebook.colorOf', { color })}
          aria-pressed={color === code.color}
          style={{ backgroundColor: color }}
          onClick={() => set(color)}
        />
      ))}
      <input
        type="color"
        aria-label={t('codebook.otherColor')}
        title={t('codebook.otherColor')}
        value={code.color}
        onChange={(event) => set(event.target.value)}
      />
    </fieldset>
  )
}

/** The definition is saved when the field is left: one step for what was written, not one for each letter. */
function Definition({ code }: { code: Code }) {
  const { t } = useTranslation()
  const session = useSession()
  const [typed, setTyped] = useState(code.definition)
  useEffect(() => setTyped(code.definition), [code.definition])
  return (
    <textarea
      className="db-field"
      rows={3}
      aria-label={t('codebook.definition')}
      placeholder={t('codebook.definition')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => typed !== code.definition && void updateCode(session, code.id, { definition: typed })}
    />
  )
}
