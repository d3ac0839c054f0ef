import { checkRoomTable, importRoomTable, tableBytes, type TableReport } from '@linli/contracts/room-table'
import { useState } from 'react'
import { uuid } from '../../shared/device/uuid'
import type { Picked } from '../../shared/files/picked'
import { pickTable } from '../../shared/files/pick-table'
import { sendFile } from '../../shared/files/send-file'
import { localProblem, ProblemError, problemFrom } from '../../shared/http/problem'
import { queryClient } from '../../shared/http/query-client'
import { toRequest } from '../../shared/http/request'
import { currentSession } from '../../shared/session/session'
import { say } from '../../shared/ui/page/say'
import { fileText } from '../../shared/words/file-text'
import { tableText as text } from './table-text'

/** A table is handed in and looked at; the same file is written by one more tap. */
export function useTable(code: string) {
  const [read, setRead] = useState<{ file: Picked; report: TableReport; key: string } | null>(null)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [busy, setBusy] = useState(false)
  const during = async (work: () => Promise<void>) => {
    setBusy(true)
    setProblem(null)
    await work().catch((error: unknown) =>
      setProblem(error instanceof ProblemError ? error : localProblem('network')),
    )
    setBusy(false)
  }
  const look = async () => {
    const file = await pickTable()
    if (!file) return
    setRead(null)
    await during(async () => setRead({ file, report: await checked(code, file), key: uuid() }))
  }
  const write = (file: Picked, key: string, mark: string) =>
    during(async () => {
      const report = await written(code, file, { key, mark })
      setRead(report.imported ? null : { file, report, key: uuid() })
      if (report.imported) say(text.written)
      void queryClient.invalidateQueries()
    })
  return {
    ...{ report: read?.report ?? null, problem, busy },
    look: () => void look(),
    write: () => void (read && write(read.file, read.key, read.report.met.mark)),
  }
}

const headers = (key: string) => ({
  accept: 'application/json',
  authorization: `Bearer ${currentSession()?.tokens.accessToken ?? ''}`,
  'idempotency-key': key,
})

/** @throws ProblemError */
async function sent(url: string, key: string, picked: Picked): Promise<TableReport> {
  if (picked.bytes > tableBytes) throw new ProblemError('file_too_large', fileText.tooLarge)
  const { statusCode, data } = await sendFile({ url, header: headers(key), picked, onProgress: () => {} })
  if (statusCode === 200) return data as TableReport
  throw problemFrom(data, null)
}

const checked = (code: string, picked: Picked) =>
  sent(toRequest(checkRoomTable, { params: { code } }).url, uuid(), picked)

const written = (code: string, picked: Picked, { key, mark }: { key: string; mark: string }) => {
  const query = mark === '' ? {} : { acknowledged: mark }
  return sent(toRequest(importRoomTable, { params: { code }, query }).url, key, picked)
}
