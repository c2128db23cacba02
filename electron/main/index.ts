import { join } from 'node:path'
import { app, session } from 'electron'
import { z } from 'zod'
import { registerScheme, serveApp } from './app-protocol'
import { commandOf, filesOf, packPaths, unpackPaths } from './arguments'
import { answerCommand } from './command-line'
import { refuseStart } from './crash'
import { describeError } from './diagnostics'
import { setUpProfile } from './profile'
import { Program } from './program'
import { secureContents, secureSession } from './security'
import { offlineSwitches } from './switches'
import { writeStorageOften } from './window-storage'

/** What a second start tells the first. */
const SecondStart = z.object({ files: z.array(z.string()) })

const appFolder = app.isPackaged ? null : app.getAppPath()
const devServer = app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null)
for (const [name, value] of offlineSwitches(devServer !== null)) app.commandLine.appendSwitch(name, value)

const command = commandOf(process.argv, appFolder)
if (command) await answerCommand(command)
else openWorkbench()

/** All of this must be done before the app is ready: it is done while this module is evaluated. */
function openWorkbench(): void {
  const fault = setUpProfile()
  registerScheme()
  secureContents()
  const files = filesOf(process.argv, process.cwd(), appFolder)
  if (fault) void app.whenReady().then(() => refuseStart('profile', { ...fault }))
  else if (app.requestSingleInstanceLock({ files: packPaths(files) })) run(files)
  else app.exit(0)
}

function run(files: readonly string[]): void {
  const started = app.whenReady().then(() => {
    secureSession(session.defaultSession, devServer)
    writeStorageOften(session.defaultSession)
    serveApp(join(import.meta.dirname, '../renderer'), devServer)
    return Program.start()
  })
  const receive = async (paths: readonly string[]): Promise<void> => (await started).receive(paths)
  app.on('second-instance', (_event, _argv, _folder, data) => {
    void started.then((program) => program.show())
    void receive(unpackPaths(SecondStart.parse(data).files))
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void receive([path])
  })
  void receive(files)
  started.catch((error: unknown) => refuseStart('start', { detail: describeError(error) }))
}
