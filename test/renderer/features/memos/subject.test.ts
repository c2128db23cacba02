import { expect, it } from 'vitest'
import { subjectIn } from '../../../../renderer/features/memos/subject'
import type { MemoRow } from '../../../../renderer/storage'

const row = (subject: MemoRow['subject']): MemoRow => ({
  key: `${subject.type}:${subject.id}`,
  subject,
  target: { type: 'memo', id: 'm' },
  text: '',
  author: '',
  updatedAt: '',
  name: '',
  gone: false,
  place: '',
  year: null,
  backlinks: [],
})

it('finds the memo of a project that was copied, or came out of a package, under its earlier id', () => {
  const rows = [row({ type: 'code', id: 'c' }), row({ type: 'project', id: 'before' })]
  expect(subjectIn({ subject: 'project' }, rows, 'now')).toEqual({ type: 'project', id: 'before' })
  expect(subjectIn({ subject: 'project' }, rows.slice(0, 1), 'now')).toEqual({ type: 'project', id: 'now' })
})
