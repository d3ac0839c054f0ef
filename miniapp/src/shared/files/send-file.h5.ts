import type { Answer } from '../http/answer-in-error'
import { localProblem } from '../http/problem'
import type { FileRequest } from './send-file'

const uploadMs = 170_000

/** By the older of a browser's two ways: only that one tells how far it is. @throws ProblemError network */
export function sendFile({ url, header, picked, onProgress }: FileRequest): Promise<Answer> {
  const form = new FormData()
  // A name of ours: the file's own stays here.
  form.append('file', picked.content as Blob, 'file')
  const request = new XMLHttpRequest()
  request.open('POST', API_ORIGIN + url)
  request.timeout = uploadMs
  for (const [name, value] of Object.entries(header)) request.setRequestHeader(name, value)
  request.upload.addEventListener('progress', ({ loaded, total }) =>
    onProgress(total > 0 ? Math.round((100 * loaded) / total) : 0),
  )
  return new Promise((resolve, reject) => {
    const fail = () => reject(localProblem('network'))
    for (const event of ['error', 'timeout', 'abort'] as const) request.addEventListener(event, fail)
    request.addEventListener('load', () => {
      try {
        resolve({ statusCode: request.status, data: JSON.parse(request.responseText) as unknown, header: {} })
      } catch {
        fail()
      }
    })
    request.send(form)
  })
}
