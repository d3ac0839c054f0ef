/**
 * Puts a text on the clipboard, and nowhere else: Taro's own would keep it on the device as well, and bring all its dialogs
 * and a font along. A page that did not come encrypted has no clipboard, and copies what is selected.
 */
export async function copyText(text: string): Promise<void> {
  if ('clipboard' in navigator) await navigator.clipboard.writeText(text)
  else if (!copySelected(text)) throw new Error('nothing was copied')
}

function copySelected(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.style.cssText = 'position:fixed;top:0;left:-200vw'
  document.body.append(field)
  field.select()
  // iOS 13 copies from a field that cannot be typed into by its range alone.
  field.setSelectionRange(0, text.length)
  const copied = document.execCommand('copy')
  field.remove()
  return copied
}
