import { Select } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addCode, useSession } from '../../storage'
import { codePath } from '../reader'
import styles from './autocode.module.css'
import { useCodes } from './use-autocode'

/** The choice that makes a code of what was typed. */
const CREATE = '+'

interface CodeFieldProps {
  /** Ids of the codes. */
  chosen: readonly string[]
  onChange: (codes: string[]) => void
  /** Enter was pressed with Ctrl, and perhaps with Shift. */
  onEnter: (shift: boolean) => void
}

/** The codes that passages get; a name that is none yet makes a new code. */
export function CodeField({ chosen, onChange, onEnter }: CodeFieldProps) {
  const { t } = useTranslation()
  const session = useSession()
  const codes = useCodes() ?? []
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const byId = new Map(codes.map((code) => [code.id, code]))
  const wanted = typed.trim().toLocaleLowerCase()
  const isKnown = wanted === '' || codes.some(({ name }) => name.toLocaleLowerCase() === wanted)
  const options = codes.map((code) => ({
    value: code.id,
    label: codePath(code, byId),
    name: code.name,
    color: code.color,
  }))
  const create = { value: CREATE, label: t('autocode.codes.create', { name: typed.trim() }), name: '', color: '' }
  const change = async (values: string[]) => {
    setTyped('')
    const kept = values.filter((value) => value !== CREATE)
    if (kept.length === values.length) return onChange(kept)
    const { id } = await addCode(session, { name: typed.trim().slice(0, 200) })
    onChange([...kept, id])
  }
  // The list takes every Enter for itself, whatever is held down with it.
  const commandKeys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    setOpen(false)
    onEnter(event.shiftKey)
  }
  return (
    <div className={styles.codes} onKeyDownCapture={commandKeys}>
      <Select
        mode="multiple"
        className={styles.codeSelect ?? ''}
        aria-label={t('autocode.codes.label')}
        placeholder={t('autocode.codes.placeholder')}
        value={[...chosen].filter((id) => byId.has(id))}
        options={isKnown ? options : [...options, create]}
        showSearch={{
          searchValue: typed,
          onSearch: setTyped,
          filterOption: (text, option) =>
            option?.value === CREATE ||
            (option?.label.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()) ?? false),
        }}
        optionRender={({ data }) => (
          <span className={styles.codeOption}>
            {data.color && <i className={styles.swatch} style={{ backgroundColor: data.color }} />}
            {data.label}
          </span>
        )}
        onChange={(values: string[]) => void change(values)}
        open={open}
        onOpenChange={setOpen}
      />
    </div>
  )
}
