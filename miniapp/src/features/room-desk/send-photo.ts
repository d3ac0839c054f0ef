import { addRoomPhoto } from '@linli/contracts/room-photos'
import { getRoomPlan } from '@linli/contracts/room-desk'
import { pictureMegabytes } from '@linli/contracts/files'
import type { Picked } from '../../shared/files/picked'
import { sendFile } from '../../shared/files/send-file'
import { call } from '../../shared/http/call'
import { ProblemError, problemFrom } from '../../shared/http/problem'
import { toRequest } from '../../shared/http/request'
import { currentSession } from '../../shared/session/session'
import { fileText } from '../../shared/words/file-text'

interface Wish {
  roomId: string
  alt: string
  /** The same for every try at one photo: it is shown once. */
  key: string
  onProgress: (percent: number) => void
}

/** @throws ProblemError */
export async function sendPhoto(picked: Picked, { roomId, alt, key, onProgress }: Wish): Promise<void> {
  if (picked.bytes > pictureMegabytes * 1_000_000) throw new ProblemError('file_too_large', fileText.tooLarge)
  // A small question first: it renews a session that has run out, which an upload of minutes cannot.
  await call(getRoomPlan, { params: { id: roomId } })
  const token = currentSession()?.tokens.accessToken ?? ''
  const header = { accept: 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': key }
  const { url } = toRequest(addRoomPhoto, { params: { id: roomId }, query: { alt } })
  const { statusCode, data } = await sendFile({ url, header, picked, onProgress })
  if (statusCode !== 201) throw problemFrom(data, null)
}
