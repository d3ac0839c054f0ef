/** What a reader of a PDF finds in it: the text that can be selected, and the fonts that lie within. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'

const base = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

export interface PdfRead {
  /** In points: 595 × 842 is A4. */
  pages: { width: number; height: number; text: string }[]
  text: string
  fonts: { name: string; embedded: boolean }[]
}

export async function readPdf(bytes: Uint8Array): Promise<PdfRead> {
  const pdf = await pdfjs.getDocument({
    data: new Uint8Array(bytes),
    standardFontDataUrl: `${join(base, 'standard_fonts')}/`,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  }).promise
  const read: PdfRead = { pages: [], text: '', fonts: [] }
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n)
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join('')
    read.pages.push({ width: Math.round(page.view[2] ?? 0), height: Math.round(page.view[3] ?? 0), text })
    const { fnArray, argsArray } = await page.getOperatorList()
    const names = argsArray.flatMap((args, i) => (fnArray[i] === pdfjs.OPS.setFont ? [String(args[0])] : []))
    for (const name of new Set(names)) {
      const font = page.commonObjs.get(name) as { name: string; missingFile?: boolean }
      read.fonts.push({ name: font.name, embedded: font.missingFile === false })
    }
  }
  return { ...read, text: read.pages.map(({ text }) => text).join('') }
}
