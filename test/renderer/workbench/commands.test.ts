import { afterEach, expect, it } from 'vitest'
import { allCommands, type Command, onCommandFailure, registerCommands, runCommand } from '../../../renderer/workbench'

const undo: (() => void)[] = []
const add = (...commands: Command[]) => {
  const remove = registerCommands(commands)
  undo.push(remove)
  return remove
}
afterEach(() => {
  for (const remove of undo.splice(0)) remove()
})

it('runs by id, and says when there is none or it is not enabled', () => {
  const ran: string[] = []
  let enabled = false
  add({ id: 'a.b', titleKey: 'x', enabled: () => enabled, run: () => void ran.push('a.b') })
  expect(runCommand('a.c')).toBe(false)
  expect(runCommand('a.b')).toBe(false)
  enabled = true
  expect(runCommand('a.b')).toBe(true)
  expect(ran).toEqual(['a.b'])
})

it('lets a later one stand in for an earlier one and gives the earlier one back', () => {
  const ran: string[] = []
  add({ id: 'a.b', titleKey: 'x', run: () => void ran.push('first') })
  const remove = add({ id: 'a.b', titleKey: 'x', run: () => void ran.push('second') })
  runCommand('a.b')
  remove()
  runCommand('a.b')
  expect(ran).toEqual(['second', 'first'])
  expect(allCommands().map(({ id }) => id)).toEqual(['a.b'])
})

it('tells of what a command throws, now or later', async () => {
  const failures: unknown[] = []
  onCommandFailure((error) => failures.push(error))
  add(
    {
      id: 'a.now',
      titleKey: 'x',
      run: () => {
        throw new Error('now')
      },
    },
    { id: 'a.later', titleKey: 'x', run: () => Promise.reject(new Error('later')) },
  )
  expect(runCommand('a.now')).toBe(true)
  expect(runCommand('a.later')).toBe(true)
  await Promise.resolve()
  await Promise.resolve()
  expect(failures.map(String)).toEqual(['Error: now', 'Error: later'])
})
