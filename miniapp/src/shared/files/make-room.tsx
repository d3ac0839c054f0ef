import { useState } from 'react'
import { ProblemError } from '../http/problem'
import { useProblemText } from '../ui/answers/own-words'
import { Box } from '../ui/base/box'
import { Button } from '../ui/button'
import { say } from '../ui/page/say'
import { fileText } from '../words/file-text'
import { letOthersGo } from './let-go'

/** The way on where too many pictures wait: what belongs to no draft of this device goes. */
export function MakeRoom({ done }: { done: () => void }) {
  const [busy, setBusy] = useState(false)
  const [sentence, setSentence] = useState<string | null>(null)
  const problemText = useProblemText()
  const clear = async () => {
    setBusy(true)
    setSentence(null)
    try {
      const n = await letOthersGo()
      if (n === 0) return setSentence(fileText.noRoom)
      say(fileText.madeRoom(n))
      done()
    } catch (error) {
      setSentence(problemText(error instanceof ProblemError ? error : null))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Box className="stack-tight">
      <Button look="ghost" busy={busy} onTap={() => void clear()}>
        {fileText.makeRoom}
      </Button>
      <Box className="muted">{fileText.makeRoomHelp}</Box>
      {sentence !== null && <Box role="alert">{sentence}</Box>}
    </Box>
  )
}
