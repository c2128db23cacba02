import { Select } from 'antd'
import { Table2, TextQuote, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pathOf } from '#shared/coding/code-tree'
import type { Code } from '#shared/model/code'
import { updateCode, useSession } from '../../storage'
import { IconButton } from '../../ui/icon-button'
import { displayKeys, runCommand } from '../../workbench'
import { MemoField } from '../memo-editor'
import { ColorField } from './color-field'
import { moveUnder } from './move'
import { possibleParents } from './tree'

const KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const
const TOP = ''
const NO_KEY = 0

interface CodeDetailsProps {
  code: Code
  codes: readonly Code[]
  /** Annotations that carry it. */
  count: number
}

/** Name, colour, key, place in the tree, definition, example and memo of the selected code. */
export function CodeDetails({ code, codes, count }: CodeDetailsProps) {
  const { t } = useTranslation()
  const session = useSession()
  const parents = possibleParents(codes, code.id).map(({ id }) => ({ value: id, label: pathOf(codes, id).join(' › ') }))
  const owner = (key: number) => codes.find((one) => one.key === key && one.id !== code.id)?.name
  const keys = KEYS.map((key) => ({ value: key, label: [key, owner(key)].filter(Boolean).join(' · ') }))
  return (
    <section className="db-code-details" aria-label={t('codebook.details', { name: code.name })}>
      <TextField key={`name ${code.id}`} code={code} field="name" rows={1} />
      <ColorField code={code} codes={codes} />
      <div className="db-code-pair">
        <Caption of="key" />
        <Caption of="parent" />
        <Select
          aria-label={t('codebook.key')}
          value={code.key ?? NO_KEY}
          options={[{ value: NO_KEY, label: t('codebook.noKey') }, ...keys]}
          onChange={(key) => void updateCode(session, code.id, { key: key === NO_KEY ? null : key })}
        />
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('codebook.parent')}
          value={code.parent ?? TOP}
          options={[{ value: TOP, label: t('codebook.top') }, ...parents]}
          onChange={(parent) => void moveUnder([code.id], parent === TOP ? null : parent)}
        />
      </div>
      <Caption of="definition" />
      <TextField key={`definition ${code.id}`} code={code} field="definition" rows={2} />
      <Caption of="example" />
      <TextField key={`example ${code.id}`} code={code} field="example" rows={2} />
      <Caption of="memo" />
      <div className="db-code-memo">
        <MemoField key={code.id} subject={{ type: 'code', id: code.id }} rows={2} />
      </div>
      <footer className="db-code-foot">
        <span className="db-figures">{t('codebook.countOf', { number: count })}</span>
        <IconButton
          icon={Table2}
          label={t('codebook.command.counts')}
          keys={displayKeys('Alt+T')}
          onClick={() => runCommand('codebook.counts')}
        />
        <IconButton
          icon={TextQuote}
          label={t('codebook.command.useAsExample')}
          keys={displayKeys('Mod+Alt+U')}
          onClick={() => runCommand('codebook.useAsExample')}
        />
        <IconButton
          icon={Trash2}
          label={t('codebook.command.remove')}
          keys={displayKeys('Delete')}
          onClick={() => runCommand('codebook.remove')}
        />
      </footer>
    </section>
  )
}

/** What a field is, to be seen when it is filled; the fields name themselves for screen readers. */
function Caption({ of }: { of: 'key' | 'parent' | 'definition' | 'example' | 'memo' }) {
  const { t } = useTranslation()
  return (
    <small className="db-code-caption" aria-hidden>
      {t(`codebook.csv.column.${of}`)}
    </small>
  )
}

interface TextFieldProps {
  code: Code
  field: 'name' | 'definition' | 'example'
  rows: number
}

/** A text of the code, saved when the field is left: one step for what was written, not one for each letter. */
function TextField({ code, field, rows }: TextFieldProps) {
  const { t } = useTranslation()
  const session = useSession()
  const stored = code[field]
  const [typed, setTyped] = useState(stored)
  useEffect(() => setTyped(stored), [stored])
  const save = () => {
    const text = field === 'name' ? typed.trim().slice(0, 200) : typed
    if (field === 'name' && text === '') setTyped(stored)
    else if (text !== stored) void updateCode(session, code.id, { [field]: text })
  }
  const shared = {
    className: 'db-field',
    'aria-label': t(`codebook.${field}`),
    placeholder: t(`codebook.${field}`),
    value: typed,
    onBlur: save,
  }
  if (field === 'name')
    return (
      <input
        {...shared}
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && save()}
      />
    )
  return <textarea {...shared} rows={rows} onChange={(event) => setTyped(event.target.value)} />
}
