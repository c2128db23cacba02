import { Palette } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apart, nextColor, shadeOf } from '#shared/coding/code-colors'
import { CODE_COLORS, type Code } from '#shared/model/code'
import { updateCode, useSession } from '../../storage'
import { IconButton } from '../../ui/icon-button'

/** Colours nearer than this are hardly told apart, at least by some readers. */
const TOO_NEAR = 0.03

interface ColorFieldProps {
  code: Code
  codes: readonly Code[]
}

/** The colour of a code: the palette, any other, one that stays apart from all, or a shade of its parent's. */
export function ColorField({ code, codes }: ColorFieldProps) {
  const { t } = useTranslation()
  const session = useSession()
  const set = (color: string) => void updateCode(session, code.id, { color })
  const others = useMemo(() => codes.filter(({ id }) => id !== code.id), [codes, code.id])
  const siblings = others.filter(({ parent }) => parent === code.parent)
  const parent = others.find(({ id }) => id === code.parent)
  const twin = siblings.find(({ color }) => apart(color, code.color) < TOO_NEAR)
  const near = (other: Code) => other.parent === code.parent || other.id === code.parent
  const free = () =>
    nextColor([
      ...others.map((other) => ({ color: other.color, near: near(other) })),
      { color: code.color, near: true },
    ])
  return (
    <>
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
        <OtherColor color={code.color} onChange={set} />
        <IconButton icon={Palette} size={14} label={t('codebook.freeColor')} onClick={() => set(free())} />
        {parent && (
          <IconButton
            icon={Palette}
            size={14}
            style={{ color: parent.color }}
            label={t('codebook.shadeOf', { name: parent.name })}
            onClick={() =>
              set(
                shadeOf(
                  parent.color,
                  siblings.map(({ color }) => color),
                ),
              )
            }
          />
        )}
      </fieldset>
      {twin && <p className="db-code-note">{t('codebook.nearColor', { name: twin.name })}</p>}
    </>
  )
}

/** The system's own chooser; it is one step when it is closed, not one for each colour on the way. */
function OtherColor({ color, onChange }: { color: string; onChange: (color: string) => void }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState(color)
  useEffect(() => setChosen(color), [color])
  return (
    <input
      type="color"
      aria-label={t('codebook.otherColor')}
      title={t('codebook.otherColor')}
      value={chosen}
      onChange={(event) => setChosen(event.target.value)}
      onBlur={() => chosen !== color && onChange(chosen)}
    />
  )
}
