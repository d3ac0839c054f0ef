import type { Saved } from './save-file'

const laterMs = 60_000

/** Hands a text to the browser as a download. */
export function saveFile(name: string, text: string): Promise<Saved> {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), laterMs)
  return Promise.resolve('saved')
}
