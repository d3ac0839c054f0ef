import { agree, getText, listAgreements, listTexts, type TextKind } from '@linli/contracts/agreements'
import { endSession } from '@linli/contracts/identity'
import { agreedHere } from '../../shared/agreements/ask-to-agree'
import { sendOutbox } from '../../shared/http/outbox'
import { useAnswer } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'

export const useTexts = (enabled = true) => useAnswer(listTexts, {}, { enabled })
export const useText = (kind: TextKind, version: string | undefined) =>
  useAnswer(getText, { params: { kind }, query: version === undefined ? {} : { version } }, { keep: true })
export const useOwnAgreements = (enabled: boolean) => useAnswer(listAgreements, {}, { enabled })

/** What waited for it is sent at once. */
export const useAgree = (done: () => void) =>
  useWrite(agree, {
    done() {
      agreedHere()
      void sendOutbox()
      done()
    },
  })
export const useLeave = (done: () => void) => useWrite(endSession, { done })
