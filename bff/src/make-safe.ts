/** A process for one picture or PDF: bytes in, safe pictures out; see platform/files/make-safe.ts. */
import { refused } from './make-safe/answer'
import { makePdf } from './make-safe/pdf'
import { makePicture } from './make-safe/picture'

async function all(): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of process.stdin) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

const make = process.argv[2] === 'pdf' ? makePdf : makePicture

await make(await all()).catch(refused)
// Nothing that a library left running keeps it.
process.exit()
