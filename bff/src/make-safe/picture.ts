/** A picture made anew of its points alone: no place, author or time, and nothing behind its end. */
import sharp from 'sharp'
import { SafeRefusal } from '../platform/files/frames'
import { done, page } from './answer'

export const longestSide = 2_048
/** The best of today's telephones; more is a trap, or a picture that nobody can look at. */
const mostPoints = 64_000_000

export const makePicture = (bytes: Buffer): Promise<void> => makeSizes(bytes, [longestSide])

/** For a page, and for a card. */
export const makePhoto = (bytes: Buffer): Promise<void> => makeSizes(bytes, [1_280, 640])

async function makeSizes(bytes: Buffer, sides: readonly number[]): Promise<void> {
  sharp.concurrency(1)
  sharp.cache(false)
  const { width, height, format } = await sharp(bytes, { limitInputPixels: false }).metadata()
  if (!['jpeg', 'png', 'webp'].includes(format)) throw new SafeRefusal('unreadable')
  if (width * height > mostPoints) throw new SafeRefusal('complex')
  for (const side of sides)
    await page(
      sharp(bytes, { limitInputPixels: mostPoints, failOn: 'truncated', sequentialRead: true })
        .autoOrient()
        .resize(side, side, { fit: 'inside', withoutEnlargement: true })
        .toColourspace('srgb'),
    )
  done()
}
