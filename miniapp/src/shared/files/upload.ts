import { type File, listFiles, pdfMegabytes, uploadFile } from '@linli/contracts/files'
import { online } from '../device/network'
import { call } from '../http/call'
import { gotNoAnswer, localProblem, ProblemError, problemFrom } from '../http/problem'
import { toRequest } from '../http/request'
import { currentPerson, currentSession } from '../session/session'
import { fileText } from '../words/file-text'
import type { Picked } from './picked'
import { sendFile } from './send-file'

interface Wish {
  purpose: string
  /** The same for every try at one file: it is kept once. */
  key: string
  onProgress: (percent: number) => void
}

const pauses = [1_000, 4_000]

/** Tries again where the network broke off, from the beginning and with the same key. @throws ProblemError */
export async function upload(picked: Picked, wish: Wish): Promise<File> {
  if (picked.bytes > pdfMegabytes * 1_000_000) throw new ProblemError('file_too_large', fileText.tooLarge)
  const person = currentPerson()
  for (let attempt = 0; ; attempt++) {
    try {
      return await once(picked, wish, person)
    } catch (error) {
      const pause = pauses[attempt]
      if (pause === undefined || !worthRepeating(error)) throw error
      await new Promise((done) => setTimeout(done, pause))
    }
  }
}

async function once(
  picked: Picked,
  { purpose, key, onProgress }: Wish,
  person: string | null,
): Promise<File> {
  if (!online.get()) throw localProblem('offline')
  // A small question first: it renews a session that has run out, which an upload of minutes cannot.
  await call(listFiles, {})
  if (currentPerson() !== person) throw localProblem('changed')
  const token = currentSession()?.tokens.accessToken ?? ''
  const header = { accept: 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': key }
  const { url } = toRequest(uploadFile, { query: { purpose } })
  const { statusCode, data } = await sendFile({ url, header, picked, onProgress })
  if (statusCode === 201) return data as File
  throw problemFrom(data, null)
}

const worthRepeating = (error: unknown) =>
  gotNoAnswer(error) || (error instanceof ProblemError && error.code === 'busy')
