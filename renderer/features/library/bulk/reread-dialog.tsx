import { Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Format, TextFormat } from '#shared/model/format'
import { Encoding } from '#shared/model/reading'
import { AS_FOUND, type ReadAs } from '#shared/model/source'
import { useSession } from '../../../storage'
import styles from './bulk.module.css'
import { rereadMany } from './reread'
import { type BulkLine, closeBulk, sourcesOf, useBulk } from './state'

/** Formats whose bytes are plain text in some encoding; the others carry their own. */
const ENCODED: readonly Format[] = ['txt', 'md', 'html', 'mhtml']

/** What all of the sources are read as; null where they differ or it was left to the program. */
function common(lines: readonly BulkLine[]): ReadAs {
  const wishes = sourcesOf(lines).map(({ readAs }) => readAs)
  const [first = AS_FOUND] = wishes
  return {
    format: wishes.every(({ format }) => format === first.format) ? first.format : null,
    encoding: wishes.every(({ encoding }) => encoding === first.encoding) ? first.encoding : null,
  }
}

function Form({ lines }: { lines: readonly BulkLine[] }) {
  const { t } = useTranslation()
  const session = useSession()
  const sources = sourcesOf(lines)
  const [readAs, setReadAs] = useState(() => common(lines))
  const encoded = readAs.format
    ? ENCODED.includes(readAs.format)
    : sources.some(({ format }) => ENCODED.includes(format))
  const read = () => {
    closeBulk()
    void rereadMany(session, lines, encoded ? readAs : { ...readAs, encoding: null })
  }
  return (
    <Modal
      open
      width={480}
      title={t('library.reread.title', { count: sources.length })}
      okText={t('library.reread.confirm')}
      okButtonProps={{ autoFocus: true }}
      cancelText={t('library.bulk.cancel')}
      onOk={read}
      onCancel={closeBulk}
    >
      <p className={styles.hint}>{t('library.reread.what')}</p>
      <div className={styles.form}>
        <span>{t('library.column.format')}</span>
        <Select<TextFormat | 'found'>
          aria-label={t('library.column.format')}
          value={readAs.format ?? 'found'}
          options={[
            { value: 'found' as const, label: t('library.reread.found') },
            ...TextFormat.options.map((value) => ({ value, label: t(`library.format.${value}`) })),
          ]}
          onChange={(format) => setReadAs({ ...readAs, format: format === 'found' ? null : format })}
        />
        <span>{t('library.column.encoding')}</span>
        <Select<Encoding | 'found'>
          aria-label={t('library.column.encoding')}
          disabled={!encoded}
          value={(encoded && readAs.encoding) || 'found'}
          options={[
            { value: 'found' as const, label: t(encoded ? 'library.reread.found' : 'library.reread.carried') },
            ...Encoding.options.map((value) => ({ value, label: t(`library.encoding.${value}`) })),
          ]}
          onChange={(encoding) => setReadAs({ ...readAs, encoding: encoding === 'found' ? null : encoding })}
        />
      </div>
    </Modal>
  )
}

/** Chooses what sources are read as; a changed choice makes a new reading of each kept original. */
export function RereadDialog() {
  const lines = useBulk('reread')
  return lines && <Form key={lines.map(({ id }) => id).join()} lines={lines} />
}
