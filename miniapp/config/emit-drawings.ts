import sharp from 'sharp'
import type { Compiler } from 'webpack'
import { drawing, drawings, faces, fileOf } from './drawings'

const name = 'EmitDrawings'
/** Twice the size it is drawn at, for the screens of telephones. */
const density = 144

/** Puts the drawings beside the app: as they are for a browser, as WebP where SVG is not shown. */
export class EmitDrawings {
  constructor(private readonly kind: 'svg' | 'webp') {}

  apply({ hooks, webpack: { Compilation, sources } }: Compiler) {
    const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL
    hooks.thisCompilation.tap(name, (compilation) => {
      compilation.hooks.processAssets.tapPromise({ name, stage }, async () => {
        for (const one of drawings)
          for (const face of faces) {
            const svg = drawing(one, face)
            const content = this.kind === 'svg' ? svg : await webp(svg)
            compilation.emitAsset(fileOf(one, face, this.kind), new sources.RawSource(content))
          }
        if (this.kind === 'webp')
          compilation.emitAsset('drawings/share.jpg', new sources.RawSource(await card()))
      })
    })
  }
}

/** Of the two ways WebP knows, whichever is smaller. */
export async function webp(svg: string): Promise<Buffer> {
  const picture = await sharp(Buffer.from(svg), { density }).png().toBuffer()
  const [flat, soft] = await Promise.all([
    sharp(picture).webp({ nearLossless: true, quality: 60 }).toBuffer(),
    sharp(picture).webp({ quality: 80 }).toBuffer(),
  ])
  return flat.length <= soft.length ? flat : soft
}

/** What stands on a card in a chat, which takes no WebP: five to four, as WeChat cuts it. */
const card = (): Promise<Buffer> =>
  sharp(Buffer.from(drawing('house', 'light')), { density })
    .resize(500, 400, { fit: 'cover' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82 })
    .toBuffer()
