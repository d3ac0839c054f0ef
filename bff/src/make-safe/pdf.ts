/** A PDF becomes pictures of its pages: its scripts, forms, attachments, author and links are in none of them. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type * as pdfjsTypes from 'pdfjs-dist/legacy/build/pdf.mjs'
import sharp from 'sharp'
import { SafeRefusal } from '../platform/files/frames'
import { done, page } from './answer'

const mostPages = 20
const longestSide = 2_048
/** Points of a page are 1/72 inch; beyond this a scan gains nothing. */
const largestScale = 3

/** For characters of fonts that were left out of the PDF, as those of many offices are. */
const fallbacks = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei"'

type PdfJs = typeof pdfjsTypes

async function loaded(): Promise<{ pdfjs: PdfJs; below: (folder: string) => string }> {
  const base = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const pdfjs = (await import('pdfjs-dist/legacy/build/pdf.mjs')) as PdfJs
  return { pdfjs, below: (folder) => `${join(base, folder)}/` }
}

export async function makePdf(bytes: Buffer): Promise<void> {
  const { pdfjs, below } = await loaded()
  const pdf = await pdfjs
    .getDocument({
      data: new Uint8Array(bytes),
      cMapUrl: below('cmaps'),
      cMapPacked: true,
      standardFontDataUrl: below('standard_fonts'),
      wasmUrl: below('wasm'),
      iccUrl: below('iccs'),
      isEvalSupported: false,
      enableXfa: false,
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: 0,
      CanvasFactory: Canvases,
    })
    .promise.catch((error: unknown) => {
      throw new SafeRefusal((error as Error).name === 'PasswordException' ? 'locked' : 'unreadable')
    })
  if (pdf.numPages > mostPages) throw new SafeRefusal('pages')
  for (let n = 1; n <= pdf.numPages; n++) await drawn(pdfjs, await pdf.getPage(n))
  done()
}

type Page = Awaited<ReturnType<Awaited<ReturnType<PdfJs['getDocument']>['promise']>['getPage']>>

async function drawn(pdfjs: PdfJs, one: Page): Promise<void> {
  const { width, height } = one.getViewport({ scale: 1 })
  const viewport = one.getViewport({
    scale: Math.min(longestSide / Math.max(width, height), largestScale),
  })
  const { canvas, context } = new Canvases().create(viewport.width, viewport.height)
  await one.render({
    canvas: canvas as never,
    viewport,
    background: 'white',
    annotationMode: pdfjs.AnnotationMode.ENABLE,
  }).promise
  const points = context.getImageData(0, 0, canvas.width, canvas.height)
  await page(
    sharp(Buffer.from(points.data.buffer), {
      raw: { width: canvas.width, height: canvas.height, channels: 4 },
    }),
  )
  one.cleanup()
}

/** Canvases of a bounded size, whose fonts end with one that has our characters. */
class Canvases {
  create(width: number, height: number) {
    const side = (wanted: number): number => Math.min(longestSide, Math.max(1, Math.floor(wanted)))
    const canvas = createCanvas(side(width), side(height))
    const context = canvas.getContext('2d')
    withFallback(context)
    return { canvas, context }
  }
  reset(both: { canvas: { width: number; height: number } }, width: number, height: number): void {
    both.canvas.width = width
    both.canvas.height = height
  }
  destroy(both: { canvas: { width: number; height: number } | null; context: unknown }): void {
    both.canvas = null
    both.context = null
  }
}

function withFallback(context: SKRSContext2D): void {
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(context), 'font')
  if (!own?.set || !own.get) return
  Object.defineProperty(context, 'font', {
    get: () => own.get?.call(context) as string,
    set: (font: string) => own.set?.call(context, `${font}, ${fallbacks}`),
  })
}
