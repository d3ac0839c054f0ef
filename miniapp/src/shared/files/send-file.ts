import Taro from '@tarojs/taro'
import type { Answer } from '../http/answer-in-error'
import { localProblem } from '../http/problem'
import type { Picked } from './picked'

export interface FileRequest {
  url: string
  header: Record<string, string>
  picked: Picked
  /** Percent. */
  onProgress: (done: number) => void
}

/** As long as the service gives it. */
export const uploadMs = 170_000

/** @throws ProblemError network */
export async function sendFile({ url, header, picked, onProgress }: FileRequest): Promise<Answer> {
  try {
    const task = Taro.uploadFile({
      url: API_ORIGIN + url,
      filePath: String(picked.content),
      name: 'file',
      header,
      timeout: uploadMs,
    })
    task.progress?.(({ progress }) => onProgress(progress))
    const { statusCode, data } = await task
    return { statusCode, data: JSON.parse(data) as unknown, header: {} }
  } catch {
    throw localProblem('network')
  }
}
