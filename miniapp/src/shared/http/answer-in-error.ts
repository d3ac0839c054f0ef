export interface Answer {
  statusCode: number
  data: unknown
  header: Record<string, unknown>
}

/**
 * The service's answer inside an error. Alipay calls every status but 2xx a failure, and Taro rejects with what Alipay
 * gave: `status`, `headers`, and `data`, which is text where Alipay did not read it. Null where nobody answered, and for
 * a 2xx whose body could not be read.
 */
export function answerInError(error: unknown): Answer | null {
  if (!isObject(error) || typeof error.status !== 'number') return null
  const { status, data, headers } = error
  if (status < 100 || (status >= 200 && status < 300)) return null
  return { statusCode: status, data: read(data), header: isObject(headers) ? headers : {} }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function read(data: unknown): unknown {
  if (typeof data !== 'string') return data
  try {
    return JSON.parse(data)
  } catch {
    return data
  }
}
