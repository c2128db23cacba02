/**
 * Does work that only one window may do at a time: whoever asks while another is at it waits for its end. The lock ends
 * with the window that holds it, also when that dies. Where there are no locks (Node) there are no other windows.
 * @param name the same in every window
 */
export function exclusive<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks: LockManager | undefined = globalThis.navigator?.locks
  return locks ? locks.request(name, work) : work()
}
