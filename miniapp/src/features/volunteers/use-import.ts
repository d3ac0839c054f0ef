import { importRoster, readRosterFile, rosterBytes, type RosterReport } from '@linli/contracts/roster-imports'
import { useState } from 'react'
import { pickTable } from '../../shared/files/pick-table'
import type { Picked } from '../../shared/files/picked'
import { uuid } from '../../shared/device/uuid'
import { ProblemError, problemFrom } from '../../shared/http/problem'
import { toRequest } from '../../shared/http/request'
import { useWrite } from '../../shared/http/use-write'
import { sendFile } from '../../shared/files/send-file'
import { currentSession } from '../../shared/session/session'
import { fileFaultWord } from './import-words'

/** A roster is handed in, its report read, and its good lines imported by one more tap. */
export function useImport(division: string) {
  const [report, setReport] = useState<RosterReport | null>(null)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [busy, setBusy] = useState(false)
  const write = useWrite(importRoster, { done: setReport })
  const hand = async () => {
    const picked = await pickTable()
    if (!picked) return
    setProblem(null)
    setReport(null)
    if (picked.bytes > rosterBytes)
      return setProblem(new ProblemError('file_too_large', fileFaultWord.file_large))
    setBusy(true)
    try {
      setReport(await sent(division, picked))
    } catch (error) {
      setProblem(error as ProblemError)
    } finally {
      setBusy(false)
    }
  }
  return {
    report,
    problem: problem ?? write.error,
    busy,
    importing: write.isPending,
    hand: () => void hand(),
    take: (id: string) => write.mutate({ params: { id }, body: {} }),
  }
}

/** Sent again it is another roster: what nobody imports goes after a day. @throws ProblemError */
async function sent(division: string, picked: Picked): Promise<RosterReport> {
  const token = currentSession()?.tokens.accessToken ?? ''
  const { url } = toRequest(readRosterFile, { params: { division } })
  const header = {
    accept: 'application/json',
    authorization: `Bearer ${token}`,
    'idempotency-key': uuid(),
  }
  const { statusCode, data } = await sendFile({ url, header, picked, onProgress: () => {} })
  if (statusCode === 201) return data as RosterReport
  throw problemFrom(data, null)
}
