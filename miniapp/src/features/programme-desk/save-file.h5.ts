const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Hands a file that came as base64 to the browser's downloads. */
export function saveFile(fileName: string, base64: string): Promise<boolean> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const href = URL.createObjectURL(new Blob([bytes], { type: xlsx }))
  const link = document.createElement('a')
  link.href = href
  link.download = fileName
  link.click()
  // The browser has to have begun before the address goes.
  setTimeout(() => URL.revokeObjectURL(href), 60_000)
  return Promise.resolve(true)
}
