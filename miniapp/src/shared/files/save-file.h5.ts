import type { FileContent, Saved } from './save-file'

const laterMs = 60_000
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Hands a file to the browser as a download. */
export function saveFile(name: string, content: FileContent): Promise<Saved> {
  const href = URL.createObjectURL(blobOf(content))
  const link = document.createElement('a')
  link.href = href
  link.download = name
  link.click()
  // The browser has to have begun before the address goes.
  setTimeout(() => URL.revokeObjectURL(href), laterMs)
  return Promise.resolve('saved')
}

function blobOf(content: FileContent): Blob {
  if ('text' in content) return new Blob([content.text], { type: `${content.type};charset=utf-8` })
  const [base64, type] = 'xlsx' in content ? [content.xlsx, xlsx] : [content.pdf, 'application/pdf']
  return new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], { type })
}
