import type { Saved, TextType } from './save-text'

const laterMs = 60_000

/** Hands a text to the browser as a download. */
export function saveText(name: string, text: string, type: TextType): Promise<Saved> {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), laterMs)
  return Promise.resolve('saved')
}
