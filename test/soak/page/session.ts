import type { Session } from '../../../renderer/storage'

interface Fiber {
  child: Fiber | null
  sibling: Fiber | null
  memoizedProps: { value?: unknown } | null
}

const isSession = (value: unknown): value is Session =>
  typeof value === 'object' && value !== null && 'writeInParts' in value && 'db' in value && 'status' in value

/** The page's own session, from React's tree: it is given to nobody else. Null while the project is not open. */
export function findSession(): Session | null {
  const root = document.getElementById('root') ?? document.body.firstElementChild
  const key = root && Object.keys(root).find((name) => name.startsWith('__reactContainer$'))
  const waiting: (Fiber | null)[] = [root && key ? (Reflect.get(root, key) as Fiber) : null]
  for (let fiber = waiting.pop(); fiber !== undefined; fiber = waiting.pop()) {
    if (!fiber) continue
    if (isSession(fiber.memoizedProps?.value)) return fiber.memoizedProps.value
    waiting.push(fiber.sibling, fiber.child)
  }
  return null
}

/** The page's own session. @throws Error while the project is not open */
export function sessionOf(): Session {
  const session = findSession()
  if (!session) throw new Error('no session')
  return session
}
