import { InputNumber, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImageWish } from '../../charts'
import styles from './chart-pane.module.css'
import { closePicture, type PictureRequest, savePicture, usePictureRequest } from './picture'

/** Sizes that are often wanted, in CSS pixels: a page of a report, a slide. */
const SIZES = { page: { width: 900, height: 560 }, slide: { width: 1280, height: 720 } } as const
const SIDE = { min: 240, max: 6000 }
const RATIOS = ['1', '2', '3', '4'] as const

function Fields({ asked }: { asked: PictureRequest }) {
  const { t } = useTranslation()
  const [wish, setWish] = useState<ImageWish>({ ...asked.screen, format: 'png', ratio: 2, theme: 'light' })
  const change = (patch: Partial<ImageWish>): void => setWish({ ...wish, ...patch })
  const sizes = { screen: asked.screen, ...SIZES }
  const size = (Object.keys(sizes) as (keyof typeof sizes)[]).find(
    (name) => sizes[name].width === wish.width && sizes[name].height === wish.height,
  )
  const side = (name: 'width' | 'height') => (
    <InputNumber<number>
      aria-label={t(`charts.image.${name}`)}
      value={wish[name]}
      {...SIDE}
      precision={0}
      onChange={(value) => change(value === null ? {} : { [name]: value })}
    />
  )
  return (
    <Modal
      open
      title={t('charts.image.title')}
      okText={t('charts.image.save')}
      cancelText={t('charts.image.cancel')}
      onCancel={closePicture}
      onOk={async () => {
        closePicture()
        await savePicture(asked, wish)
      }}
    >
      <div className={styles.fields}>
        <span>{t('charts.image.format')}</span>
        <Segmented<'png' | 'svg'>
          aria-label={t('charts.image.format')}
          value={wish.format}
          options={(['png', 'svg'] as const).map((value) => ({ value, label: t(`charts.image.formatOf.${value}`) }))}
          onChange={(format) => change({ format })}
        />
        <span>{t('charts.image.size')}</span>
        <span className={styles.sizes}>
          <Segmented<string>
            aria-label={t('charts.image.size')}
            value={size ?? 'own'}
            options={['screen', 'page', 'slide', 'own'].map((value) => ({
              value,
              label: t(`charts.image.sizeOf.${value}`),
            }))}
            onChange={(name) => change(sizes[name as keyof typeof sizes] ?? { width: wish.width + 1 })}
          />
        </span>
        <span>{t('charts.image.pixels')}</span>
        <span className={styles.sizes}>
          {side('width')} × {side('height')}
        </span>
        {wish.format === 'png' && (
          <>
            <span>{t('charts.image.ratio')}</span>
            <Segmented<string>
              aria-label={t('charts.image.ratio')}
              value={String(wish.ratio)}
              options={RATIOS.map((value) => ({ value, label: t('charts.image.ratioOf', { ratio: value }) }))}
              onChange={(ratio) => change({ ratio: Number(ratio) })}
            />
          </>
        )}
        <span>{t('charts.image.theme')}</span>
        <Segmented<'light' | 'dark'>
          aria-label={t('charts.image.theme')}
          value={wish.theme ?? 'light'}
          options={(['light', 'dark'] as const).map((value) => ({ value, label: t(`charts.image.themeOf.${value}`) }))}
          onChange={(theme) => change({ theme })}
        />
      </div>
      <p className={styles.hint}>{t('charts.image.note')}</p>
    </Modal>
  )
}

/** Asks for format, size and ground of a picture of the chart in front. */
export function PictureDialog() {
  const asked = usePictureRequest()
  return asked ? <Fields asked={asked} /> : null
}
