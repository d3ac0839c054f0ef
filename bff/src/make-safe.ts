/** A process for one picture or PDF: bytes in, safe pictures out; see platform/files/make-safe.ts. */
import { refused } from './make-safe/answer'
import { makePdf } from './make-safe/pdf'
import { makePhoto, makePicture } from './make-safe/picture'

async function all(): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of process.stdin) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

const makers = { pdf: makePdf, picture: makePicture, photo: makePhoto }
const make = makers[(process.argv[2] ?? 'picture') as keyof typeof makers]

await make(await all()).catch(refused)
// Nothing that a library left running keeps it.
process.exit()
