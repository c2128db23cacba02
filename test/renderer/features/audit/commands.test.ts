import { expect, it } from 'vitest'
import { auditCommands, type Chosen } from '../../../../renderer/features/audit/commands'
import { auditState, toggleMark } from '../../../../renderer/features/audit/state'

const chosen: Chosen = {
  session: {} as Chosen['session'],
  current: null,
  targets: [],
  lines: [],
  focusNote: () => undefined,
  focusFilter: () => undefined,
}

it('takes a single mark off: until then the keys are about that finding, wherever the keyboard is', () => {
  const unmark = auditCommands(chosen).find(({ id }) => id === 'audit.unmark')
  expect(unmark?.enabled?.()).toBe(false)
  toggleMark('a')
  expect(unmark?.enabled?.()).toBe(true)
  unmark?.run()
  expect(auditState.getState().marked.size).toBe(0)
})
