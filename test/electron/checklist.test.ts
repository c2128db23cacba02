import { describe, expect, it } from 'vitest'
import { sourceFiles } from '../architecture/imports'

/** What no source may hold, but for the files where it belongs. The example shows that it would be found. */
interface Ban {
  what: string
  in: RegExp
  pattern: RegExp
  but?: readonly string[]
  example: string
}

const APP = /^electron\/(main|ipc|files|preload)\//
const PROGRAM = /^(electron\/(main|ipc|files|preload|cli)|renderer|shared)\//
const PAGES = /^(renderer|shared)\//

/*
 * The items of Electron's security checklist (docs/security.md) that no running program can show: that a thing is
 * nowhere done.
 */
const BANS: readonly Ban[] = [
  {
    what: 'a window or a view that is not closed as the others are (items 2 to 12)',
    in: APP,
    pattern: /new (BrowserWindow|BaseWindow|BrowserView|WebContentsView)\b/,
    but: ['electron/main/window-factory.ts'],
    example: 'const window = new BrowserWindow({ width: 1 })',
  },
  {
    what: 'an opened security setting, or an experimental feature of Chromium (items 3 to 12)',
    in: APP,
    pattern:
      /experimentalFeatures|enableBlinkFeatures|enable-blink-features|['"]enable-features|allowRunningInsecureContent|(sandbox|contextIsolation|webSecurity): false|(nodeIntegration\w*|webviewTag|enableWebSQL): true|no-sandbox|disable-web-security/,
    example: 'webPreferences: { sandbox: false }',
  },
  {
    what: "Electron's ways to open things outside, to fetch updates, to report crashes, to look at the screen (15)",
    in: APP,
    pattern: /\b(shell|crashReporter|autoUpdater|desktopCapturer|inAppPurchase|netLog)\b[^']*\} from 'electron'/,
    example: "import { app, shell } from 'electron'",
  },
  {
    what: 'a way to the network, but for the Vite server of development (1)',
    in: APP,
    pattern: /\bnet\b[^']*\} from 'electron'|\b(fetch|request)\(/,
    but: ['electron/main/app-protocol.ts'],
    example: "await fetch('https://example.com')",
  },
  {
    what: "Node's ways to the network and to other programs",
    in: PROGRAM,
    pattern: /from '(node:)?(http|https|http2|net|tls|dgram|dns|child_process|cluster|inspector|repl|vm|wasi)(\/\w+)?'/,
    example: "import { spawn } from 'node:child_process'",
  },
  {
    what: 'markup that is made of strings',
    in: PAGES,
    pattern:
      /dangerouslySetInnerHTML|\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment|new DOMParser|srcdoc/i,
    example: '<p dangerouslySetInnerHTML={{ __html: text }} />',
  },
  {
    what: 'a formula in a workbook: every cell is a number or text, with or without a link',
    in: /^shared\/exchange\//,
    pattern: /<f[ >]|<externalLink/,
    example: '<c r="A1"><f>SUM(B1)</f></c>',
  },
  {
    what: 'code that is made of strings',
    in: PROGRAM,
    pattern: /\beval\(|new Function\((?!`)|\bFunction\(['"]|set(Timeout|Interval)\(['"`]/,
    example: "setTimeout('go()', 1)",
  },
  {
    what: 'requests of a page, but for what lies beside it: tables of the PDF reader, licences',
    in: /^renderer\//,
    pattern: /\bfetch\(|XMLHttpRequest|new WebSocket|new EventSource|sendBeacon|RTCPeerConnection|importScripts/,
    but: ['renderer/features/settings/licences-view.tsx', 'renderer/workers/import/format-resources.ts'],
    example: "navigator.sendBeacon('https://example.com')",
  },
]

const files = sourceFiles()

describe('the source holds nowhere', () => {
  it.each(BANS.map((ban) => [ban.what, ban] as const))('%s', (_what, ban) => {
    expect(ban.example).toMatch(ban.pattern)
    const looked = files.filter(({ path }) => ban.in.test(path))
    expect(looked.length).toBeGreaterThan(20)
    const found = looked.filter(({ text }) => ban.pattern.test(text)).map(({ path }) => path)
    expect(found).toEqual([...(ban.but ?? [])].filter((path) => found.includes(path)))
    // An exception that is none any more is taken out.
    expect(ban.but?.filter((path) => !found.includes(path)) ?? []).toEqual([])
  })
})

describe('the bridge', () => {
  it('is the only preload, and every window has it', () => {
    const preloads = files.filter(({ path }) => path.startsWith('electron/preload/')).map(({ path }) => path)
    expect(preloads).toEqual(['electron/preload/index.ts'])
    const bridges = files.filter(({ text }) => /contextBridge\.expose/.test(text)).map(({ path }) => path)
    expect(bridges).toEqual(preloads)
  })
})
