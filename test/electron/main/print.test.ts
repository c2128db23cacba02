import type { BrowserWindow, PrintToPDFOptions } from 'electron'
import { expect, it, vi } from 'vitest'
import { printPdf } from '../../../electron/main/print'

it('prints the foot of the page as text, whatever stands in it, and leaves the window as it was', async () => {
  const printToPDF = vi.fn(async (_: PrintToPDFOptions) => Buffer.from('%PDF'))
  const setBackgroundColor = vi.fn()
  const ground = { getBackgroundColor: () => '#101010', setBackgroundColor, isDestroyed: () => false }
  const window = { webContents: { printToPDF }, ...ground } as unknown as BrowserWindow
  const footer = '"><img src="file:///etc/hostname" onerror=\'x\'>&amp;'
  await printPdf(window, { size: 'A4', landscape: false, footer })
  const made = printToPDF.mock.calls[0]?.[0]
  // The only tags are those of the template itself.
  expect(made?.footerTemplate?.match(/<[^>]*>/g)?.map((tag) => tag.split(/[ >]/)[0])).toEqual([
    '<div',
    '<span',
    '</span',
    '<span',
    '</span',
    '</div',
  ])
  expect(made?.footerTemplate).toContain('&#38;amp;')
  expect(made).toMatchObject({ pageSize: 'A4', landscape: false })
  expect(setBackgroundColor.mock.calls).toEqual([['#ffffff'], ['#101010']])
})
