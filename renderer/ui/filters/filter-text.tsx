import { Input, type InputRef } from 'antd'
import { Search } from 'lucide-react'
import { type Ref, useEffect, useRef, useState } from 'react'

/** Typing is followed this long after the last key, in milliseconds. */
const TYPING = 200

interface FilterTextProps {
  label: string
  /** What is filtered by now. */
  text: string
  /** In CSS pixels. */
  width: number
  boxRef: Ref<InputRef>
  onText: (text: string) => void
}

/** The words that a list is filtered by: told when typing has paused. */
export function FilterText({ label, text, width, boxRef, onText }: FilterTextProps) {
  const [typed, setTyped] = useState(text)
  const known = useRef({ text, onText })
  useEffect(() => {
    known.current = { text, onText }
  })
  useEffect(() => setTyped(text), [text])
  useEffect(() => {
    if (typed === known.current.text) return
    const timer = setTimeout(() => known.current.onText(typed), TYPING)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <Input
      ref={boxRef}
      allowClear
      style={{ width }}
      prefix={<Search size={14} aria-hidden />}
      placeholder={label}
      aria-label={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}
