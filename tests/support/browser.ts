import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { installFromDebian } from '../../bff/local/debian'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

function installedChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...usualPlaces].find(
    existsSync,
  )
}

/**
 * The path of a Chromium on this machine; installs Debian's when there is none and this is root.
 * @throws when there is no browser and none can be installed
 */
export async function findChromium(): Promise<string> {
  // The font has the Chinese characters.
  if (!installedChromium()) await installFromDebian('chromium', 'chromium', 'fonts-noto-cjk')
  const path = installedChromium()
  if (!path) throw new Error('The browser tests need Chromium or Chrome: install one of them.')
  return path
}

/** A browser with a new profile. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: flags })
}
