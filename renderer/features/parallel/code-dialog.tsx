import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { listCodes, useLive, useSession } from '../../storage'
import { codeBoth } from './both'
import { askStore } from './open'
import { PickDialog } from './pick-dialog'
import styles from './pick-dialog.module.css'

function Asking({ view }: { view: string }) {
  const { t } = useTranslation()
  const session = useSession()
  const [typed, setTyped] = useState('')
  const codes = useLive(listCodes, []) ?? []
  const wanted = typed.trim().toLowerCase()
  const found = codes.filter(({ name }) => name.toLowerCase().includes(wanted))
  const leave = () => askStore.setState({ code: null })
  return (
    <PickDialog
      title={t('parallel.code.title')}
      placeholder={t('parallel.code.placeholder')}
      typed={typed}
      choices={found.map(({ id, name, color, key }) => ({
        id,
        content: (
          <>
            <i className={styles.swatch} style={{ backgroundColor: color }} />
            <span>{name}</span>
            {key !== null && <kbd className={styles.key}>{key}</kbd>}
          </>
        ),
      }))}
      none={t(codes.length === 0 ? 'parallel.code.empty' : 'parallel.code.none')}
      onType={setTyped}
      onChoose={(code) => {
        leave()
        void codeBoth(session, view, code)
      }}
      onLeave={leave}
    />
  )
}

/** Asks which code both passages of a shared sentence get. */
export function CodeDialog() {
  const view = useStore(askStore, (state) => state.code)
  return view && <Asking view={view} />
}
