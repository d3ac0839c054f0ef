/** What people with bad intentions, or bad luck, hand in. */
import { deflateRawSync, deflateSync } from 'node:zlib'
import { crc32 } from './crc32'

const text = (content: string): Buffer => Buffer.from(content, 'latin1')

/** A PDF of these objects, the first of which is its catalogue. */
export function pdf(objects: readonly (string | Buffer)[], info = ''): Buffer {
  const parts = [text('%PDF-1.7\n')]
  const at: number[] = []
  const length = (): number => parts.reduce((sum, part) => sum + part.length, 0)
  objects.forEach((object, n) => {
    at.push(length())
    parts.push(
      text(`${n + 1} 0 obj\n`),
      typeof object === 'string' ? text(object) : object,
      text('\nendobj\n'),
    )
  })
  const table = length()
  const rows = at.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    text(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${info}>>\nstartxref\n${table}\n%%EOF`,
    ),
  )
  return Buffer.concat(parts)
}

export const stream = (content: Buffer, filters = ''): Buffer =>
  Buffer.concat([text(`<</Length ${content.length}${filters}>>stream\n`), content, text('\nendstream')])

const pageOf = (parent: number, contents: number): string =>
  `<</Type/Page/Parent ${parent} 0 R/MediaBox[0 0 200 300]/Contents ${contents} 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>`

/** Pages with some words, the author's name, and a script that runs when it is opened. */
export function pdfOf(pages: number, script = 'app.alert("marked script")'): Buffer {
  const kids = Array.from({ length: pages }, (_, n) => `${n + 5} 0 R`).join(' ')
  return pdf(
    [
      `<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(${script.replace(/[()]/g, '\\$&')})>>>>`,
      `<</Type/Pages/Kids[${kids}]/Count ${pages}>>`,
      stream(text('BT /F1 24 Tf 20 200 Td (words) Tj ET')),
      '<</Author(marked author)/Title(marked title)>>',
      ...Array.from({ length: pages }, () => pageOf(2, 3)),
    ],
    '/Info 4 0 R',
  )
}

/** A page whose drawing is two gigabytes of blanks, packed twice into some kilobytes. */
export function pdfBomb(): Buffer {
  const once = Buffer.concat(
    Array.from({ length: 128 }, () => deflateRawSync(Buffer.alloc(16_000_000, ' '), { finishFlush: 2 })),
  )
  const zlib = Buffer.concat([Buffer.from([0x78, 0x9c]), once])
  return pdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[4 0 R]/Count 1>>',
    stream(deflateSync(zlib), '/Filter[/FlateDecode/FlateDecode]'),
    pageOf(2, 3),
  ])
}

/** A page that is painted over and over: small to send, slow to make safe. */
export const slowPdf = (times: number): Buffer =>
  pdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[4 0 R]/Count 1>>',
    stream(deflateSync('0 0 200 300 re f\n'.repeat(times)), '/Filter/FlateDecode'),
    pageOf(2, 3),
  ])

function chunk(name: string, content: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  const named = Buffer.concat([text(name), content])
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A PNG that says it is so large, of one colour. */
export function pngOf(width: number, height: number, rows = height): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const row = Buffer.alloc(width + 1)
  const points = Buffer.concat(Array.from({ length: rows }, () => row))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(points)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
export const page = '<!doctype html><script>alert(document.cookie)</script>'

/** What is none of ours, whatever it is called. */
export const foreign: Record<string, Buffer> = {
  'an executable of Windows': Buffer.concat([text('MZ\x90\0'), Buffer.alloc(5_000)]),
  'an executable of Linux': Buffer.concat([text('\x7fELF'), Buffer.alloc(5_000)]),
  'a drawing with a script': text(script),
  'a drawing with a declaration': text(`<?xml version="1.0"?>\n${script}`),
  'a page': text(page),
  'a page behind blanks': text(`\n\n  ${page}`),
  'a zip archive': Buffer.concat([text('PK\x03\x04'), Buffer.alloc(2_000)]),
  'a document of Word': Buffer.concat([text('PK\x03\x04\x14\0\x06\0'), Buffer.alloc(2_000)]),
  'a GIF': Buffer.concat([text('GIF89a'), Buffer.alloc(2_000)]),
  'a TIFF': Buffer.concat([text('II*\0'), Buffer.alloc(2_000)]),
  'a PNG in name only': text('\x89PNG'),
  'a PDF behind a page': text(`${page}%PDF-1.7`),
  'some bytes': Buffer.alloc(3_000, 0x41),
  nothing: Buffer.alloc(0),
}
