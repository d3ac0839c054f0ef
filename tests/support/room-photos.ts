/** Photos of rooms as those who run them hand them in. */
import { randomBytes, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import type { ProblemBody } from '../../bff/contracts/src/problems'
import type { RoomPhoto } from '../../bff/contracts/src/rooms'
import type { TestApp } from './app'
import type { Person } from './world'

export interface Handed {
  status: number
  photos: RoomPhoto[]
  problem: ProblemBody
}

/** As a browser sends it. */
export async function handPhoto(
  app: Pick<TestApp, 'base'>,
  { token }: Pick<Person, 'token'>,
  roomId: string,
  content: Uint8Array,
  { alt = '靠窗的长桌', key = randomUUID() }: { alt?: string; key?: string } = {},
): Promise<Handed> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(content)], { type: 'image/jpeg' }), 'photo.jpg')
  const answer = await fetch(`${app.base}/v1/rooms/${roomId}/photos?alt=${encodeURIComponent(alt)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
    body: form,
  })
  const body = (await answer.json()) as { photos?: RoomPhoto[] } & ProblemBody
  return { status: answer.status, photos: body.photos ?? [], problem: body }
}

/** A picture of a telephone: large, sideways, with a place in it. */
export async function phonePhoto(): Promise<Buffer> {
  const [width, height] = [3_300, 2_475]
  const noise = await sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Artist: 'marked author' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '25/1 2/1 3/1' },
    })
    .jpeg({ quality: 97 })
    .toBuffer()
  return noise
}
