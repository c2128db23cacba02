import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { command } from '../../../electron/launch/command.mjs'
import { ROOT } from '../../../electron/launch/project.mjs'
import { lineOf, progressLine, Stop } from '../../../electron/launch/say.mjs'
import { countsOf, failuresOf, none, step, summary, withEnd } from '../../../electron/launch/test-steps.mjs'

function progress(isTTY: boolean, shares: readonly number[]): string {
  let text = ''
  const out = {
    isTTY,
    write: (part: string) => {
      text += part
    },
  }
  const line = progressLine('fetching', out)
  for (const share of shares) line.at(share, 'of 9 MB')
  line.end()
  return text
}

describe('a progress line', () => {
  it('is written over in a terminal', () => {
    expect(progress(true, [0, 0.001, 0.5, 1.2])).toBe(
      '\r\u001b[Kfetching 0 % of 9 MB\r\u001b[Kfetching 50 % of 9 MB\r\u001b[Kfetching 100 % of 9 MB\n',
    )
  })

  it('comes once for each tenth on a pipe', () => {
    expect(progress(false, [0.05, 0.09, 0.14, 0.19, 1])).toBe(
      'fetching 0 % of 9 MB\nfetching 10 % of 9 MB\nfetching 100 % of 9 MB\n',
    )
  })
})

describe('an error', () => {
  it('is one line where the person or the system is the cause, a stack for a defect', () => {
    expect(lineOf(new Stop('type this', 'long output'))).toBe('duibiao: type this')
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { syscall: 'write' })
    expect(lineOf(full)).toBe('duibiao: ENOSPC: no space left on device, write')
    expect(lineOf(new TypeError('x is not a function'))).toMatch(/\n +at /)
  })
})

describe('a command', () => {
  it('gives its code and what it printed', async () => {
    const program = 'console.log("out"); console.error("err"); process.exitCode = 3'
    const { code, output } = await command(process.execPath, ['-e', program], { capture: true })
    expect(code).toBe(3)
    expect(output.split('\n').sort()).toEqual(['', 'err', 'out'])
  })

  it('that is not there gives 127', async () => {
    expect((await command('no-such-program-anywhere', [])).code).toBe(127)
  })

  it.runIf(process.platform !== 'win32')('that a signal ended gives the code of shells', async () => {
    expect((await command(process.execPath, ['-e', 'process.kill(process.pid, "SIGKILL")'])).code).toBe(137)
  })
})

describe('the counts of the test run', () => {
  const report = (files: readonly object[], counts: object) =>
    JSON.stringify({
      numPassedTests: 5,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      ...counts,
      testResults: files,
    })

  it('are those of the report, and a file that does not load is a failure', () => {
    expect(countsOf(report([], { numFailedTests: 2, numPendingTests: 1 }))).toEqual({
      passed: 5,
      failed: 2,
      skipped: 1,
    })
    expect(countsOf(report([{ status: 'failed', assertionResults: [] }], {}))).toEqual({
      passed: 5,
      failed: 1,
      skipped: 0,
    })
    const before = { status: 'failed', assertionResults: [{ status: 'skipped' }] }
    const within = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }
    expect(countsOf(report([before, within], { numFailedTests: 1, numPendingTests: 1 }))).toEqual({
      passed: 5,
      failed: 2,
      skipped: 1,
    })
  })

  it('have a failure more when the run broke off or ran nothing', () => {
    const print = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    expect(withEnd('unit', 1, { passed: 5, failed: 0, skipped: 0 })).toEqual({ passed: 5, failed: 1, skipped: 0 })
    expect(withEnd('unit', 0, none())).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(withEnd('unit', 1, { passed: 5, failed: 2, skipped: 0 })).toEqual({ passed: 5, failed: 2, skipped: 0 })
    expect(print).toHaveBeenCalledTimes(2)
    print.mockRestore()
  })

  it('count a part that breaks off', async () => {
    const print = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    const counts = await step('build', () => Promise.reject(new Stop('the build failed', 'line 1 is wrong')))
    expect(counts).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(print).toHaveBeenCalledWith('line 1 is wrong\nbuild: failed, the build failed\n')
    print.mockRestore()
  })

  it('end in one line', () => {
    expect(summary({ passed: 3, failed: 0, skipped: 0 }, [])).toBe('3 passed, 0 failed')
    expect(summary({ passed: 3, failed: 1, skipped: 2 }, ['lint: ended with code 1'])).toBe(
      'failed: lint: ended with code 1\n3 passed, 1 failed, 2 skipped',
    )
  })

  it('names each test that failed and why, and each file that broke', () => {
    const failed = { status: 'failed', fullName: 'a list goes up', failureMessages: ['expected 1 to be 2\n  at x'] }
    const files = [
      { name: join(ROOT, 'test', 'a.test.ts'), status: 'failed', message: '', assertionResults: [failed] },
      { name: join(ROOT, 'test', 'b.test.ts'), status: 'failed', message: 'no such file\nmore', assertionResults: [] },
      {
        name: join(ROOT, 'test', 'c.test.ts'),
        status: 'passed',
        message: '',
        assertionResults: [{ status: 'passed' }],
      },
    ]
    expect(failuresOf(JSON.stringify({ testResults: files }))).toEqual([
      `${join('test', 'a.test.ts')} > a list goes up: expected 1 to be 2`,
      `${join('test', 'b.test.ts')}: no such file`,
    ])
  })
})
