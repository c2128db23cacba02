import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANNELS } from '#shared/ipc/channels'
import { CLOSED, packetsSent } from '../../electron/launch/closed-network.mjs'
import { newProfile, removeProfile, start, type Workbench } from './driver'
import { importSample } from './steps'

/** Hosts that Chromium looked up or connected to, from its own network log. */
function hostsIn(log: string): string[] {
  // The log of a process that ended is a whole JSON file; one cut short lacks its last brackets.
  const hosts = [...log.matchAll(/"(?:host|url|group_id|address|destination)":"([^"]+)"/g)].map(
    (match) => match[1] ?? '',
  )
  return [...new Set(hosts)].filter(
    (host) => !/^(?:(?:app|devtools|chrome|chrome-extension):\/\/|data:|blob:|about:)/.test(host),
  )
}

describe('the window is closed to the world', () => {
  let profile: string
  let bench: Workbench
  let netLog: string

  beforeAll(async () => {
    profile = newProfile()
    netLog = join(profile, 'net.json')
    bench = await start({ profile, settings: {}, args: [`--log-net-log=${netLog}`] })
    await importSample(bench.page)
  })
  afterAll(() => removeProfile(profile))

  it('has no Node and sees of Electron only the bridge', async () => {
    const seen = await bench.page.evaluate(() => ({
      globals: ['require', 'process', 'module', 'Buffer', 'electron', '__dirname'].filter((name) => name in window),
      bridge: Object.keys(window.duibiao ?? {}).sort(),
    }))
    expect(seen).toEqual({ globals: [], bridge: ['invoke', 'on', 'pathForFile'] })
  })

  it('is sandboxed and isolated, and so is the importer', async () => {
    const preferences = await bench.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => {
        const all = (
          window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
        ).getLastWebPreferences()
        return {
          url: window.webContents.getURL().replace(/[?#].*/, ''),
          sandbox: all.sandbox,
          contextIsolation: all.contextIsolation,
          nodeIntegration: all.nodeIntegration,
          webviewTag: all.webviewTag,
          webSecurity: all.webSecurity !== false,
        }
      }),
    )
    const closed = {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    }
    expect(preferences.length).toBeGreaterThan(0)
    for (const { url, ...flags } of preferences) {
      expect(url).toMatch(/^app:\/\/duibiao\//)
      expect(flags).toEqual(closed)
    }
  })

  it.runIf(process.env.DUIBIAO_SANDBOXED)('runs in the sandbox of the operating system', async () => {
    const switches = await bench.app.evaluate(({ app }) => ({
      off: app.commandLine.hasSwitch('no-sandbox'),
      user: process.getuid?.(),
      renderers: app
        .getAppMetrics()
        .filter((metric) => metric.type === 'Tab')
        .map((metric) => metric.pid),
    }))
    expect(switches.off).toBe(false)
    expect(switches.user).not.toBe(0)
    // Seccomp mode 2: the kernel filters what this renderer may call.
    expect(switches.renderers.length).toBeGreaterThan(0)
    for (const pid of switches.renderers) expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m)
  })

  it('evaluates no strings and loads nothing from elsewhere', async () => {
    const tried = await bench.page.evaluate(async () => {
      const attempt = async (work: () => unknown) => {
        try {
          await work()
          return 'went through'
        } catch {
          return 'refused'
        }
      }
      const element = (name: 'img' | 'script' | 'iframe' | 'link', address: string) =>
        new Promise<void>((done, failed) => {
          const one = document.createElement(name)
          one.setAttribute(name === 'link' ? 'href' : 'src', address)
          if (name === 'link') one.setAttribute('rel', 'stylesheet')
          one.onload = () =>
            name === 'iframe' && !(one as HTMLIFrameElement).contentDocument?.body ? failed() : done()
          one.onerror = () => failed()
          document.addEventListener('securitypolicyviolation', () => failed(), { once: true })
          document.body.append(one)
        })
      // Later, outside the driver's own call: that one may evaluate strings whatever the policy says.
      const later = <T>(work: () => T) =>
        new Promise<T>((done, failed) =>
          setTimeout(() => {
            try {
              done(work())
            } catch (error) {
              failed(error)
            }
          }, 1),
        )
      const socket = (address: string) =>
        new Promise<void>((done, failed) => {
          const one = new WebSocket(address)
          one.onopen = () => done()
          one.onerror = () => failed()
        })
      const inline = document.createElement('script')
      inline.textContent = 'window.injected = true'
      document.body.append(inline)
      return {
        eval: await attempt(() => later(() => Reflect.apply(Reflect.get(window, 'eval'), window, ['1 + 1']))),
        function: await attempt(() => later(() => new Function('return 1')())),
        inline: 'injected' in window ? 'went through' : 'refused',
        fetch: await attempt(() => fetch('https://example.com/')),
        local: await attempt(() => fetch('http://127.0.0.1:1/')),
        file: await attempt(() => fetch('file:///etc/passwd')),
        image: await attempt(() => element('img', 'https://example.com/a.png')),
        script: await attempt(() => element('script', 'https://example.com/a.js')),
        style: await attempt(() => element('link', 'https://example.com/a.css')),
        frame: await attempt(() => element('iframe', 'https://example.com/')),
        socket: await attempt(() => socket('wss://example.com/')),
        escape: await attempt(async () => {
          const response = await fetch('app://duibiao/..%2f..%2fpackage.json')
          if (!response.ok) throw new Error('refused')
        }),
        otherHost: await attempt(async () => {
          const response = await fetch('app://other/index.html')
          if (!response.ok) throw new Error('refused')
        }),
      }
    })
    expect(Object.entries(tried).filter(([, what]) => what !== 'refused')).toEqual([])
  })

  it('goes nowhere and opens nothing', async () => {
    const before = bench.page.url()
    const opened = await bench.page.evaluate(() => {
      const window_ = window.open('https://example.com/')
      const link = document.createElement('a')
      link.href = 'https://example.com/'
      document.body.append(link)
      link.click()
      location.href = 'file:///etc/passwd'
      return window_ !== null
    })
    expect(opened).toBe(false)
    await expect.poll(() => bench.page.evaluate(() => document.readyState)).toBe('complete')
    expect(bench.page.url()).toBe(before)
    expect(await bench.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBeLessThan(3)
  })

  it('is granted persistent storage and nothing else', async () => {
    const granted = await bench.page.evaluate(async () => {
      const state = async (name: string) =>
        (await navigator.permissions.query({ name: name as PermissionName }).catch(() => ({ state: 'denied' }))).state
      return {
        persisted: await navigator.storage.persisted(),
        notifications: await Notification.requestPermission(),
        geolocation: await state('geolocation'),
        camera: await state('camera'),
        microphone: await state('microphone'),
        clipboard: await navigator.clipboard.readText().then(
          () => 'granted',
          () => 'denied',
        ),
      }
    })
    expect(granted).toEqual({
      persisted: true,
      notifications: 'denied',
      geolocation: 'denied',
      camera: 'denied',
      microphone: 'denied',
      clipboard: 'denied',
    })
  })

  it('fetches no dictionaries, no updates, and reports no crashes', async () => {
    const seen = await bench.app.evaluate(({ app, session, BrowserWindow }) => ({
      spelling: session.defaultSession.isSpellCheckerEnabled(),
      dictionaries: session.defaultSession.getSpellCheckerLanguages(),
      windows: BrowserWindow.getAllWindows().some((window) => window.webContents.session !== session.defaultSession),
      // Electron starts one as soon as crashes are to be reported.
      crashHandlers: app.getAppMetrics().filter(({ name }) => /crash/i.test(name ?? '')).length,
    }))
    expect(seen).toEqual({ spelling: false, dictionaries: [], windows: false, crashHandlers: 0 })
    if (process.platform !== 'linux') return
    const main = await bench.app.evaluate(() => process.pid)
    const programs = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        const path = `/proc/${pid}/stat`
        // Another program may have ended meanwhile.
        const stat = existsSync(path) ? readFileSync(path, 'utf8') : ''
        const [, name = '', parent] = /^\d+ \((.*)\) \S (\d+)/.exec(stat) ?? []
        return Number(parent) === main ? [name] : []
      })
    expect(programs.filter((name) => /crash/.test(name))).toEqual([])
    expect(programs.length).toBeGreaterThan(0)
  })

  it.runIf(process.env[CLOSED])('sees a network, and would find out if it tried', async () => {
    expect(await bench.page.evaluate(() => navigator.onLine)).toBe(true)
    expect(await bench.app.evaluate(({ net }) => net.isOnline())).toBe(true)
    expect(await packetsSent()).toBe(0)
  })

  it('answers only what the contract has', async () => {
    const answers = await bench.page.evaluate(
      async (channels) => {
        const outcome = (channel: string, payload: unknown) =>
          (window.duibiao?.invoke(channel as never, payload) ?? Promise.reject(new Error('no bridge'))).then(
            (answer) => ((answer as { ok: boolean }).ok ? 'ok' : 'refused'),
            () => 'refused',
          )
        const junk = {
          paths: 7,
          project: '../..',
          text: [],
          entries: 'x',
          run: 1,
          // A project may have any name; one that is a path of a file is tried below.
          name: ['../a'],
          bytes: 'no',
          what: 'disk',
        }
        return {
          unknown: await outcome('shell:exec', {}),
          inherited: await outcome('__proto__', {}),
          electron: await outcome('ELECTRON_BROWSER_REQUIRE', 'fs'),
          junk: await Promise.all(channels.map(async (channel) => [channel, await outcome(channel, junk)] as const)),
          escape: await outcome('export:save', { name: '../../a.csv', type: 'csv', bytes: new Uint8Array(1) }),
          other: await outcome('journal:read', { project: crypto.randomUUID(), after: 0, limit: 1 }),
        }
      },
      [...CHANNELS],
    )
    expect(answers.junk.filter(([, outcome]) => outcome === 'ok')).toEqual([])
    expect({ ...answers, junk: 0 }).toEqual({
      unknown: 'refused',
      inherited: 'refused',
      electron: 'refused',
      junk: 0,
      escape: 'refused',
      other: 'refused',
    })
  })

  it('sent nothing to any host in all that', async () => {
    await bench.close()
    const log = readFileSync(netLog, 'utf8')
    expect(log).toContain('"constants"')
    expect(hostsIn(log)).toEqual([])
  })
})
